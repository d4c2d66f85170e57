import { expect } from 'vitest';
import type { Response as ResponseBody } from '#wire/response.ts';
import { verifyAudit } from '../../server/store/audit.ts';
import type { Db } from '../../server/store/db.ts';
import { counted } from './counts.ts';

/** One thing a client sent, and what it may stand for at the server. */
export interface Sent<Content> {
  /** Acknowledged last; `undefined` before the first time, `null` once erased. */
  sure: Content | null | undefined;
  /** Sent since, without an answer. */
  maybe: Content | null | undefined;
}
export interface Answer extends Sent<ResponseBody> {
  readonly first: ResponseBody;
  receipt: string | null;
}

/** What the clients of one load remember. */
export interface Book {
  readonly answers: Answer[];
  /** Promised time by code. */
  readonly dossiers: Map<string, Sent<string>>;
  /** By id: of which dossier, and whether it was acknowledged. */
  readonly scores: Map<string, { readonly code: string; readonly sure: boolean }>;
  /** Petitions received, as declared by one administrator: acknowledged last, and all sent since without an answer. */
  readonly facts: { sure: number | undefined; maybe: number[] };
}

interface Known {
  readonly texts: readonly string[];
  readonly codes: readonly string[];
  readonly ids: readonly string[];
}

const textOf = (answers: unknown, comment: unknown) => `${JSON.stringify(answers)} ${comment}`;

/** What stands in the database, in the same words. */
async function storedTexts(db: Db): Promise<string[]> {
  const rows = await db.all<{ answers: string; comment: string | null }>(
    "select answers, comment from responses where tenant = 'mau'",
  );
  return rows.map((row) => textOf(JSON.parse(row.answers), row.comment)).sort();
}

/** What was acknowledged so far. */
export function knownOf({ answers, dossiers, scores }: Book): Known {
  return {
    texts: answers.flatMap(({ sure }) => (sure ? [textOf(sure.answers, sure.comment)] : [])),
    codes: [...dossiers].flatMap(([code, { sure }]) => (sure ? [code] : [])),
    ids: [...scores].flatMap(([id, { sure }]) => (sure ? [id] : [])),
  };
}

const column = async (db: Db, sql: string) => (await db.all<{ id: string }>(sql)).map(({ id }) => id);

/** Everything `known` names is there, whatever else is. */
export async function holds(db: Db, known: Known): Promise<void> {
  const rest = await storedTexts(db);
  for (const text of known.texts) {
    const place = rest.indexOf(text);
    expect(place, text).toBeGreaterThanOrEqual(0);
    rest.splice(place, 1);
  }
  const codes = await column(db, "select code as id from dossiers where tenant = 'mau'");
  expect(codes).toEqual(expect.arrayContaining([...known.codes]));
  const ids = await column(db, "select id from self_scores where tenant = 'mau'");
  expect(ids).toEqual(expect.arrayContaining([...known.ids]));
}

/** Every acknowledged thing is there as acknowledged last, nothing is there twice, counts are those of the rows. */
export async function checkBook(db: Db, book: Book): Promise<void> {
  const { texts, codes, ids } = knownOf(book);
  expect(await storedTexts(db)).toEqual([...texts].sort());
  const n = texts.length;
  expect(await counted(db)).toMatchObject({ rows: n, receipts: n, overall: n, byDay: n, negative: 0 });

  const dossiers = await db.all<{ code: string; promised: string }>(
    "select code, promised from dossiers where tenant = 'mau'",
  );
  const promisedOf = new Map(dossiers.map(({ code, promised }) => [code, promised]));
  for (const code of codes) expect(promisedOf.get(code), code).toBe(book.dossiers.get(code)?.sure);
  for (const { code } of dossiers) expect(book.dossiers.has(code), code).toBe(true);
  // A load whose officers were refused would have tried nothing.
  expect([codes.length > 0, ids.length > 0]).toEqual([true, true]);
  const scored = await column(db, "select id from self_scores where tenant = 'mau'");
  expect(new Set(scored).size).toBe(scored.length);
  expect(scored).toEqual(expect.arrayContaining([...ids]));

  const [declared] = await db.all<{ facts: string }>(
    "select facts from unit_facts where tenant = 'mau' and unit = 'so-b'",
  );
  const { sure, maybe } = book.facts;
  if (sure !== undefined) expect([sure, ...maybe]).toContain(JSON.parse(declared?.facts ?? '{}').petitions?.received);
  expect(await verifyAudit(db, 'mau')).toBeNull();
}
