import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPeopleKeys } from '../../server/store/people-keys.ts';
import { beginStep, revealStep, secondStepOrNull } from '../../server/store/second-steps.ts';
import { cli } from './cli-on.ts';
import { urlOf } from './test-database.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  vi.stubEnv('DATABASE_URL', urlOf(server.database));
  vi.stubEnv('KEY_DIR', server.env.keyDir);
  vi.stubEnv('BASE_URL', '');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const SECRETS = { viewer: 'JBSWY3DPEHPK3PXP', reviewer: 'GEZDGNBVGY3TQOJQ' };
const fileOf = (generation: number) => existsSync(join(server.env.keyDir, 'mau', `_people-${generation}.key`));
async function revealed(login: keyof typeof SECRETS) {
  const step = await secondStepOrNull(server.db, 'mau', login);
  return step && [step.generation, revealStep(server.services.peopleKeys, 'mau', login, step)];
}

test('the key of second steps is replaced while the server runs, the old one goes once nothing is hidden under it', async () => {
  const { peopleKeys } = server.services;
  for (const [login, secret] of Object.entries(SECRETS))
    await server.db.batch([beginStep(peopleKeys, 'mau', login, secret, NOW)]);
  const { code, out } = await cli('keys', 'people', '--tenant', 'mau');
  expect([code, out]).toEqual([0, expect.stringContaining('_people-2.key; đã che lại 2 mã')]);
  expect([await revealed('viewer'), await revealed('reviewer')]).toEqual([
    [2, SECRETS.viewer],
    [2, SECRETS.reviewer],
  ]);
  expect([fileOf(1), fileOf(2)], 'both, for servers that are just hiding something').toEqual([true, true]);
  // A server that had read the folder a moment before hides under the old one still; the end hides that anew too.
  const late = { ...openPeopleKeys(server.env.keyDir), newest: () => 1 };
  await server.db.batch([beginStep(late, 'mau', 'viewer', SECRETS.viewer, NOW)]);
  expect(await revealed('viewer')).toEqual([1, SECRETS.viewer]);
  expect((await cli('keys', 'people', '--end', '--tenant', 'mau')).out).toContain('Đã hủy 1 khóa cũ');
  expect([await revealed('viewer'), fileOf(1), fileOf(2)]).toEqual([[2, SECRETS.viewer], false, true]);
  const acts = await server.db.all<{ detail: string }>(
    "select detail from audit where action = 'key.rotate' order by seq",
  );
  expect(acts.map(({ detail }) => JSON.parse(detail))).toEqual([
    { generation: 2, hidden: 2, ended: [] },
    { generation: 2, hidden: 1, ended: [1] },
  ]);
  expect((await cli('keys', 'nguoi')).code).toBe(2);
});
