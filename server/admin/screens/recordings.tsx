import { useState } from 'preact/hooks';
import { addDays } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import type { Recording } from '#wire/recording.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Fold } from '../parts/fold.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';

const KINDS = ['petitions', 'apologies'] as const;

/** Since when each unit puts every petition or letter on record: without it «none» is not known. */
export function Recordings({ units }: { units: readonly Unit[] }) {
  return (
    <Fold summary={text('recordings.title')}>
      <RecordingsOf units={units} />
    </Fold>
  );
}

function RecordingsOf({ units }: { units: readonly Unit[] }) {
  const { api } = useAdmin();
  const known = useLoad('recordings', (signal) => api.recordings(signal));
  const [unit, setUnit] = useState(units.length === 1 ? (units[0]?.unit ?? '') : '');
  const [kind, setKind] = useState<Recording['kind']>('petitions');
  const [from, setFrom] = useState('');
  const [lastDay, setLastDay] = useState('');
  const [saved, setSaved] = useState('');
  const nameOf = (code: string) => units.find((each) => each.unit === code)?.name ?? code;
  const save = useAction(async () => {
    await api.putRecording({ unit, kind, from, to: lastDay ? addDays(lastDay, 1) : null });
    setSaved(nameOf(unit));
    known.again();
  });
  return (
    <>
      <p>{text('recordings.intro')}</p>
      <Form fault={save.fault} onSubmit={() => void save.run()}>
        {save.fault && <FaultText beside fault={save.fault} />}
        <UnitSelect units={units} value={unit} onValue={setUnit} error={issueOf(save.fault, 'unit')} />
        <RadioField
          legend={text('recordings.kind')}
          value={kind}
          onValue={(value) => setKind(value as Recording['kind'])}
          options={KINDS.map((value) => ({ value, label: text(`recordings.kind.${value}`) }))}
        />
        <Field
          date
          label={text('recordings.from')}
          value={from}
          onValue={setFrom}
          error={issueOf(save.fault, 'from')}
        />
        <Field
          date
          label={text('recordings.lastDay')}
          help={text('recordings.lastDayHelp')}
          value={lastDay}
          onValue={setLastDay}
          error={issueOf(save.fault, 'to')}
        />
        <div class="actions">
          <WorkButton label={text('recordings.save')} busyLabel={text('state.saving')} busy={save.busy} />
        </div>
        <p role="status">{saved && text('recordings.saved', { unit: saved })}</p>
      </Form>
      <Loaded of={known}>
        {({ recordings }) =>
          recordings.length === 0 ? (
            <p>{text('recordings.none')}</p>
          ) : (
            <ul>
              {recordings.map((each) => (
                <li key={`${each.unit} ${each.kind}`}>
                  {text(each.to === null ? 'recordings.line' : 'recordings.lineTo', {
                    unit: nameOf(each.unit),
                    kind: text(`recordings.kind.${each.kind}`),
                    from: formatDate(each.from),
                    lastDay: each.to === null ? '' : formatDate(addDays(each.to, -1)),
                  })}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}
