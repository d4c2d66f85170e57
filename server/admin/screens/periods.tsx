import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PeriodRange } from '../parts/period-range.tsx';
import { linkTo, type Place } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { PeriodSteps } from './period-steps.tsx';

/** All periods; one of them with its steps from check to publication: `#/ky/<period>`. */
export function Periods({ place }: { place: Place }) {
  const { api } = useAdmin();
  const periods = useLoad('periods', (signal) => api.periods(signal));
  const wanted = place.path[1];
  return (
    <>
      <h1 tabIndex={-1}>{text('periods.title')}</h1>
      <Loaded of={periods}>
        {({ periods: list }) => {
          if (list.length === 0) return <p>{text('periods.none')}</p>;
          const period = wanted === undefined ? list[0] : list.find((p) => p.period === wanted);
          return (
            <div class="beside">
              <nav aria-label={text('periods.list')}>
                <ul class="choose">
                  {list.map((p) => (
                    <li key={p.period}>
                      <a href={linkTo(['ky', p.period])} aria-current={p === period ? 'true' : undefined}>
                        <strong>{p.label}</strong>
                        <PeriodRange period={p} />
                        <span class="small muted">
                          {text(p.publishedAt ? 'period.published' : `period.state.${p.state}`)}
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              {period ? (
                <PeriodSteps key={period.period} period={period} onChange={periods.again} />
              ) : (
                <p class="note">{text('period.unknown', { id: wanted ?? '' })}</p>
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
