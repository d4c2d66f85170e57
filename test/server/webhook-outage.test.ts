import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type List, type WebhookWorld, webhookWorld } from './webhook-world.ts';

/** Units of a province, each with answers in the week before. */
const UNITS = 124;
const MINUTE = 1 / 60;

let world: WebhookWorld;
let webhook: string;
beforeEach(async () => {
  world = await webhookWorld();
  webhook = (await world.add(['responses.weekly'])).id;
  const week = Array.from({ length: UNITS }, (_, n) => ({
    sql: "insert into day_counts (tenant, unit, day, n) values ('mau', ?, '2026-11-12', 7)",
    params: [`xa-${n}`],
  }));
  await world.server.db.batch(week);
  world.server.clock.now = new Date('2026-11-16T02:00:00Z');
});
afterEach(() => world.close());

async function rounds(n: number, hoursBetween: number): Promise<void> {
  for (let i = 0; i < n; i += 1) {
    await world.deliver();
    world.later(hoursBetween);
  }
}
const stored = (asked: string) =>
  world.server.db
    .all<{ n: number }>(`select count(*) as n from webhook_deliveries where ${asked}`)
    .then(([row]) => Number(row?.n));
const messages = () => new Set(world.came.map(({ headers }) => headers['webhook-id']));

async function expectAllArrivedOnce(): Promise<void> {
  expect([world.came.length, messages().size]).toEqual([UNITS, UNITS]);
  expect(await stored("state = 'done'")).toBe(UNITS);
}

describe('a week of messages to a system that is away', () => {
  test('for half an hour: one message a round is tried, and all arrive once', async () => {
    await world.goAway();
    await rounds(30, MINUTE);
    const tries = await world.server.db.all<{ n: number }>('select sum(tries) as n from webhook_deliveries');
    expect(Number(tries[0]?.n)).toBe(30);
    expect(await stored("state = 'waiting'")).toBe(UNITS);
    expect((await world.list())[0]).toMatchObject({ offAt: null });
    await world.comeBack();
    await rounds(4, MINUTE);
    await expectAllArrivedOnce();
  });

  test('for two days: its address is off after a day and a half, no message is given up, and all arrive once it is on', async () => {
    await world.goAway();
    await rounds(35, 1);
    expect((await world.list())[0]).toMatchObject({ offAt: null });
    await rounds(13, 1);
    expect((await world.list())[0]).toMatchObject({ offReason: 'failing' });
    expect(await stored("state = 'waiting' and next_at is null")).toBe(UNITS);
    await world.comeBack();
    await rounds(2, MINUTE);
    expect(world.came).toEqual([]);
    await world.call<List>('PUT', `/v1/webhooks/${webhook}/state`, { on: true });
    await rounds(3, MINUTE);
    await expectAllArrivedOnce();
  });

  test('keeps no other address waiting', async () => {
    await world.server.db.run("update webhooks set url = 'https://nhan.example:1/tin'");
    await world.add(['responses.weekly']);
    await world.server.db.run("update webhooks set created_at = '2026-11-10T00:00:00.000Z'");
    await rounds(3, MINUTE);
    expect(messages().size).toBe(UNITS);
  });

  test('until it says that it is gone: what comes about meanwhile is held beside it', async () => {
    world.answers.status = 410;
    await world.deliver();
    world.later(7 * 24);
    await world.server.db.run("insert into day_counts (tenant, unit, day, n) values ('mau', 'xa-0', '2026-11-19', 9)");
    await world.deliver();
    expect([world.came.length, await stored("state = 'waiting' and next_at is null")]).toEqual([1, UNITS + 1]);
    world.answers.status = 204;
    await world.call<List>('PUT', `/v1/webhooks/${webhook}/state`, { on: true });
    await rounds(3, MINUTE);
    expect(await stored("state = 'done'")).toBe(UNITS + 1);
  });
});

test('what was told is not told again once its record is gone', async () => {
  const { id } = await world.add(['period.closed']);
  await world.call('DELETE', `/v1/webhooks/${webhook}`);
  await world.server.db.run("update webhooks set created_at = '2026-11-10T00:00:00.000Z' where webhook = ?", [id]);
  await world.server.db.run("update periods set closed_at = '2026-11-12T03:00:00.000Z' where tenant = 'mau'");
  await world.deliver();
  expect(world.came).toHaveLength(1);
  world.later(91 * 24);
  await rounds(3, MINUTE);
  expect(await stored('1 = 1')).toBe(0);
  expect(world.came).toHaveLength(1);
});
