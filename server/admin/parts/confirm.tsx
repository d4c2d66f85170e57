import type { ComponentChildren } from 'preact';
import type { ApiFault } from '../api.ts';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { Dialog } from './dialog.tsx';
import { FaultText } from './fault-text.tsx';
import { WorkButton } from './work-button.tsx';

interface ConfirmProps {
  /** Names the effect: «Chốt kỳ Quý IV/2026 của 124 đơn vị?» */
  title: string;
  effect: string;
  /** The verb on the button. */
  verb: string;
  busy: string;
  run: () => Promise<void>;
  /** What leads out of a refusal, shown under its reason. */
  remedy?: (fault: ApiFault) => ComponentChildren;
  onClose: () => void;
}

/** Asks before an act that cannot be taken back. Stays open with the reason when the server refuses. */
export function Confirm({ title, effect, verb, busy, run, remedy, onClose }: ConfirmProps) {
  const action = useAction(async () => {
    await run();
    onClose();
  });
  return (
    <Dialog title={title} closeButton={false} must={action.busy} onClose={onClose}>
      <p>{effect}</p>
      {action.fault && <FaultText fault={action.fault} />}
      {action.fault && remedy?.(action.fault)}
      <div class="actions">
        <WorkButton label={verb} busyLabel={busy} busy={action.busy} onPress={action.run} />
        {!action.busy && (
          <button type="button" class="button" onClick={onClose}>
            {text('action.cancel')}
          </button>
        )}
      </div>
    </Dialog>
  );
}
