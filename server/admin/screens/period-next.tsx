import { addDays } from '#rules/calendar/date.ts';
import { formatCount, formatDate } from '#rules/format.ts';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { linkTo } from '../place.ts';
import { type TextKey, text } from '../text.ts';
import { useLoad } from '../use-load.ts';

/** What the state of the period asks for; `null` where the state itself says it: an act cut short, a quarter that changed. */
function nextOf({ state, snapshot, sealing, outdated, publishedAt, embargoed, withdrawnAt, parts }: Period) {
  if (sealing || outdated || (state === 'closed' && snapshot === null)) return null;
  if (state === 'open' || state === 'waiting') return state;
  if (state === 'closed') return parts.length > 0 ? 'closedYear' : 'closed';
  if (publishedAt !== null) return embargoed ? 'embargoed' : 'published';
  return withdrawnAt !== null ? 'withdrawn' : 'sealed';
}

/** How many objections wait for their answer, and the first day one is due: the seal ends the time for both. */
function OpenObjections({ period }: { period: string }) {
  const { api } = useAdmin();
  const load = useLoad(`objections ${period}`, (signal) => api.openObjections(period, signal));
  if (!load.value) return null;
  const { objections, next } = load.value;
  const due = objections.map((each) => each.due).sort()[0];
  return (
    <p>
      {due
        ? text('next.objections', { n: formatCount(objections.length) + (next ? '+' : ''), due: formatDate(due) })
        : text('next.noObjection')}{' '}
      <a href={linkTo(['y-kien'])}>{text('nav.objections')}</a>
    </p>
  );
}

/** What is to be done now, by whom and by when. */
export function PeriodNext({ period }: { period: Period }) {
  const { session } = useAdmin();
  const next = nextOf(period);
  if (next === null) return null;
  const days = { last: formatDate(period.lastDay), after: formatDate(addDays(period.lastDay, 1)) };
  return (
    <>
      <p>
        <strong>{text('next.title')}</strong> {text(`next.${next}` satisfies TextKey, days)}
      </p>
      {next === 'closed' && session.role === 'province-admin' && <OpenObjections period={period.period} />}
    </>
  );
}
