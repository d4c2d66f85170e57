import type { Period } from '#wire/results.ts';
import { useDesk } from '../../desk.ts';
import { goTo } from '../../place.ts';
import { text } from '../../text.ts';

type Query = Readonly<Record<'before' | 'after' | 'ruleset' | 'units', string>>;
const NAMES = { before: 'truoc', after: 'sau', ruleset: 'bo-quy-tac', units: 'don-vi' } as const;
const RULESETS = ['tt01-2018', 'binh-thuan-1063', 'tay-ninh-800'] as const;

function compare(query: Query): void {
  const parts = (['before', 'after', 'ruleset', 'units'] as const).flatMap((key) =>
    query[key] === '' ? [] : [[NAMES[key], query[key]] as const],
  );
  goTo(['so-sanh'], Object.fromEntries(parts));
}

interface PickProps {
  label: string;
  value: string;
  /** What nothing chosen is called; absent = something must be chosen. */
  none?: string;
  options: readonly (readonly [value: string, label: string])[];
  onPick: (value: string) => void;
}

function Pick({ label, value, none, options, onPick }: PickProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is set beside what; a ruleset or a second unit takes the place of the earlier period. */
export function ComparedFilters({ closed, query }: { closed: readonly Period[]; query: Query }) {
  const { units } = useDesk();
  const periods = closed.map(({ period, label }) => [period, label] as const);
  const codes = units.map(({ unit, name }) => [unit, name] as const);
  const [first = '', second = ''] = query.units.split(',');
  const two = (a: string, b: string) => compare({ ...query, ruleset: '', units: a && b ? `${a},${b}` : '' });
  const of = closed.find(({ period }) => period === query.after)?.ruleset;
  return (
    <div class="filters">
      <Pick
        label={text('compared.after')}
        value={query.after}
        options={periods}
        onPick={(after) => compare({ ...query, after })}
      />
      <Pick
        label={text('compared.before')}
        value={query.ruleset || query.units ? '' : query.before}
        none={text('compared.none')}
        options={periods.filter(([period]) => period !== query.after)}
        onPick={(before) => compare({ ...query, before, ruleset: '', units: '' })}
      />
      <Pick
        label={text('compared.ruleset')}
        value={query.ruleset}
        none={text('compared.none')}
        options={RULESETS.filter((ruleset) => ruleset !== of).map((ruleset) => [ruleset, text(`ruleset.${ruleset}`)])}
        onPick={(ruleset) => compare({ ...query, ruleset, units: '' })}
      />
      {codes.length > 1 && (
        <>
          <Pick
            label={text('compared.unit')}
            value={first}
            none={text('compared.all')}
            options={codes}
            onPick={(unit) => two(unit, second || (codes.find(([code]) => code !== unit)?.[0] ?? ''))}
          />
          {first !== '' && (
            <Pick
              label={text('compared.otherUnit')}
              value={second}
              options={codes.filter(([code]) => code !== first)}
              onPick={(unit) => two(first, unit)}
            />
          )}
        </>
      )}
    </div>
  );
}
