import { printFigure } from '#rules/print-figure.ts';
import type { Block, ReportBody, Run } from '#wire/report.ts';
import { type FiguresById, figuresById, lineText } from '../figure-text.ts';
import { markLine } from '../mark-line.ts';
import { type Cell, type Sheet, textCell } from './cell.ts';
import { formulaOf, type Place } from './formula.ts';
import { numberOf } from './number-of.ts';
import { workbookOf } from './workbook.ts';

type Table = Extract<Block, { kind: 'table' }>;
type FigureRun = Extract<Run, { figure: string }>;

const FIGURES = 'Số liệu';
/** Caption, source, mark and head stand above the rows. */
const ABOVE = 4;
const FORBIDDEN = /[[\]:*?/\\']/g;

/** Names of sheets: at most 31 characters, each once. */
function sheetNames(tables: readonly Table[]): string[] {
  return tables.map(({ caption }, i) => `${i + 1}. ${caption.replace(FORBIDDEN, ' ')}`.slice(0, 31).trim());
}

const only = (runs: readonly Run[]): FigureRun | null => {
  const [run] = runs;
  return runs.length === 1 && run && 'figure' in run ? run : null;
};

/** Thousands of dossiers stand in their table once; a second list of them is of no use. */
const hasList = ({ kind }: ReportBody): boolean => kind !== 'mau-01';

/** Every place a figure stands by its plain value, tables first. */
function placesIn(body: ReportBody, tables: readonly Table[], names: readonly string[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  function add(id: string, place: Place): void {
    const known = places.get(id);
    if (known) known.push(place);
    else places.set(id, [place]);
  }
  tables.forEach(({ rows }, t) => {
    rows.forEach((cells, r) => {
      cells.forEach((runs, c) => {
        const run = only(runs);
        if (run && (run.show === 'value' || run.show === 'over'))
          add(run.figure, { sheet: names[t] ?? '', row: ABOVE + r, column: c });
      });
    });
  });
  if (hasList(body))
    body.figures.forEach(({ id }, i) => {
      add(id, { sheet: FIGURES, row: ABOVE + i, column: 1 });
    });
  return places;
}

/** The figure as a number, and as a formula where it is made of others and shown by its plain value. */
function figureCell(
  run: FigureRun,
  sheet: string,
  body: ReportBody,
  figures: FiguresById,
  places: ReadonlyMap<string, Place[]>,
  bold: boolean,
): Cell {
  const figure = figures.get(run.figure);
  const number = figure && numberOf(figure, run.show);
  if (!figure || !number) return textCell(lineText([run], figures));
  const recipe = run.show === 'value' || run.show === 'over' ? body.recipes[figure.id] : undefined;
  const formula = recipe ? formulaOf(recipe, sheet, number.digits, (id) => places.get(id) ?? []) : null;
  const { value, format } = number;
  return formula === null ? { kind: 'number', value, format, bold } : { kind: 'formula', formula, value, format, bold };
}

/** The report as a workbook: a sheet for each table, and one with every figure by its id. Indices, sums and totals are formulas. */
export function xlsxOf(body: ReportBody): Uint8Array<ArrayBuffer> {
  const figures = figuresById(body);
  const tables = body.blocks.filter((block): block is Table => block.kind === 'table');
  const names = sheetNames(tables);
  const places = placesIn(body, tables, names);
  const above = (caption: string, source: string, head: readonly string[]): Cell[][] => [
    [textCell(caption, 'title')],
    [textCell([source, body.footer].filter(Boolean).join(' '), 'note')],
    [textCell(markLine(body) ?? '', 'note')],
    head.map((label) => textCell(label, 'head')),
  ];
  const ofTables = tables.map((table, t): Sheet => {
    const name = names[t] ?? '';
    const rows = table.rows.map((cells, r) => {
      const bold = table.total && r === table.rows.length - 1;
      return cells.map((runs) => {
        const run = only(runs);
        return run ? figureCell(run, name, body, figures, places, bold) : textCell(lineText(runs, figures));
      });
    });
    const head = table.columns.map(({ label }) => label);
    const widths = table.columns.map(({ width }) => Math.max(9, Math.round(width * 1.1)));
    return { name, widths, rows: [...above(table.caption, table.source, head), ...rows], frozen: ABOVE };
  });
  if (!hasList(body)) return workbookOf(body.title, ofTables);
  const all = body.figures.map((figure): Cell[] => [
    textCell(figure.id),
    figureCell({ figure: figure.id, show: 'value' }, FIGURES, body, figures, places, false),
    textCell(figure.of === null ? '' : printFigure(figure, 'over')),
    textCell(figure.n === null ? '' : printFigure(figure, 'n')),
    textCell(figure.low === null ? '' : printFigure(figure, 'interval')),
    textCell(figure.because ?? ''),
  ]);
  const listed: Sheet = {
    name: FIGURES,
    widths: [38, 14, 14, 12, 18, 60],
    rows: [...above(body.title, '', ['Mã số liệu', 'Giá trị', 'Trên', 'n', 'Khoảng 95 %', 'Vì sao']), ...all],
    frozen: ABOVE,
  };
  return workbookOf(body.title, [...ofTables, listed]);
}
