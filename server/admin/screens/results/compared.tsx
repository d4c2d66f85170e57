import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import type { Place } from '../../place.ts';
import { text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { ComparedFilters } from './compared-filters.tsx';
import { ComparedTable } from './compared-table.tsx';

/** What the address asks to compare: `#/so-sanh?truoc=&sau=&bo-quy-tac=&don-vi=a,b`. */
function queryOf(place: Place, newest: readonly string[]): Record<'before' | 'after' | 'ruleset' | 'units', string> {
  const after = place.query.get('sau') ?? newest[0] ?? '';
  return {
    before: place.query.get('truoc') ?? newest.find((period) => period !== after) ?? '',
    after,
    ruleset: place.query.get('bo-quy-tac') ?? '',
    units: place.query.get('don-vi') ?? '',
  };
}

/** Two periods, two rulesets or two units side by side. */
export function ComparedScreen({ place }: { place: Place }) {
  const { api } = useAdmin();
  const { periods } = useDesk();
  const closed = periods.filter(({ snapshot }) => snapshot !== null);
  const query = queryOf(
    place,
    closed.map(({ period }) => period),
  );
  const ready = query.after !== '' && (query.before !== '' || query.ruleset !== '' || query.units !== '');
  const load = useLoad(ready ? `compared ${JSON.stringify(query)}` : null, (signal) => api.compared(query, signal));
  return (
    <>
      <h1 tabIndex={-1}>{text('compared.title')}</h1>
      {closed.length === 0 && <p class="note">{text('compared.noPeriods')}</p>}
      {closed.length > 0 && <ComparedFilters closed={closed} query={query} />}
      {closed.length > 0 && !ready && <p class="note">{text('compared.onePeriod')}</p>}
      {ready && <Loaded of={load}>{(compared) => <ComparedTable compared={compared} />}</Loaded>}
    </>
  );
}
