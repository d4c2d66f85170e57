import type { ComponentChildren } from 'preact';
import type { Period } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { useDesk } from '../desk.ts';
import { filterBy } from '../filter-by.ts';
import type { Place } from '../place.ts';
import { text } from '../text.ts';
import { UnitSelect } from './unit-select.tsx';

interface PeriodUnitProps {
  place: Place;
  children: (period: Period, unit: Unit) => ComponentChildren;
}

/** Asks for a unit, which stays in the address as `don-vi` (the only one where there is one), and shows what belongs to it in the period chosen in the head. */
export function PeriodUnit({ place, children }: PeriodUnitProps) {
  const { units } = useDesk();
  const unit = place.query.get('don-vi') ?? '';
  const chosen = units.find((each) => each.unit === unit) ?? (units.length === 1 ? units[0] : undefined);
  return (
    <PeriodPick>
      {(period) => (
        <>
          <UnitSelect
            units={units}
            value={chosen?.unit ?? ''}
            onValue={(wanted) => filterBy(place, { 'don-vi': wanted })}
          />
          {chosen ? children(period, chosen) : <p>{text('pick.unit')}</p>}
        </>
      )}
    </PeriodPick>
  );
}

/** What belongs to the period chosen in the head, or that there is none yet. */
export function PeriodPick({ children }: { children: (period: Period) => ComponentChildren }): ComponentChildren {
  const { period } = useDesk();
  return period ? children(period) : <p>{text('pick.noPeriod')}</p>;
}
