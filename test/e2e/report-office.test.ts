import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportBody } from '#wire/report.ts';
import { numberOf } from '../../server/reports/xlsx/number-of.ts';
import { readDocx } from '../reports/read-docx.ts';
import { fillPeriod } from '../server/filled-period.ts';
import { type TestServer, testServer } from '../server/test-server.ts';
import { findOffice } from './find-office.ts';

const SHOTS = '.output/screenshots';
const REPORT = '/v1/periods/2026-q4/report';
const CSV_OF_EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

let server: TestServer;
let folder: string;
let body: ReportBody;

async function file(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await server.app.request(path, { headers: server.credentials.mau['province-admin'] });
  expect([path, response.status]).toEqual([path, 200]);
  return new Uint8Array(await response.arrayBuffer());
}

/** An old Liberation Serif stands in for Times and lacks letters of Vietnamese: every word would be of two fonts. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><pattern><patelt name="family"><string>Liberation Serif</string></patelt></pattern></rejectfont></selectfont></fontconfig>`;

/** Opens files in LibreOffice without a window, with a profile of its own, and saves them as `to`. */
function convert(to: string, names: readonly string[]): void {
  const paths = names.map((name) => join(folder, name));
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(fonts, FONTS);
  execFileSync(
    findOffice(),
    [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', folder, ...paths],
    { stdio: 'pipe', env: { ...process.env, FONTCONFIG_FILE: fonts } },
  );
}

const run = (name: string, ...args: string[]) => execFileSync(name, args, { encoding: 'utf8' });

/** The workbook as a program saves it that never computed: no formula has a value. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]): [string, Uint8Array] => [
    path,
    path.startsWith('xl/worksheets/') ? strToU8(strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const admin = server.credentials.mau['province-admin'];
  await server.request('POST', '/v1/periods/2026-q4/close', {}, admin);
  body = (await server.request<ReportBody>('GET', REPORT, undefined, admin)).body;
  folder = mkdtempSync(join(tmpdir(), 'dvc-office-'));
  const of = '/v1/periods/2026-q4/units/so-a';
  writeFileSync(join(folder, 'bao-cao.docx'), await file(`${REPORT}.docx`));
  writeFileSync(join(folder, 'mau-01.docx'), await file(`${of}/mau-01.docx`));
  writeFileSync(join(folder, 'thong-bao.docx'), await file(`${of}/notice.docx`));
  writeFileSync(join(folder, 'bao-cao.xlsx'), withoutValues(await file(`${REPORT}.xlsx`)));
  writeFileSync(join(folder, 'phieu.xlsx'), await file('/v1/paper-forms.xlsx?survey=danhgia-2026&version=1'));
  convert('ods', ['phieu.xlsx']);
  convert('pdf', ['bao-cao.docx', 'mau-01.docx', 'thong-bao.docx']);
  convert(CSV_OF_EVERY_SHEET, ['bao-cao.xlsx']);
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const squeezed = (text: string) => text.replace(/[\s\u00a0]+/g, '');

describe('the document in LibreOffice', () => {
  it('prints every line of it, figures and labels of charts among them', () => {
    const docx = readDocx(readFileSync(join(folder, 'bao-cao.docx')));
    const mark = squeezed(`Dự thảo, bản chốt ${body.snapshot.snapshot}`);
    const pages = run('pdftotext', '-raw', join(folder, 'bao-cao.pdf'), '-')
      .split('\f')
      .map(squeezed)
      .map((page, i) => (i === 0 ? page : page.replace(mark, '').replace(/^\d+/, '')));
    // A sentence may run over the end of a page, where the labels of its charts come last.
    const runsOver = (line: string) =>
      pages.some((page, i) =>
        Array.from({ length: line.length }, (_, k) => k).some(
          (k) => k > 0 && pages[i + 1]?.startsWith(line.slice(k)) && page.includes(line.slice(0, k)),
        ),
      );
    const lines = docx.lines.map(squeezed).filter((line) => line.length > 0);
    expect(lines.length).toBeGreaterThan(150);
    expect(lines.filter((line) => !pages.some((page) => page.includes(line)) && !runsOver(line))).toEqual([]);
    expect(lines).toContain(squeezed('Trước hạn: 3'));
  });

  it('keeps every page as a picture, in the one font of official documents', () => {
    mkdirSync(SHOTS, { recursive: true });
    for (const name of ['bao-cao', 'mau-01', 'thong-bao']) {
      const pdf = join(folder, `${name}.pdf`);
      run('pdftoppm', '-r', '70', '-png', pdf, join(SHOTS, `van-ban-${name}`));
      const fonts = run('pdffonts', pdf).split('\n').slice(2).filter(Boolean);
      expect(fonts.filter((font) => !/Tinos|TimesNewRoman/.test(font))).toEqual([]);
    }
  });
});

describe('the workbook for paper forms in LibreOffice', () => {
  it('keeps the list behind every cell in which one is chosen', () => {
    const content = strFromU8(unzipSync(readFileSync(join(folder, 'phieu.ods')))['content.xml'] as Uint8Array);
    const lists = [...content.matchAll(/cell-content-is-in-list\(([^)]*)\)/g)].map(([, from]) => from);
    expect(lists[0]).toBe('[$&apos;Đơn vị và thủ tục&apos;.$A$2:.$A$4]');
    expect(lists[1]).toBe('[$&apos;Phương án&apos;.$A$2:.$A$7]');
    // Units, eleven questions, stage, who helped and where; no procedure is known here.
    expect(lists).toHaveLength(15);
  });
});

describe('the workbook in LibreOffice', () => {
  it('computes every index, sum and total to the figures of the snapshot', () => {
    const rows = parse(readFileSync(join(folder, 'bao-cao-Số liệu.csv')), { relax_column_count: true }) as string[][];
    const computed = new Map(rows.map(([id = '', value = '']) => [id, Number(value)]));
    const made = Object.keys(body.recipes).filter((id) => body.figures.some((figure) => figure.id === id));
    expect(made.length).toBeGreaterThan(15);
    for (const id of made) {
      const figure = body.figures.find((each) => each.id === id);
      expect([id, computed.get(id)]).toEqual([id, figure && numberOf(figure)?.value]);
    }
    expect(computed.get('ranking/so-a/total')).toBe(13.5);
    expect(computed.get('unit/so-a/1/official')).toBe(1.4);
    expect(computed.get('whole/dossiers')).toBe(6);
  });
});
