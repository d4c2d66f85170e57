import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';

/** Languages of which there are few: then none is named, for one alone would be told by the others. */
const UNTOLD = '*';

/**
 * Counts the forms of a period by their language, at its close, for the seal forgets the language of each. Over the whole province and of
 * nothing they say; forms of a unit that has fewer than `smallest` of a survey are left out, as of all that is told of forms.
 */
export async function keepLanguages(db: Db, tenant: string, period: string, smallest: number): Promise<Statement[]> {
  const forms = await db.all<{ unit: string; survey: string; lang: string; n: number }>(
    'select unit, survey, lang, count(*) as n from responses where tenant = ? and period = ? group by unit, survey, lang',
    [tenant, period],
  );
  const wholes = new Map<string, number>();
  const wholeOf = ({ unit, survey }: { unit: string; survey: string }) => JSON.stringify([unit, survey]);
  for (const form of forms) wholes.set(wholeOf(form), (wholes.get(wholeOf(form)) ?? 0) + form.n);
  const told = new Map<string, number>();
  for (const form of forms)
    if ((wholes.get(wholeOf(form)) ?? 0) >= smallest) told.set(form.lang, (told.get(form.lang) ?? 0) + form.n);
  const few = [...told.values()].some((n) => n < smallest);
  const all = [...told.values()].reduce((sum, n) => sum + n, 0);
  const kept = few ? [[UNTOLD, all] as const] : [...told].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    { sql: "delete from survey_steps where tenant = ? and period = ? and step = 'lang'", params: [tenant, period] },
    ...kept.map(([bucket, n]) => ({
      sql: `insert into survey_steps (tenant, period, unit, survey, channel, step, bucket, n)
        values (?, ?, '', '', '', 'lang', ?, ?)`,
      params: [tenant, period, bucket, n],
    })),
  ];
}

/**
 * Forms by language over `periods` together; `null` = one of them was closed before this was counted, had too few forms in a language,
 * or none.
 */
export async function languageCounts(
  db: Db,
  tenant: string,
  periods: readonly string[],
): Promise<Map<string, number> | null> {
  const list = inList(periods);
  const rows = await db.all<{ period: string; lang: string; n: number }>(
    `select period, bucket as lang, n from survey_steps
     where tenant = ? and period ${list.sql} and unit = '' and step = 'lang' order by period, bucket`,
    [tenant, ...list.params],
  );
  const counted = new Set(rows.map(({ period }) => period));
  if (periods.some((period) => !counted.has(period)) || rows.some(({ lang }) => lang === UNTOLD)) return null;
  const sums = new Map<string, number>();
  for (const { lang, n } of rows) sums.set(lang, (sums.get(lang) ?? 0) + n);
  return sums;
}
