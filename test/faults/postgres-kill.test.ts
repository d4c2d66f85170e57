import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededFolder } from '../server/killed-often.ts';
import { loadedServers } from './cluster/loaded-servers.ts';
import { startPostgres } from './cluster/start-postgres.ts';

const KILLS = Number(process.env.KILLS ?? 12);
const DOWN_MS = [0, 200, 3000];

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

test(`PostgreSQL killed ${KILLS} times under the load of three server processes loses nothing and doubles nothing`, async () => {
  expect(['fsync', 'full_page_writes', 'synchronous_commit'].map(postgres.setting)).toEqual(['on', 'on', 'on']);
  const { variables, credentials, look, remove } = await seededFolder(postgres.create('bi_giet'));
  const servers = await loadedServers(variables, credentials, 3);
  const { seen } = servers.load;
  const gaps: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    await servers.acknowledged([1, 60, 150][kill % 3] ?? 1);
    seen.longestGapMs = 0;
    await postgres.kill();
    await sleep(DOWN_MS[kill % DOWN_MS.length] ?? 0);
    await postgres.start();
    await servers.acknowledged(20);
    gaps.push(Math.round(seen.longestGapMs));
    if (process.env.SHOW) console.info(Date.now() % 1e7, gaps, JSON.stringify(seen));
  }
  await servers.end();
  await look(({ db }) => servers.load.check(db));
  console.info(
    `PostgreSQL bị tắt ngang ${KILLS} lần: xác nhận ${seen.acknowledged}, mất 0, thừa 0; không được trả lời ${seen.unanswered}, ` +
      `503 ${seen.put} (thiếu Retry-After ${seen.untimed}); lâu nhất không xác nhận ${gaps.join(' ')} ms; chậm nhất ${Math.round(seen.slowestMs)} ms; ` +
      `readyz ${JSON.stringify(servers.ready)}`,
  );
  // The servers lived through all of it and said what was the matter.
  expect([servers.restarts(), seen.unanswered, seen.untimed]).toEqual([0, 0, 0]);
  expect(seen.put).toBeGreaterThan(KILLS);
  expect(servers.ready.no).toBeGreaterThan(0);
  remove();
});
