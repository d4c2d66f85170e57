import { claim, dueAt, hurry, settle } from '#rules/outbox.ts';
import type { ResponseReceipt } from '#wire/response.ts';
import { ask } from './ask.ts';
import type { Outgoing } from './outgoing.ts';
import { all, update } from './store.ts';

/** Told of every change of every item; the answers are still in it, though no longer in the store. */
export type Watcher = (item: Outgoing) => void;

/** A time far off may stem from a clock that was set back since, and a timer takes no more than 24 days. */
const LOOK_AGAIN_MS = 300_000;
const watchers = new Set<Watcher>();
/** Tells this page from others of its origin. */
const owner = `${Math.random()}`;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Watches deliveries until `signal` aborts. */
export function watch(watcher: Watcher, signal: AbortSignal): void {
  watchers.add(watcher);
  signal.addEventListener('abort', () => watchers.delete(watcher));
}

/** Stores `item` before anything is sent. */
export const enqueue = (item: Outgoing) => update('outbox', item.id, () => item);

/**
 * Forgets the draft that was sent as `item`; another one, typed since, stays. Until the server has the answers they are kept as
 * a draft too: a refusal must not cost them.
 */
export const dropDraft = ({ form, draft }: Outgoing) =>
  update('drafts', form, (kept) => (JSON.stringify(kept) === draft ? undefined : kept));

/** Forgets an item whose outcome was shown. */
export const forget = (id: string) => update('outbox', id, () => undefined);

/** Sends everything that is due, whichever page of this origin stored it, and comes back when the next one is. */
export async function deliverDue(): Promise<void> {
  const items = await all<Outgoing>('outbox');
  await Promise.all(items.map(deliver));
  // What another tab is sending is looked at again soon, not only when its lease ends: its outcome is shown here too.
  const dues = (await all<Outgoing>('outbox')).flatMap(({ state }) =>
    state.is === 'sending' ? 0 : (dueAt(state) ?? []),
  );
  clearTimeout(timer);
  if (dues.length)
    timer = setTimeout(deliverDue, Math.max(1_000, Math.min(Math.min(...dues) - Date.now(), LOOK_AGAIN_MS)));
}

/** The network is back: what waited for it alone goes out now. */
export async function networkBack(): Promise<void> {
  for (const { id } of await all<Outgoing>('outbox'))
    await update<Outgoing>('outbox', id, (item) => item && { ...item, state: hurry(item.state) });
  await deliverDue();
}

async function deliver({ id }: Outgoing): Promise<void> {
  const now = Date.now();
  let mine = false;
  const item = await update<Outgoing>('outbox', id, (stored) => {
    const state = stored?.body && claim(stored.state, owner, now);
    mine = !!state;
    return state ? { ...stored, state } : stored;
  });
  // Another tab may have brought it to its end: whoever shows it is told all the same.
  if (item && dueAt(item.state) === null) tell(item);
  if (!mine || !item?.body) return;
  const answer = await send(item, now);
  const { receipt, editableUntil: until, replyBy } = (answer.body ?? {}) as Partial<ResponseReceipt>;
  const ok = answer.status && answer.status < 300;
  // 200 from something that is not our server gives no receipt: nothing was received.
  const attempt = ok && !receipt ? { status: null } : answer;
  // The draft goes first: cut off in between, the answers are still on their way.
  if (ok && receipt) await dropDraft(item);
  const settled = await update<Outgoing>('outbox', id, (stored) => {
    if (!stored) return stored;
    const { body, draft, ...rest } = stored;
    const state = settle(stored.state, owner, attempt, Date.now(), Math.random());
    if (state.is === 'delivered') return { ...rest, state, receipt, until, replyBy };
    return { ...rest, state, ...(state.is === 'refused' ? { problem: answer.body } : { body, draft }) };
  });
  if (settled) tell({ ...settled, body: item.body });
}

const tell = (item: Outgoing) => {
  for (const watcher of watchers) watcher(item);
};

const send = ({ server, id, body, receipt, answered }: Outgoing, now: number) => {
  // A clock may have been set between the two, even by years.
  const seconds = Math.round((now - answered) / 1000);
  const aged = { ...body, ageSeconds: seconds };
  const url = `${server}/v1/responses`;
  const lang = body?.lang ?? 'vi';
  return receipt ? ask(`${url}/${id}`, lang, 'PUT', aged, { 'x-dvc-receipt': receipt }) : ask(url, lang, 'POST', aged);
};
