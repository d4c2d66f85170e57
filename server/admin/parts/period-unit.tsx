import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Period } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { Loaded } from './loaded.tsx';
import { SelectField } from './select-field.tsx';
import { UnitSelect } from './unit-select.tsx';

/** Asks for a period (the newest to begin with) and a unit (the only one where there is one), and shows what belongs to both. */
export function PeriodUnit({ children }: { children: (period: Period, unit: Unit) => ComponentChildren }) {
  const { api } = useAdmin();
  const units = useLoad('units', (signal) => api.units(signal));
  const [unit, setUnit] = useState('');
  return (
    <PeriodPick>
      {(period) => (
        <Loaded of={units}>
          {({ units: list }) => {
            const chosen = list.find((each) => each.unit === unit) ?? (list.length === 1 ? list[0] : undefined);
            return (
              <>
                <UnitSelect units={list} value={chosen?.unit ?? ''} onValue={setUnit} />
                {chosen ? children(period, chosen) : <p>{text('pick.unit')}</p>}
              </>
            );
          }}
        </Loaded>
      )}
    </PeriodPick>
  );
}

/** Asks for a period, the newest to begin with. */
export function PeriodPick({ children }: { children: (period: Period) => ComponentChildren }) {
  const { api } = useAdmin();
  const periods = useLoad('periods', (signal) => api.periods(signal));
  const [wanted, setWanted] = useState('');
  return (
    <Loaded of={periods}>
      {({ periods: list }) => {
        const period = list.find((each) => each.period === wanted) ?? list[0];
        if (!period) return <p>{text('pick.noPeriod')}</p>;
        return (
          <>
            <SelectField
              label={text('pick.period')}
              value={period.period}
              onValue={setWanted}
              options={list.map((each) => ({ value: each.period, label: each.label }))}
            />
            {children(period)}
          </>
        );
      }}
    </Loaded>
  );
}
