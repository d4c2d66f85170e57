import { addDays } from '#rules/calendar/date.ts';
import type { IsoDate } from '#rules/law.ts';
import type { Db, Value } from './db.ts';
import { inList } from './in-list.ts';
import { keyLost, keyLostRefusal } from './key-lost.ts';
import { linkablePeriods } from './links.ts';
import type { PeriodKeys } from './period-keys.ts';
import { periodsOf } from './periods.ts';
import { sealedDossiers } from './sealed-dossiers.ts';
import { MOST_MESSAGES, messagesOf } from './survey-messages.ts';

/** Which dossiers may get a link; days are half-open. */
export interface LinkScope {
  readonly units: readonly string[];
  readonly procedure: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** No second message within so many days of the first. */
  readonly days: number;
  readonly reminder: boolean;
}

/** Why a dossier gets no link; `free`: it may get one. */
type Verdict = 'free' | 'answered' | 'recent' | 'spent' | 'late';

export interface Candidate {
  readonly code: string;
  readonly unit: string;
  readonly procedure: string | null;
  /** Messages made for it so far, and whether it was answered: it was asked about either way. */
  readonly asked: boolean;
  readonly sent: number;
  readonly verdict: Verdict;
}

const PAGE = 500;
const STAGE = 'returned';

type Row = Pick<Candidate, 'code' | 'unit' | 'procedure'> & { readonly returned: string };

/** Pages of the dossiers whose result was handed over in the days of `scope`, oldest first in each unit; small units share one. */
async function* returnedDossiers(db: Db, tenant: string, scope: LinkScope): AsyncGenerator<readonly Row[]> {
  const { units, procedure, from, to } = scope;
  const only = procedure === null ? '' : 'and procedure = ?';
  const more: Value[] = procedure === null ? [] : [procedure];
  let page: Row[] = [];
  for (const unit of units)
    for (let [place, code] = [from, '']; ; ) {
      const rows = await db.all<Row>(
        `select code, unit, procedure, returned from dossiers where tenant = ? and unit = ?
         and (returned, code) > (?, ?) and returned < ? ${only} order by returned, code limit ?`,
        [tenant, unit, place, code, to, ...more, PAGE],
      );
      page.push(...rows);
      if (page.length >= PAGE) {
        yield page;
        page = [];
      }
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      [place, code] = [last.returned, last.code];
    }
  if (page.length) yield page;
}

/** Those of `codes` a citizen has answered about, in whichever unsealed period. */
async function answeredAmong(
  db: Db,
  keys: PeriodKeys,
  tenant: string,
  periods: readonly string[],
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const answered = new Set<string>();
  for (const period of periods) {
    const codeOf = new Map(codes.map((code) => [keys.link(tenant, period, STAGE, 'official', code), code]));
    const list = inList([...codeOf.keys()]);
    const taken = await db.all<{ link: string }>(
      `select link from links where tenant = ? and period = ? and link ${list.sql}`,
      [tenant, period, ...list.params],
    );
    for (const { link } of taken) answered.add(codeOf.get(link) ?? '');
  }
  return answered;
}

/**
 * The dossiers of `scope` a page at a time, each with whether it may get a link today. Memory does not grow with their number.
 * @throws Refusal 503 `key.lost`: without a period's key nobody could tell who has answered.
 */
export async function* linkCandidates(
  db: Db,
  keys: PeriodKeys,
  tenant: string,
  scope: LinkScope,
  today: IsoDate,
): AsyncGenerator<readonly Candidate[]> {
  const periods = await periodsOf(db, tenant);
  for (const { period, state } of periods)
    if (state !== 'sealed' && (await keyLost(db, keys, tenant, period))) throw keyLostRefusal();
  const linkable = linkablePeriods(keys, tenant, periods);
  const since = addDays(today, -scope.days);
  for await (const rows of returnedDossiers(db, tenant, scope)) {
    const codes = rows.map((row) => row.code);
    const [answered, messages, late] = await Promise.all([
      answeredAmong(db, keys, tenant, linkable, codes),
      messagesOf(db, tenant, STAGE, codes),
      sealedDossiers(db, tenant, codes),
    ]);
    yield rows.map(({ code, unit, procedure }) => {
      const { sent, last } = messages.get(code) ?? { sent: 0, last: '' };
      const verdict: Verdict = late.has(code)
        ? 'late'
        : answered.has(code)
          ? 'answered'
          : sent >= MOST_MESSAGES || (scope.reminder && sent === 0)
            ? 'spent'
            : last > since
              ? 'recent'
              : 'free';
      return { code, unit, procedure, asked: sent > 0 || answered.has(code), sent, verdict };
    });
  }
}
