import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Objection } from '#wire/objection.ts';
import type { ObjectionPeriod } from '../work-messages.ts';
import { say } from './objection-words.ts';

interface Props {
  readonly objections: readonly Objection[];
  readonly periods: readonly ObjectionPeriod[];
  readonly today: IsoDate;
}

function stateOf({ state, due }: Objection, today: IsoDate): string {
  if (state !== 'new') return say(state);
  return say(due < today ? 'late' : 'new', { date: formatDate(due) });
}

/** What the officer objected to, with where each stands and what was answered. */
export function ObjectionList({ objections, periods, today }: Props) {
  if (objections.length === 0) return <p>{say('none')}</p>;
  return (
    <ul class="plain objections">
      {objections.map((each) => (
        <li key={each.id}>
          <p>
            <strong>{stateOf(each, today)}</strong>
          </p>
          <p class="meta">
            {[
              periods.find(({ period }) => period === each.period)?.label ?? each.period,
              each.dossier,
              each.indicator && say('indicatorNo', { i: each.indicator }),
              say('raised', { date: formatDate(each.raisedAt.slice(0, 10)) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p lang="vi">{each.text}</p>
          {each.answer && <p lang="vi">{say('answer', { text: each.answer })}</p>}
          {each.changed && <p lang="vi">{say('changed', { text: each.changed })}</p>}
        </li>
      ))}
    </ul>
  );
}
