import { formatCount } from '#rules/format.ts';
import type { CommentLine } from '#wire/comment.ts';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { goTo, type Place } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';

function Lines({ comments }: { comments: readonly CommentLine[] }) {
  if (comments.length === 0) return <p>{text('comments.none')}</p>;
  return (
    <ul class="items">
      {comments.map(({ unit, unitName, month, text: words }, i) => (
        <li key={`${i} ${unit}`}>
          <blockquote>{words}</blockquote>
          <p class="small muted">
            {unitName} ·{' '}
            {month
              ? text('comments.month', { month: `${month.slice(5)}/${month.slice(0, 4)}` })
              : text('comments.noMonth')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function OfPeriods({ periods, place }: { periods: readonly Period[]; place: Place }) {
  const { api } = useAdmin();
  const period = place.query.get('ky') ?? periods[0]?.period ?? '';
  const unit = place.query.get('don-vi') ?? '';
  const after = place.query.get('sau') ?? '';
  const units = useLoad('units', (signal) => api.units(signal));
  const page = useLoad(`comments ${period} ${unit} ${after}`, (signal) =>
    api.comments({ period, unit, after }, signal),
  );
  const choose = (more: Readonly<Record<string, string>>) => {
    const query = { ky: period, 'don-vi': unit, ...more };
    goTo(['gop-y', 'y-kien'], Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
  };
  return (
    <>
      <div class="actions">
        <SelectField
          label={text('comments.period')}
          value={period}
          onValue={(ky) => choose({ ky })}
          options={periods.map((each) => ({ value: each.period, label: each.label }))}
        />
        <UnitSelect
          label={text('cases.unit')}
          none={text('cases.anyUnit')}
          units={units.value?.units ?? []}
          value={unit}
          onValue={(chosen) => choose({ 'don-vi': chosen })}
        />
      </div>
      <Loaded of={page}>
        {({ comments, next, fewUnits }) => (
          <>
            <Lines comments={comments} />
            {fewUnits > 0 && <p class="note">{text('comments.few', { n: formatCount(fewUnits) })}</p>}
            {next && (
              <button type="button" class="button" onClick={() => choose({ sau: next })}>
                {text('comments.more')}
              </button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** What was written beside the answers of a closed period, by unit and month. */
export function Comments({ place }: { place: Place }) {
  const { api, session } = useAdmin();
  const periods = useLoad('periods', (signal) => api.periods(signal));
  return (
    <>
      <p>{text(session.role === 'inspector' ? 'comments.intro.inspector' : 'comments.intro')}</p>
      <Loaded of={periods}>
        {({ periods: all }) => {
          const closed = all.filter(({ state }) => state === 'closed' || state === 'sealed');
          return closed.length === 0 ? (
            <p>{text('comments.noPeriod')}</p>
          ) : (
            <OfPeriods periods={closed} place={place} />
          );
        }}
      </Loaded>
    </>
  );
}
