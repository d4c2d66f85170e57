import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { WebhookIssued } from '#wire/webhook.ts';
import { createApp } from '../../server/app.ts';
import { isoWeekOf } from '../../server/jobs/iso-week.ts';
import { NOW } from './test-server.ts';
import { ALL_KINDS, isSignedBy, type List, type WebhookWorld, webhookWorld } from './webhook-world.ts';

let world: WebhookWorld;
beforeEach(async () => {
  world = await webhookWorld();
});
afterEach(() => world.close());

/** Answers of a day, as the intake counts them. */
const received = (unit: string, day: string, n: number) =>
  world.server.db.run('insert into day_counts (tenant, unit, day, n) values (?, ?, ?, ?)', ['mau', unit, day, n]);

describe('an address', () => {
  test('is added with what it is told; its secret is shown once and stored nowhere', async () => {
    const { id, secret } = await world.add();
    expect([id, secret]).toEqual([
      expect.stringMatching(/^mau\./),
      expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    ]);
    const [line] = await world.list();
    expect(line).toMatchObject({ id, kinds: ALL_KINDS, offAt: null, deliveries: [] });
    expect(JSON.stringify([await world.list(), await world.server.db.all('select * from webhooks')])).not.toContain(
      secret.slice(6),
    );
  });

  test('is HTTPS without a password; ten are enough', async () => {
    for (const url of ['http://a.vn/', 'https://a:b@a.vn/', 'https://a.vn/#x', 'ftp://a.vn'])
      expect([url, (await world.call('POST', '/v1/webhooks', { url, kinds: ALL_KINDS })).status]).toEqual([url, 422]);
    for (let n = 0; n < 10; n += 1) await world.add();
    const full = await world.call<Problem>('POST', '/v1/webhooks', { url: 'https://a.vn/', kinds: ALL_KINDS });
    expect([full.status, full.body.code]).toEqual([409, 'webhook.full']);
  });

  test('of another province is not there', async () => {
    const { id } = await world.add();
    for (const [method, path, body] of [
      ['POST', 'secret', undefined],
      ['POST', 'test', undefined],
      ['PUT', 'state', { on: false }],
    ] as const)
      expect(
        (await world.call('POST' === method ? 'POST' : 'PUT', `/v1/webhooks/${id}/${path}`, body, 'kia')).status,
      ).toBe(404);
    expect((await world.call('DELETE', `/v1/webhooks/${id}`, undefined, 'kia')).status).toBe(404);
    expect((await world.call<List>('GET', '/v1/webhooks', undefined, 'kia')).body.webhooks).toEqual([]);
    expect(world.came).toEqual([]);
  });

  test('is tried out at once, and the list says what came of it', async () => {
    const { id, secret } = await world.add();
    const { body } = await world.call<List>('POST', `/v1/webhooks/${id}/test`);
    expect(body.webhooks[0]?.deliveries).toMatchObject([
      { kind: 'test', state: 'done', tries: 1, status: 204, fault: null },
    ]);
    expect(world.came).toHaveLength(1);
    expect(isSignedBy(secret, world.came[0])).toBe(true);
    expect(JSON.parse(world.came[0]?.body ?? '')).toEqual({ type: 'test', timestamp: NOW.toISOString(), data: {} });
    const closed = createApp(world.server.services);
    const headers = { ...world.server.credentials.mau['province-admin'] };
    await world.server.db.run("update webhooks set url = 'https://127.0.0.1/'");
    const refused = await closed.request(`/v1/webhooks/${id}/test`, { method: 'POST', headers });
    expect(((await refused.json()) as List).webhooks[0]?.deliveries).toContainEqual(
      expect.objectContaining({ kind: 'test', state: 'failed', status: null, fault: 'address' }),
    );
  });

  test('gets a new secret; for a day both sign, then the new one alone', async () => {
    const first = await world.add();
    const { body: second } = await world.call<WebhookIssued>('POST', `/v1/webhooks/${first.id}/secret`);
    expect(second.secret).not.toBe(first.secret);
    const test = () => world.call('POST', `/v1/webhooks/${first.id}/test`);
    await test();
    expect([isSignedBy(first.secret, world.came[0]), isSignedBy(second.secret, world.came[0])]).toEqual([true, true]);
    world.later(24.1);
    await test();
    expect([isSignedBy(first.secret, world.came[1]), isSignedBy(second.secret, world.came[1])]).toEqual([false, true]);
  });

  test('is taken away with its record', async () => {
    const { id } = await world.add();
    await world.call('POST', `/v1/webhooks/${id}/test`);
    expect((await world.call('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
    expect([await world.list(), await world.server.db.all('select event from webhook_deliveries')]).toEqual([[], []]);
  });
});

describe('the answers of a week', () => {
  test('are told once it is over, by unit, of 5 and more alone, and never counted anew', async () => {
    const { secret } = await world.add();
    // The week of 10/11/2026 is 9–15/11; another of so-b lies outside it.
    await received('so-a', '2026-11-10', 4);
    await received('so-a', '2026-11-15', 3);
    await received('so-b', '2026-11-12', 4);
    await received('so-b', '2026-11-16', 9);
    await world.deliver();
    expect(world.came).toEqual([]);
    world.server.clock.now = new Date('2026-11-16T02:00:00Z');
    await world.deliver();
    expect(world.came.map(({ body }) => JSON.parse(body))).toEqual([
      {
        ...{ type: 'responses.weekly', timestamp: '2026-11-15T17:00:00.000Z' },
        data: { unit: 'so-a', week: '2026-W46', received: 7 },
      },
    ]);
    expect(isSignedBy(secret, world.came[0])).toBe(true);
    await world.server.db.run("update day_counts set n = n + 5 where unit = 'so-a'");
    await world.deliver();
    expect(world.came).toHaveLength(1);
  });

  test('of before the address was added are not told', async () => {
    await received('so-a', '2026-11-05', 50);
    await world.add();
    await world.deliver();
    expect(world.came).toEqual([]);
  });
});

test('a period closed or shown to the public is told by its name alone, each to who asked for it', async () => {
  await world.add(['period.closed']);
  await world.add(['period.published']);
  await world.server.db.batch([
    {
      sql: "update periods set state = 'closed', closed_at = ? where tenant = 'mau'",
      params: ['2026-11-10T03:00:00.000Z'],
    },
    {
      sql: `insert into publications (tenant, period, seq, snapshot, shown_from, ordered_by, ordered_at)
        values ('mau', '2026-q4', 1, 'x', '2026-11-12T00:00:00.000Z', 'user:x', '2026-11-10T03:00:00.000Z')`,
    },
  ]);
  world.later(2);
  await world.deliver();
  const told = () => world.came.map(({ body }) => JSON.parse(body) as { type: string; data: object });
  expect(told()).toMatchObject([{ type: 'period.closed', data: { period: '2026-q4' } }]);
  // Not before its embargo is over.
  world.later(48);
  await world.deliver();
  expect(told().slice(1)).toMatchObject([{ type: 'period.published', data: { period: '2026-q4' } }]);
  expect(told().map(({ data }) => Object.keys(data))).toEqual([['period'], ['period']]);
});

test('weeks are those of ISO 8601, in the year of their Thursday', () => {
  const names = ['2026-11-09', '2026-11-15', '2026-12-31', '2027-01-03', '2027-01-04', '2024-12-30', '2021-01-03'];
  expect(names.map((day) => isoWeekOf(day).name)).toEqual([
    ...['2026-W46', '2026-W46', '2026-W53', '2026-W53', '2027-W01', '2025-W01', '2020-W53'],
  ]);
  expect(isoWeekOf('2026-11-12')).toMatchObject({ from: '2026-11-09', lastDay: '2026-11-15' });
});
