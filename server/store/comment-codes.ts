import { hideDossierCodes, possibleCodes } from '#rules/dossier-codes.ts';
import type { Lang } from '#rules/surveys/survey.ts';
import type { Db } from './db.ts';
import { inList } from './in-list.ts';

const PAGE = 500;

/** Those of `texts` that change when the codes of dossiers on record are hidden in them, by their place in the list. */
export async function withoutCodes(
  db: Db,
  tenant: string,
  texts: readonly { readonly text: string | null; readonly lang: Lang }[],
): Promise<ReadonlyMap<number, string>> {
  const codes = inList([...new Set(texts.flatMap(({ text }) => possibleCodes(text ?? '')))]);
  const rows = await db.all<{ code: string }>(`select code from dossiers where tenant = ? and code ${codes.sql}`, [
    tenant,
    ...codes.params,
  ]);
  const known = new Set(rows.map(({ code }) => code));
  const hidden = texts.map(({ text, lang }) => hideDossierCodes(text ?? '', lang, (code) => known.has(code)));
  return new Map([...hidden.entries()].filter(([i, text]) => text !== (texts[i]?.text ?? '')));
}

/** Hides in the comments of `period` the codes of dossiers, which are all on record by its seal. Once more it changes nothing. */
export async function hideCommentCodes(db: Db, tenant: string, period: string): Promise<void> {
  for (let [after, full] = [0, true]; full; ) {
    const rows = await db.all<{ seq: number; text: string; lang: Lang }>(
      `select seq, comment as text, lang from responses
       where tenant = ? and period = ? and seq > ? and comment is not null order by seq limit ?`,
      [tenant, period, after, PAGE],
    );
    const changed = await withoutCodes(db, tenant, rows);
    if (changed.size > 0)
      await db.batch(
        [...changed].map(([i, text]) => ({
          sql: 'update responses set comment = ? where tenant = ? and period = ? and seq = ?',
          params: [text, tenant, period, rows[i]?.seq ?? 0],
        })),
      );
    after = rows.at(-1)?.seq ?? after;
    full = rows.length === PAGE;
  }
}
