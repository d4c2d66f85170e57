import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededFolder } from '../server/killed-often.ts';
import { loadedServers } from './cluster/loaded-servers.ts';
import { startPostgres } from './cluster/start-postgres.ts';

const KILLS = 15;

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

test(`one of three server processes killed ${KILLS} times under load: the others go on, nothing is lost, nothing is twice`, async () => {
  const { variables, credentials, look, remove } = await seededFolder(postgres.create('may_chu'));
  const servers = await loadedServers(variables, credentials, 3);
  const { seen } = servers.load;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await servers.acknowledged([1, 40, 90][kill % 3] ?? 1);
    servers.kill(kill % 3);
    await servers.acknowledged(10);
  }
  await servers.end();
  await look(({ db }) => servers.load.check(db));
  console.info(
    `một trong ba tiến trình bị tắt ngang ${KILLS} lần: xác nhận ${seen.acknowledged}, mất 0, thừa 0; không được trả lời ${seen.unanswered}, ` +
      `503 ${seen.put} (thiếu Retry-After ${seen.untimed}); lâu nhất không xác nhận ${Math.round(seen.longestGapMs)} ms`,
  );
  expect(seen.untimed).toBe(0);
  expect(servers.restarts()).toBeGreaterThan(KILLS / 2);
  remove();
});
