import { describe, expect, test } from 'vitest';
import { mintedLinks } from '#rules/checks/minted-links.ts';
import { judged, outcomeOf, plain, seenOf, UNIT_ALPHA, unitOf } from './units-of.ts';

const honest = (unit: string, quick = 2) => unitOf(unit, { answers: 100, quick, officerLink: 10 });
const found = judged(mintedLinks, {
  units: [
    honest('a'),
    honest('b'),
    honest('b2'),
    honest('c', 12),
    unitOf('d', { answers: 40, quick: 20, officerLink: 24, sameAddress: 18, addressKnown: 22 }),
    unitOf('e', { answers: 29, quick: 29 }),
    unitOf('f', {}),
  ],
});

test('half the answers within two minutes of an own officer’s link: binomial tail at 10 %, the floor', () => {
  expect(found.usual).toBe(100);
  const seen = seenOf(mintedLinks, found, 'd');
  expect([seen.k, seen.n, seen.value]).toEqual([20, 40, 500]);
  expect(seen.p / 1.87186e-10).toBeCloseTo(1, 3);
  expect(plain(seen.sentence)).toBe(
    '20/40 phiếu của đơn vị được trả lời trong 2 phút sau khi cán bộ tạo đường dẫn (50,0 %, khoảng 33,8–66,2 %); mức coi là thường gặp: 10 %.',
  );
  // 18 of 22 leaves four people, so that line is left out; no dossier is ever named.
  expect(seen.evidence).toEqual([{ label: 'Qua đường dẫn của cán bộ trong đơn vị', value: '24/40' }]);
  expect(seen.hits).toEqual([]);
});

test('an office that helps at the counter is not asked; 29 answers are too few; none are not spoken of', () => {
  expect(seenOf(mintedLinks, found, 'c').p).toBeGreaterThan(UNIT_ALPHA);
  expect(seenOf(mintedLinks, found, 'a').p).toBeGreaterThan(0.9);
  expect(outcomeOf(found, 'e')).toEqual({ is: 'few', about: { unit: 'e', officer: null }, n: 29 });
  expect(found.outcomes).toHaveLength(6);
});

describe('the officer most answers came through', () => {
  const evidence = (issuers: readonly [string, number][], officerLink: number) => {
    const sums = { answers: 100, quick: 0, officerLink };
    const rows = issuers.map(([officer, answers]) => ({ officer, answers, quick: 0 }));
    const one = judged(mintedLinks, { units: [unitOf('a', { ...sums, issuers: rows })] });
    return seenOf(mintedLinks, one, 'a').evidence.map(({ label, value }) => `${label}: ${value}`);
  };
  const ALL = 'Qua đường dẫn của cán bộ trong đơn vị: 24/100';

  test('is named with how many, where neither that nor what is left for others is so few that somebody could be found', () => {
    const busiest = (value: string) => `Trong đó qua đường dẫn do cán bộ CB-02 tạo: ${value}`;
    const cases: [readonly [string, number][], string[]][] = [
      [
        [
          ['CB-01', 5],
          ['CB-02', 19],
        ],
        [ALL, busiest('19/24')],
      ],
      [[['CB-02', 24]], [ALL, busiest('24/24')]],
      [
        [
          ['CB-01', 4],
          ['CB-02', 20],
        ],
        [ALL],
      ],
    ];
    for (const [issuers, lines] of cases) expect(evidence(issuers, 24)).toEqual(lines);
  });
});
