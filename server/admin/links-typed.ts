import { addDays } from '#rules/calendar/date.ts';
import type { SurveyLinksRequest } from '#wire/survey-links.ts';
import { text } from './text.ts';

/** The form of survey links as typed. */
export interface TypedLinks {
  readonly from: string;
  readonly lastDay: string;
  /** '' = every unit. */
  readonly unit: string;
  readonly kind: 'first' | 'reminder';
  readonly limit: string;
  readonly days: string;
  /** Lines of code and group, parted by a tab, a comma or a semicolon. */
  readonly groups: string;
}

const DAYS_BACK = 30;

/** The last 30 days, first messages. */
export function typedLinks(today: string): TypedLinks {
  const from = addDays(today, -DAYS_BACK);
  return { from, lastDay: today, unit: '', kind: 'first', limit: '5000', days: '30', groups: '' };
}

const within = (typed: string, most: number) => /^\d{1,6}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most;
const cellsOf = (line: string) => line.split(/[\t,;]/).map((cell) => cell.trim());
const linesOf = (groups: string) => groups.split('\n').filter((line) => line.trim() !== '');

export type LinkField = keyof TypedLinks;

/** The first field that is wrong and what to do about it, or `null`. */
export function faultIn({ limit, days, groups, kind }: TypedLinks): { field: LinkField; message: string } | null {
  if (!within(limit, 50_000)) return { field: 'limit', message: text('links.limit.wrong') };
  if (!within(days, 365)) return { field: 'days', message: text('links.days.wrong') };
  if (kind === 'reminder') return null;
  const line = linesOf(groups).findIndex((each) => cellsOf(each).length !== 2 || cellsOf(each).includes(''));
  return line < 0 ? null : { field: 'groups', message: text('links.groups.wrong', { line: line + 1 }) };
}

type Wanted = Partial<SurveyLinksRequest> & Pick<SurveyLinksRequest, 'stage'>;

/** What the form asks for. @param seed of the count, so that what is made is what was counted. */
export function wantedOf(typed: TypedLinks, seed: string | null): Wanted {
  const { from, lastDay, unit, kind, limit, days, groups } = typed;
  const rows = kind === 'first' ? linesOf(groups).map(cellsOf) : [];
  return {
    stage: 'returned',
    returned: { from, lastDay },
    ...(unit ? { unit } : {}),
    limit: Number(limit),
    days: Number(days),
    reminder: kind === 'reminder',
    ...(rows.length ? { groups: rows.map(([code = '', group = '']) => ({ code, group })) } : {}),
    ...(seed === null ? {} : { seed }),
  };
}
