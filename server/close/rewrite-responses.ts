import { randomInt } from 'node:crypto';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import { type Db, oneOrNull } from '../store/db.ts';
import { type Kind, kindOf, kindsOfFewMonths } from '../store/few-answers.ts';
import { inList } from '../store/in-list.ts';
import type { CloseLease } from './lease-of-close.ts';

const CHUNK = 500;

/** What is left of an answer. Whatever else it had, of it and of its dossier, would tell the two together. */
const COPIED = 'unit, survey, version, stage, channel, proof, answers, comment';

const PAGE = 20_000;
/** Characters of `2026-11`. */
const MONTH = 7;

/** Places of the responses that still have their day: four bytes each, however many millions there are. */
async function placesOf(db: Db, tenant: string, period: string): Promise<Uint32Array> {
  let places = new Uint32Array(PAGE);
  for (let [n, after] = [0, 0]; ; ) {
    const rows = await db.all<{ seq: number }>(
      `select seq from responses where tenant = ? and period = ? and seq > ? and length(day) = 10 order by seq limit ?`,
      [tenant, period, after, PAGE],
    );
    if (n + rows.length > places.length) {
      const more = new Uint32Array(places.length * 2);
      more.set(places);
      places = more;
    }
    for (const { seq } of rows) places[n++] = seq;
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < PAGE) return places.subarray(0, n);
  }
}

/** Fisher–Yates with a cryptographic source: the order of arrival must not be guessable from the new order. */
function shuffled(places: Uint32Array): Uint32Array {
  for (let i = places.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [places[i], places[j]] = [places[j] as number, places[i] as number];
  }
  return places;
}

/**
 * Gives every response a new place in random order; keeps the month of its day, where enough share it. Cut short it goes on with those
 * that still have their day. @param renew goes into each transaction. @returns how many were left to do.
 */
export async function rewriteResponses(
  db: Db,
  tenant: string,
  period: string,
  renew: CloseLease['renew'],
): Promise<number> {
  const order = shuffled(await placesOf(db, tenant, period));
  // A closed period takes no more responses, so the places after the last one are free.
  const last = await oneOrNull<{ seq: number }>(
    db,
    'select seq from responses where tenant = ? and period = ? order by seq desc limit 1',
    [tenant, period],
  );
  const first = (last?.seq ?? 0) + 1;
  const few = await kindsOfFewMonths(db, tenant, period, SMALLEST_GROUP);
  for (let start = 0; start < order.length; start += CHUNK) {
    const places = [...order.subarray(start, start + CHUNK)];
    const list = inList(places);
    const rows = await db.all<Kind & { seq: number }>(
      `select seq, unit, stage, proof from responses where tenant = ? and period = ? and seq ${list.sql}`,
      [tenant, period, ...list.params],
    );
    const monthless = new Set(rows.filter((row) => few.has(kindOf(row))).map(({ seq }) => seq));
    await db.batch([
      renew(),
      ...places.flatMap((seq, i) => [
        {
          sql: `insert into responses (tenant, period, seq, day, lang, aged, ${COPIED})
            select tenant, period, cast(? as integer), substr(day, 1, ?), 'vi', 0, ${COPIED}
            from responses where tenant = ? and period = ? and seq = ?`,
          params: [first + start + i, monthless.has(seq) ? 0 : MONTH, tenant, period, seq],
        },
        { sql: 'delete from responses where tenant = ? and period = ? and seq = ?', params: [tenant, period, seq] },
      ]),
    ]);
  }
  return order.length;
}
