import { trackCriteria } from '#rules/par/criteria.ts';
import type { CriterionSource } from '#rules/par/criterion.ts';
import { forecastOf } from '#rules/par/forecast.ts';
import { group } from './case.ts';

/** So many criteria of one point each: declared in full, short by so much, or without a source. */
interface ForecastGiven {
  readonly atMaximum: number;
  readonly short: readonly number[];
  readonly unknown: number;
}

function forecast({ atMaximum, short, unknown }: ForecastGiven) {
  const declared = [...Array.from({ length: atMaximum }, () => 100), ...short.map((by) => 100 - by)];
  const sources: (CriterionSource | null)[] = [
    ...declared.map((points) => ({ declared: points, evidence: 'Kế hoạch' })),
    ...Array.from({ length: unknown }, () => null),
  ];
  const criteria = sources.map((source, i) => ({ id: `${i + 1}`, name: `Tiêu chí ${i + 1}`, max: 100, source }));
  const cite = { act: 'Kế hoạch của tỉnh', certainty: 'secondary' } as const;
  const { points, of, partial, sentence } = forecastOf(trackCriteria({ year: 2021, cite, criteria }, {}));
  return { points, max: of, partial, sentence };
}

export const PAR_FORECASTS = group<ForecastGiven, ReturnType<typeof forecast>>(
  'Dự kiến số tiêu chí đạt điểm tối đa',
  forecast,
  [
    {
      name: 'Như Bình Định báo cáo tháng 10/2021: 42 trên 95 tiêu chí dự kiến đạt tối đa, phần còn lại chưa nêu',
      on: '2021-10-14',
      given: { atMaximum: 42, short: [], unknown: 53 },
      expect: {
        points: 4200,
        max: 4200,
        partial: true,
        sentence:
          '42 trên 95 tiêu chí dự kiến đạt điểm tối đa; 0 tiêu chí chưa đạt, còn thiếu 0,00 điểm; 53 tiêu chí chưa rõ.',
      },
      article: 'Sở Nội vụ tỉnh Bình Định, 14/10/2021',
      worked: '95 − 42 = 53',
    },
    {
      name: 'Cùng 42 trên 95, biết rõ ba tiêu chí thiếu 0,25, 0,50 và 1,00 điểm',
      on: '2021-10-14',
      given: { atMaximum: 42, short: [25, 50, 100], unknown: 50 },
      expect: {
        points: 4325,
        max: 4500,
        partial: true,
        sentence:
          '42 trên 95 tiêu chí dự kiến đạt điểm tối đa; 3 tiêu chí chưa đạt, còn thiếu 1,75 điểm; 50 tiêu chí chưa rõ.',
      },
      article: 'Sở Nội vụ tỉnh Bình Định, 14/10/2021; số thiếu là tự đặt',
      worked: '42 + 0,75 + 0,50 + 0 = 43,25 trên 45; 0,25 + 0,50 + 1,00 = 1,75',
    },
    {
      name: 'Mọi tiêu chí đã rõ thì tổng không còn là một phần',
      on: '2021-12-31',
      given: { atMaximum: 1, short: [1], unknown: 0 },
      expect: {
        points: 199,
        max: 200,
        partial: false,
        sentence:
          '1 trên 2 tiêu chí dự kiến đạt điểm tối đa; 1 tiêu chí chưa đạt, còn thiếu 0,01 điểm; 0 tiêu chí chưa rõ.',
      },
      article: 'Bộ tiêu chí của tỉnh (mẫu)',
    },
  ],
);
