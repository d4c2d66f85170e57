import { wilson } from '#rules/interval.ts';
import { group } from './case.ts';

/** `[answers of the kind, all answers]` → ends in tenths of a percent. */
export const INTERVALS = group<readonly [number, number], { lo: number; hi: number } | null>(
  'Khoảng tin cậy 95 % của một tỷ lệ (Wilson), phần mười của phần trăm',
  ([count, n]) => wilson(count, n),
  (
    [
      ['81 trên 263 người', [81, 263], { lo: 255, hi: 366 }, 'Bảng I của Newcombe (1998): 0,2553 đến 0,3662'],
      ['15 trên 148 người', [15, 148], { lo: 62, hi: 160 }, 'Bảng I của Newcombe (1998): 0,0624 đến 0,1605'],
      ['Không ai trong 20 người', [0, 20], { lo: 0, hi: 161 }, 'Bảng I của Newcombe (1998): 0 đến 0,1611'],
      ['1 trên 29 người', [1, 29], { lo: 6, hi: 172 }, 'Bảng I của Newcombe (1998): 0,0061 đến 0,1718'],
      ['Cả 20 người', [20, 20], { lo: 839, hi: 1000 }, 'Đối xứng với 0 trên 20: 1 − 0,1611 = 0,8389'],
      ['28 trên 29 người', [28, 29], { lo: 828, hi: 994 }, 'Đối xứng với 1 trên 29'],
      ['Một nửa của 10 người', [5, 10], { lo: 237, hi: 763 }, '0,5 ± 1,96 × √(0,025 + 3,8416/400) : 1,38416'],
      ['Một người duy nhất, và hài lòng', [1, 1], { lo: 207, hi: 1000 }, '1 : (1 + 3,8415) = 0,2065'],
      ['Một người duy nhất, và không hài lòng', [0, 1], { lo: 0, hi: 793 }, '3,8415 : 4,8415 = 0,7935'],
      ['Không ai trả lời thì không có khoảng nào', [0, 0], null, ''],
    ] as const
  ).map(([name, given, expected, worked]) => ({
    name,
    on: '2026-11-24',
    given,
    expect: expected,
    article: 'Công thức Wilson; không phải quy định của pháp luật',
    ...(worked && { worked }),
  })),
);
