import { type DossierMood, satisfaction766 } from '#rules/qd766/satisfaction.ts';
import type { Pair } from '../finding-qd766.ts';
import { group, type LawCase } from './case.ts';

/** How many dossiers of each kind. */
interface Given {
  readonly fine?: number;
  readonly late?: number;
  readonly disliked?: number;
  readonly both?: number;
  readonly lateUnknown?: number;
  readonly dislikeUnknown?: number;
}
interface Expect {
  readonly count: Pair | null;
  readonly unknown: number;
}

function run({ fine = 0, late = 0, disliked = 0, both = 0, lateUnknown = 0, dislikeUnknown = 0 }: Given): Expect {
  const of = (n: number, mood: DossierMood) => Array.from({ length: n }, () => mood);
  const { count, unknown } = satisfaction766([
    ...of(fine, { late: false, petitionOrDislike: false }),
    ...of(late, { late: true, petitionOrDislike: false }),
    ...of(disliked, { late: false, petitionOrDislike: true }),
    ...of(both, { late: true, petitionOrDislike: true }),
    ...of(lateUnknown, { late: null, petitionOrDislike: true }),
    ...of(dislikeUnknown, { late: true, petitionOrDislike: null }),
  ]);
  return { count: count && [count.numerator, count.denominator], unknown };
}

type Row = readonly [name: string, given: Given, count: Pair | null, unknown: number, worked: string];

const rows: readonly Row[] = [
  ['Không hồ sơ nào trễ hay bị chê.', { fine: 8 }, [8, 8], 0, '100 % − 0 − 0'],
  ['Một phần mười trễ hạn.', { fine: 9, late: 1 }, [9, 10], 0, '100 % − 10 %'],
  ['Một phần mười có phản ánh hoặc không hài lòng.', { fine: 9, disliked: 1 }, [9, 10], 0, '100 % − 10 %'],
  ['Hồ sơ trễ và hồ sơ bị chê là hai hồ sơ.', { fine: 8, late: 1, disliked: 1 }, [8, 10], 0, '100 % − (10 % + 10 %)'],
  [
    'Một hồ sơ vừa trễ vừa bị chê bị trừ ở cả hai tỷ lệ.',
    { fine: 9, both: 1 },
    [8, 10],
    0,
    '100 % − (10 % + 10 %), theo đúng câu chữ',
  ],
  ['Tổng hai tỷ lệ vượt 100 % thì còn 0.', { fine: 1, both: 3 }, [0, 4], 0, '100 % − (75 % + 75 %) < 0'],
  ['Tổng hai tỷ lệ vừa bằng 100 %.', { fine: 1, both: 1 }, [0, 2], 0, '100 % − (50 % + 50 %) = 0'],
  [
    'Hồ sơ thiếu một trong hai thông tin thì không vào phép tính.',
    { fine: 3, late: 1, lateUnknown: 2, dislikeUnknown: 1 },
    [3, 4],
    3,
    '3 trên 4 hồ sơ đủ dữ liệu',
  ],
  ['Không có hồ sơ nào trong kỳ.', {}, [0, 0], 0, 'Mẫu số bằng 0'],
  [
    'Có hồ sơ nhưng không hồ sơ nào đủ dữ liệu thì không phải là không có hồ sơ.',
    { dislikeUnknown: 2 },
    null,
    2,
    'Không được đưa thành 0/0',
  ],
];

export const QD766_SATISFACTION = group(
  'QĐ 766: mức hài lòng theo hồ sơ, chỉ số 5.4',
  run,
  rows.map(
    ([name, given, count, unknown, worked]): LawCase<Given, Expect> => ({
      name,
      on: '2026-09-30',
      given,
      expect: { count, unknown },
      article: 'QĐ 766/QĐ-TTg, chỉ số 5.4',
      worked,
    }),
  ),
);
