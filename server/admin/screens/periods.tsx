import { useAdmin } from '../admin-context.ts';
import { useDesk } from '../desk.ts';
import { PeriodRange } from '../parts/period-range.tsx';
import { goTo, linkTo, type Place } from '../place.ts';
import { text } from '../text.ts';
import { localDay } from '../when.ts';
import { OpenPeriod } from './open-period.tsx';
import { PeriodSteps } from './period-steps.tsx';
import { UnitFactsScreen } from './unit-facts.tsx';

/**
 * All periods; one of them with its steps from check to publication: `#/ky/<period>`, what its units declare:
 * `#/ky/<period>/so-lieu`, a new one: `#/ky?mo`.
 */
export function Periods({ place }: { place: Place }) {
  const { session } = useAdmin();
  const { periods: list, period, again } = useDesk();
  const [, , part] = place.path;
  const mayOpen = session.role === 'province-admin';
  const opening = mayOpen && (place.query.has('mo') || list.length === 0);
  if (list.length === 0 && !mayOpen)
    return (
      <>
        <h1 tabIndex={-1}>{text('periods.title')}</h1>
        <p>{text('periods.none')}</p>
      </>
    );
  return (
    <>
      <h1 tabIndex={-1}>{text('periods.title')}</h1>
      <div class="beside">
        <nav aria-label={text('periods.list')}>
          <ul class="choose">
            {list.map((p) => (
              <li key={p.period}>
                <a href={linkTo(['ky', p.period])} aria-current={!opening && p === period ? 'true' : undefined}>
                  <strong>{p.label}</strong>
                  <PeriodRange period={p} />
                  <span class="small muted">
                    {text(p.publishedAt && !p.embargoed ? 'period.published' : `period.state.${p.state}`)}
                  </span>
                </a>
              </li>
            ))}
            {mayOpen && (
              <li>
                <a href={linkTo(['ky'], { mo: '1' })} aria-current={opening ? 'true' : undefined}>
                  {text('open.title')}
                </a>
              </li>
            )}
          </ul>
        </nav>
        {opening ? (
          <OpenPeriod
            today={localDay(new Date())}
            onOpened={(id) => {
              again();
              goTo(['ky', id]);
            }}
          />
        ) : !period ? null : part === 'so-lieu' ? (
          <UnitFactsScreen key={period.period} period={period} />
        ) : (
          <PeriodSteps
            key={period.period}
            period={period}
            labelOf={(id) => list.find((each) => each.period === id)?.label ?? id}
            onChange={again}
          />
        )}
      </div>
    </>
  );
}
