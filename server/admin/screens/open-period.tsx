import { useState } from 'preact/hooks';
import { isIsoDate } from '#rules/calendar/date.ts';
import { formatDateRange } from '#rules/format.ts';
import { custom, lastDay, type Period, periodLabel, quarter, year } from '#rules/period.ts';
import { useAdmin } from '../admin-context.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';

type Kind = Period['kind'];

interface Typed {
  readonly kind: Kind;
  readonly year: string;
  readonly quarter: string;
  readonly from: string;
  readonly last: string;
}

/** The period meant, or `null` while it is not yet one. */
function meant(typed: Typed): Period | null {
  if (typed.kind === 'custom')
    return isIsoDate(typed.from) && isIsoDate(typed.last) && typed.from <= typed.last
      ? custom(typed.from, typed.last)
      : null;
  if (!/^(19|2\d)\d{2}$/.test(typed.year)) return null;
  return typed.kind === 'year' ? year(Number(typed.year)) : quarter(Number(typed.year), Number(typed.quarter) as 1);
}

/** `Quý I/2027 (01/01/2027 – 31/03/2027)`; days that are their own label are not said twice. */
function named(period: Period): string {
  const [label, days] = [periodLabel(period), formatDateRange(period.from, lastDay(period))];
  return label === days ? label : `${label} (${days})`;
}

/** Opens a period after asking, for what it fixes stays fixed; the refusal says what is missing and leads there. `today` proposes the quarter it falls in. */
export function OpenPeriod({ today, onOpened }: { today: string; onOpened: (period: string) => void }) {
  const { api } = useAdmin();
  const [typed, setTyped] = useState<Typed>({
    kind: 'quarter',
    year: today.slice(0, 4),
    quarter: String(Math.ceil(Number(today.slice(5, 7)) / 3)),
    from: '',
    last: '',
  });
  const [tried, setTried] = useState(false);
  const period = meant(typed);
  const [asking, setAsking] = useState<Period | null>(null);
  const open = async (asked: Period) => {
    const { id, kind, from } = asked;
    await api.openPeriod({ period: id, kind, from, lastDay: lastDay(asked) });
    onOpened(id);
  };
  const set = (name: keyof Typed) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const wrong = tried && !period ? text('open.wrong') : undefined;

  return (
    <section aria-labelledby="mo-ky">
      <h2 id="mo-ky">{text('open.title')}</h2>
      <p>{text('open.intro')}</p>
      <Form
        fault={null}
        onSubmit={() => {
          setTried(true);
          setAsking(period);
        }}
      >
        <RadioField
          legend={text('open.kind')}
          value={typed.kind}
          onValue={set('kind')}
          options={(['quarter', 'year', 'custom'] as const).map((value) => ({ value, label: text(`open.${value}`) }))}
        />
        {typed.kind === 'custom' ? (
          <>
            <Field date label={text('open.from')} value={typed.from} onValue={set('from')} error={wrong} />
            <Field date label={text('open.last')} value={typed.last} onValue={set('last')} error={wrong} />
          </>
        ) : (
          <Field digits label={text('open.inYear')} value={typed.year} onValue={set('year')} error={wrong} />
        )}
        {typed.kind === 'quarter' && (
          <SelectField
            label={text('open.which')}
            value={typed.quarter}
            onValue={set('quarter')}
            options={['I', 'II', 'III', 'IV'].map((label, i) => ({ value: String(i + 1), label }))}
          />
        )}
        <p role="status">
          {period &&
            text('open.meant', { label: periodLabel(period), days: formatDateRange(period.from, lastDay(period)) })}
        </p>
        <div class="actions">
          <button type="submit" class="button primary">
            {text('open.do')}
          </button>
        </div>
      </Form>
      {asking && (
        <Confirm
          title={text('open.ask', { period: named(asking) })}
          effect={text('open.effect')}
          verb={text('open.do')}
          busy={text('open.busy')}
          run={() => open(asking)}
          remedy={({ problem: { code } }) =>
            code === 'ruleset.outside' ? (
              <p>
                <a href={linkTo(['thiet-lap', 'tinh'])}>{text('open.toTenant')}</a>
              </p>
            ) : code === 'ruleset.straddle' ? (
              <p>
                <a href={linkTo(['thiet-lap', 'tinh'], { 'cach-hieu': 'ruleset.straddle' })}>
                  {text('open.toStraddle')}
                </a>
              </p>
            ) : null
          }
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
