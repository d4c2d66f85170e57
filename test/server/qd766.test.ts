import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding766View, Qd766View } from '#wire/qd766.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const PATH = '/v1/periods/2026-q4/qd766';
const get = (as: As, query = '') => server.request<Qd766View>('GET', `${PATH}${query}`, undefined, as);
const put = (body: unknown) => server.request<Qd766View>('PUT', PATH, body, server.credentials.mau['province-admin']);
const of = (view: Qd766View, index: string): Finding766View | undefined =>
  view.findings.find((finding) => finding.index === index);

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
  const { mau } = server.credentials;
  const book = { unit: 'so-a', about: 'other', verdict: 'pending' };
  await server.request(
    'POST',
    '/v1/petitions',
    [
      { ...book, id: 'P1', received: '2026-10-05', answered: '2026-10-12' },
      // Never answered by the end of the quarter.
      { ...book, id: 'P2', received: '2026-10-05' },
      { ...book, id: 'P3', received: '2026-10-06', answered: '2026-10-13', verdict: 'withdrawn' },
    ],
    mau['province-admin'],
  );
});
afterAll(() => server.close());

describe('QĐ 766 before the close', () => {
  it('says that dossiers are counted at the close, and shows what there is', async () => {
    const { body } = await get(server.credentials.mau.viewer);
    expect(of(body, '2.1')).toMatchObject({ from: null, note: 'Đếm từ hồ sơ khi chốt kỳ.', points: { value: null } });
    // One answered in time, one still awaited long after its limit.
    expect(of(body, '5.2')).toMatchObject({ from: 'petitions' });
    expect(of(body, '5.2')?.evidence.map(({ value }) => value)).toEqual(['1', '2', expect.any(String)]);
    expect(body.partial).toBe(true);
    expect(body.grade.label).toBeNull();
  });
});

describe('QĐ 766 of a closed period', () => {
  beforeAll(async () => {
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
  });

  it('counts 2.1 from dossiers: to the minute, without one whose promise and limit leave nothing to tell', async () => {
    const { body } = await get(server.credentials.mau.viewer);
    // d1 to d4 ready by 05/11 17:00; d5 on 06/11; d6 has no promise and took 4 of its 3 working days.
    expect(of(body, '2.1')).toMatchObject({ from: 'dossiers', note: null });
    expect(
      of(body, '2.1')
        ?.evidence.slice(0, 2)
        .map(({ value }) => value),
    ).toEqual(['4', '6']);
    expect(of(body, '5.4')?.note).toContain('không biết hồ sơ nào bị đánh dấu không hài lòng');
    expect(body.total.because).toContain('Một phần');
  });

  it('takes what was read elsewhere, each as a revision with its source, and gives it back', async () => {
    const source = 'Cổng Dịch vụ công quốc gia, 05/01/2027';
    const entered = await put({ unit: null, source, counts: [{ id: '1.2', numerator: 40, denominator: 40 }] });
    expect(entered.status).toBe(200);
    expect(of(entered.body, '1.2')).toMatchObject({
      from: 'entered',
      entered: { numerator: 40, denominator: 40, source, actor: 'user:province-admin' },
    });
    const points = of(entered.body, '1.2')?.points;
    expect([points?.value, points?.value === points?.of]).toEqual([points?.of, true]);
    const back = await put({ unit: null, source, counts: [{ id: '1.2', numerator: null, denominator: null }] });
    expect(of(back.body, '1.2')).toMatchObject({ from: null, entered: null });
    const rows = await server.db.all("select revision from portal_counts where tenant = 'mau' order by revision");
    expect(rows).toEqual([{ revision: 1 }, { revision: 2 }]);
    const logged = await server.db.all("select subject from audit where tenant = 'mau' and action = 'qd766.put'");
    expect(logged).toHaveLength(2);
  });

  it('refuses a part larger than its whole, half a count and an index there is not, and keeps nothing of it', async () => {
    const source = 'Cổng';
    for (const count of [
      { id: '1.2', numerator: 41, denominator: 40 },
      { id: '1.2', numerator: 41, denominator: null },
      { id: '9.9', numerator: 1, denominator: 1 },
    ]) {
      const refused = await put({ unit: null, source, counts: [{ id: '1.3', numerator: 1, denominator: 2 }, count] });
      expect(refused).toMatchObject({ status: 422, body: { code: 'body.invalid' } });
    }
    expect(await server.db.all("select 1 from portal_counts where tenant = 'mau' and id = '1.3'")).toEqual([]);
  });

  it('is shown by unit: its own to who administers it, no other', async () => {
    const { mau } = server.credentials;
    const own = await get(mau['unit-admin']);
    expect(own.body.unit).toEqual({ unit: 'so-a', name: 'Đơn vị so-a' });
    expect(
      of(own.body, '2.1')
        ?.evidence.slice(0, 2)
        .map(({ value }) => value),
    ).toEqual(['4', '6']);
    expect((await get(mau['unit-admin'], '?unit=so-b')).status).toBe(403);
    const other = await get(mau.viewer, '?unit=so-b');
    // No dossier at all: nothing to divide, and neither 0 nor full marks.
    expect(of(other.body, '2.1')).toMatchObject({ from: 'dossiers', points: { value: null } });
  });
});
