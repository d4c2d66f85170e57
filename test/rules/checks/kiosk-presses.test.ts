import { expect, test } from 'vitest';
import { kioskPresses } from '#rules/checks/kiosk-presses.ts';
import { judged, outcomeOf, plain, seenOf, UNIT_ALPHA, unitOf } from './units-of.ts';

const found = judged(kioskPresses, {
  units: [
    unitOf('a', { presses: 200, tooSoon: 4 }),
    unitOf('b', { presses: 200, outsideHours: 2 }),
    unitOf('c', { presses: 60, outsideHours: 9, tooSoon: 3 }),
    unitOf('d', { presses: 100, tooSoon: 8 }),
    unitOf('e', { presses: 20, outsideHours: 20 }),
  ],
});

test('12 of 60 put aside, binomial tail at 5 %', () => {
  // Shares 2 %, 1 %, 20 % and 8 %: the middle is 5 %, twice that is above the cap of 9 %.
  expect(found.usual).toBe(90);
  const low = judged(kioskPresses, {
    units: [
      unitOf('a', { presses: 200, tooSoon: 4 }),
      unitOf('b', { presses: 200, outsideHours: 2 }),
      unitOf('c', { presses: 60, outsideHours: 9, tooSoon: 3 }),
    ],
  });
  expect(low.usual).toBe(50);
  const seen = seenOf(kioskPresses, low, 'c');
  expect([seen.k, seen.n, seen.value]).toEqual([12, 60, 200]);
  expect(seen.p / 3.5977e-5).toBeCloseTo(1, 3);
  expect(plain(seen.sentence)).toContain(
    '12/60 lượt bấm máy ở quầy là ngoài giờ hoặc quá gần lượt trước (20,0 %, khoảng',
  );
  expect(plain(seen.sentence)).toContain('mức coi là thường gặp: 5 %. Các lượt này đã không được tính.');
  // Three presses are too few to print.
  expect(seen.evidence).toEqual([{ label: 'Ngoài giờ mở cửa', value: '9/60' }]);
});

test('8 of 100 is not asked about, 20 presses are too few', () => {
  expect(seenOf(kioskPresses, found, 'd').p).toBeGreaterThan(UNIT_ALPHA);
  expect(outcomeOf(found, 'e').is).toBe('few');
});

test('the tablet with most presses put aside is named, unless that tells of so few on another', () => {
  const evidence = (b: { presses: number; aside: number }) => {
    const tablets = [
      { counter: 'Quầy 03', ...b },
      { counter: 'Quầy 01', presses: 70, aside: 12 },
    ];
    const sums = { presses: 100, outsideHours: 12 + b.aside, tablets };
    const one = judged(kioskPresses, { units: [unitOf('a', sums)] });
    return seenOf(kioskPresses, one, 'a').evidence.map(({ label, value }) => `${label}: ${value}`);
  };
  expect(evidence({ presses: 30, aside: 5 })).toEqual(['Ngoài giờ mở cửa: 17/100', 'Trên máy ở Quầy 01: 12/70']);
  expect(evidence({ presses: 30, aside: 0 })).toEqual(['Ngoài giờ mở cửa: 12/100', 'Trên máy ở Quầy 01: 12/70']);
  expect(evidence({ presses: 30, aside: 2 })).toEqual(['Ngoài giờ mở cửa: 14/100']);
});
