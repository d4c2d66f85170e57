import { claim, dueAt, hurry, settle } from '#rules/outbox.ts';
import type { Outcome, Problem } from '#wire/problem.ts';
import { texts } from '../language.ts';
import { afterDossier } from './after-dossier.ts';
import { type Database, type QueueItem, writing } from './database.ts';
import { withLetter } from './letters.ts';
import { type Answer, askServer, isKeyLost, problemOf } from './server-client.ts';
import { isDone, recordAfter, refusalOf } from './settle-score.ts';

const say = texts(
  { kept: 'Chưa gửi được. Việc của Anh/Chị vẫn còn và sẽ được gửi lại.' },
  { kept: 'Not sent yet. Your work is kept and will be sent again.' },
);

export interface Sender {
  readonly db: Database;
  readonly server: string;
  readonly key: string;
  /** Name of this sender in leases. */
  readonly owner: string;
  readonly now: () => number;
}

/** How a round ended. `nextAt` (ms) = when something is due again; `trouble` = a sentence for the officer. */
export interface Round {
  /** Items tried in this round. */
  readonly tried: number;
  readonly nextAt: number | null;
  readonly revoked: boolean;
  readonly trouble: string | null;
}

const BATCH = 200;

/** Where each kind goes, in the order of sending: a letter and a score speak of a dossier the server must know. */
const PATHS: Readonly<Record<QueueItem['kind'], string>> = {
  dossier: '/v1/dossiers',
  apology: '/v1/apologies',
  withdrawal: '/v1/self-scores/withdrawals',
  selfScore: '/v1/self-scores',
  secondLook: '/v1/self-scores/second-looks',
};
const KINDS = Object.keys(PATHS);

async function claimAll({ db, owner, now }: Sender, asked: boolean): Promise<QueueItem[]> {
  const tx = writing(db);
  const claimed: QueueItem[] = [];
  for (const item of await tx.objectStore('queue').getAll()) {
    const state = claim(asked ? hurry(item.state) : item.state, owner, now());
    if (!state) continue;
    const mine = { ...item, state };
    await tx.objectStore('queue').put(mine);
    claimed.push(mine);
  }
  await tx.done;
  return claimed;
}

function batchesOf(items: readonly QueueItem[]): QueueItem[][] {
  const groups = new Map<string, QueueItem[]>();
  for (const item of items) {
    const group = 'person' in item ? `${item.kind} ${item.person.token}` : item.kind;
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / BATCH) }, (_, i) => group.slice(i * BATCH, (i + 1) * BATCH)),
  );
}

const OUTCOMES: ReadonlySet<unknown> = new Set([
  'created',
  'updated',
  'repeated',
  'refused',
] satisfies Outcome['outcome'][]);

/** An outcome for each of the `n` items sent; anything else acknowledges nothing. */
function outcomesIn(answer: Answer, n: number): readonly Outcome[] | null {
  const outcomes = (answer.body as { outcomes?: unknown } | null)?.outcomes;
  if (answer.status === null || answer.status >= 300 || !Array.isArray(outcomes)) return null;
  return outcomes.length === n && outcomes.every((each) => OUTCOMES.has(each?.outcome)) ? outcomes : null;
}

const BUSY = 503;

/** A letter of a computer whose clock is ahead: in a while its minute is no longer in the future. */
const isEarly = (item: QueueItem, { problem }: { readonly problem: Problem }): boolean =>
  item.kind === 'apology' && problem.code === 'date.future';

async function settleOne(
  { db, owner, now }: Sender,
  item: QueueItem,
  answer: Answer,
  own: Outcome | null,
): Promise<void> {
  const refused = own?.outcome === 'refused' ? own : null;
  const status = refused ? (isEarly(item, refused) ? BUSY : refused.status) : answer.status;
  const problem = refused?.problem ?? problemOf(answer.body);
  const tx = writing(db);
  const current = await tx.objectStore('queue').get(item.id);
  if (current && current.made === item.made) {
    const retryAfter = refused?.retryAfter ?? answer.retryAfter;
    const state = settle(current.state, owner, { status, retryAfter }, now(), Math.random());
    const refusal = refusalOf(state, problem);
    if (isDone(item, state, problem)) await tx.objectStore('queue').delete(item.id);
    else await tx.objectStore('queue').put({ ...current, state, ...(refusal ? { problem: refusal } : {}) });
    const said = problem?.message ?? null;
    const told = item.kind === 'apology' ? await tx.objectStore('dossiers').get(item.body.dossier) : undefined;
    if (told && item.kind === 'apology') await tx.objectStore('dossiers').put(withLetter(told, item.body, state, said));
    const scores = tx.objectStore('scores');
    const scored = item.kind === 'selfScore' || item.kind === 'withdrawal' ? item.body.dossier : null;
    const record = scored ? await scores.get(scored) : undefined;
    const after = record && recordAfter(record, item, state, problem);
    if (after && after !== record) await scores.put(after);
    if (record && !after) await scores.delete(record.code);
  }
  await tx.done;
}

/**
 * Sends what is due, dossiers before the letters and the scores that speak of them.
 * @param asked by a person: also what waits for the network; a busy server is given its time.
 */
export async function sendQueue(sender: Sender, asked = false): Promise<Round> {
  const claimed = await claimAll(sender, asked);
  claimed.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.made - b.made);
  let trouble: string | null = null;
  let revoked = false;
  for (const whole of batchesOf(claimed)) {
    const batch = await afterDossier(sender.db, whole);
    const [first] = batch;
    if (!first) continue;
    const answer = await askServer({
      server: sender.server,
      key: sender.key,
      path: PATHS[first.kind],
      body: batch.map((item) => item.body),
      ...('person' in first ? { person: first.person.token } : {}),
    });
    const outcomes = outcomesIn(answer, batch.length);
    const problem = problemOf(answer.body);
    if (isKeyLost(problem)) revoked = true;
    // A 2xx without an outcome for each is not our server: nothing was acknowledged, the items stay.
    const heard = answer.status !== null && answer.status < 300 && !outcomes ? { ...answer, status: 503 } : answer;
    for (const [i, item] of batch.entries()) await settleOne(sender, item, heard, outcomes?.[i] ?? null);
    if (!outcomes) trouble = problem?.message ?? say('kept');
  }
  const waiting = (await sender.db.getAll('queue')).map(({ state }) => dueAt(state)).filter((at) => at !== null);
  return { tried: claimed.length, nextAt: waiting.length > 0 ? Math.min(...waiting) : null, revoked, trouble };
}
