import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeLease } from '../../server/store/leases.ts';
import { type List, type WebhookWorld, webhookWorld } from './webhook-world.ts';

let world: WebhookWorld;
beforeEach(async () => {
  world = await webhookWorld();
});
afterEach(() => world.close());

describe('a message nobody takes', () => {
  beforeEach(async () => {
    await world.add();
    await world.server.db.run("update periods set closed_at = '2026-11-10T03:00:00.000Z' where tenant = 'mau'");
    world.later(2);
    world.answers.status = 500;
  });
  const only = async () => (await world.list())[0]?.deliveries[0];
  const closing = async () => (await world.list())[0]?.deliveries.find(({ kind }) => kind === 'period.closed');

  test('is tried again with growing pauses under the same name, eight times', async () => {
    const pauses: number[] = [];
    for (let n = 1; n <= 8; n += 1) {
      await world.deliver();
      const tried = await only();
      expect(tried).toMatchObject({ tries: n, status: 500, state: 'waiting' });
      if (!tried?.nextAt) break;
      // Nothing before its time.
      await world.deliver();
      expect(world.came).toHaveLength(n);
      pauses.push((Date.parse(tried.nextAt) - world.server.clock.now.getTime()) / 60_000);
      world.server.clock.now = new Date(tried.nextAt);
    }
    expect(world.came).toHaveLength(8);
    expect(new Set(world.came.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    for (const [n, minutes] of [1, 5, 30, 120, 360, 720, 1440].entries()) {
      expect(pauses[n]).toBeGreaterThanOrEqual(minutes * 0.8 - 0.001);
      expect(pauses[n]).toBeLessThanOrEqual(minutes * 1.2 + 0.001);
    }
    expect(JSON.stringify(await world.server.db.all('select * from webhook_deliveries'))).not.toContain('không ai đọc');
  });

  test('is taken in the end, and failures count anew', async () => {
    await world.deliver();
    world.answers.status = 200;
    world.later(1);
    await world.deliver();
    expect(await only()).toMatchObject({ tries: 2, state: 'done', status: 200, nextAt: null });
    expect(await world.server.db.all('select failures from webhooks')).toEqual([{ failures: 0 }]);
  });

  test('switches its address off after its eighth try, once in the log, and is held until somebody switches it on', async () => {
    for (let n = 1; n <= 8; n += 1) {
      expect((await world.list())[0]).toMatchObject({ offAt: null });
      await world.deliver();
      world.server.clock.now = new Date((await only())?.nextAt ?? world.server.clock.now);
    }
    const [line] = await world.list();
    expect(line).toMatchObject({ offAt: world.server.clock.now.toISOString(), offReason: 'failing' });
    expect(line?.deliveries[0]).toMatchObject({ state: 'waiting', tries: 8, nextAt: null });
    const log = await world.server.db.all("select actor from audit where action = 'webhook.off'");
    expect(log).toEqual([{ actor: 'server' }]);
    world.later(24);
    world.answers.status = 200;
    await world.deliver();
    expect(world.came).toHaveLength(8);
    const { body } = await world.call<List>('PUT', `/v1/webhooks/${line?.id}/state`, { on: true });
    expect(body.webhooks[0]).toMatchObject({ offAt: null, offReason: null });
    await world.deliver();
    expect(await only()).toMatchObject({ state: 'done', tries: 1 });
  });

  test('is given up after eight tries by an address that took another meanwhile', async () => {
    for (let n = 1; n <= 8; n += 1) {
      await world.deliver();
      if (n === 4) {
        await world.server.db.run(
          `insert into publications (tenant, period, seq, snapshot, shown_from, ordered_by, ordered_at)
           values ('mau', '2026-q4', 1, 'x', ?, 'user:x', '2026-11-10T03:00:00.000Z')`,
          [world.server.clock.now.toISOString()],
        );
        world.answers.status = 200;
        await world.deliver();
        world.answers.status = 500;
      }
      const nextAt = (await closing())?.nextAt;
      if (nextAt) world.server.clock.now = new Date(nextAt);
    }
    expect(await closing()).toMatchObject({ state: 'failed', tries: 8, nextAt: null });
    expect(world.came).toHaveLength(9);
    expect((await world.list())[0]).toMatchObject({ offAt: null });
  });

  test('of a server that stood still for days says nothing of its address', async () => {
    await world.deliver();
    world.later(72);
    await world.deliver();
    expect((await world.list())[0]).toMatchObject({ offAt: null });
    expect(await only()).toMatchObject({ state: 'waiting', tries: 2 });
  });

  test('is dropped by who switches its address off himself', async () => {
    await world.deliver();
    const [line] = await world.list();
    await world.call('PUT', `/v1/webhooks/${line?.id}/state`, { on: false });
    expect(await only()).toMatchObject({ state: 'failed', nextAt: null });
    await world.call('PUT', `/v1/webhooks/${line?.id}/state`, { on: true });
    world.later(48);
    await world.deliver();
    expect(world.came).toHaveLength(1);
  });

  test('switches it off at once where it says that it is gone', async () => {
    world.answers.status = 410;
    await world.deliver();
    expect((await world.list())[0]).toMatchObject({ offReason: 'gone' });
  });

  test('is not sent by two processes at a time', async () => {
    await takeLease(world.server.db, 'mau', 'webhooks', 'tiến trình khác', world.server.clock.now);
    await world.deliver();
    expect(world.came).toEqual([]);
  });

  test('waits when the key is lost, and says so', async () => {
    await world.deliver({ webhookKeys: { ...world.services.webhookKeys, exists: () => false } });
    expect(await only()).toMatchObject({ state: 'waiting', status: null, fault: 'key' });
  });
});
