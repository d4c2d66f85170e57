import { useId, useRef } from 'preact/hooks';

import { texts } from '../language.ts';

const say = texts({ keep: 'Giữ lại' }, { keep: 'Keep' });

interface Props {
  readonly label: string;
  /** What will happen and what would be lost, as whole sentences. */
  readonly warning: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
}

/** A button whose deed cannot be taken back: it happens only after a second, informed press. */
export function ConfirmButton({ label, warning, busy, onConfirm }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const confirm = (): void => {
    dialog.current?.close();
    onConfirm();
  };
  return (
    <>
      <button type="button" aria-disabled={busy} onClick={() => !busy && dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-labelledby={`${id}-label`} aria-describedby={`${id}-warning`}>
        <h2 id={`${id}-label`}>{label}?</h2>
        <p id={`${id}-warning`}>{warning}</p>
        <p class="choices">
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('keep')}
          </button>
          <button type="button" class="primary" onClick={confirm}>
            {label}
          </button>
        </p>
      </dialog>
    </>
  );
}
