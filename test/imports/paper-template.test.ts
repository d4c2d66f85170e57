import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportView } from '#wire/import.ts';
import { insertUnit } from '../../server/store/units.ts';
import { readXlsx } from '../reports/read-xlsx.ts';
import { type As, idOf, type TestServer, testServer } from '../server/test-server.ts';
import { faultLines, rowsOf } from './send-file.ts';

let server: TestServer;
let admin: As;
const PATH = '/v1/paper-forms.xlsx?survey=danhgia-2026&version=1';

beforeAll(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  const unit = (code: string, name: string) =>
    insertUnit('mau', { unit: code, name, level: 'commune', parent: null, from: '2026-01-01', to: null });
  await server.db.batch([
    unit('xa-8', 'Xã Tân Lập'),
    unit('xa-9', 'Xã Tân Lập'),
    unit('xa-10', '=HYPERLINK("http://x")'),
  ]);
});
afterAll(() => server.close());

async function template(path = PATH, as = admin): Promise<Uint8Array<ArrayBuffer>> {
  const response = await server.app.request(path, { headers: as });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const column = (i: number) => String.fromCharCode(65 + i);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** As a spreadsheet saves it with these rows typed in below the header; cells by column. */
function typed(bytes: Uint8Array, rows: readonly Readonly<Record<number, string>>[]): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  const path = 'xl/worksheets/sheet1.xml';
  const cells = rows.map(
    (row, r) =>
      `<row r="${4 + r}">${Object.entries(row)
        .map(([at, text]) => `<c r="${column(Number(at))}${4 + r}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`)
        .join('')}</row>`,
  );
  const xml = strFromU8(parts[path] as Uint8Array).replace('</sheetData>', `${cells.join('')}</sheetData>`);
  return zipSync({ ...parts, [path]: strToU8(xml) });
}

async function takeIn(n: number, bytes: Uint8Array<ArrayBuffer>, as = admin): Promise<ImportView> {
  const query = new URLSearchParams({ id: idOf(n), kind: 'paper-forms', name: 'phieu.xlsx' });
  const response = await server.app.request(`/v1/imports?${query}`, { method: 'POST', body: bytes, headers: as });
  return response.json();
}

describe('the workbook of a survey', () => {
  test('has a column for each question in the words of the sheet, and lists to choose from', async () => {
    const bytes = await template();
    const sheets = readXlsx(bytes);
    expect([...sheets.keys()]).toEqual(['Phiếu', 'Đơn vị và thủ tục', 'Phương án']);
    const head = [...(sheets.get('Phiếu') ?? [])].flatMap(([at, { text }]) => (/^[A-Z]+3$/.test(at) ? [text] : []));
    expect(head.slice(0, 6)).toEqual([
      'Số phiếu theo mẫu danhgia-2026/1',
      'Đơn vị',
      'Ngày ghi phiếu',
      'Mã hồ sơ',
      'Mã thủ tục',
      expect.stringMatching(/^1\. .*\[overall\]$/),
    ]);
    const places = sheets.get('Đơn vị và thủ tục');
    // Two communes are called alike: they are chosen by code.
    expect(['A2', 'A5', 'A6', 'A7'].map((at) => places?.get(at)?.text)).toEqual([
      'Đơn vị so-a',
      '=HYPERLINK("http://x")',
      'xa-8',
      'xa-9',
    ]);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(xml).toContain(`sqref="B4:B503"><formula1>'Đơn vị và thủ tục'!$A$2:$A$7</formula1>`);
    // `overall`: five levels and «not known».
    expect(xml).toContain(`sqref="F4:F503"><formula1>'Phương án'!$A$2:$A$7</formula1>`);
    expect(xml, 'no procedure is known, so none is offered').not.toContain('sqref="E4');
    expect(xml.indexOf('<dataValidations')).toBeGreaterThan(xml.indexOf('</sheetData>'));
  });

  test('keeps as text what begins like a formula, where it is listed and where it is typed', async () => {
    const parts = unzipSync(await template());
    const styles = strFromU8(parts['xl/styles.xml'] as Uint8Array);
    const looks = [...styles.matchAll(/<xf numFmtId="(\d+)"[^>]*>/g)];
    const places = strFromU8(parts['xl/worksheets/sheet2.xml'] as Uint8Array);
    expect(places).not.toContain('<f>');
    const [, style] = /<c r="A5" s="(\d+)" t="inlineStr">/.exec(places) ?? [];
    expect(looks[Number(style)]?.[0]).toMatch(/numFmtId="49".*quotePrefix="1"/);
    const [, empty] =
      /<col min="1" max="1" width="18" style="(\d+)"/.exec(
        strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array),
      ) ?? [];
    expect(looks[Number(empty)]?.[1], '49 is «text»').toBe('49');
  });

  test('shows an account of one unit its own unit', async () => {
    const sheets = readXlsx(await template(PATH, server.credentials.mau['unit-admin']));
    const units = [...(sheets.get('Đơn vị và thủ tục') ?? [])].flatMap(([at, { text }]) =>
      /^B\d/.test(at) && text ? [text] : [],
    );
    expect(units).toEqual(['Mã của đơn vị', 'so-a']);
  });

  test('is there for every version that is printed, and for no other', async () => {
    for (const id of ['nhanh-3-2026', 'tt32-3', 'tt32-5', 'binh-thuan-2019'])
      expect((await template(`/v1/paper-forms.xlsx?survey=${id}&version=1`)).length).toBeGreaterThan(1000);
    for (const [query, status] of [
      ['survey=tay-ninh-tablet-3&version=1', 404],
      ['survey=danhgia-2026&version=9', 404],
      ['survey=danhgia-2026', 422],
    ])
      expect((await server.request('GET', `/v1/paper-forms.xlsx?${query}`, undefined, admin)).status).toBe(status);
  });
});

describe('the workbook filled in', () => {
  const words = async () => {
    const options = readXlsx(await template()).get('Phương án');
    return (at: string) => options?.get(at)?.text ?? '';
  };

  test('is read back row by row: what is right enters as paper, what is not is told', async () => {
    const option = await words();
    const rows: Readonly<Record<number, string>>[] = [
      { 0: 'P-1', 1: 'Đơn vị so-a', 2: '09/11/2026', 5: option('A2'), 6: option('B2') },
      { 0: 'P-2', 1: 'Đơn vị so-a', 2: '09/11/2026', 5: 'không có ý này' },
      { 0: 'P-3', 1: 'Xã Tân Lập', 2: '09/11/2026', 5: option('A3') },
      { 0: 'P-4', 1: 'xa-9', 2: '09/11/2026', 5: option('A3') },
      { 0: 'P-1', 1: 'Đơn vị so-a', 2: '09/11/2026', 5: option('A2'), 6: option('B2') },
    ];
    const view = await takeIn(1, typed(await template(), rows));
    expect(view.found?.otherColumns).toEqual([]);
    expect([view.read, view.created, view.repeated, view.refused]).toEqual([5, 2, 1, 2]);
    expect((await faultLines(server, 1)).map((line) => line.split(',')[0])).toEqual(['5', '6']);
    const stored = await rowsOf<{ channel: string; unit: string; survey: string; answers: string }>(
      server,
      'responses',
      'channel, unit, survey, answers',
      'seq',
    );
    expect(stored.map(({ channel, unit, survey, answers }) => [channel, unit, survey, JSON.parse(answers)])).toEqual([
      ['paper', 'so-a', 'danhgia-2026', { overall: 's5', q1: 'before' }],
      ['paper', 'xa-9', 'danhgia-2026', { overall: 's4' }],
    ]);
  });

  test('of another survey enters as that survey though no row names it; who took it in is on record', async () => {
    const bytes = await template('/v1/paper-forms.xlsx?survey=tt32-5&version=1', server.credentials.mau['unit-admin']);
    const option = readXlsx(bytes).get('Phương án')?.get('A2')?.text ?? '';
    const row = { 0: 'T-1', 1: 'Đơn vị so-a', 2: '09/11/2026', 5: option };
    const view = await takeIn(2, typed(bytes, [row]), server.credentials.mau['unit-admin']);
    expect([view.created, view.actor]).toEqual([1, 'user:unit-admin.so-a']);
    const surveys = await rowsOf<{ survey: string }>(server, 'responses', 'survey', 'seq');
    expect(surveys.at(-1)).toEqual({ survey: 'tt32-5' });
  });
});
