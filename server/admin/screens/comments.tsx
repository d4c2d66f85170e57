import { formatCount } from '#rules/format.ts';
import type { CommentLine } from '#wire/comment.ts';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { useDesk } from '../desk.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { goTo, type Place } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { LabelComment } from './quality/label-comment.tsx';

interface LinesProps {
  period: string;
  comments: readonly CommentLine[];
  /** Labels in use. */
  known: readonly string[];
  onChanged: () => void;
}

function Lines({ period, comments, known, onChanged }: LinesProps) {
  const { session } = useAdmin();
  if (comments.length === 0) return <p>{text('comments.none')}</p>;
  return (
    <ul class="items">
      {comments.map(({ comment, ...line }, i) => (
        <li key={`${i} ${line.unit}`}>
          <blockquote>{line.text}</blockquote>
          <p class="small muted">
            {line.unitName} ·{' '}
            {line.month
              ? text('comments.month', { month: `${line.month.slice(5)}/${line.month.slice(0, 4)}` })
              : text('comments.noMonth')}
          </p>
          {comment !== null && session.role !== 'viewer' && (
            <LabelComment period={period} line={{ ...line, comment }} known={known} onChanged={onChanged} />
          )}
        </li>
      ))}
    </ul>
  );
}

function OfPeriods({ periods, place }: { periods: readonly Period[]; place: Place }) {
  const { api } = useAdmin();
  const { units, period: chosen } = useDesk();
  // The head's where it is closed, else the newest that is.
  const period = (periods.find((each) => each.period === chosen?.period) ?? periods[0])?.period ?? '';
  const unit = place.query.get('don-vi') ?? '';
  const tag = place.query.get('nhan') ?? '';
  const after = place.query.get('sau') ?? '';
  const page = useLoad(`comments ${period} ${unit} ${tag} ${after}`, (signal) =>
    api.comments({ period, unit, tag, after }, signal),
  );
  const choose = (more: Readonly<Record<string, string>>) => {
    const query = { ky: period, 'don-vi': unit, nhan: tag, ...more };
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
          units={units}
          value={unit}
          onValue={(chosen) => choose({ 'don-vi': chosen })}
        />
      </div>
      <Loaded of={page}>
        {({ comments, next, fewUnits, tags }) => (
          <>
            {(tags.length > 0 || tag !== '') && (
              <SelectField
                label={text('tags.filter')}
                value={tag}
                onValue={(nhan) => choose({ nhan })}
                options={[
                  { value: '', label: text('tags.any') },
                  ...tags.map((each) => ({ value: each.tag, label: `${each.tag} (${formatCount(each.n)})` })),
                ]}
              />
            )}
            <Lines period={period} comments={comments} known={tags.map((each) => each.tag)} onChanged={page.again} />
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
  const { session } = useAdmin();
  const closed = useDesk().periods.filter(({ state }) => state === 'closed' || state === 'sealed');
  return (
    <>
      <p>{text(session.role === 'inspector' ? 'comments.intro.inspector' : 'comments.intro')}</p>
      {closed.length === 0 ? <p>{text('comments.noPeriod')}</p> : <OfPeriods periods={closed} place={place} />}
    </>
  );
}
