import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { Period, PeriodSnapshots, PublicResults, Results } from '#wire/results.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

// so-a of filled-period: indices 1,4 1,7 1,8 1,6 2,0 2,0 1,0 1,0 1,0 → 13,5. Index 2 is (2 + 2 + 1) / 3 = 1,666…
let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  // Without answers it would be hidden, and so-a with it, so that it does not stand alone.
  await server.db.run("delete from units where tenant = 'mau' and unit = 'so-b'");
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await act('close');
  await act('seal');
});
afterEach(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const act = (name: string, body: object = {}) =>
  server.request<Period & Problem>('POST', `/v1/periods/2026-q4/${name}`, body, admin());
const shown = (query = '') =>
  server.request<PublicResults & Problem>('GET', `/v1/public/periods/2026-q4/results?tenant=mau${query}`);
const page = async (query = '?ky=2026-q4') =>
  (await server.request('GET', `/cong-khai/mau${query}`)).text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
const soA = ({ units }: Pick<PublicResults, 'units'>) => units.find(({ unit }) => unit === 'so-a');

/** The third dossier's step ended on 4/11 like the others: 2 points instead of 1, so index 2 is 2,0 and the total 13,8. */
async function correctDossier(): Promise<void> {
  const changed = {
    code: 'H99.01-261102-0003',
    unit: 'so-a',
    procedure: '1.001612',
    officer: 'CB-01',
    channel: 'counter',
    state: 'ready',
    received: '2026-11-02T08:00',
    promised: '2026-11-05T17:00',
    reappointed: [],
    ready: '2026-11-04T10:00',
    returned: null,
    pauses: [],
    supplements: 1,
    limitDays: 3,
    steps: [{ unit: 'so-a', officer: null, due: '2026-11-05T11:30', ended: '2026-11-04T10:00' }],
  };
  await server.request('POST', '/v1/dossiers', [changed], admin());
}
const correction = {
  reason: 'Sửa giờ kết thúc bước của một hồ sơ theo biên bản.',
  erratum: '=Chỉ số 2 của so-a tính lại; hỏi 0912345678.',
};

describe('an embargo', () => {
  it('shows nothing before its instant, anywhere, and everything from then on', async () => {
    const set = await act('publish', { publishAt: '2027-01-15T01:00:00Z' });
    expect(set.body).toMatchObject({ publishedAt: '2027-01-15T01:00:00.000Z', embargoed: true });
    expect((await shown()).status).toBe(404);
    expect(await page()).toContain('Kỳ này chưa công khai.');
    server.clock.now = new Date('2027-01-15T00:59:59Z');
    expect((await shown()).status).toBe(404);
    server.clock.now = new Date('2027-01-15T01:00:00Z');
    expect(soA((await shown()).body)?.total).toBe(135);
    expect(await page('')).toContain('13,5');
    // What is seen can no longer be called off, only withdrawn.
    expect((await act('publish/cancel')).body.code).toBe('period.published');
  });

  it('is not moved by asking for another instant, which is refused; asked for once more it stands', async () => {
    const publishAt = '2027-01-15T01:00:00Z';
    await act('publish', { publishAt });
    for (const other of [{}, { publishAt: '2027-02-15T01:00:00Z' }]) {
      const { status, body, text } = await act('publish', other);
      // 01:00 UTC is 08:00 in Viet Nam.
      expect([status, body.code, text]).toEqual([409, 'publish.set', expect.stringContaining('15/01/2027 08:00')]);
    }
    expect((await act('publish', { publishAt })).body).toMatchObject({ embargoed: true });
    // Once the public sees it the same request still says it is done, another instant is refused.
    server.clock.now = new Date('2027-01-20T01:00:00Z');
    for (const same of [{}, { publishAt }]) expect((await act('publish', same)).status).toBe(200);
    const late = await act('publish', { publishAt: '2027-02-15T01:00:00Z' });
    expect([late.status, late.body.code]).toEqual([409, 'period.published']);
    expect(late.text).toContain('từ 15/01/2027 08:00 nên không hẹn được nữa. Rút công khai trước');
  });

  it('can be called off before it, and is refused for an instant that is over', async () => {
    expect((await act('publish', { publishAt: '2027-01-04T01:00:00Z' })).body.code).toBe('publish.past');
    await act('publish', { publishAt: '2027-01-15T01:00:00Z' });
    expect((await act('withdraw', { reason: 'Chưa muốn công khai.' })).body.code).toBe('period.unpublished');
    expect((await act('publish/cancel')).body.publishedAt).toBeNull();
    server.clock.now = new Date('2027-02-01T01:00:00Z');
    expect((await shown()).status).toBe(404);
    expect((await act('publish')).body.publishedAt).not.toBeNull();
  });

  it('is kept by a correction made meanwhile: the public never sees the first snapshot, nor an erratum of it', async () => {
    await act('publish', { publishAt: '2027-01-15T01:00:00Z' });
    await correctDossier();
    await act('correct', correction);
    expect((await shown()).status).toBe(404);
    server.clock.now = new Date('2027-01-16T01:00:00Z');
    const { body } = await shown();
    expect([soA(body)?.total, body.errata, body.versions.map(({ snapshot }) => snapshot)]).toEqual([
      138,
      [],
      ['2026-q4.2'],
    ]);
    expect((await shown('&snapshot=2026-q4.1')).status).toBe(404);
  });
});

describe('a correction after the seal', () => {
  it('scores what is on record now, says so beside the figures, and leaves the earlier ones readable', async () => {
    await act('publish');
    await correctDossier();
    expect(soA((await shown()).body)?.total).toBe(135);
    const made = await act('correct', { ...correction, of: '2026-q4.1' });
    expect(made.body).toMatchObject({ state: 'sealed', snapshot: '2026-q4.2' });
    expect((await act('correct', { ...correction, of: '2026-q4.1' })).body.snapshot).toBe('2026-q4.2');

    const { body } = await shown();
    expect([soA(body)?.total, body.supersededBy]).toEqual([138, null]);
    expect(body.errata).toEqual([
      {
        snapshot: '2026-q4.2',
        replaces: '2026-q4.1',
        at: '2027-01-04T02:00:00.000Z',
        erratum: '=Chỉ số 2 của so-a tính lại; hỏi [đã che số điện thoại].',
        changes: {
          units: [
            {
              unit: 'so-a',
              name: 'Đơn vị so-a',
              total: { before: 135, after: 138 },
              grade: null,
              rank: null,
              dossiers: null,
              indicators: [{ indicator: 2, before: 17, after: 20 }],
            },
          ],
          compared: 1,
          changed: { units: 1, total: 1, grade: 0, rank: 0 },
        },
      },
    ]);
    const html = await page();
    expect(html).toContain('Đính chính ngày 04/01/2027');
    expect(html).toMatch(/Chỉ số 2.*1,7.*2,0/);
    expect(html).toContain('ban=2026-q4.1');

    const old = await page('?ky=2026-q4&ban=2026-q4.1');
    expect(old).toContain('Bản chốt 2026-q4.1 đã được thay bằng');
    expect(old).toContain('13,5');
    const earlier = (await shown('&snapshot=2026-q4.1')).body;
    expect([soA(earlier)?.total, earlier.supersededBy]).toEqual([135, '2026-q4.2']);
    expect((await shown('&snapshot=2026-q4.9')).status).toBe(404);
  });

  it('gives its figures as CSV too, where no text can run as a formula', async () => {
    await act('publish');
    await correctDossier();
    await act('correct', correction);
    const { text } = await server.request('GET', '/v1/public/periods/2026-q4/changes.csv?tenant=mau');
    const lines = text.trim().split('\n');
    expect(lines[0]).toBe('snapshot,replaces,at,erratum,unit,name,figure,before,after');
    expect(lines[1]).toMatch(
      /^2026-q4\.2,2026-q4\.1,2027-01-04T02:00:00\.000Z,'=Chỉ số 2 .*,so-a,Đơn vị so-a,total,13\.5,13\.8$/,
    );
    expect(lines[2]).toMatch(/,index_2,1\.7,2\.0$/);
    expect(lines).toHaveLength(3);
  });

  it('is for a sealed period alone, and on record with its reason', async () => {
    await act('correct', correction);
    const { body } = await server.request<PeriodSnapshots>('GET', '/v1/periods/2026-q4/snapshots', undefined, admin());
    expect(body.snapshots.map(({ snapshot, reason, current }) => [snapshot, reason, current])).toEqual([
      ['2026-q4.1', 'Chốt kỳ', false],
      ['2026-q4.2', correction.reason, true],
    ]);
    await server.db.run("update periods set state = 'closed' where tenant = 'mau'");
    expect((await act('correct', correction)).body.code).toBe('period.unsealed');
  });
});

describe('a withdrawal', () => {
  const reason = 'Bảng dùng nhầm số liệu của hai đơn vị.';

  it('leaves when and why, and no figure; published again, the figures are back', async () => {
    await act('publish');
    server.clock.now = new Date('2027-01-20T02:00:00Z');
    expect((await act('withdraw', { reason })).body).toMatchObject({ publishedAt: null, withdrawnReason: reason });
    expect((await act('withdraw', { reason: 'Một lý do khác hẳn.' })).body.withdrawnReason).toBe(reason);
    const gone = await shown();
    expect([gone.status, gone.body.code]).toEqual([410, 'period.withdrawn']);
    expect(gone.body.message).toBe(`Kết quả kỳ này đã được rút ngày 20/01/2027. Lý do: ${reason}`);
    for (const query of ['', '?ky=2026-q4', '?ky=2026-q4&ban=2026-q4.1']) {
      const html = await page(query);
      expect(html).toContain(`Kết quả Quý IV/2026 đã được rút ngày 20/01/2027. Lý do: ${reason}`);
      expect(html).not.toContain('13,5');
    }
    expect((await act('publish')).body).toMatchObject({ withdrawnAt: null });
    expect(soA((await shown()).body)?.total).toBe(135);
  });

  it('keeps withdrawn figures out of the correction that comes after it', async () => {
    await act('publish');
    await act('withdraw', { reason });
    await correctDossier();
    await act('correct', correction);
    await act('publish');
    const { body } = await shown();
    expect(body.errata.map(({ replaces, changes }) => [replaces, changes])).toEqual([['2026-q4.1', null]]);
    expect(await page()).not.toContain('13,5');
    expect((await shown('&snapshot=2026-q4.1')).status).toBe(404);
  });
});

describe('figures that do not add up', () => {
  it('are not published without a reason, which is printed beside them', async () => {
    // As a fault of the program would leave it: 13,5 on record as 13,6.
    await server.db.run(
      `update snapshot_units set result = replace(result, '"total":135', '"total":136') where tenant = 'mau' and unit = 'so-a'`,
    );
    const refused = await act('publish');
    expect([refused.status, refused.body.code]).toEqual([409, 'sum.fault']);
    expect(refused.body.message).toBe(
      'Đơn vị so-a: tổng các phần (13,5) khác tổng chung (13,6). Sửa số liệu rồi tính lại, hoặc ghi lý do trước khi công khai.',
    );
    const faultReason = 'Bảng đã trình ký, sẽ đính chính sau.';
    expect((await act('publish', { faultReason })).status).toBe(200);
    expect((await shown()).body).toMatchObject({ faultReason, faults: [{ code: 'sum.fault' }] });
    expect(await page()).toContain(`Vẫn công khai vì: ${faultReason}`);
  });
});

it('a seal cut short is carried on, and nothing else is made of the period meanwhile', async () => {
  await server.db.run("update periods set state = 'closed', sealed_at = null where tenant = 'mau'");
  const reason = 'Ý kiến của đơn vị được chấp nhận.';
  expect((await act('reopen', { reason })).body.code).toBe('period.sealing');
  expect((await act('rescore', { reason })).body.code).toBe('period.sealing');
  expect((await act('seal')).body.state).toBe('sealed');
  const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin());
  expect(body.units.find(({ unit }) => unit === 'so-a')?.total).toBe(135);
});
