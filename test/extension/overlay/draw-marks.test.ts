import { expect, it } from 'vitest';
import { seenOf } from '../../../extension/features/seen.ts';
import { openCps } from '../../../extension/hosts/opencps.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { bindMarks, stillTrue } from '../../../extension/overlay/draw-marks.ts';
import { fixture, pageOf } from '../page-of.ts';

function boundList() {
  const list = openCps.readList(pageOf(fixture('onegate-list')));
  if (!list) throw new Error('no list');
  const marks = bindMarks(list, ({ reading }) => reading && seenOf(reading, UNSETTLED, '2026-11-23T10:00'));
  return { list, marks };
}

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
  const cell = marks[0]?.row.row.children[3];
  if (!cell) throw new Error('no code cell');
  cell.textContent = 'H99.01-261201-0777';
  expect(stillTrue(marks, list).map(({ drawn }) => drawn.code)).toEqual(['H99.01-261119-0007', 'H99.01-261119-0009']);
});

it('a mark goes with its row and with placeholders', () => {
  const { list, marks } = boundList();
  marks[1]?.row.row.remove();
  marks[2]?.row.row.children[3]?.replaceChildren();
  expect(stillTrue(marks, list).map(({ drawn }) => drawn.code)).toEqual(['H99.01-261110-0042']);
});

it('nothing is redrawn when every row still shows its dossier', () => {
  const { list, marks } = boundList();
  expect(stillTrue(marks, list)).toBe(marks);
});
