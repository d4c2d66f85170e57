import { groupFaults } from '#rules/integrity.ts';
import { group, type LawCase } from './case.ts';

const NBSP = '\u00a0';

export interface PublishedGiven {
  readonly whole?: number | null;
  /** Only some lines of the whole are named. */
  readonly selection?: true;
  /** Count, and percentage where one is printed: `2018 = 22,75 %`; `không ghi` where the report gives no count. */
  readonly lines: readonly string[];
}

/** What one group of a published report gets told. */
export function publishedFaults({ whole = null, selection, lines }: PublishedGiven): string[] {
  const faults = groupFaults({
    title: 'Nhóm',
    counted: 'hồ sơ',
    whole: { label: 'hồ sơ', count: whole },
    exhaustive: selection === undefined,
    parts: lines.map((line, i) => {
      const [count, percent] = line.split(' = ');
      return {
        label: `Dòng ${i + 1}`,
        count: count === 'không ghi' ? null : Number(count),
        ...(percent !== undefined && { percent: percent.replace(' %', '') }),
      };
    }),
  });
  return faults.map(({ message }) => message);
}

const on = '2021-12-31';
const article = 'Phép cộng của chính bảng';
type Row = Partial<LawCase<PublishedGiven, string[]>> &
  Pick<LawCase<PublishedGiven, string[]>, 'name' | 'given' | 'expect'>;

export const PUBLISHED_TABLES = group<PublishedGiven, string[]>(
  'Số đếm đã công bố có cộng khớp không',
  publishedFaults,
  (
    [
      {
        name: 'Phú Thọ 2018: trước hạn, đúng hạn, quá hạn cộng đúng bằng số đã giải quyết',
        on: '2018-12-15',
        given: {
          whole: 6824,
          lines: ['4718 = 69,1 %', '2093 = 30,7 %', '13 = 0,2 %'],
        },
        expect: [],
        worked: '4.718 + 2.093 + 13 = 6.824; 69,14 → 69,1; 30,67 → 30,7; 0,19 → 0,2',
      },
      {
        name: 'Phú Thọ 2018: 26 hồ sơ không được giải thích và 22,75 % là số bị cắt',
        on: '2018-12-15',
        given: {
          whole: 8868,
          lines: ['6824 = 77 %', '2018 = 22,75 %'],
        },
        expect: [
          `Kiểm tra: 6.824 + 2.018 = 8.842, còn 26 hồ sơ (0,3${NBSP}%) báo cáo không giải thích.`,
          `Tỷ lệ đã công bố 22,75${NBSP}% là số bị cắt, số làm tròn là 22,76${NBSP}%.`,
        ],
        worked: '8.868 − 6.824 − 2.018 = 26; 2.018 : 8.868 = 22,7560… %, làm tròn 22,76',
      },
      {
        name: 'Bình Thuận 2020: ba hạng cộng lại nhiều hơn số sở, ngành',
        on: '2020-11-20',
        given: { whole: 18, lines: ['12', '6', '1'] },
        expect: ['Kiểm tra: 12 + 6 + 1 = 19, nhiều hơn 18 hồ sơ; đề nghị đính chính.'],
      },
      {
        name: 'Bình Thuận 2020: cấp xã cộng đúng bằng 124, kể cả nơi không thực hiện đánh giá',
        on: '2020-11-20',
        given: { whole: 124, lines: ['35', '77', '5', '7'] },
        expect: [],
        worked: '35 + 77 + 5 + 7 = 124',
      },
      {
        name: 'Tây Ninh 2020: cấp xã cộng đúng bằng 94',
        on: '2020-12-02',
        given: { whole: 94, lines: ['5', '78', '10', '1'] },
        expect: [],
        worked: '5 + 78 + 10 + 1 = 94',
      },
      {
        name: 'Tây Ninh 2020: lượt trả lời trên máy tính bảng cộng đúng bằng 7.165',
        on: '2020-12-02',
        given: { whole: 7165, lines: ['6053', '971', '141'] },
        expect: [],
        worked: '6.053 + 971 + 141 = 7.165',
      },
      {
        name: 'Các dòng thiếu một hồ sơ so với tổng',
        given: { whole: 6825, lines: ['4718', '2093', '13'] },
        expect: [`Kiểm tra: 4.718 + 2.093 + 13 = 6.824, còn 1 hồ sơ (<${NBSP}0,1${NBSP}%) báo cáo không giải thích.`],
      },
      {
        name: 'Các dòng thừa một hồ sơ so với tổng',
        given: { whole: 6823, lines: ['4718', '2093', '13'] },
        expect: ['Kiểm tra: 4.718 + 2.093 + 13 = 6.824, nhiều hơn 6.823 hồ sơ; đề nghị đính chính.'],
      },
      {
        name: 'Một dòng không có số thì phần thiếu có thể nằm ở đó',
        given: { whole: 10, lines: ['4', 'không ghi'] },
        expect: [],
      },
      {
        name: 'Một dòng không có số không che được phần thừa',
        given: { whole: 10, lines: ['11', 'không ghi'] },
        expect: ['Kiểm tra: 11, nhiều hơn 10 hồ sơ; đề nghị đính chính.'],
      },
      {
        name: 'Tổng không được công bố thì không có gì để cộng',
        given: { whole: null, lines: ['4', '5'] },
        expect: [],
      },
      {
        name: 'Bình Định 2021: chỉ nêu 42 trong 95 tiêu chí nên không phải cộng đủ',
        on: '2021-09-30',
        given: { whole: 95, selection: true, lines: ['42'] },
        expect: [],
      },
      {
        name: 'Một số dòng được nêu có thể chồng nhau, tổng của chúng được vượt',
        given: { whole: 10, selection: true, lines: ['8', '7'] },
        expect: [],
      },
      {
        name: 'Một dòng được nêu bằng đúng tổng',
        given: { whole: 42, selection: true, lines: ['42'] },
        expect: [],
      },
      {
        name: 'Một dòng được nêu lớn hơn tổng',
        given: { whole: 41, selection: true, lines: ['42', '1'] },
        expect: ['Kiểm tra: 42 + 1 = 43, nhiều hơn 41 hồ sơ; đề nghị đính chính.'],
      },
    ] satisfies readonly Row[]
  ).map((each) => ({ on, article, ...each })),
);
