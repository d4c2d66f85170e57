import { useState } from 'preact/hooks';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { CloseProgress } from './close-progress.tsx';

export type PeriodAct = 'close' | 'reopen' | 'seal' | 'publish' | 'cancel' | 'correct' | 'withdraw';

interface PeriodActProps {
  act: PeriodAct;
  period: Period;
  /** How many units a close is about. */
  units: number;
  onDone: () => void;
  onClose: () => void;
}

/** The first moment of a local day, as the server takes instants. */
const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString();

/** Asks before an act on a period by naming its effect, with the reason where one is printed; stays open with why it was refused. */
export function PeriodActDialog({ act, period, units, onDone, onClose }: PeriodActProps) {
  const { api } = useAdmin();
  const [reason, setReason] = useState('');
  const [faultReason, setFaultReason] = useState('');
  const [erratum, setErratum] = useState('');
  const [day, setDay] = useState('');
  const id = period.period;
  const of = period.snapshot ?? '';
  const send = {
    close: () => api.close(id),
    reopen: () => api.reopen(id, { reason }),
    seal: () => api.seal(id, reason ? { movedReason: reason } : {}),
    publish: () =>
      api.publish(id, { ...(day ? { publishAt: startOf(day) } : {}), ...(faultReason ? { faultReason } : {}) }),
    cancel: () => api.cancelPublication(id),
    correct: () => api.correct(id, { reason, erratum, of, ...(faultReason ? { faultReason } : {}) }),
    withdraw: () => api.withdraw(id, { reason }),
  } satisfies Record<PeriodAct, () => Promise<Period>>;
  const action = useAction(async () => {
    await send[act]();
    onDone();
    onClose();
  });
  const { fault, busy } = action;
  const faulty = fault?.problem.code === 'sum.fault' || faultReason !== '';
  const moved = act === 'seal' && (fault?.problem.code === 'records.moved' || reason !== '');
  const asksReason = act === 'reopen' || act === 'correct' || act === 'withdraw' || moved;

  return (
    <Dialog
      title={text(`${act}.ask`, { label: period.label, n: units })}
      closeButton={false}
      must={busy}
      onClose={onClose}
    >
      <p>{text(act === 'seal' && period.parts.length > 0 ? 'seal.effectYear' : `${act}.effect`)}</p>
      <Form fault={fault} onSubmit={action.run}>
        {fault && <FaultText fault={fault} beside />}
        {asksReason && (
          <LongField
            label={text(moved ? 'seal.movedReason' : 'act.reason')}
            help={text(act === 'withdraw' || moved ? 'act.reasonPublic' : 'act.reasonHelp')}
            value={reason}
            onValue={setReason}
            error={issueOf(fault, moved ? 'movedReason' : 'reason')}
          />
        )}
        {faulty && (
          <LongField
            label={text('publish.faultReason')}
            help={text('act.reasonPublic')}
            value={faultReason}
            onValue={setFaultReason}
            error={issueOf(fault, 'faultReason')}
          />
        )}
        {act === 'correct' && (
          <LongField
            label={text('correct.erratum')}
            help={text('correct.erratumHelp')}
            value={erratum}
            onValue={setErratum}
            error={issueOf(fault, 'erratum')}
          />
        )}
        {act === 'publish' && (
          <Field
            date
            label={text('publish.day')}
            help={text('publish.dayHelp')}
            value={day}
            onValue={setDay}
            error={issueOf(fault, 'publishAt')}
          />
        )}
        {busy && (act === 'close' || act === 'correct') && <CloseProgress period={id} />}
        <div class="actions">
          <WorkButton label={text(`${act}.do`)} busyLabel={text(`${act}.busy`)} busy={busy} />
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
