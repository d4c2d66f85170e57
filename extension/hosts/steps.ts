import { dayMinutes } from '#rules/calendar/office-hours.ts';
import { asLocalTime, type DateOrder, dateOrderOf, readDate } from '#rules/calendar/printed-date.ts';
import { labelKey } from '#rules/labels.ts';
import { cellAt, cellsWithColumns } from './cell-at.ts';
import { allGridsOf, type Grid } from './grid.ts';
import type { Page, StepReading } from './host.ts';
import { visibleText } from './visible-text.ts';
import { withoutPerson } from './without-person.ts';

const WORDS = {
  name: ['cong viec', 'noi dung cong viec', 'ten buoc', 'buoc xu ly', 'buoc'],
  limit: ['thoi han quy dinh', 'thoi han', 'thoi gian quy dinh'],
  started: ['ngay bat dau', 'ngay thu ly', 'thoi gian bat dau', 'bat dau'],
  ended: ['ngay ket thuc', 'ngay hoan thanh', 'thoi gian ket thuc', 'ket thuc'],
  outcome: ['ket qua', 'ket qua xu ly'],
} as const;
type Column = keyof typeof WORDS;

const MOST_STEPS = 50;
const LIMIT = /^(\d{1,3}(?:[.,]\d{1,3})?) (ngày|giờ)(?: làm việc)?$/iu;
const SUPPLEMENT = /^yêu cầu (?:công dân |người dân |tổ chức )?bổ sung/iu;

function columnsIn(head: HTMLElement, page: Page): ReadonlyMap<Column, number> {
  const found = new Map<Column, number>();
  for (const { cell, from } of cellsWithColumns(head)) {
    const key = labelKey(visibleText(cell, page.sees));
    for (const column of Object.keys(WORDS) as Column[])
      if ((WORDS[column] as readonly string[]).includes(key) && !found.has(column)) found.set(column, from);
  }
  return found;
}

/** «0.5 ngày», «4 giờ» in working days of this office; `null` for «Không quy định» and for words nobody has met. */
function limitIn(text: string, page: Page): number | null {
  const [, amount = '', unit = ''] = LIMIT.exec(text) ?? [];
  if (!amount) return null;
  const number = Number(amount.replace(',', '.'));
  return unit.toLowerCase() === 'giờ' ? (number * 60) / dayMinutes(page.office.hours) : number;
}

function stepsIn(grid: Grid, head: HTMLElement, columns: ReadonlyMap<Column, number>, page: Page) {
  const rows = grid.body().filter((row) => !grid.heads.slice(0, grid.heads.indexOf(head) + 1).includes(row));
  const texts = rows.slice(0, MOST_STEPS).flatMap((row) => {
    if (page.sees(row) === 0) return [];
    const text = (column: Column): string => {
      const at = columns.get(column);
      const cell = at === undefined ? null : cellAt(row, at);
      return cell ? visibleText(cell, page.sees) : '';
    };
    return text('name') ? [text] : [];
  });
  const moment = (column: 'started' | 'ended', edge: 'opening' | 'closing') => {
    const order: DateOrder = dateOrderOf(texts.map((text) => text(column)));
    return (text: string) => {
      const date = readDate(text, order);
      return date && asLocalTime(date, edge, page.office);
    };
  };
  const [started, ended] = [moment('started', 'opening'), moment('ended', 'closing')];
  return texts.map((text, i) => ({
    step: {
      name: (withoutPerson(text('name')) ?? `Bước ${i + 1}`).slice(0, 120),
      limitDays: limitIn(text('limit'), page),
      started: started(text('started')),
      ended: ended(text('ended')),
    },
    asks: SUPPLEMENT.test(text('name')) || SUPPLEMENT.test(text('outcome')),
  }));
}

/**
 * The progress table «TIẾN TRÌNH XỬ LÝ», «Quá trình giải quyết hồ sơ»: its steps, and how many of them ask for supplements. `null` when
 * none is shown; `supplements` is `null` where none is listed, because a page may list only a part.
 */
export function readSteps(
  scope: Document | Element,
  page: Page,
): { readonly steps: readonly StepReading[]; readonly supplements: number | null } | null {
  for (const grid of allGridsOf(scope, page.sees))
    for (const head of grid.heads) {
      const columns = columnsIn(head, page);
      if (!columns.has('name') || !(columns.has('started') || columns.has('limit'))) continue;
      const lines = stepsIn(grid, head, columns, page);
      if (lines.length === 0) return null;
      const asks = lines.filter((line) => line.asks).length;
      return { steps: lines.map(({ step }) => step), supplements: asks || null };
    }
  return null;
}
