import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KioskAnswer } from '#wire/kiosk.ts';

type Outbox = typeof import('../../widget/kiosk/outbox.ts');
let outbox: Outbox;
let sent: unknown[][];
/** What the server answers to the next call; the last one stays. */
let answers: ((items: { id: string }[]) => { status: number; body: unknown })[];

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  vi.resetModules();
  outbox = await import('../../widget/kiosk/outbox.ts');
  sent = [];
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    const items = JSON.parse(String(init.body)) as { id: string }[];
    sent.push(items);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (!answer) throw new TypeError('no line');
    const { status, body } = answer(items);
    return new Response(JSON.stringify(body), { status });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const outcomes = (make: (id: string) => object) => (items: { id: string }[]) => ({
  status: 200,
  body: { outcomes: items.map(({ id }) => make(id)) },
});
const created = outcomes((id) => ({ outcome: 'created', id }));
const refused = (code: string, status: number, more = {}) =>
  outcomes((id) => ({ outcome: 'refused', id, status, problem: { code, message: '' }, ...more }));
const answer = (n: number): KioskAnswer => ({
  ...{ id: `mau.${String(n).padStart(26, '0')}`, unit: 'so-a', survey: 'nhanh-3-2026', version: 1, stage: 'returned' },
  ...{ channel: 'kiosk', lang: 'vi', answers: { overall: 'satisfied' } },
});

describe('answers on their way', () => {
  it('go out together, oldest first, and are gone once the server has them', async () => {
    answers = [created];
    for (const n of [3, 1, 2]) expect(await outbox.enqueue(answer(n))).toBe(true);
    expect(await outbox.deliverDue('k')).toEqual({ left: 0, received: 3, refused: 0, revoked: false });
    expect(sent[0]).toEqual([1, 2, 3].map((n) => ({ ...answer(n), ageSeconds: 0 })));
    expect(await outbox.countKept()).toBe(0);
  });

  it('do not come back when the tablet is erased while they are under way', async () => {
    const { eraseEverything } = await import('../../widget/kiosk/database.ts');
    vi.stubGlobal('navigator', {});
    let asked = false;
    let hangUp = () => {};
    vi.stubGlobal('fetch', () => {
      asked = true;
      return new Promise((_, reject) => {
        hangUp = () => reject(new TypeError('no line'));
      });
    });
    await outbox.enqueue(answer(1));
    const delivery = outbox.deliverDue('k');
    await vi.waitUntil(() => asked);
    await eraseEverything();
    hangUp();
    await delivery;
    expect(await outbox.countKept()).toBe(0);
  });

  it('stay where there is no line, or something else answers, and go out later with their age', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    answers = [];
    await outbox.enqueue(answer(1));
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 1, received: 0 });
    // The building's own page: 200, and no outcome.
    answers = [() => ({ status: 200, body: {} })];
    vi.setSystemTime(Date.now() + 60_000);
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 1, received: 0, refused: 0 });
    answers = [created];
    await outbox.hurryAll();
    vi.setSystemTime(Date.now() + 3_540_000);
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 0, received: 1 });
    expect(sent.at(-1)).toMatchObject([{ ageSeconds: 3600 }]);
  });

  it('held for a while are not sent, can be taken back, and go out after that', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    answers = [created];
    await outbox.enqueue(answer(1), 12_000);
    await outbox.enqueue(answer(2), 12_000);
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 2, received: 0 });
    await outbox.takeBack(answer(1).id);
    vi.setSystemTime(Date.now() + 12_000);
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 0, received: 1 });
    expect(sent).toEqual([[expect.objectContaining({ id: answer(2).id })]]);
  });

  it('go out though the clock of the tablet was set back by a day, and are not from the future', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    answers = [];
    await outbox.enqueue(answer(1));
    await outbox.deliverDue('k');
    answers = [created];
    vi.setSystemTime(Date.now() - 86_400_000);
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 0, received: 1 });
    expect(sent.at(-1)).toMatchObject([{ ageSeconds: 0 }]);
  });

  it('refused for good are given up and counted; while no period is open they wait', async () => {
    answers = [refused('period.none', 422), refused('unit.unknown', 422)];
    await outbox.enqueue(answer(1));
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 1, refused: 0 });
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 60_000);
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 0, received: 0, refused: 1 });
  });

  it('wait as long as the server asks of each', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    answers = [refused('store.full', 503, { retryAfter: 60 }), created];
    await outbox.enqueue(answer(1));
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 1, refused: 0 });
    vi.setSystemTime(Date.now() + 59_000);
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 1, received: 0 });
    vi.setSystemTime(Date.now() + 1_000);
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 0, received: 1 });
  });

  it('are never ended by a refusal of the whole call', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await outbox.enqueue(answer(1));
    for (const status of [400, 403, 404, 413, 422, 429, 500]) {
      answers = [() => ({ status, body: { code: 'x', message: '' } })];
      expect(await outbox.deliverDue('k'), `${status}`).toMatchObject({ left: 1, received: 0, refused: 0 });
      vi.setSystemTime(Date.now() + 300_000);
    }
  });

  it('go in calls the server can read, however long their comments', async () => {
    answers = [created];
    const comment = 'ữ'.repeat(1000);
    for (let n = 0; n < 400; n += 1) await outbox.enqueue({ ...answer(n), comment } as KioskAnswer);
    let left = 400;
    while (left) ({ left } = await outbox.deliverDue('k'));
    expect(sent.length).toBeGreaterThan(1);
    for (const items of sent) expect(Buffer.byteLength(JSON.stringify(items))).toBeLessThan(1_048_576);
    expect(new Set(sent.flat().map((item) => (item as { id: string }).id)).size).toBe(400);
  });

  it('of a tablet that was put out stay with it', async () => {
    answers = [() => ({ status: 401, body: { code: 'key.revoked', message: '' } })];
    await outbox.enqueue(answer(1));
    expect(await outbox.deliverDue('k')).toMatchObject({ left: 1, revoked: true });
  });

  it('are in memory where the tablet cannot keep them, and the kiosk knows', async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    } as unknown as IDBFactory;
    vi.resetModules();
    const broken: Outbox = await import('../../widget/kiosk/outbox.ts');
    const { storageFailed } = await import('../../widget/kiosk/database.ts');
    answers = [created];
    expect(await broken.enqueue(answer(1))).toBe(false);
    expect(storageFailed()).toBe(true);
    expect(await broken.deliverDue('k')).toMatchObject({ left: 0, received: 1 });
    expect(await broken.countKept()).toBe(0);
  });
});
