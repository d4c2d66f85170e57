import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Unit } from '#wire/unit.ts';
import type { ChangedUnits } from '#wire/unit-spans.ts';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { faultLines, sendFile } from './send-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const units = 'Mã đơn vị,Tên đơn vị,Cấp,Hoạt động từ ngày\nso-moi,Sở Mới,tỉnh,01/07/2025';
  expect((await sendFile(server, 1, { kind: 'units' }, units)).body).toMatchObject({ created: 1 });
});
afterAll(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const spans = async () =>
  (await server.request<ChangedUnits>('GET', '/v1/unit-spans', undefined, admin())).body.units
    .find(({ unit }) => unit === 'so-moi')
    ?.spans.map(({ from, name }) => [from, name]);
const today = async () =>
  (await server.request<{ units: Unit[] }>('GET', '/v1/units', undefined, admin())).body.units.find(
    ({ unit }) => unit === 'so-moi',
  )?.name;
const undo = (n: number) => server.request('POST', `/v1/imports/${idOf(n)}/undo`, {}, admin());
const HEAD = 'Mã đơn vị,Tên đơn vị,Cấp,Áp dụng từ ngày,Căn cứ';
const BASIS = 'Nghị quyết đổi tên năm 2026';

it('adds spans to a unit, a line each; what is wrong is told by its line and column', async () => {
  const rows = [
    `so-moi,Sở Mới và Công nghệ,tỉnh,01/10/2026,${BASIS}`,
    `so-moi,Sở Sau này,tỉnh,01/03/2027,${BASIS}`,
    `so-moi,Sở Trước đó,tỉnh,01/01/2025,${BASIS}`,
    `khong-co,Sở Không có,tỉnh,01/10/2026,${BASIS}`,
    'so-moi,Sở Thiếu,tỉnh,01/04/2027,ngắn',
  ];
  const { body } = await sendFile(server, 2, { kind: 'unit-spans' }, [HEAD, ...rows].join('\n'));
  expect(body).toMatchObject({ created: 2, refused: 3 });
  expect((await faultLines(server, 2)).map((line) => line.split(',').slice(0, 4).join(','))).toEqual([
    '6,Căn cứ,không nhập,field.invalid',
    '4,Áp dụng từ ngày,không nhập,unit.spans',
    '5,Mã đơn vị,không nhập,unit.unknown',
  ]);
  expect(await spans()).toEqual([
    ['2025-07-01', 'Sở Mới'],
    ['2026-10-01', 'Sở Mới và Công nghệ'],
    ['2027-03-01', 'Sở Sau này'],
  ]);
  // The clock of the test stands at 10/11/2026.
  expect(await today()).toBe('Sở Mới và Công nghệ');
});

it('a span that stands is written over, one that stands so already is left, and each goes back by itself', async () => {
  const rows = [`so-moi,Sở Mới sửa tên,tỉnh,01/10/2026,${BASIS}`, `so-moi,Sở Sau này,tỉnh,01/03/2027,${BASIS}`];
  const { body } = await sendFile(server, 3, { kind: 'unit-spans' }, [HEAD, ...rows].join('\n'));
  expect(body).toMatchObject({ created: 0, updated: 1, refused: 0 });
  expect(await today()).toBe('Sở Mới sửa tên');
  expect((await undo(3)).body).toMatchObject({ state: 'undone', takenBack: 1, kept: 0 });
  expect(await today()).toBe('Sở Mới và Công nghệ');
  expect((await undo(2)).body).toMatchObject({ state: 'undone', takenBack: 2, kept: 0 });
  // One span alone is the unit itself.
  expect([await spans(), await today()]).toEqual([undefined, 'Sở Mới']);
});

it('the only span of a unit may be told too, and goes back to the unit’s own words', async () => {
  const row = `so-moi,Sở Tên Khác,tỉnh,01/07/2025,${BASIS}`;
  expect((await sendFile(server, 4, { kind: 'unit-spans' }, `${HEAD}\n${row}`)).body).toMatchObject({ updated: 1 });
  expect([await spans(), await today()]).toEqual([undefined, 'Sở Tên Khác']);
  expect((await undo(4)).body).toMatchObject({ takenBack: 1, kept: 0 });
  expect(await today()).toBe('Sở Mới');
});
