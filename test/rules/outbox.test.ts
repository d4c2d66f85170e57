import { describe, expect, it } from 'vitest';
import { type Attempt, claim, dueAt, hurry, type OutboxState, QUEUED, settle } from '#rules/outbox.ts';

const NOW = 1_000_000;
const sending: OutboxState = { is: 'sending', attempts: 1, owner: 'tab-a', until: NOW + 30_000 };
const waiting: OutboxState = { is: 'waiting', attempts: 1, retryAt: NOW + 2_000, reason: 'network' };
const delivered: OutboxState = { is: 'delivered', attempts: 1 };
const refused: OutboxState = { is: 'refused', attempts: 1, status: 422 };

describe('claim', () => {
  const lease = (attempts: number, now: number) => ({ is: 'sending', attempts, owner: 'tab-b', until: now + 30_000 });
  const table: readonly (readonly [string, OutboxState, number, object | null])[] = [
    ['a queued item is leased for 30 seconds', QUEUED, NOW, lease(1, NOW)],
    ['an item being sent elsewhere is not', sending, NOW + 29_999, null],
    ['a lease that ran out is taken over: its tab is gone', sending, NOW + 30_000, lease(2, NOW + 30_000)],
    ['a waiting item is not taken before its time', waiting, NOW + 1_999, null],
    ['a waiting item is taken at its time', waiting, NOW + 2_000, lease(2, NOW + 2_000)],
    ['nor within the hour', { ...waiting, retryAt: NOW + 3_600_000 }, NOW, null],
    ['a time further off is of a clock set back since', { ...waiting, retryAt: NOW + 3_600_001 }, NOW, lease(2, NOW)],
    ['so is a lease', { ...sending, until: NOW * 9 }, NOW, lease(2, NOW)],
    ['a delivered item is never sent again', delivered, NOW * 9, null],
    ['a refused item is never sent again', refused, NOW * 9, null],
  ];
  for (const [name, state, now, expected] of table)
    it(name, () => expect(claim(state, 'tab-b', now)).toEqual(expected));
});

describe('settle', () => {
  const wait = (reason: string, ms: number) => ({ is: 'waiting', attempts: 1, reason, retryAt: NOW + ms });
  const table: readonly (readonly [string, Attempt, object])[] = [
    ['201 created', { status: 201 }, delivered],
    ['200 repeated', { status: 200 }, delivered],
    ['no answer: half the wait at chance 0', { status: null }, wait('network', 1_000)],
    ['500', { status: 500 }, wait('server', 1_000)],
    ['502', { status: 502 }, wait('server', 1_000)],
    ['408', { status: 408 }, wait('server', 1_000)],
    ['401: the key may be renewed, the work is kept', { status: 401 }, wait('server', 1_000)],
    ['429 without a time', { status: 429 }, wait('busy', 1_000)],
    ['503 with Retry-After 7', { status: 503, retryAfter: 7 }, wait('busy', 7_000)],
    ['503 with a Retry-After of two hours', { status: 503, retryAfter: 7_200 }, wait('busy', 3_600_000)],
    ['429 with a Retry-After shorter than our own wait', { status: 429, retryAfter: 0 }, wait('busy', 1_000)],
    ['425', { status: 425 }, wait('server', 1_000)],
    ['199', { status: 199 }, { ...refused, status: 199 }],
    ['300', { status: 300 }, { ...refused, status: 300 }],
    ['499', { status: 499 }, { ...refused, status: 499 }],
    ['400', { status: 400 }, { ...refused, status: 400 }],
    ['404', { status: 404 }, { ...refused, status: 404 }],
    ['409', { status: 409 }, { ...refused, status: 409 }],
    ['410', { status: 410 }, { ...refused, status: 410 }],
    ['413', { status: 413 }, { ...refused, status: 413 }],
    ['422', { status: 422 }, refused],
  ];
  for (const [name, attempt, expected] of table)
    it(name, () => expect(settle(sending, 'tab-a', attempt, NOW, 0)).toEqual(expected));

  it('waits 2, 4, 8 … seconds, never above five minutes, spread by chance over the second half', () => {
    const waitAfter = (attempts: number, chance: number) => {
      const state = settle({ ...sending, attempts }, 'tab-a', { status: null }, NOW, chance);
      return (dueAt(state) ?? 0) - NOW;
    };
    expect([1, 2, 3, 8, 9, 100].map((n) => waitAfter(n, 0))).toEqual([1_000, 2_000, 4_000, 128_000, 150_000, 150_000]);
    expect(waitAfter(1, 0.5)).toBe(1_500);
    expect(waitAfter(100, 0.999_999)).toBe(300_000);
  });

  it('counts success whoever reports it, even after another tab took over', () => {
    for (const state of [sending, waiting, { ...sending, owner: 'tab-b' }])
      expect(settle(state, 'tab-a', { status: 200 }, NOW, 0).is).toBe('delivered');
  });

  it('lets a sender that lost its lease undo nothing', () => {
    const taken: OutboxState = { ...sending, owner: 'tab-b' };
    expect(settle(taken, 'tab-a', { status: null }, NOW, 0)).toBe(taken);
    expect(settle(delivered, 'tab-a', { status: 500 }, NOW, 0)).toBe(delivered);
    expect(settle(waiting, 'tab-a', { status: 422 }, NOW, 0)).toBe(waiting);
  });
});

describe('due', () => {
  it('queued at once, waiting at its time, sending when the lease ends, ended never', () => {
    expect([QUEUED, waiting, sending, delivered, refused].map(dueAt)).toEqual([
      0,
      NOW + 2_000,
      NOW + 30_000,
      null,
      null,
    ]);
  });

  it('comes at once when the network is back, but not sooner than a busy server asked', () => {
    expect(hurry(waiting)).toEqual({ is: 'queued', attempts: 1 });
    const busy: OutboxState = { ...waiting, reason: 'busy' };
    for (const state of [busy, sending, delivered, refused]) expect(hurry(state)).toBe(state);
  });
});
