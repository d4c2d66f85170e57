import { gapsBetween } from '#rules/integrity.ts';
import { group, type LawCase } from './case.ts';

/** `từ <first day> đến trước <day after the last>`, and the tenant where there are two. */
type Given = readonly string[];

function run(periods: Given): string[] {
  const tables = periods.map((text) => {
    const [, from = '', to = '', tenantName = 'Tỉnh'] = /^từ (\S+) đến trước ([\d-]+)(?:, (.+))?$/.exec(text) ?? [];
    return {
      id: 'bang',
      tenantName,
      title: 'Bảng',
      source: { text: 'Báo cáo', date: '2026-01-01' },
      period: { from, to },
      periodText: 'Kỳ',
      groups: [],
      scores: [],
      notes: [],
    };
  });
  return gapsBetween(tables).map(({ message }) => message);
}

const on = '2021-12-31';
const article = 'Điều 15 TT 01/2018/TT-VPCP: kết quả theo quý và theo năm';
type Row = Partial<LawCase<Given, string[]>> & Pick<LawCase<Given, string[]>, 'name' | 'given' | 'expect'>;

export const PUBLISHED_PERIODS = group<Given, string[]>(
  'Các kỳ đã công bố có liền nhau không',
  run,
  (
    [
      {
        name: 'Bình Thuận: kỳ 2020 hết ngày 20/11, kỳ 2021 bắt đầu ngày 01/12',
        given: ['từ 2020-12-01 đến trước 2021-11-02', 'từ 2019-12-15 đến trước 2020-11-21'],
        expect: ['Kiểm tra: từ ngày 21/11/2020 đến ngày 30/11/2020 không thuộc kỳ đánh giá nào.'],
      },
      {
        name: 'Hai kỳ liền nhau không hở ngày nào',
        given: ['từ 2020-01-01 đến trước 2021-01-01', 'từ 2021-01-01 đến trước 2022-01-01'],
        expect: [],
      },
      {
        name: 'Hai kỳ hở đúng một ngày',
        given: ['từ 2020-01-01 đến trước 2020-12-31', 'từ 2021-01-01 đến trước 2022-01-01'],
        expect: ['Kiểm tra: từ ngày 31/12/2020 đến ngày 31/12/2020 không thuộc kỳ đánh giá nào.'],
      },
      {
        name: 'Hai kỳ chồng nhau đúng một ngày',
        given: ['từ 2020-01-01 đến trước 2021-01-02', 'từ 2021-01-01 đến trước 2022-01-01'],
        expect: ['Kiểm tra: từ ngày 01/01/2021 đến ngày 01/01/2021 thuộc hai kỳ đánh giá.'],
      },
      {
        name: 'Một kỳ nằm trong kỳ khác: chỉ những ngày của kỳ ngắn thuộc cả hai, sau đó không hở',
        given: [
          'từ 2020-01-01 đến trước 2021-01-01',
          'từ 2020-03-01 đến trước 2020-05-01',
          'từ 2021-01-01 đến trước 2022-01-01',
        ],
        expect: ['Kiểm tra: từ ngày 01/03/2020 đến ngày 30/04/2020 thuộc hai kỳ đánh giá.'],
      },
      {
        name: 'Báo cáo 6 tháng, 9 tháng và cả năm tính từ cùng một ngày là một số cộng dồn',
        given: [
          'từ 2020-01-01 đến trước 2020-07-01',
          'từ 2020-01-01 đến trước 2021-01-01',
          'từ 2020-01-01 đến trước 2020-10-01',
        ],
        expect: [],
      },
      {
        name: 'Sau các báo cáo cộng dồn, kỳ sau được so với kỳ dài nhất',
        given: [
          'từ 2020-01-01 đến trước 2021-01-01',
          'từ 2020-01-01 đến trước 2020-07-01',
          'từ 2021-01-02 đến trước 2022-01-01',
        ],
        expect: ['Kiểm tra: từ ngày 01/01/2021 đến ngày 01/01/2021 không thuộc kỳ đánh giá nào.'],
      },
      {
        name: 'Bốn quý và cả năm không bị coi là chồng nhau',
        given: [
          'từ 2020-01-01 đến trước 2021-01-01',
          'từ 2020-01-01 đến trước 2020-04-01',
          'từ 2020-04-01 đến trước 2020-07-01',
          'từ 2020-07-01 đến trước 2020-10-01',
          'từ 2020-10-01 đến trước 2021-01-01',
        ],
        expect: [],
      },
      {
        name: 'Thiếu báo cáo quý III dù có báo cáo cả năm',
        given: [
          'từ 2020-01-01 đến trước 2021-01-01',
          'từ 2020-04-01 đến trước 2020-07-01',
          'từ 2020-10-01 đến trước 2021-01-01',
        ],
        expect: ['Kiểm tra: từ ngày 01/07/2020 đến ngày 30/09/2020 không thuộc kỳ đánh giá nào.'],
      },
      {
        name: 'Hai tỉnh khác nhau không so kỳ với nhau',
        given: ['từ 2020-01-01 đến trước 2021-01-01, Tỉnh A', 'từ 2022-01-01 đến trước 2023-01-01, Tỉnh B'],
        expect: [],
      },
    ] satisfies readonly Row[]
  ).map((each) => ({ on, article, ...each })),
);
