import { useState } from 'preact/hooks';
import type { PortalCountsBody, Qd766View } from '#wire/qd766.ts';
import { useAdmin } from '../../admin-context.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

type Count = PortalCountsBody['counts'][number];
const WHOLE = /^\d{1,9}$/;

interface CountFormProps {
  period: string;
  /** '' = the whole province. */
  unit: string;
  view: Qd766View;
  onDone: () => void;
}

/** Enters the count of one index as it was read elsewhere, with where; an earlier one stays on record. */
export function CountForm({ period, unit, view, onDone }: CountFormProps) {
  const { api } = useAdmin();
  const open = view.findings.filter(({ from }) => from !== 'dossiers' && from !== 'petitions');
  const [index, setIndex] = useState(open[0]?.index ?? '');
  const [numerator, setNumerator] = useState('');
  const [denominator, setDenominator] = useState('');
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState('');
  const current = open.find((finding) => finding.index === index);
  const both = WHOLE.test(numerator) && WHOLE.test(denominator);
  const ready = both && source.trim().length >= 3;
  const put = async (count: Count, where: string) => {
    await api.putQd766(period, { unit: unit || null, source: where, counts: [count] });
    setDone(text('qd766.entered', { index: current?.title ?? count.id }));
    setTried(false);
    setNumerator('');
    setDenominator('');
    onDone();
  };
  const send = useAction(put);
  return (
    <section aria-labelledby="nhap-766">
      <h2 id="nhap-766">{text('qd766.enter')}</h2>
      <p class="muted">{text('qd766.enter.intro')}</p>
      <Form
        fault={send.fault}
        onSubmit={() => {
          setTried(true);
          if (ready)
            void send.run(
              { id: index as Count['id'], numerator: Number(numerator), denominator: Number(denominator) },
              source.trim(),
            );
        }}
      >
        <SelectField
          label={text('unit.indicator')}
          value={index}
          onValue={setIndex}
          options={open.map((finding) => ({ value: finding.index, label: finding.title }))}
        />
        <Field
          label={text('qd766.numerator')}
          value={numerator}
          onValue={setNumerator}
          digits
          error={tried && !WHOLE.test(numerator) ? text('qd766.number') : undefined}
        />
        <Field
          label={text('qd766.denominator')}
          value={denominator}
          onValue={setDenominator}
          digits
          error={tried && !WHOLE.test(denominator) ? text('qd766.number') : undefined}
        />
        <Field
          label={text('qd766.source')}
          value={source}
          onValue={setSource}
          help={text('qd766.source.help')}
          error={tried && source.trim().length < 3 ? text('qd766.source.wrong') : undefined}
        />
        {send.fault && <FaultText fault={send.fault} />}
        <p class="actions">
          <button type="submit" class="button primary" disabled={send.busy}>
            {text('qd766.save')}
          </button>
          {current?.entered && (
            <button
              type="button"
              class="button"
              disabled={send.busy}
              onClick={() =>
                send.run(
                  { id: current.index as Count['id'], numerator: null, denominator: null },
                  text('qd766.takenBack'),
                )
              }
            >
              {text('qd766.takeBack', { index: current.title })}
            </button>
          )}
        </p>
        <p role="status">{done}</p>
      </Form>
    </section>
  );
}
