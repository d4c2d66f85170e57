/**
 * What becomes of one item on its way to the server, for widget and extension alike. Pure: the caller passes time (ms)
 * and chance, stores the state and makes the request. The order is: store as queued → `claim` and store → send → `settle`
 * and store. An item sent twice is stored once, because its id is the client's.
 */
export type OutboxState =
  | { readonly is: 'queued'; readonly attempts: number }
  /** Leased to one sender; after `until` it may be claimed again, for its tab may be gone. */
  | { readonly is: 'sending'; readonly attempts: number; readonly owner: string; readonly until: number }
  | { readonly is: 'waiting'; readonly attempts: number; readonly retryAt: number; readonly reason: RetryReason }
  | { readonly is: 'delivered'; readonly attempts: number }
  /** Final: sending the same again cannot succeed. */
  | { readonly is: 'refused'; readonly attempts: number; readonly status: number };

export type RetryReason = 'network' | 'busy' | 'server';

/** How one attempt ended. `status: null` = no answer at all. `retryAfter` in seconds, as the server asked. */
export interface Attempt {
  readonly status: number | null;
  readonly retryAfter?: number | null;
}

export const QUEUED: OutboxState = { is: 'queued', attempts: 0 };
const LEASE_MS = 30_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;
/** Nothing waits longer, whatever a server asks: what seems due later was written before the clock was set back. */
const FURTHEST_MS = 3_600_000;

/** When the item may next be claimed (ms); `null` = never, it is at an end. */
export function dueAt(state: OutboxState): number | null {
  if (state.is === 'queued') return 0;
  if (state.is === 'waiting') return state.retryAt;
  return state.is === 'sending' ? state.until : null;
}

/** The item leased to `owner`, or `null` while another sender holds it, before its time, and after its end. */
export function claim(state: OutboxState, owner: string, now: number): OutboxState | null {
  const due = dueAt(state);
  if (due === null || (due > now && due <= now + FURTHEST_MS)) return null;
  return { is: 'sending', attempts: state.attempts + 1, owner, until: now + LEASE_MS };
}

/**
 * The state after an attempt of `owner`. Success counts whoever reports it; any other outcome only from the sender that
 * holds the lease, so a slow tab cannot undo a faster one. No answer, 401, 408, 425, 429 and 5xx are tried again; every
 * other answer is final.
 * @param chance 0 ≤ chance < 1: spreads retries over the second half of the wait.
 */
export function settle(state: OutboxState, owner: string, attempt: Attempt, now: number, chance: number): OutboxState {
  const { attempts } = state;
  const { status } = attempt;
  if (status !== null && status >= 200 && status < 300) return { is: 'delivered', attempts };
  if (state.is !== 'sending' || state.owner !== owner) return state;
  const reason = retryReason(status);
  if (!reason) return { is: 'refused', attempts, status: status ?? 0 };
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  const spread = Math.round(wait * (0.5 + chance / 2));
  return {
    is: 'waiting',
    attempts,
    reason,
    retryAt: now + Math.min(FURTHEST_MS, Math.max(spread, (attempt.retryAfter ?? 0) * 1000)),
  };
}

/** An item that waits for the network alone is due at once when the network is back. Other states are unchanged. */
export function hurry(state: OutboxState): OutboxState {
  return state.is === 'waiting' && state.reason === 'network' ? { is: 'queued', attempts: state.attempts } : state;
}

function retryReason(status: number | null): RetryReason | null {
  if (status === null) return 'network';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 || status === 401 || status === 408 || status === 425 ? 'server' : null;
}
