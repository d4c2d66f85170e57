import { afterEach, beforeEach, expect, test } from 'vitest';
import { workDaily } from '../../server/jobs/daily.ts';
import { workWebhooks } from '../../server/jobs/webhooks.ts';
import { log } from '../../server/log.ts';
import type { Db, Statement } from '../../server/store/db.ts';
import { type WebhookWorld, webhookWorld } from './webhook-world.ts';

let world: WebhookWorld;
beforeEach(async () => {
  world = await webhookWorld();
  // What falls here falls on purpose.
  log.level = 'silent';
});
afterEach(async () => {
  log.level = 'error';
  await world.close();
});

/** A database on which what `falls` names falls. */
function fallingOn(db: Db, falls: (statement: Statement) => boolean): Db {
  const gone = () => Promise.reject(new Error('gone'));
  return {
    ...db,
    all: (sql, params = []) => (falls({ sql, params }) ? gone() : db.all(sql, params)),
    run: (sql, params = []) => (falls({ sql, params }) ? gone() : db.run(sql, params)),
    batch: (statements) => (statements.some(falls) ? gone() : db.batch(statements)),
  };
}
const isOf = (tenant: string, { params = [] }: Statement) => params.includes(tenant);
const swept = async () =>
  (await world.server.db.all<{ tenant: string }>("select tenant from audit where action = 'retention.run'")).map(
    ({ tenant }) => tenant,
  );

test('a province whose work falls keeps no other from its own', async () => {
  const { services } = world;
  // kia comes first.
  const db = fallingOn(services.db, (statement) => isOf('kia', statement));
  await workDaily({ ...services, db }, 'bộ thử', () => false);
  expect(await swept()).toEqual(['mau']);
});

test('work of one kind that falls keeps no other kind of the same province from being done', async () => {
  const { services } = world;
  const db = fallingOn(services.db, ({ sql }) => sql.startsWith('delete from kiosk_hand_overs'));
  await workDaily({ ...services, db }, 'bộ thử', () => false);
  expect((await swept()).sort()).toEqual(['kia', 'mau']);
});

test('a province whose events cannot be found keeps those of no other back', async () => {
  const { services, server } = world;
  await world.add();
  await server.db.run("insert into day_counts (tenant, unit, day, n) values ('mau', 'so-a', '2026-11-10', 7)");
  world.later(24 * 7);
  const db = fallingOn(services.db, (statement) => isOf('kia', statement));
  await workWebhooks({ ...services, db }, 'bộ thử');
  expect(world.came).toHaveLength(1);
});

test('tenants that cannot be read are no end of the process', async () => {
  const { services } = world;
  const db = fallingOn(services.db, ({ sql }) => sql.startsWith('select tenant from tenants'));
  await workDaily({ ...services, db }, 'bộ thử', () => false);
  expect(await swept()).toEqual([]);
});
