import { randomInt } from 'node:crypto';
import { countsOfficially } from '#rules/proof.ts';
import { proof } from '#wire/response.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { sealCases } from '../store/case-seal.ts';
import { hideCommentCodes } from '../store/comment-codes.ts';
import { type Db, oneOrNull } from '../store/db.ts';
import { dropFewAnswers, type Kind, kindOf, kindsOfFewMonths } from '../store/few-answers.ts';
import { dropOldHandOvers } from '../store/hand-overs.ts';
import { deletePaperRows } from '../store/import-rows.ts';
import { inList } from '../store/in-list.ts';
import { deleteInvitations } from '../store/invitations.ts';
import { forgetLastAnswers } from '../store/kiosks.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { deleteNumbers } from '../store/response-numbers.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { snapshotOrNull } from '../store/snapshots.ts';
import { sortCounts } from '../store/sort-counts.ts';
import { emptySuperseded } from '../store/superseded-snapshots.ts';
import { deleteMessages } from '../store/survey-messages.ts';
import { dropEmptyCounts, dropSmallProcedures, foldDays } from '../store/tallies.ts';
import { type CloseLease, closing, isLeaseLost, takeSeal } from './lease-of-close.ts';
import { requireClosed } from './require-closed.ts';
import { requireKey } from './require-key.ts';

type Parts = Pick<Services, 'db' | 'now' | 'keys'>;

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

/** Gives every response a new place in random order; keeps the month of its day, where enough share it. */
async function rewriteResponses(db: Db, tenant: string, period: string, renew: CloseLease['renew']): Promise<number> {
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

/** What `sealPeriod` does once nobody else does. */
async function cutLoose(
  { db, now, keys }: Parts,
  tenant: string,
  { period, from, to, choices }: StoredPeriod,
  snapshot: string,
  actor: string,
  renew: CloseLease['renew'],
): Promise<void> {
  const key = [tenant, period];
  await db.batch([
    renew(),
    // Null is refused: a period that was reopened or sealed meanwhile keeps what it has.
    {
      sql: `update periods set seal_begun_at = coalesce(seal_begun_at, ?),
          state = case when state = 'closed' and snapshot = ? then state end where tenant = ? and period = ?`,
      params: [now().toISOString(), snapshot, ...key],
    },
    deletePaperRows(tenant, period),
    { sql: 'delete from receipts where tenant = ? and period = ?', params: key },
    { sql: 'delete from links where tenant = ? and period = ?', params: key },
    deleteInvitations(tenant, to),
    deleteMessages(tenant, to),
    deleteNumbers(tenant, period, to),
    ...(await emptySuperseded(db, tenant, period, snapshot)),
    ...foldDays(tenant, from, to),
    ...dropEmptyCounts(tenant, period),
    forgetLastAnswers(tenant),
    dropOldHandOvers(tenant, now()),
  ]);
  const official = proof.options.filter((each) => countsOfficially(each, settledChoices(choices)));
  await dropFewAnswers(db, tenant, period, official, SMALLEST_GROUP);
  const { sql, params } = dropSmallProcedures(tenant, period, SMALLEST_GROUP);
  await db.run(sql, params);
  await hideCommentCodes(db, tenant, period);
  await sealCases(db, tenant, period, SMALLEST_GROUP);
  if (keys.exists(tenant, period)) keys.destroy(tenant, period);
  await sortCounts(db, tenant, period);
  const rewritten = await rewriteResponses(db, tenant, period, renew);
  await db.settle('file');
  const { factsHash, contentHash } = (await snapshotOrNull(db, tenant, snapshot)) ?? {};
  const detail = { rewritten, snapshot, factsHash, contentHash };
  await withAudit(db, tenant, now(), { actor, action: 'period.seal', subject: period, detail }, [
    {
      sql: "update periods set state = 'sealed', sealed_at = ? where tenant = ? and period = ? and state = 'closed'",
      params: [now().toISOString(), ...key],
    },
    renew(),
  ]);
}

/**
 * Cuts answers loose from dossiers for good: receipts, links, the links to surveys and the period's key are destroyed,
 * responses take a random order and lose their day and all that is no answer, what fewer than 5 answered of a unit or a procedure is
 * dropped, counts take the order of their keys, days of counts become months, and earlier snapshots lose what they tell beside the
 * current one.
 * The database's own files are cleaned before the period counts as sealed. Can be run again after a crash: each step finds what
 * the last run left.
 * @throws Refusal 409 `period.open` unless the period is closed, `period.closing` while another process seals it; 503 `key.lost`
 * before anything was cut loose.
 */
export async function sealPeriod(parts: Parts, tenant: string, closed: StoredPeriod, actor: string): Promise<void> {
  const { period, state } = closed;
  if (state === 'sealed') return;
  const snapshot = requireClosed(closed);
  await requireKey(parts, tenant, period, 'seal');
  const isDone = async () => (await periodOrNull(parts.db, tenant, period))?.state === 'sealed';
  const lease = await takeSeal(parts, tenant, period, isDone);
  try {
    if (lease) await cutLoose(parts, tenant, closed, snapshot, actor, lease.renew);
  } catch (error) {
    throw isLeaseLost(error) ? closing(period) : error;
  } finally {
    await lease?.drop();
  }
}
