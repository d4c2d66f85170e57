import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Period } from '#wire/results.ts';
import type { TimedDossiers, Timeliness } from '#wire/timeliness.ts';
import { changedSnapshots } from '../../server/close/content-hash.ts';
import { dossierBody } from './dossier-body.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let admin: As;
beforeEach(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterEach(() => server.close());

const act = (name: string, body: object = {}, period = '2026-q4') =>
  server.request<Period>('POST', `/v1/periods/${period}/${name}`, body, admin);
const time = async (query = '', as = admin, period = '2026-q4') =>
  (await server.request<Timeliness>('GET', `/v1/periods/${period}/timeliness?${query}`, undefined, as)).body;
const values = (figures: readonly { value: number | null }[]) => figures.map(({ value }) => value);
const rowOf = ({ rows }: Timeliness, key: string) => {
  const row = rows.find((each) => each.key === key);
  return row && values([row.early, row.onTime, row.overdue, row.unknown, row.total]);
};
const cellOf = ({ statistics }: Timeliness, column: string) =>
  statistics.rows[0]?.cells[statistics.columns.findIndex(({ key }) => key === column)]?.value;
const reason = 'Ý kiến của đơn vị được chấp nhận.';

describe('the time of a closed period', () => {
  test('is what its six dossiers come to by hand: by unit, procedure, officer, step and hour', async () => {
    await act('close');
    const all = await time();
    // Three the day before, one on the day, one after, one without a promise.
    expect(values(all.parts)).toEqual([3, 1, 1, 1, 0]);
    expect(all).toMatchObject({ state: 'counted', fits: true, countedAt: null, snapshot: '2026-q4.1' });
    expect([all.total.value, all.total.id, all.parts[0]?.id]).toEqual([
      6,
      'timeliness/all/dossiers',
      'timeliness/all/early',
    ]);
    expect(rowOf(all, 'so-a')).toEqual([3, 1, 1, 1, 6]);
    expect(rowOf(await time('by=procedure'), '1.001612')).toEqual([3, 1, 1, 1, 6]);
    // Of the steps read, two ended the day before their limit and one on it; of three dossiers none was read.
    const steps = await time('by=step');
    expect(rowOf(steps, 'so-a')).toEqual([2, 1, 0, 0, 3]);
    expect(steps.unread?.value).toBe(3);
    expect(steps.rows).toHaveLength(1);
    // 04/11 is a Wednesday, 06/11 a Friday; the one without a promise is neither.
    expect(all.hours.sort((a, b) => a.weekday - b.weekday)).toEqual([
      { weekday: 3, hour: '10', n: 3, overdue: 0 },
      { weekday: 4, hour: '10', n: 1, overdue: 0 },
      { weekday: 5, hour: '10', n: 1, overdue: 1 },
    ]);
    // Nobody says that every letter is put on record.
    expect(values(Object.values(all.letters))).toEqual([0, 0, 0, 1]);
    expect([cellOf(all, 'total'), cellOf(all, 'direct'), cellOf(all, 'solved'), cellOf(all, 'late')]).toEqual([
      6, 6, 6, 1,
    ]);
    expect(all.statistics.faults).toEqual([]);
  });

  test('is told by officer within one unit only, and that is logged', async () => {
    await act('close');
    expect((await server.request('GET', '/v1/periods/2026-q4/timeliness?by=officer', undefined, admin)).status).toBe(
      422,
    );
    expect(rowOf(await time('by=officer&unit=so-a'), 'CB-01')).toEqual([3, 1, 1, 1, 6]);
    const log = await server.db.all<{ subject: string }>("select subject from audit where action = 'timeliness.read'");
    expect(log).toEqual([{ subject: '2026-q4/so-a' }]);
    const own = server.credentials.mau['unit-admin'];
    expect((await server.request('GET', '/v1/periods/2026-q4/timeliness?unit=so-b', undefined, own)).status).toBe(403);
    expect((await time('', own)).rows.map(({ key }) => key)).toEqual(['so-a']);
  });

  test('stays through a new score from sums and the seal, and an edit of it shows', async () => {
    await act('close');
    const [closed, hidden] = [
      await time(),
      "select count(*) as n from snapshot_timeliness where snapshot = '2026-q4.1'",
    ];
    await act('rescore', { reason, choices: { rounding: 'truncate' } });
    expect(await time()).toEqual({ ...closed, snapshot: '2026-q4.2' });
    await act('seal', {});
    expect(await time()).toEqual({ ...closed, snapshot: '2026-q4.2' });
    expect(await server.db.all(hidden)).toEqual([{ n: 0 }]);
    expect(await changedSnapshots(server.db, 'mau')).toEqual([]);
    await server.db.run(`update snapshot_timeliness set counts = '{"early":6}' where family = 'procedure'`);
    expect(await changedSnapshots(server.db, 'mau')).toEqual(['2026-q4.2']);
  });

  test('is counted anew where records are, reopened or corrected', async () => {
    const late = dossierBody({ code: 'H99.01-261102-0007', ready: '2026-11-06T10:00' });
    await act('close');
    await server.request('POST', '/v1/dossiers', [late], admin);
    expect(values((await time()).parts)).toEqual([3, 1, 1, 1, 0]);
    await act('reopen', { reason });
    expect((await time()).state).toBe('notCounted');
    await act('close');
    expect(values((await time()).parts)).toEqual([3, 1, 2, 1, 0]);
    await act('seal', {});
    await server.request('POST', '/v1/dossiers', [{ ...late, code: 'H99.01-261102-0008' }], admin);
    expect((await act('correct', { reason, erratum: 'Thêm một hồ sơ ghi thiếu.' })).status).toBe(200);
    expect(values((await time()).parts)).toEqual([3, 1, 3, 1, 0]);
  });

  test('of a snapshot made before it was counted says so, and nothing is 0', async () => {
    await act('close');
    await server.db.run('delete from snapshot_timeliness');
    const all = await time();
    expect([all.state, all.fits]).toEqual(['notKept', null]);
    expect(values(all.parts)).toEqual([null, null, null, null, null]);
    expect(all.parts[0]?.because).toBe('Chưa đếm.');
  });

  test('has its dossiers behind it, those of one part alone, page by page', async () => {
    await act('close');
    const list = async (query: string) =>
      (
        await server.request<TimedDossiers>(
          'GET',
          `/v1/periods/2026-q4/timeliness/dossiers?unit=so-a&${query}`,
          undefined,
          admin,
        )
      ).body;
    expect((await list('part=overdue')).dossiers).toMatchObject([
      { dossier: 'H99.01-261102-0005', due: '2026-11-05T17:00', ended: '2026-11-06T10:00', part: 'overdue' },
    ]);
    const all = await list('');
    expect(all.dossiers.map(({ part }) => part)).toEqual(['early', 'early', 'early', 'onTime', 'overdue', 'unknown']);
    expect(all.next).toBeNull();
  });
});

describe('the evidence of a unit', () => {
  test('is a file of codes and days, the same rows as CSV and as a workbook that can be read back, and is logged', async () => {
    await act('close');
    const file = (format: string, query = 'unit=so-a') =>
      server.request('GET', `/v1/periods/2026-q4/timeliness/evidence.${format}?${query}`, undefined, admin);
    const csv = await file('csv', 'unit=so-a&part=overdue');
    expect(csv.text.split('\r\n')).toEqual([
      'Mã hồ sơ,Đơn vị,Thủ tục,Cán bộ,Tiếp nhận,Hẹn trả,Hạn,Có kết quả,Kết quả,Vì sao',
      'H99.01-261102-0005,so-a,1.001612,CB-01,02/11/2026 08:00,05/11/2026 17:00,05/11/2026 17:00,06/11/2026 10:00,Quá hạn,"Có kết quả 06/11/2026 10:00, hạn 05/11/2026 17:00."',
      '',
    ]);
    expect(csv.headers.get('content-disposition')).toContain('ho-so-2026-q4-so-a-overdue.csv');
    const all = (await file('csv')).text.trim().split('\r\n').length - 1;
    const book = await server.app.request('/v1/periods/2026-q4/timeliness/evidence.xlsx?unit=so-a', {
      headers: { ...admin },
    });
    const sheet = strFromU8(
      unzipSync(new Uint8Array(await book.arrayBuffer()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(sheet.match(/<row /g)).toHaveLength(all + 1);
    expect(sheet).toContain('H99.01-261102-0005');
    expect((await file('csv', 'unit=so-b')).text.trim().split('\r\n')).toHaveLength(1);
    const own = server.credentials.mau['unit-admin'];
    const denied = await server.request('GET', '/v1/periods/2026-q4/timeliness/evidence.csv?unit=so-b', undefined, own);
    expect(denied.status).toBe(403);
    const log = await server.db.all<{ subject: string }>(
      "select subject from audit where action = 'timeliness.export'",
    );
    expect(log).toHaveLength(4);
  });
});

describe('the time of a year', () => {
  test('is that of its quarters; what came over is of the first, what is left of the last', async () => {
    const open = { period: '2026-q3', kind: 'quarter', from: '2026-07-01', lastDay: '2026-09-30' };
    expect((await server.request('POST', '/v1/periods', open, admin)).status).toBe(201);
    const dossiers = [
      // Came over from before July, ended late in August.
      dossierBody({
        code: 'H99.01-260601-0001',
        received: '2026-06-01T08:00',
        promised: '2026-08-04T17:00',
        ready: '2026-08-06T10:00',
      }),
      // Received in September, still open when the year ends.
      dossierBody({
        code: 'H99.01-260903-0001',
        received: '2026-09-03T08:00',
        promised: '2027-01-15T17:00',
        state: 'processing',
        ready: null,
      }),
    ];
    await server.request('POST', '/v1/dossiers', dossiers, admin);
    for (const id of ['2026-q3', '2026-q4']) expect((await act('close', {}, id)).body.state).toBe('closed');
    const half = { period: 'nua-nam', kind: 'custom', from: '2026-07-01', lastDay: '2026-12-31' };
    expect((await server.request('POST', '/v1/periods', half, admin)).status).toBe(201);
    expect((await act('close', {}, 'nua-nam')).body.state).toBe('closed');
    const year = await time('', admin, 'nua-nam');
    expect(values(year.parts)).toEqual([3, 1, 2, 1, 0]);
    expect(year.fits).toBe(true);
    expect(['before', 'inPeriod', 'solved', 'open', 'total'].map((column) => cellOf(year, column))).toEqual([
      1, 7, 7, 1, 8,
    ]);
    expect(year.statistics.faults).toEqual([]);
  });
});
