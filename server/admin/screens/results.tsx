import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import type { Place } from '../place.ts';
import { goTo, linkTo } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { RankingTable } from './ranking-table.tsx';
import { RulesetNote } from './ruleset-note.tsx';
import { SnapshotLine } from './snapshot-line.tsx';
import { UnitResult } from './unit-result.tsx';

const LEVELS = ['province', 'district', 'commune'] as const;

/** The ranking of one period, or one unit of it: `#/ket-qua/<period>/<unit>?cap=<level>`. */
export function Results({ place }: { place: Place }) {
  const { api, session } = useAdmin();
  const periods = useLoad('periods', (signal) => api.periods(signal));
  const [, wanted, unit] = place.path;
  const level = place.query.get('cap') ?? '';
  const list = periods.value?.periods ?? [];
  const id = wanted ?? list.find((p) => p.state !== 'open')?.period ?? list[0]?.period ?? null;
  const results = useLoad(id && `results ${id}`, (signal) => api.results(id ?? '', signal));

  if (id && unit) return <UnitResult period={id} unit={unit} load={results} />;
  return (
    <>
      <h1 tabIndex={-1}>{text('results.title')}</h1>
      <Loaded of={periods}>
        {() =>
          id === null ? (
            <p>{text('results.noPeriods')}</p>
          ) : (
            <div class="filters">
              <label>
                {text('results.period')}
                <select
                  value={id}
                  onChange={(e) => goTo(['ket-qua', e.currentTarget.value], level ? { cap: level } : {})}
                >
                  {list.map((p) => (
                    <option key={p.period} value={p.period}>
                      {p.label} · {text(`period.state.${p.state}`)}
                    </option>
                  ))}
                </select>
              </label>
              <label>
                {text('results.level')}
                <select
                  value={level}
                  onChange={(e) => goTo(['ket-qua', id], e.currentTarget.value ? { cap: e.currentTarget.value } : {})}
                >
                  <option value="">{text('results.level.all')}</option>
                  {LEVELS.map((l) => (
                    <option key={l} value={l}>
                      {text(`level.${l}`)}
                    </option>
                  ))}
                </select>
              </label>
            </div>
          )
        }
      </Loaded>
      {id && (
        <Loaded of={results}>
          {({ period, snapshot, units }) => {
            const shown = units.filter((u) => level === '' || u.level === level);
            return (
              <>
                <RulesetNote period={period} />
                {period.state === 'open' && <p class="note">{text('results.open')}</p>}
                {period.state !== 'open' &&
                  LEVELS.map((l) => {
                    const ofLevel = shown.filter((u) => u.level === l);
                    return ofLevel.length > 0 && <RankingTable key={l} period={id} level={l} units={ofLevel} />;
                  })}
                {period.state !== 'open' && shown.length === 0 && (
                  <p>
                    {text('results.none')} {level && <a href={linkTo(['ket-qua', id])}>{text('results.clear')}</a>}
                  </p>
                )}
                {period.publishedAt && !period.embargoed && (
                  <p class="actions">
                    <a
                      class="button"
                      href={`/v1/public/periods/${encodeURIComponent(id)}/results.csv?tenant=${session.tenant}`}
                    >
                      {text('results.csv')}
                    </a>
                    <a class="button" href={`/cong-khai/${session.tenant}?ky=${encodeURIComponent(id)}`}>
                      {text('results.public')}
                    </a>
                  </p>
                )}
                {snapshot && <SnapshotLine snapshot={snapshot} period={period} />}
              </>
            );
          }}
        </Loaded>
      )}
    </>
  );
}
