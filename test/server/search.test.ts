import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierPage, SearchHits } from '#wire/search.ts';
import { readXlsx } from '../reports/read-xlsx.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let code = '';
const admin = () => server.credentials.mau['province-admin'];
const find = async (q: string, as: As = admin()) =>
  (await server.request<SearchHits>('GET', `/v1/search?q=${encodeURIComponent(q)}`, undefined, as)).body;

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await server.request('POST', '/v1/periods/2026-q4/close', {}, admin());
  const procedure = { procedure: '1.009974', name: 'Cấp giấy phép xây dựng', sector: 'Xây dựng', limitDays: 10 };
  await server.request('POST', '/v1/procedures', [procedure], admin());
  const sql =
    "select code from dossiers where tenant = 'mau' and unit = 'so-a' and ended_day is not null order by code";
  code = (await server.db.all<{ code: string }>(sql))[0]?.code ?? '';
});
afterAll(() => server.close());

it('finds units, officers and procedures without accents and in any case', async () => {
  expect((await find('DON VI SO-A')).units).toEqual([{ unit: 'so-a', name: 'Đơn vị so-a' }]);
  expect((await find('cb-01')).officers).toEqual([{ officer: 'CB-01', label: 'Quầy 1 · CB-01', unit: 'so-a' }]);
  expect((await find('giay phep')).procedures).toEqual([{ procedure: '1.009974', name: 'Cấp giấy phép xây dựng' }]);
  expect((await server.request('GET', '/v1/search?q=a', undefined, admin())).status).toBe(422);
});

it('finds a dossier by its whole code, and what the close found in it, computed before self; the look is logged', async () => {
  expect((await find(code.slice(0, -1))).dossier).toBeNull();
  expect((await find(code)).dossier).toEqual({ code, unit: 'so-a' });
  const path = `/v1/dossiers/${encodeURIComponent(code)}`;
  const page = (await server.request<DossierPage>('GET', path, undefined, admin())).body;
  expect(page).toMatchObject({ code, unit: 'so-a', unitName: 'Đơn vị so-a', periods: [{ period: '2026-q4' }] });
  const findings = page.periods[0]?.findings ?? [];
  const cell = '/v1/periods/2026-q4/units/so-a/findings?series=computed&indicator=1&after=';
  const listed = (await server.request<{ findings: { dossier: string }[] }>('GET', cell, undefined, admin())).body;
  expect(listed.findings).toContainEqual(findings.find((f) => f.series === 'computed' && f.indicator === 1));
  const order = findings.map(({ series }) => series);
  expect(order).toEqual([...order].sort());
  const log = await server.db.all<{ subject: string }>(
    "select subject from audit where tenant = 'mau' and action = 'findings.read' order by seq",
  );
  expect(log[0]?.subject).toBe(code);
});

it('gives all that stands behind a cell as one file, logged, to whoever may read the cell', async () => {
  const path = '/v1/periods/2026-q4/units/so-a/findings.csv?series=computed&indicator=1';
  const { text, status, headers } = await server.request('GET', path, undefined, admin());
  expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const [head, ...rows] = text.replace('\ufeff', '').trim().split('\r\n');
  expect(head).toBe('Mã hồ sơ,Chỉ số,Điểm,Vì sao,Căn cứ,Bằng chứng');
  const listed = await server.request<{ findings: { dossier: string }[] }>(
    'GET',
    '/v1/periods/2026-q4/units/so-a/findings?series=computed&indicator=1',
    undefined,
    admin(),
  );
  expect(rows.map((row) => row.split(',')[0])).toEqual(listed.body.findings.map(({ dossier }) => dossier));
  const workbook = await server.app.request(path.replace('.csv', '.xlsx'), { headers: admin() });
  expect(workbook.headers.get('content-disposition')).toBe(
    'attachment; filename="ket-luan-2026-q4-so-a-computed-1.xlsx"',
  );
  const sheet = readXlsx(new Uint8Array(await workbook.arrayBuffer())).get('Kết luận');
  // The same lines below the same heads: what stands in the first column of both.
  expect([...(sheet ?? [])].flatMap(([at, { text: said }]) => (/^A\d+$/.test(at) ? [said] : []))).toEqual([
    'Mã hồ sơ',
    ...rows.map((row) => row.split(',')[0]),
  ]);
  const log = await server.db.all<{ detail: string }>(
    "select detail from audit where tenant = 'mau' and action = 'findings.export' order by seq",
  );
  expect(log.map(({ detail }) => (JSON.parse(detail) as { format: string }).format)).toEqual(['csv', 'xlsx']);
  const other = path.replace('so-a', 'so-b');
  expect((await server.request('GET', other, undefined, server.credentials.mau['unit-admin'])).status).toBe(403);
});

it('whoever sees one unit finds nothing of another', async () => {
  const unitAdmin = server.credentials.mau['unit-admin'];
  await server.db.run("update dossiers set unit = 'so-b' where tenant = 'mau' and code = ?", [code]);
  expect((await find('don vi', unitAdmin)).units.map(({ unit }) => unit)).toEqual(['so-a']);

  expect((await find(code, unitAdmin)).dossier).toBeNull();
  expect((await server.request('GET', `/v1/dossiers/${code}`, undefined, unitAdmin)).status).toBe(403);
});
