import type { Finding } from '#rules/finding.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';
import { findingSplitter, type PackedFinding, sharedText } from './packed-findings.ts';

/** More texts than rules can say; whatever comes after is stored whole, so that memory stays bounded. */
const MOST = 20_000;
/** Findings are told apart by words that name their unit: what was found of units written long ago comes no more. */
const KEPT = 2_000;

/** The texts of one snapshot while it is written. */
export interface FindingTexts {
  /** `words` = those of the row so far; new ones are added. @param own what somebody wrote. */
  pack(finding: Finding, own: readonly string[], words: string[]): PackedFinding;
  /** What must be written beside the rows packed since the last call. */
  fresh(): Statement[];
}

/** Goes on with the texts an interrupted try has written. */
export async function findingTexts(db: Db, tenant: string, snapshot: string): Promise<FindingTexts> {
  const rows = await db.all<{ id: number; text: string }>(
    'select id, text from finding_texts where tenant = ? and snapshot = ?',
    [tenant, snapshot],
  );
  const ids = new Map(rows.map(({ id, text }) => [text, id]));
  let next = rows.reduce((most, { id }) => Math.max(most, id), 0) + 1;
  let added: [id: number, text: string][] = [];
  const split = findingSplitter();
  const byKey = new Map<string, number>();

  /** `null` = there is no room for another text. */
  function idOf(key: string, finding: Finding, own: readonly string[]): number | null {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const whole = sharedText(finding, own);
    let id = ids.get(whole);
    if (id === undefined) {
      if (ids.size >= MOST) return null;
      id = next++;
      ids.set(whole, id);
      added.push([id, whole]);
    }
    if (byKey.size >= KEPT) byKey.clear();
    byKey.set(key, id);
    return id;
  }

  return {
    pack(finding, own, words) {
      const parts = split(finding, own);
      const id = idOf(parts.key, finding, own);
      if (id === null) return finding;
      const packed = [id];
      for (const word of parts.words) {
        const place = words.indexOf(word);
        packed.push(place >= 0 ? place : words.push(word) - 1);
      }
      return packed;
    },
    fresh() {
      const statements = added.map(([id, text]) => ({
        sql: 'insert into finding_texts (tenant, snapshot, id, text) values (?, ?, ?, ?)',
        params: [tenant, snapshot, id, text],
      }));
      added = [];
      return statements;
    },
  };
}

/** The texts of `ids`, by id. */
export async function textsOf(db: Db, tenant: string, snapshot: string, ids: readonly number[]) {
  const list = inList(ids);
  const rows = await db.all<{ id: number; text: string }>(
    `select id, text from finding_texts where tenant = ? and snapshot = ? and id ${list.sql}`,
    [tenant, snapshot, ...list.params],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
