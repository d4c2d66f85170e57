import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startDaily } from '../../server/jobs/daily.ts';
import type { Value } from '../../server/store/db.ts';
import { requireDossiersKept } from '../../server/store/gone-dossiers.ts';
import { runRetention } from '../../server/store/retention.ts';
import { RETENTION_RULES } from '../../server/store/retention-rules.ts';
import type { Problem } from '../../server/wire/problem.ts';
import type { PeriodCheck } from '../../server/wire/results.ts';
import { cli } from './cli-on.ts';
import { filesWith } from './files-with.ts';
import { columnsOf } from './tables-of.ts';
import { engine, urlOf } from './test-database.ts';
import { type TestServer, testServer } from './test-server.ts';

/** The clock of the test, 10/11/2026 09:00 in Viet Nam: 24 months before is 10/11/2024, 60 months before 10/11/2021. */
const OLD_COMMENT = 'Lời góp ý cũ chỉ có một lần';

let server: TestServer;
const run = (holder = 'a', more = {}) =>
  runRetention(server.db, 'mau', { actor: 'operator', holder, now: () => server.clock.now, ...more });
const counts = async () =>
  Object.fromEntries(((await run()) ?? []).flatMap(({ rule, n }) => (n > 0 ? [[rule.id, n]] : [])));

async function insert(table: string, row: Record<string, Value>): Promise<void> {
  const columns = Object.keys(row);
  await server.db.run(
    `insert into ${table} (tenant, ${columns.join(', ')}) values ('mau', ${columns.map(() => '?').join(', ')})`,
    Object.values(row),
  );
}
const period = (name: string, from: string, to: string, sealed: string | null) =>
  insert('periods', {
    ...{ period: name, kind: 'quarter', from_day: from, to_day: to, ruleset: 'tt01-2018', choices: '{}', hours: '{}' },
    ...{ state: sealed ? 'sealed' : 'open', sealed_at: sealed },
  });
const dossier = (code: string, ended: string | null) =>
  insert('dossiers', {
    ...{ code, unit: 'so-a', state: ended ? 'returned' : 'processing', reappointed: '[]', pauses: '[]', source: 'x' },
    ...{ ended_day: ended, received: '2021-01-04T08:00', updated_at: '2021-12-01T00:00:00.000Z' },
  });
const selfScore = (code: string) =>
  insert('self_scores', {
    ...{ dossier: code, revision: 1, id: code, officer: 'CB-01', unit: 'so-a', points: '{}', body_hash: 'h' },
    scored_at: '2021-11-01T00:00:00.000Z',
  });
const answer = (of: string, seq: number, comment: string) =>
  insert('responses', {
    ...{ period: of, seq, unit: 'so-a', survey: 'danhgia-2026', version: 1, stage: 'returned', channel: 'portal' },
    ...{ proof: 'open', lang: 'vi', day: '2021-11', aged: 0, answers: '{}', comment },
  });
const wish = (id: string, of: string, shown: string | null) =>
  insert('cases', {
    ...{ case_id: id, period: of, receipt_hash: id, unit: 'so-a', topic: 'attitude', grave: 0, survey: 'danhgia-2026' },
    ...{
      version: 1,
      stage: 'returned',
      lang: 'vi',
      answers: '{}',
      asked: '2021-11',
      due_day: '2021-12-20',
      history: '[]',
    },
    ...{ state: shown === null ? 'new' : 'answered', shown_until: shown, revision: 0 },
  });
const left = async (table: string, column: string) =>
  (await server.db.all<Record<string, string>>(`select ${column} as it from ${table} where tenant = 'mau'`))
    .map(({ it }) => it)
    .sort();

beforeAll(async () => {
  server = await testServer();
  vi.stubEnv('DATABASE_URL', urlOf(server.database));
  vi.stubEnv('BASE_URL', '');
  // Sealed on 09/11/2024, a day too long ago for its comments; and on 11/11/2024.
  await period('2021-q3', '2021-07-01', '2021-10-01', '2024-11-09T02:00:00.000Z');
  await period('2021-q4', '2021-10-01', '2022-01-01', '2024-11-11T02:00:00.000Z');
  await answer('2021-q3', 1, OLD_COMMENT);
  await answer('2021-q4', 1, 'Còn hạn');
  await answer('2026-q4', 1, 'Kỳ đang mở');
  await wish('bo-quen', '2021-q3', null);
  await wish('bo-quen-con-han', '2021-q4', null);
  await wish('chua-tra-loi', '2026-q4', null);
  await wish('doc-duoc', '2021-q3', '2026-11-10');
  await wish('het-doc', '2021-q4', '2026-11-09');
  for (const [code, ended] of [
    ['het-han', '2021-11-09'],
    ['con-han', '2021-11-10'],
    ['chua-xong', null],
  ] as const) {
    await dossier(code, ended);
    await selfScore(code);
  }
  const invitation = { dossier: 'x', unit: 'so-a', stage: 'returned', proof: 'portal', issuer: 'portal:k' };
  // Of the open quarter IV/2026, out of time; and from before it, over and not yet over for 30 days.
  for (const [hash, created, expires] of [
    ['mo', '2026-10-01', '2026-10-02'],
    ['cu', '2026-08-01', '2026-10-10'],
    ['moi-het', '2026-08-12', '2026-10-11'],
  ] as const)
    await insert('invitations', { ...invitation, token_hash: hash, created_at: created, expires_day: expires });
  for (const day of ['2026-11-09', '2026-11-10'])
    await insert('sequences', { name: `invitations/portal:k/${day}`, next: 2 });
  await insert('sessions', { token_hash: 'qua', login: 'l', csrf: 'c', expires_at: '2026-11-10T01:59:59.000Z' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

describe('a run', () => {
  test('is told before it is made, and by telling nothing goes', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: server.clock.now });
    const { code, out } = await cli('retention', '--dry-run', '--tenant', 'mau');
    vi.useRealTimers();
    expect(code).toBe(0);
    expect(out).toContain(
      '1\tHồ sơ\tgiữ: số tháng do tỉnh đặt sau khi kết thúc, mặc định 60\tvì: bản chốt giữ kết quả',
    );
    expect(out).toMatch(/Chưa xóa gì\.\n$/);
    expect(await left('dossiers', 'code')).toEqual(['chua-xong', 'con-han', 'het-han']);
  });

  test('takes what is due and nothing else, in one entry of the log', async () => {
    // What PostgreSQL keeps lies elsewhere.
    if (engine === 'sqlite') expect(filesWith(server.folder, [OLD_COMMENT])).not.toEqual([]);
    const gone = { comments: 1, cases: 1, 'cases-unanswered': 1, dossiers: 1, invitations: 1, 'invitation-counts': 1 };
    expect(await counts()).toEqual({ ...gone, sessions: 1 });
    expect(await left('cases', 'case_id')).toEqual(['bo-quen-con-han', 'chua-tra-loi', 'doc-duoc']);
    expect(await left('dossiers', 'code')).toEqual(['chua-xong', 'con-han']);
    expect(await left('self_scores', 'dossier')).toEqual(['chua-xong', 'con-han']);
    expect(await left('responses', 'comment')).toEqual(['Còn hạn', 'Kỳ đang mở', null].sort());
    expect(await left('invitations', 'token_hash')).toEqual(['mo', 'moi-het']);
    expect(await left('sequences', 'name')).toEqual(['invitations/portal:k/2026-11-10']);
    const entries = await server.db.all<{ actor: string; detail: string }>(
      "select actor, detail from audit where tenant = 'mau' and action = 'retention.run'",
    );
    expect(entries.map(({ actor, detail }) => [actor, JSON.parse(detail)])).toEqual([
      ['operator', { ...gone, sessions: 1 }],
    ]);
    // Not in the file, not in its log.
    expect(filesWith(server.folder, [OLD_COMMENT])).toEqual([]);
  });

  test('made again finds nothing', async () => {
    expect(await counts()).toEqual({});
  });

  test('of the day is made once, and not beside another process that is at it', async () => {
    expect(await run('b', { oncePerDay: true })).toBeNull();
    await server.db.run(
      "update leases set holder = 'c', until_at = '2026-11-10T02:00:20.000Z' where name = 'retention'",
    );
    expect(await run('b')).toBeNull();
    server.clock.now = new Date('2026-11-11T02:00:00Z');
    expect(await run('b', { oncePerDay: true })).not.toBeNull();
  });

  test('keeps every dossier while a period that began before the limit is not sealed', async () => {
    await period('2020', '2020-01-01', '2021-01-01', null);
    await dossier('cu-ky-mo', '2020-11-01');
    expect(await counts()).toEqual({});
    await server.db.run("update periods set state = 'sealed', sealed_at = '2026-11-01' where period = '2020'");
    expect(await counts()).toMatchObject({ dossiers: 1 });
  });
});

test('a period that began before the limit is not scored anew: what it counted may be gone', async () => {
  const at = new Date('2026-11-10T02:00:00Z');
  await server.db.run("delete from dossiers_gone where tenant = 'mau'");
  await requireDossiersKept(server.db, 'mau', '2021-11-10', at);
  await expect(requireDossiersKept(server.db, 'mau', '2021-11-09', at)).rejects.toMatchObject({
    code: 'period.expired',
  });
});

test('what is gone comes back by no longer time of keeping: its period is neither corrected, closed nor scored anew', async () => {
  server.clock.now = new Date('2026-11-10T02:00:00Z');
  await dossier('da-het-han', '2021-11-08');
  expect(await counts()).toMatchObject({ dossiers: 1 });
  await server.db.run(
    "insert into retention_settings (tenant, comment_months, dossier_months) values ('mau', 24, 120) on conflict (tenant) do update set dossier_months = 120",
  );
  const admin = server.credentials.mau['province-admin'];
  await server.db.run("update periods set snapshot = '2021-q4.1' where tenant = 'mau' and period = '2021-q4'");
  const words = { reason: 'Sửa ngày trả của một hồ sơ.', erratum: 'Một hồ sơ ghi sai ngày trả kết quả.' };
  const corrected = await server.request<Problem>('POST', '/v1/periods/2021-q4/correct', words, admin);
  expect([corrected.status, corrected.body.code]).toEqual([409, 'period.expired']);
  await period('2019', '2019-01-01', '2020-01-01', null);
  const check = await server.request<PeriodCheck>('GET', '/v1/periods/2019/check', undefined, admin);
  expect(check.body.blocking.map(({ code }) => code)).toContain('dossier.expired');
  await server.db.run("update periods set state = 'closed', snapshot = '2019.1' where period = '2019'");
  const reason = 'Tính lại vì hồ sơ đã sửa.';
  const again = await server.request<Problem>('POST', '/v1/periods/2019/rescore', { reason }, admin);
  expect([again.status, again.body.code]).toEqual([409, 'period.expired']);
});

test('every rule can be run, names a table that leads with its tenant, and never the log', async () => {
  for (const { table, key } of RETENTION_RULES) {
    expect(await columnsOf(server.db, table)).toEqual(expect.arrayContaining(['tenant', ...key]));
    expect(table).not.toBe('audit');
  }
});

test('the daily job ends at once when the server stops', async () => {
  await startDaily(server.services).stop();
});
