import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { figureOf, rankingId } from '#rules/figure-id.ts';
import { plainFigure, printFigure } from '#rules/print-figure.ts';
import { reportBody } from '../../server/figures/report/report-body.ts';
import { csvOf } from '../../server/reports/csv.ts';
import { docxOf } from '../../server/reports/docx/docx.ts';
import { reportPage } from '../../server/reports/page.ts';
import { xlsxOf } from '../../server/reports/xlsx/xlsx.ts';
import { readDocx } from './read-docx.ts';
import { figureCells, readXlsx } from './read-xlsx.ts';
import { HOSTILE, sampleSource, sampleUnit, timesOf } from './sample-source.ts';

const A = sampleUnit('so-a', 'Sở Ánh Dương', { times: timesOf('so-a', [60, 25, 10, 2, 3]) });
const B = sampleUnit('so-b', HOSTILE, {
  rank: null,
  missing: [9],
  total: figureOf(rankingId('so-b', 'total'), 'tenths', 144, { of: 160, because: 'Thiếu chỉ số 9.' }),
  grade: figureOf(rankingId('so-b', 'grade'), 'text', null, { because: 'Chưa đủ chỉ số.' }),
  satisfaction: figureOf(rankingId('so-b', 'satisfaction'), 'text', null),
  official: sampleUnit('so-b', '').official.map((figure, i) => (i === 8 ? { ...figure, value: null } : figure)),
  times: timesOf('so-b', [90, 5, 5, 0, 0]),
});
const BODY = reportBody(sampleSource([A, B]));
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the document', () => {
  const docx = readDocx(docxOf(BODY));

  it('prints every figure of the body exactly as the one printer does', () => {
    const figures = new Map(BODY.figures.map((figure) => [figure.id, figure]));
    expect(docx.figures.size).toBeGreaterThan(50);
    for (const [key, texts] of docx.figures) {
      const [id = '', show] = key.split(' ');
      const figure = figures.get(id);
      expect(figure, id).toBeDefined();
      if (figure) expect([...new Set(texts)], key).toEqual([printFigure(figure, show as 'value')]);
    }
    expect(docx.figures.get('ranking/so-a/total over')).toBeUndefined();
    expect(docx.figures.get('ranking/so-a/total value')).toContain('15,9');
    expect(docx.figures.get('ranking/so-b/total over')).toContain('14,4/16');
  });

  it('has the head, the parts and the end of an official report, and says it is a draft', () => {
    const said = docx.lines.filter(Boolean);
    for (const line of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'TỈNH MẪU',
      'Số: …/BC-…',
      'BÁO CÁO',
      'I. CĂN CỨ VÀ PHẠM VI ĐÁNH GIÁ',
      'II. KẾT QUẢ ĐÁNH GIÁ',
      'III. ĐỘ TIN CẬY CỦA SỐ LIỆU',
      'V. KIẾN NGHỊ, NHIỆM VỤ TRONG KỲ TỚI',
      './.',
      'Nơi nhận:',
    ])
      expect(said).toContain(line);
    expect(said.join('\n')).toContain('Dự thảo, bản chốt mau.7F3A');
    expect(docx.parts.get('word/header1.xml')).toContain('Dự thảo');
  });

  it('tells the grades in the sentence offices write, and who stands apart', () => {
    expect(spaced(docx.lines.join('\n'))).toContain(
      `Kết quả: 01/02 đơn vị xếp loại Xuất sắc, 01/02 đơn vị chưa xếp loại; mức độ Rất hài lòng 01/02 đơn vị.`,
    );
    expect(spaced(docx.lines.join('\n'))).toContain('Kiểm tra cộng dồn: 150 + 30 + 15 + 2 + 3 = 200.');
  });

  it('keeps a hostile name as text', () => {
    expect(docx.lines).toContain(HOSTILE);
  });

  it('is the same, byte for byte, each time', () => {
    expect(Buffer.compare(docxOf(BODY), docxOf(BODY))).toBe(0);
    expect(Buffer.compare(xlsxOf(BODY), xlsxOf(BODY))).toBe(0);
  });
});

describe('the workbook', () => {
  const bytes = xlsxOf(BODY);
  const cells = figureCells(bytes);

  it('holds every figure as a number, and totals and sums as formulas with what they come to', () => {
    for (const figure of BODY.figures) {
      const cell = cells.get(figure.id);
      expect(cell, figure.id).toBeDefined();
      if (figure.value === null || figure.unit === 'text') expect(cell?.text).toBe(printFigure(figure));
      else if (figure.unit === 'count') expect(cell?.value, figure.id).toBe(figure.value);
      else if (figure.unit === 'tenths') expect(cell?.value, figure.id).toBe(figure.value / 10);
    }
    expect(cells.get('ranking/so-a/total')).toMatchObject({
      value: 15.9,
      formula: expect.stringMatching(/^ROUND\(SUM\(.+\),1\)$/),
    });
    expect(cells.get('whole/dossiers')).toMatchObject({ value: 200, formula: expect.stringContaining('SUM(') });
  });

  it('adds up the cells a reader sees beside the total', () => {
    const table = readXlsx(bytes).get('2. Chín chỉ số của đơn vị cấp t');
    expect(table?.get('A5')?.text).toBe('Sở Ánh Dương');
    expect(table?.get('K5')).toEqual({ text: null, value: 15.9, formula: 'ROUND(SUM(B5:J5),1)' });
    expect(table?.get('K6')).toEqual({ text: null, value: 14.4, formula: 'ROUND(SUM(B6:I6),1)' });
    expect(table?.get('J6')?.text).toBe('—');
  });

  it('keeps a text that begins like a formula as text', () => {
    const table = readXlsx(bytes).get('2. Chín chỉ số của đơn vị cấp t');
    expect(table?.get('A6')).toEqual({ text: HOSTILE, value: null, formula: null });
  });
});

describe('the CSV', () => {
  it('has every figure by its id, plain', () => {
    const rows = parse(csvOf(BODY), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map((row) => row.figure)).toEqual(BODY.figures.map(({ id }) => id));
    for (const figure of BODY.figures) {
      const row = rows.find((each) => each.figure === figure.id);
      expect([row?.value, row?.n], figure.id).toEqual([plainFigure(figure), plainFigure(figure, 'n')]);
    }
  });

  it('escapes a text that begins like a formula, and no number below zero', () => {
    const figures = [
      figureOf('whole/a', 'text', null, { text: '=1+1' }),
      figureOf('whole/b', 'difference', -2, { because: '@x' }),
    ];
    const rows = parse(csvOf({ ...BODY, figures }), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ value, because }) => [value, because])).toEqual([
      ["'=1+1", ''],
      ['-0.2', "'@x"],
    ]);
  });
});

describe('the page', () => {
  it('marks each figure with its id, and lets no name become markup', async () => {
    const page = `${await reportPage(BODY)}`;
    expect(page).not.toContain('<b>&');
    expect(page).not.toMatch(/ style=/);
    expect(page).toContain('data-figure="ranking/so-a/total"');
    expect(page).toContain('<h2 id="trust">III. ĐỘ TIN CẬY CỦA SỐ LIỆU</h2>');
  });
});

describe('what a report may not say', () => {
  it('gives no total over a level with a hidden unit, nor a rank or figure of it', () => {
    const hidden = { ...sampleUnit('so-c', 'Sở Cánh Đồng'), hidden: true, rank: null };
    const body = reportBody(sampleSource([A, hidden], { audience: 'public', draft: false }));
    const said = readDocx(docxOf(body)).lines.join('\n');
    expect(said).toContain('01 đơn vị được ẩn, không tính trong các số này.');
    expect(said).toContain('Có đơn vị được ẩn nên không nêu tổng số hồ sơ, phiếu.');
    expect(body.figures.filter(({ id }) => id.startsWith('whole/') || id.includes('so-c'))).toEqual([]);
    expect(said).not.toContain('Dự thảo');
    expect(said).not.toContain('Tình hình giải quyết hồ sơ');
    expect(said).not.toContain('IV. ƯU ĐIỂM');
  });

  it('says of an empty period that nothing is counted, and never prints a zero for unknown', () => {
    const none = (what: string, of: Parameters<typeof figureOf>[1]) =>
      figureOf(rankingId('so-a', what), of, null, { because: 'Chưa có dữ liệu.' });
    const empty = sampleUnit('so-a', 'Sở A', {
      ...{ rank: null, missing: [1, 2, 3, 4, 5, 6, 7, 8, 9], total: none('total', 'tenths') },
      ...{ grade: none('grade', 'text'), satisfaction: none('satisfaction', 'text'), share: none('share', 'permille') },
      official: A.official.map((figure) => ({ ...figure, value: null })),
      dossiers: figureOf(rankingId('so-a', 'dossiers'), 'count', 0),
      responses: figureOf(rankingId('so-a', 'responses'), 'count', 0),
      times: timesOf('so-a', [0, 0, 0, 0, 0]),
    });
    const { lines } = readDocx(docxOf(reportBody(sampleSource([empty]))));
    const said = lines.join('\n');
    expect(said).toContain('Kỳ này chưa có hồ sơ nào được tính.');
    expect(said).toContain('Chưa đủ phiếu để nêu mức độ hài lòng.');
    expect(said).not.toContain('0,0');
  });
});
