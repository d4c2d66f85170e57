import { afterEach, beforeEach, expect, test } from 'vitest';
import { flagLines } from '../../server/figures/flag-lines.ts';
import { idOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  await server.db.run("update periods set state = 'closed', snapshot = 'x' where tenant = 'mau'");
  for (const [unit, officer] of [
    ['so-a', ''],
    ['so-a', 'CB-01'],
    ['so-a', 'CB-09'],
    ['so-b', 'CB-01'],
  ] as const) {
    const id = `selfAbove/${unit}/${officer}`;
    const body = { id, check: 'selfAbove', about: { unit, officer: officer || null }, sentence: `Câu của ${id}` };
    await server.db.run(
      `insert into snapshot_flags (tenant, snapshot, flag, check_id, family, unit, officer, body) values ('mau', 'x', ?, 'selfAbove', 'self', ?, ?, ?)`,
      [id, unit, officer, JSON.stringify(body)],
    );
  }
});
afterEach(() => server.close());

test('a unit has its own and those of its officers there, an officer his own, each with how far it is', async () => {
  const { officer, reviewer } = server.credentials.mau;
  const flag = 'selfAbove/so-a/CB-01';
  const said = { id: idOf(1), period: '2026-q4', flag, text: 'Có văn bản hẹn lại số 12.' };
  await server.request('POST', '/v1/flags/answers', [said], officer);
  const verdict = { period: '2026-q4', flag: 'selfAbove/so-a/', verdict: 'verify', note: 'Đối chiếu sổ giao nhận.' };
  await server.request('POST', '/v1/flags/verdicts', verdict, reviewer);
  const period = { period: '2026-q4', snapshot: 'x' };
  const lines = await flagLines(server.db, 'mau', period, 'so-a');
  expect(lines.map(({ id, officer: who, state }) => [id, who, state])).toEqual([
    ['selfAbove/so-a/', null, 'verify'],
    [flag, 'CB-01', 'answered'],
    ['selfAbove/so-a/CB-09', 'CB-09', 'new'],
  ]);
  expect(lines[1]).toMatchObject({ name: 'Tự chấm cao hơn hệ thống', sentence: `Câu của ${flag}` });
  const own = await flagLines(server.db, 'mau', period, 'so-b', 'CB-01');
  expect(own.map(({ id }) => id)).toEqual(['selfAbove/so-b/CB-01']);
  expect(await flagLines(server.db, 'mau', { period: '2026-q4', snapshot: null }, 'so-a')).toEqual([]);
});
