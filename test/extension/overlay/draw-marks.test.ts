import { expect, it } from 'vitest';
import { seenOf } from '../../../extension/features/seen.ts';
import { openCps } from '../../../extension/hosts/opencps.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { type Asked, bindMarks, stillTrue } from '../../../extension/overlay/draw-marks.ts';
import { markMaker } from '../../../extension/overlay/mark-maker.ts';
import { fixture, pageOf } from '../page-of.ts';

function boundList() {
  const list = openCps.readList(pageOf(fixture('onegate-list')));
  if (!list) throw new Error('no list');
  const { markOf } = markMaker(
    ({ reading }) => reading && { reading, text: JSON.stringify(reading) },
    (reading) => seenOf(reading, UNSETTLED, '2026-11-23T10:00'),
  );
  const bind = (drawn: ReturnType<typeof bindMarks> = [], asked: Asked = 'all') =>
    bindMarks(list.rows, markOf, drawn, list.codeOf, list.codeOf, asked);
  return { list, bind, marks: bind() };
}
const codes = (marks: ReturnType<typeof bindMarks>) => marks.map(({ drawn }) => drawn.code);
const cellsOf = (marks: ReturnType<typeof bindMarks>, at: number) => [...(marks[at]?.row.row.children ?? [])];

it('every row with a code of its own carries a mark of that code, a row without one carries none', () => {
  expect(boundList().marks.map(({ drawn }) => [drawn.code, drawn.mark.status])).toEqual([
    // Due on 24/11/2026, a public holiday: from 23/11 10:00 5,5 office hours are left.
    ['H99.01-261110-0042', 'dueSoon'],
    ['H99.01-261119-0007', 'paused'],
    ['H99.01-261119-0009', 'unknown'],
  ]);
});

it('a mark goes as soon as its reused row shows another dossier, the others stay', () => {
  const { list, marks } = boundList();
  const cell = cellsOf(marks, 0)[3];
  if (!cell) throw new Error('no code cell');
  cell.textContent = 'H99.01-261201-0777';
  expect(codes(stillTrue(marks, list.codeOf))).toEqual(['H99.01-261119-0007', 'H99.01-261119-0009']);
});

it('a mark goes with its row and with placeholders', () => {
  const { list, marks } = boundList();
  marks[1]?.row.row.remove();
  cellsOf(marks, 2)[3]?.replaceChildren();
  expect(codes(stillTrue(marks, list.codeOf))).toEqual(['H99.01-261110-0042']);
});

it('nothing is redrawn when every row still shows its dossier', () => {
  const { list, marks } = boundList();
  expect(stillTrue(marks, list.codeOf)).toBe(marks);
});

it('a row that comes in sight is asked what it shows by then; one already drawn only when the page changed', () => {
  const { bind, marks } = boundList();
  const cell = cellsOf(marks, 0)[3];
  if (!cell) throw new Error('no code cell');
  cell.textContent = 'H99.01-261201-0777';
  expect(codes(bind(marks.slice(1), 'new'))).toEqual(['H99.01-261119-0007', 'H99.01-261119-0009']);
  expect(codes(bind(marks, 'new'))).toHaveLength(3);
  expect(codes(bind(marks, 'all'))).toEqual(['H99.01-261119-0007', 'H99.01-261119-0009']);
});
