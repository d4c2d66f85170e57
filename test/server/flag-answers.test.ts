import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FlagStands } from '#wire/flag.ts';
import { flagAnswersOf } from '../../server/store/flag-answers.ts';
import { flagVerdictsOf } from '../../server/store/flag-verdicts.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, idOf, type TestServer, testServer } from './test-server.ts';

const MINE = 'selfAbove/so-a/CB-01';
const OTHERS = 'selfAbove/so-a/CB-09';
const UNIT = 'movedDates/so-a/';
const FAR = 'movedDates/so-b/';
const TABLES = 'differingCounts//';
const TEXT = 'Ngày trả được nhập muộn vì mất mạng hai ngày.';

let server: TestServer;
let as: TestServer['credentials']['mau'];
beforeEach(async () => {
  server = await testServer();
  as = server.credentials.mau;
  await stands("'closed', snapshot = 'x'");
  for (const flag of [MINE, OTHERS, UNIT, FAR, TABLES]) {
    const [check = '', unit = '', officer = ''] = flag.split('/');
    await server.db.run(
      `insert into snapshot_flags (tenant, snapshot, flag, check_id, family, unit, officer, body) values ('mau', 'x', ?, ?, 'self', ?, ?, '{}')`,
      [flag, check, unit, officer],
    );
  }
});
afterEach(() => server.close());

const stands = (to: string) => server.db.run(`update periods set state = ${to} where tenant = 'mau'`);
const body = (n: number, flag: string, text = TEXT) => ({ id: idOf(n), period: '2026-q4', flag, text });
const answer = (items: readonly object[], by: As = as.officer) => outcomesOf(server, '/v1/flags/answers', items, by);
const said = async (flag: string) => (await flagAnswersOf(server.db, 'mau', '2026-q4', [flag])).map(({ text }) => text);
const decide = (verdict: string, flag = MINE, by: As = as.reviewer, note = 'Đã xem sổ giao nhận, khớp.') =>
  server.request<FlagStands & { code?: string }>(
    'POST',
    '/v1/flags/verdicts',
    { period: '2026-q4', flag, verdict, note },
    by,
  );

describe('an answer', () => {
  test('is given by who is asked; an officer learns nothing of flags that ask another', async () => {
    expect(await answer([body(1, MINE), body(2, OTHERS), body(3, UNIT), body(4, 'selfAbove/so-a/CB-77')])).toEqual([
      'created',
      'flag.unknown',
      'flag.unknown',
      'flag.unknown',
    ]);
    expect(await answer([body(5, UNIT), body(6, MINE), body(7, FAR), body(8, TABLES)], as['unit-admin'])).toEqual([
      'created',
      'flag.own',
      'scope.denied',
      'flag.own',
    ]);
    expect(await answer([body(9, TABLES), body(10, UNIT), body(11, MINE)], as['province-admin'])).toEqual([
      'created',
      'flag.own',
      'flag.own',
    ]);
  });

  test('sent twice is one, another text under its id is none, and every later one is kept beside the first', async () => {
    expect(await answer([body(1, MINE), body(1, MINE)])).toEqual(['created', 'repeated']);
    expect(await answer([body(1, MINE)])).toEqual(['repeated']);
    expect(await answer([body(1, MINE, `${TEXT} Khác.`)])).toEqual(['flag.repeat']);
    expect(await answer([body(2, MINE, 'Bổ sung: có văn bản số 12.'), body(3, MINE, 'Bổ sung lần nữa.')])).toEqual([
      'created',
      'created',
    ]);
    expect(await said(MINE)).toEqual([TEXT, 'Bổ sung: có văn bản số 12.', 'Bổ sung lần nữa.']);
    expect(await answer([body(4, MINE, 'Sai.'), { ...body(5, MINE), id: idOf(5, 'kia') }])).toEqual([
      'body.invalid',
      'tenant.mismatch',
    ]);
  });

  test('is heard twenty times a flag', async () => {
    const twenty = Array.from({ length: 20 }, (_, i) => body(i + 1, MINE, `Bổ sung lần thứ ${i + 1}.`));
    expect(await answer(twenty)).toEqual(twenty.map(() => 'created'));
    expect(await answer([body(21, MINE)])).toEqual(['flag.full']);
    expect(await answer(twenty.slice(0, 1))).toEqual(['repeated']);
  });

  test('is taken after the seal too, and not before the close', async () => {
    await stands("'sealed', snapshot = 'x'");
    expect(await answer([body(1, MINE)])).toEqual(['created']);
    await stands("'open', snapshot = null");
    expect(await answer([body(2, MINE)])).toEqual(['period.open']);
  });

  test('keeps no personal number, and the log says who answered which flag, not what', async () => {
    await answer([body(1, MINE, 'Người nộp số 0912345678 xin lùi ngày.')]);
    const [text = ''] = await said(MINE);
    expect(text).toContain('xin lùi ngày');
    expect(text).not.toContain('0912345678');
    const [entry] = await server.db.all<{ actor: string; detail: string }>(
      "select actor, detail from audit where tenant = 'mau' and action = 'flags.answer'",
    );
    expect(entry?.actor).toBe('officer:CB-01');
    expect(JSON.parse(entry?.detail ?? '{}')).toEqual({
      n: 1,
      items: [{ id: idOf(1), period: '2026-q4', flag: MINE, revision: 1 }],
    });
  });
});

describe('a verdict', () => {
  test('changes the state, can be taken back, and every one stays with who gave it', async () => {
    await answer([body(1, MINE)]);
    expect((await decide('verify')).body).toEqual({ flag: MINE, state: 'verify' });
    expect((await decide('accepted', MINE, as['province-admin'])).body.state).toBe('accepted');
    expect((await decide('withdrawn')).body.state).toBe('verify');
    expect((await decide('withdrawn')).body.state).toBe('answered');
    const none = await decide('withdrawn');
    expect([none.status, none.body.code]).toEqual([409, 'flag.verdict']);
    const kept = await flagVerdictsOf(server.db, 'mau', '2026-q4', [MINE]);
    expect(kept.map(({ verdict, by }) => [verdict, by])).toEqual([
      ['verify', 'user:reviewer'],
      ['accepted', 'user:province-admin'],
      ['withdrawn', 'user:reviewer'],
      ['withdrawn', 'user:reviewer'],
    ]);
    const log = await server.db.all<{ subject: string }>("select subject from audit where action = 'flags.verdict'");
    expect(log.map(({ subject }) => subject)).toEqual(Array(4).fill(`2026-q4/${MINE}`));
  });

  test('needs a reason, a flag of the snapshot and the right person', async () => {
    expect((await decide('accepted', MINE, as.reviewer, 'Ổn.')).body.code).toBe('body.invalid');
    expect((await decide('maybe')).body.code).toBe('body.invalid');
    expect((await decide('accepted', 'selfAbove/so-b/CB-01')).body.code).toBe('flag.unknown');
    for (const who of ['officer', 'unit-admin', 'viewer', 'inspector'] as const)
      expect((await decide('accepted', MINE, as[who])).status, who).toBe(403);
    await server.db.run("update users set unit = 'so-b' where tenant = 'mau' and login = 'reviewer'");
    expect((await decide('accepted', MINE)).body.code).toBe('scope.denied');
    expect((await decide('accepted', FAR)).status).toBe(200);
    expect((await decide('accepted', TABLES)).body.code).toBe('scope.denied');
  });
});
