import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Figure, plainFigure, printFigure } from '#rules/print-figure.ts';
import type { Ranking } from '#wire/ranking.ts';
import type { ReportBody } from '#wire/report.ts';
import type { PublicResults } from '#wire/results.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import { numberOf } from '../../server/reports/xlsx/number-of.ts';
import { readDocx } from '../reports/read-docx.ts';
import { figureCells } from '../reports/read-xlsx.ts';
import { fillPeriod } from './filled-period.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let body: ReportBody;
/** What the report carries, by id: every other medium is held against it. */
let figures: ReadonlyMap<string, Figure>;

const PERIOD = '/v1/periods/2026-q4';
const PUBLIC = '/v1/public/periods/2026-q4/results';
const admin = () => server.credentials.mau['province-admin'];
const json = async <T>(path: string) => (await server.request<T>('GET', path, undefined, admin())).body;
const bytes = async (path: string) =>
  new Uint8Array(await (await server.app.request(path, { headers: admin() })).arrayBuffer());
const text = async (path: string) => (await server.request('GET', path, undefined, admin())).text;

/** Five forms of a second unit, so that both of its level may be shown. */
async function fillNeighbour(): Promise<void> {
  for (let i = 1; i <= 5; i += 1) {
    const code = `H99.02-261102-000${i}`;
    const dossier = {
      ...{ code, unit: 'so-b', procedure: '1.001612', officer: null, channel: 'counter', state: 'returned' },
      ...{ received: '2026-11-02T08:00', promised: '2026-11-05T17:00', ready: '2026-11-04T10:00' },
      ...{ returned: '2026-11-04T15:00', reappointed: [], pauses: [], supplements: 0, limitDays: 3 },
    };
    await server.request('POST', '/v1/dossiers', [dossier], admin());
    const asked = { dossier: code, unit: 'so-b', procedure: '1.001612', stage: 'returned' };
    const invited = await server.request<{ token: string }>(
      'POST',
      '/v1/invitations',
      asked,
      server.credentials.mau.portal,
    );
    const answers = { overall: i < 4 ? 's5' : 's3', q1: 'before', q3: 'extra0', q4: 'other0', q7: 't3' };
    const sent = await server.request(
      'POST',
      '/v1/responses',
      responseOf(200 + i, { unit: 'so-b', answers, token: invited.body.token }),
    );
    expect(sent.status).toBe(201);
  }
}

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
  await fillNeighbour();
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  for (const act of ['close', 'seal', 'publish']) await server.request('POST', `${PERIOD}/${act}`, {}, admin());
  body = await json<ReportBody>(`${PERIOD}/report`);
  figures = new Map(body.figures.map((figure) => [figure.id, figure]));
});
afterAll(() => server.close());

/** Every object with an id and a value of a figure, wherever it stands in an answer. */
function figuresIn(value: unknown): Figure[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn);
  if (value === null || typeof value !== 'object') return [];
  const own = 'id' in value && 'unit' in value && 'cites' in value ? [value as Figure] : [];
  return [...own, ...Object.values(value).flatMap(figuresIn)];
}

/** Texts of `data-figure="id"` with the way they are shown, as a browser reads them. */
function marked(html: string): { id: string; show: string; said: string }[] {
  const plain = (said: string) =>
    said
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  return [
    ...html.matchAll(
      /<(?:data|td|span)[^>]*? data-figure="([^"]+)"(?: data-show="(\w+)")?[^>]*>(.*?)<\/(?:data|td|span)>/gs,
    ),
  ].map(([, id = '', show = 'value', said = '']) => ({ id, show, said: plain(said).trim() }));
}

/** Compares by id what both carry. @returns how many there were. */
function compared(there: readonly Figure[]): number {
  const both = there.filter(({ id }) => figures.has(id));
  for (const figure of both) {
    const known = figures.get(figure.id);
    expect([figure.id, figure.value, figure.text, figure.of], figure.id).toEqual([
      known?.id,
      known?.value,
      known?.text,
      known?.of,
    ]);
  }
  return both.length;
}

describe('one figure is the same wherever it stands', () => {
  it('on the screens: ranking and unit page', async () => {
    expect(compared(figuresIn(await json<Ranking>(`${PERIOD}/ranking`)))).toBe(3);
    // The total, and nine official indices with their series.
    expect(compared(figuresIn(await json<UnitPage>(`${PERIOD}/units/so-a`)))).toBeGreaterThan(20);
  });

  it('on the screen of timeliness: parts and letters of apology, of the province and of one unit', async () => {
    const all = figuresIn(await json(`${PERIOD}/timeliness`));
    // Of the table of statistics the report tells shares, the screen the counts: the same value of another whole.
    expect(compared(all.filter(({ id }) => !id.includes('/table-')))).toBeGreaterThan(5);
    for (const { id, value } of all) if (figures.has(id)) expect([id, figures.get(id)?.value]).toEqual([id, value]);
    // Early, on time, overdue, unknown, of another period; four of letters.
    expect(compared(figuresIn(await json(`${PERIOD}/timeliness?unit=so-a`)))).toBe(9);
    expect(figures.get('timeliness/so-a/letter-unknown')).toMatchObject({ value: 1, of: 1 });
    expect(figures.get('ranking/so-a/coverage')).toMatchObject({ value: 5, of: 6 });
  });

  it('in the document', async () => {
    const docx = readDocx(await bytes(`${PERIOD}/report.docx`));
    expect(docx.figures.size).toBeGreaterThan(60);
    for (const [key, said] of docx.figures) {
      const [id = '', show] = key.split(' ');
      const figure = figures.get(id);
      expect([key, ...new Set(said)]).toEqual([key, figure && printFigure(figure, show as 'value')]);
    }
  });

  it('in the CSV', async () => {
    const rows = parse(await text(`${PERIOD}/report.csv`), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(figures.size);
    for (const { figure: id = '', value, low, high, n } of rows) {
      const figure = figures.get(id) as Figure;
      const plain = (['value', 'low', 'high', 'n'] as const).map((part) => plainFigure(figure, part));
      expect([id, value, low, high, n]).toEqual([id, ...plain]);
    }
  });

  it('in the workbook', async () => {
    const cells = figureCells(await bytes(`${PERIOD}/report.xlsx`));
    expect(cells.size).toBe(figures.size);
    for (const [id, cell] of cells) {
      const figure = figures.get(id) as Figure;
      const number = numberOf(figure);
      expect([id, number ? cell.value : cell.text]).toEqual([id, number ? number.value : printFigure(figure)]);
    }
  });

  it('on the page to print', async () => {
    const found = marked(await text(`${PERIOD}/report.html`)).filter(({ id }) => figures.has(id));
    expect(found.length).toBeGreaterThan(100);
    for (const { id, show, said } of found)
      expect([id, said]).toEqual([id, printFigure(figures.get(id) as Figure, show as 'value')]);
  });

  it('in what is public: JSON, CSV, page, document and workbook, for every unit that is shown', async () => {
    const results = await json<PublicResults>(`${PUBLIC}?tenant=mau`);
    const shown = results.units.filter(({ hidden }) => !hidden);
    expect(shown.map(({ unit }) => unit)).toEqual(['so-a', 'so-b']);
    const rows = parse(await text(`${PUBLIC}.csv?tenant=mau`), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    const page = (await text('/cong-khai/mau')).replaceAll('\u00a0', ' ');
    for (const unit of shown) {
      const of = (what: string) => figures.get(`ranking/${unit.unit}/${what}`) as Figure;
      expect([unit.total, unit.max, unit.dossiers, unit.responses, unit.gradeLabel]).toEqual([
        ...[of('total').value, of('total').of, of('dossiers').value, of('responses').value, of('grade').text],
      ]);
      const official = (i: number) => figures.get(`unit/${unit.unit}/${i}/official`) as Figure;
      expect(unit.indicators.map(({ points }) => points)).toEqual(
        unit.indicators.map(({ indicator }) => official(indicator).value),
      );
      const row = rows.find((each) => each.unit === unit.unit);
      expect([row?.total, row?.responses, row?.dossiers, row?.grade]).toEqual([
        ...['total', 'responses', 'dossiers', 'grade'].map((what) => plainFigure(of(what))),
      ]);
      expect(unit.indicators.map(({ indicator }) => row?.[`index_${indicator}`])).toEqual(
        unit.indicators.map(({ indicator }) => plainFigure(official(indicator))),
      );
      for (const what of ['responses', 'dossiers']) expect(page).toContain(`>${printFigure(of(what))}<`);
      // A total that lacks indices is printed over the most the others reach.
      expect(page).toContain(`>${printFigure(of('total'), unit.missing.length > 0 ? 'over' : 'value')}<`);
      if (unit.gradeLabel) expect(page).toContain(`>${printFigure(of('grade'))}<`);
    }
    const docx = readDocx(await bytes(`${PUBLIC}.docx?tenant=mau`));
    const cells = figureCells(await bytes(`${PUBLIC}.xlsx?tenant=mau`));
    expect(docx.figures.size).toBeGreaterThan(15);
    for (const [key, said] of docx.figures) {
      const [id = '', show] = key.split(' ');
      if (id.startsWith('level/')) continue;
      expect([key, ...new Set(said)]).toEqual([key, printFigure(figures.get(id) as Figure, show as 'value')]);
    }
    for (const [id, cell] of cells) {
      const number = figures.has(id) && !id.startsWith('level/') ? numberOf(figures.get(id) as Figure) : null;
      if (number) expect([id, cell.value]).toEqual([id, number.value]);
    }
    // Of a level with a hidden unit the public is told nothing that the units shown do not say.
    expect([...cells.keys()].filter((id) => /xa-1/.test(id))).toEqual([]);
  });
});
