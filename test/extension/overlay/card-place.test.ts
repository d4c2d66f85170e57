import { expect, it } from 'vitest';
import { cardPlace } from '../../../extension/overlay/card-place.ts';

const mark = (left: number, top: number) => ({ left, right: left + 150, top, bottom: top + 28 });

it.each([
  ['below its mark', mark(500, 100), 300, { top: 132, left: 500 }],
  ['above, near the lower edge', mark(500, 600), 300, { top: 296, left: 500 }],
  ['not past the right edge', mark(1200, 100), 300, { top: 132, left: 958 }],
  ['beside the mark where it is too high for both, to the left', mark(1100, 250), 560, { top: 82, left: 692 }],
  ['else to the right', mark(300, 250), 560, { top: 82, left: 458 }],
  ['never above the window', mark(1100, 250), 900, { top: 4, left: 692 }],
])('in a window of 1366 × 650: %s', (_where, at, height, place) => {
  expect(cardPlace(at, height, 1366, 650)).toEqual(place);
});

it('lies over the marks only where no side has room', () => {
  expect(cardPlace(mark(20, 250), 560, 480, 650)).toEqual({ top: 82, left: 20 });
});
