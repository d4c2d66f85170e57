import type { Period } from '#wire/results.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { linkTo, type Place } from '../../place.ts';
import { text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { RulesetNote } from '../ruleset-note.tsx';
import { SnapshotLine } from '../snapshot-line.tsx';
import { RankingChart } from './ranking-chart.tsx';
import { RankingFilters } from './ranking-filters.tsx';
import { RankingTable } from './ranking-table.tsx';

/** Ways on from the ranking: other views of the same period, and its public side once there is one. */
function WaysOn({ period }: { period: Period }) {
  const { session } = useAdmin();
  const at = encodeURIComponent(period.period);
  return (
    <p class="actions">
      <a class="button" href={linkTo(['thu-tuc', period.period])}>
        {text('byProcedure.title')}
      </a>
      <a class="button" href={linkTo(['so-sanh'], { sau: period.period })}>
        {text('compared.title')}
      </a>
      {period.publishedAt && !period.embargoed && (
        <>
          <a class="button" href={`/v1/public/periods/${at}/results.csv?tenant=${session.tenant}`}>
            {text('results.csv')}
          </a>
          <a class="button" href={`/cong-khai/${session.tenant}?ky=${at}`}>
            {text('results.public')}
          </a>
        </>
      )}
    </p>
  );
}

/** The units of a period by rank, with intervals and tiers: `#/ket-qua/<period>?cap=&linh-vuc=&tim=`. */
export function RankingScreen({ place }: { place: Place }) {
  const { api } = useAdmin();
  const { period: chosen } = useDesk();
  const filter = {
    level: place.query.get('cap') ?? '',
    sector: place.query.get('linh-vuc') ?? '',
    search: place.query.get('tim') ?? '',
  };
  const load = useLoad(chosen && `ranking ${chosen.period} ${JSON.stringify(filter)}`, (signal) =>
    api.ranking(chosen?.period ?? '', filter, signal),
  );
  const narrowed = Object.values(filter).some((value) => value !== '');
  return (
    <>
      <h1 tabIndex={-1}>{text('results.title')}</h1>
      {!chosen && <p>{text('results.noPeriods')}</p>}
      {chosen && (
        <Loaded of={load}>
          {({ period, snapshot, levels, sectors, units, intervals }) => (
            <>
              <RulesetNote period={period} />
              {snapshot === null ? (
                <p class="note">{text('results.open')}</p>
              ) : (
                <>
                  <RankingFilters period={period.period} filter={filter} levels={levels} sectors={sectors} />
                  {filter.sector && <p class="note">{text('results.sector.only', { sector: filter.sector })}</p>}
                  {levels.map(({ level }) => {
                    const own = units.filter((unit) => unit.level === level);
                    if (own.length === 0) return null;
                    const of = { period: period.period, level, units: own, sector: filter.sector };
                    return (
                      <section key={level}>
                        <RankingTable {...of} />
                        <RankingChart {...of} notes={intervals === null ? [] : [text('unit.interval'), intervals]} />
                      </section>
                    );
                  })}
                  {units.length === 0 && (
                    <p>
                      {text('results.none')}{' '}
                      {narrowed && <a href={linkTo(['ket-qua', period.period])}>{text('results.clear')}</a>}
                    </p>
                  )}
                  {intervals === null && units.length > 0 && <p class="small muted">{text('results.noIntervals')}</p>}
                  <WaysOn period={period} />
                  <SnapshotLine snapshot={snapshot} period={period} />
                </>
              )}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
