import { useState } from 'preact/hooks';
import type { PeriodCheck } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

interface KeepAdviceProps {
  period: string;
  advice: PeriodCheck['advisory'][number];
  onKept: () => void;
  onClose: () => void;
}

/** «Đã xem, giữ nguyên vì …»: the reason is printed with every later snapshot of the period. */
export function KeepAdvice({ period, advice, onKept, onClose }: KeepAdviceProps) {
  const { api } = useAdmin();
  const [reason, setReason] = useState('');
  const { code, message } = advice;
  const { fault, busy, run } = useAction(async () => {
    await api.acknowledge(period, { code, message, reason });
    onKept();
    onClose();
  });
  return (
    <Dialog title={text('check.keep.ask')} closeButton={false} must={busy} onClose={onClose}>
      <p>{message}</p>
      <p>{text('check.keep.effect')}</p>
      <Form fault={fault} onSubmit={run}>
        {fault && <FaultText fault={fault} beside />}
        <LongField
          label={text('act.reason')}
          help={text('act.reasonHelp')}
          value={reason}
          onValue={setReason}
          error={issueOf(fault, 'reason')}
        />
        <div class="actions">
          <WorkButton label={text('check.keep.do')} busyLabel={text('check.keep.busy')} busy={busy} />
          {!busy && (
            <button type="button" class="button" onClick={onClose}>
              {text('action.cancel')}
            </button>
          )}
        </div>
      </Form>
    </Dialog>
  );
}
