import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../text.ts';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** `drawer` stands at the right edge and is as high as the window. */
  kind?: 'box' | 'drawer';
  /** The dialog's own buttons close it. */
  closeButton?: boolean;
  /** Stays until it is answered. */
  must?: boolean;
  children: ComponentChildren;
}

/** The browser's own modal dialog: focus stays inside, Esc closes, focus returns to what opened it. */
export function Dialog({ title, onClose, kind = 'box', closeButton = true, must = false, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('h2')?.focus();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={kind}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (!must) onClose();
      }}
      onClose={() => {
        // A second Esc closes without asking.
        const dialog = ref.current;
        if (!dialog?.isConnected || dialog.open) return;
        if (must) dialog.showModal();
        else onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        {closeButton && (
          <button type="button" class="button" onClick={onClose}>
            {text('action.close')}
          </button>
        )}
      </div>
      {children}
    </dialog>
  );
}
