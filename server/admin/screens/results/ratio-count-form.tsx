import { useState } from 'preact/hooks';
import type { ParRatioView } from '#wire/par-criteria.ts';
import { useAdmin } from '../../admin-context.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Fold } from '../../parts/fold.tsx';
import { Form } from '../../parts/form.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

const WHOLE = /^\d{1,9}$/;

interface RatioCountFormProps {
  year: number;
  ratios: readonly ParRatioView[];
  onDone: () => void;
}

/** Enters the count of a ratio nothing here is counted for, with where it was read. */
export function RatioCountForm({ year, ratios, onDone }: RatioCountFormProps) {
  const { api } = useAdmin();
  const open = ratios.filter(({ from, entered }) => from !== 'counted' || entered);
  const [ratio, setRatio] = useState<string>(open[0]?.id ?? '');
  const [numerator, setNumerator] = useState('');
  const [denominator, setDenominator] = useState('');
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState('');
  const chosen = open.find(({ id }) => id === ratio) ?? open[0];
  const send = useAction(async (part: number | null, whole: number | null, where: string) => {
    if (!chosen) return;
    await api.putParCount({ year, ratio: chosen.id, numerator: part, denominator: whole, source: where });
    setDone(text(part === null ? 'qd766.takenBack' : 'par.count.entered', { ratio: chosen.label }));
    setTried(false);
    setNumerator('');
    setDenominator('');
    onDone();
  });
  const larger = WHOLE.test(numerator) && WHOLE.test(denominator) && Number(numerator) > Number(denominator);
  const partError = !WHOLE.test(numerator) ? text('qd766.number') : larger ? text('par.count.larger') : undefined;
  const wholeError = WHOLE.test(denominator) ? undefined : text('qd766.number');
  const sourceError = source.trim().length >= 3 ? undefined : text('qd766.source.wrong');
  return (
    <Fold summary={text('par.count')}>
      <p class="muted">{text('par.count.intro')}</p>
      <Form
        fault={send.fault}
        onSubmit={() => {
          setTried(true);
          if (!partError && !wholeError && !sourceError)
            void send.run(Number(numerator), Number(denominator), source.trim());
        }}
      >
        <SelectField
          label={text('par.ratio')}
          value={chosen?.id ?? ''}
          onValue={setRatio}
          options={open.map(({ id, label }) => ({ value: id, label }))}
          {...(chosen?.supply ? { help: chosen.supply } : {})}
        />
        <Field
          label={text('qd766.numerator')}
          value={numerator}
          onValue={setNumerator}
          digits
          error={tried ? partError : undefined}
        />
        <Field
          label={text('qd766.denominator')}
          value={denominator}
          onValue={setDenominator}
          digits
          error={tried ? wholeError : undefined}
        />
        <Field
          label={text('qd766.source')}
          value={source}
          onValue={setSource}
          help={text('qd766.source.help')}
          error={tried ? sourceError : undefined}
        />
        {send.fault && <FaultText fault={send.fault} />}
        <p class="actions">
          <button type="submit" class="button primary" disabled={send.busy}>
            {text('qd766.save')}
          </button>
          {chosen?.entered && (
            <button
              type="button"
              class="button"
              disabled={send.busy}
              onClick={() => send.run(null, null, text('qd766.takenBack'))}
            >
              {text('par.count.takeBack')}
            </button>
          )}
        </p>
        <p role="status">{done}</p>
      </Form>
    </Fold>
  );
}
