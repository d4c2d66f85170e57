import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NamedStep } from '#rules/step-time.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { Outcome } from '#wire/problem.ts';
import type { TimedDossiers, Timeliness } from '#wire/timeliness.ts';
import { fewSteps, OTHER_STEPS } from '../../server/close/few-steps.ts';
import { coursesOf } from '../../server/store/courses.ts';
import { dossierBody } from './dossier-body.ts';
import { type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const step = (name: string, limitDays: number | null, started: string | null, ended: string | null): NamedStep => ({
  ...{ name, limitDays, started, ended },
});
const TAKEN = step('Tiếp nhận hồ sơ', 0.5, '2026-11-02T08:00', '2026-11-02T10:00');
const APPRAISED = step('Thẩm định hồ sơ', 1, '2026-11-02T10:00', '2026-11-04T10:00');

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

async function put(...bodies: Partial<DossierBody>[]): Promise<string[]> {
  const { body } = await server.request<{ outcomes: Outcome[] }>(
    'POST',
    '/v1/dossiers',
    bodies.map(dossierBody),
    server.credentials.mau.device,
  );
  return body.outcomes.map(({ outcome }) => outcome);
}
const courseNow = async (code = CODE) => (await coursesOf(server.db, 'mau', [code])).get(code);

describe('the course of a dossier', () => {
  test('is kept beside it; a later sight fills in, and a page that shows less takes nothing back', async () => {
    expect(await put({ course: [TAKEN, { ...APPRAISED, ended: null }] })).toEqual(['created']);
    expect(await put({ course: [{ ...TAKEN, limitDays: null, ended: null }, APPRAISED] })).toEqual(['updated']);
    expect(await courseNow()).toEqual([TAKEN, APPRAISED]);
    expect(await put({ course: [TAKEN] })).toEqual(['repeated']);
    expect(await put({})).toEqual(['repeated']);
    expect(await courseNow()).toEqual([TAKEN, APPRAISED]);
  });

  test('holds no person, no moment to come and nobody who did a step', async () => {
    const named = step('Chuyển ông Trần Văn Mận, 0912345678', 1, '2026-11-02T08:00', '2027-01-02T08:00');
    await put({ course: [named] });
    expect(await courseNow()).toEqual([
      step('Chuyển ông [đã che tên], [đã che số điện thoại]', 1, '2026-11-02T08:00', null),
    ]);
    const extra: NamedStep[] = [Object.assign({ officer: 'CB-01' }, TAKEN)];
    expect(await put({ course: extra })).toEqual(['refused']);
  });

  test('bears on no points: with it and without it a close comes to the same', async () => {
    const { 'province-admin': admin } = server.credentials.mau;
    await put({}, { code: 'H99.01-261102-0002', course: [TAKEN] });
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, admin);
    const found = await server.db.all<{ dossier: string }>('select distinct dossier from dossier_findings');
    expect(found.length).toBeGreaterThan(0);
    const { body } = await server.request<{ units: { n: { dossiers: number } }[] }>(
      'GET',
      '/v1/periods/2026-q4/results',
      undefined,
      admin,
    );
    expect(body.units[0]?.n.dossiers).toBe(2);
  });
});

describe('the time by step', () => {
  const time = async (query: string) =>
    (
      await server.request<Timeliness>(
        'GET',
        `/v1/periods/2026-q4/timeliness?by=course${query}`,
        undefined,
        server.credentials.mau['province-admin'],
      )
    ).body;
  const rows = ({ rows: all }: Timeliness) =>
    all.map((row) => [
      row.name,
      ...[row.early, row.onTime, row.overdue, row.unknown, row.total, row.mean].map((figure) => figure?.value ?? null),
    ]);

  beforeEach(async () => {
    await put(
      // Half a day ends on the day itself: on time by day. One day from Monday ends on Tuesday at closing, done on Wednesday: late. Of a day
      // of 480 minutes: 120 and 60 of them, 2 days and 2 days and an hour.
      { course: [TAKEN, APPRAISED, step('Trả kết quả', null, '2026-11-04T10:00', null)] },
      // Its second step began an hour after the first, of which no end is printed.
      {
        code: 'H99.01-261102-0002',
        course: [step('Tiếp nhận hồ sơ', 0.5, '2026-11-02T08:00', null), { ...APPRAISED, started: '2026-11-02T09:00' }],
      },
      { code: 'H99.01-261102-0003' },
    );
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
  });

  test('is what the steps come to by hand; those whose steps were read and were not come to all', async () => {
    const all = await time('');
    expect(rows(all)).toEqual([
      ['Thẩm định hồ sơ', 0, 0, 2, 0, 2, 206],
      ['Tiếp nhận hồ sơ', 0, 2, 0, 0, 2, 19],
      ['Trả kết quả', 0, 0, 0, 1, 1, null],
    ]);
    expect([all.read?.value, all.unread?.value, all.notKept?.value, all.read?.of]).toEqual([2, 1, 0, 3]);
    expect(rows(await time('&key=Thẩm định hồ sơ')).map(([, , , late]) => late)).toEqual([2]);
    expect((await time('&key=Thẩm định hồ sơ')).rows[0]?.key).toBe('so-a');
  });

  test('has its dossiers behind it, told by the days of the step', async () => {
    const list = async (query: string) =>
      (
        await server.request<TimedDossiers>(
          'GET',
          `/v1/periods/2026-q4/timeliness/dossiers?unit=so-a&${query}`,
          undefined,
          server.credentials.mau['province-admin'],
        )
      ).body.dossiers;
    const late = await list('step=Thẩm định hồ sơ&part=overdue');
    expect(late.map(({ dossier, due, ended }) => [dossier, due, ended])).toEqual([
      [CODE, '2026-11-03T17:00', '2026-11-04T10:00'],
      ['H99.01-261102-0002', '2026-11-03T17:00', '2026-11-04T10:00'],
    ]);
    expect((await list('step=Tiếp nhận hồ sơ')).map(({ because }) => because)[1]).toContain('cách hiểu');
    expect(await list('step=Thẩm định hồ sơ&part=early')).toEqual([]);
  });

  test('of a close from before it was counted says so, and is not 0', async () => {
    await server.db.run("delete from snapshot_timeliness where family = 'course'");
    const all = await time('');
    expect([all.rows.length, all.read?.value, all.unread?.value, all.notKept?.value]).toEqual([0, 0, 0, 3]);
  });
});

test('a unit with endless names of steps keeps the most frequent and one row of the others', () => {
  const keys = new Map<string, Record<string, number>>([['', { read: 300 }]]);
  for (let i = 0; i < 300; i += 1) keys.set(`Bước ${String(i).padStart(3, '0')}`, { early: i < 200 ? 2 : 1 });
  const few = fewSteps(keys);
  expect([few.size, few.get('')?.read, few.get(OTHER_STEPS)]).toEqual([202, 300, { early: 100 }]);
  expect(few.get('Bước 199')).toEqual({ early: 2 });
});
