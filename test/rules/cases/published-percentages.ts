import { group, type LawCase } from './case.ts';
import { type PublishedGiven, publishedFaults } from './published-tables.ts';

const NBSP = '\u00a0';
const on = '2021-12-31';
const article = 'Làm tròn một nửa lên; mỗi dòng lệch không quá nửa đơn vị chữ số cuối';
type Row = Partial<LawCase<PublishedGiven, string[]>> &
  Pick<LawCase<PublishedGiven, string[]>, 'name' | 'given' | 'expect'>;

export const PUBLISHED_PERCENTAGES = group<PublishedGiven, string[]>(
  'Tỷ lệ đã công bố có đúng không',
  publishedFaults,
  (
    [
      {
        name: 'Ba dòng một chữ số thập phân được lệch 0,1 so với 100',
        given: {
          lines: ['không ghi = 33,3 %', 'không ghi = 33,3 %', 'không ghi = 33,3 %'],
        },
        expect: [],
        worked: '99,9; cho phép lệch 3 × 0,05 = 0,15',
      },
      {
        name: 'Ba dòng một chữ số thập phân lệch 0,2 so với 100 là quá',
        given: {
          lines: ['không ghi = 33,4 %', 'không ghi = 33,4 %', 'không ghi = 33,4 %'],
        },
        expect: [`Kiểm tra: 33,4 + 33,4 + 33,4 = 100,2${NBSP}%, lệch 100${NBSP}% nhiều hơn sai số làm tròn.`],
        worked: '100,2; cho phép lệch 3 × 0,05 = 0,15',
      },
      {
        name: 'Hai dòng một chữ số thập phân lệch đúng 0,1 phía trên',
        given: {
          lines: ['không ghi = 60,1 %', 'không ghi = 40,0 %'],
        },
        expect: [],
        worked: '100,1; cho phép lệch 2 × 0,05 = 0,10',
      },
      {
        name: 'Hai dòng một chữ số thập phân lệch đúng 0,1 phía dưới',
        given: {
          lines: ['không ghi = 59,9 %', 'không ghi = 40,0 %'],
        },
        expect: [],
        worked: '99,9; cho phép lệch 0,10',
      },
      {
        name: 'Hai dòng một chữ số thập phân lệch 0,2 phía dưới',
        given: {
          lines: ['không ghi = 59,8 %', 'không ghi = 40,0 %'],
        },
        expect: [`Kiểm tra: 59,8 + 40,0 = 99,8${NBSP}%, lệch 100${NBSP}% nhiều hơn sai số làm tròn.`],
      },
      {
        name: 'Mỗi dòng theo chữ số cuối của chính nó: 77 và 22,50 lệch đúng mức cho phép gần nhất',
        given: {
          lines: ['không ghi = 77 %', 'không ghi = 22,50 %'],
        },
        expect: [],
        worked: '99,50; cho phép lệch 0,5 + 0,005 = 0,505',
      },
      {
        name: 'Mỗi dòng theo chữ số cuối của chính nó: 77 và 22,49 lệch quá',
        given: {
          lines: ['không ghi = 77 %', 'không ghi = 22,49 %'],
        },
        expect: [`Kiểm tra: 77 + 22,49 = 99,49${NBSP}%, lệch 100${NBSP}% nhiều hơn sai số làm tròn.`],
        worked: '99,49; lệch 0,51 lớn hơn 0,505',
      },
      {
        name: 'Phú Thọ 2018: không có người không hài lòng nên hai dòng còn lại phải đủ 100',
        on: '2018-12-15',
        given: { lines: ['không ghi = 96,8 %', 'không ghi = 3,2 %', '0'] },
        expect: [],
      },
      {
        name: 'Một dòng có người mà không in tỷ lệ thì không cộng được',
        given: { lines: ['không ghi = 60,0 %', '7'] },
        expect: [],
      },
      {
        name: 'Các dòng chỉ là một phần thì tỷ lệ không phải đủ 100',
        given: { selection: true, lines: ['không ghi = 32,14 %'] },
        expect: [],
      },
      {
        name: 'Tỷ lệ làm tròn đúng một nửa lên',
        given: { whole: 8, selection: true, lines: ['1 = 13 %'] },
        expect: [],
        worked: '1 : 8 = 12,5 %, làm tròn 13',
      },
      {
        name: 'Tỷ lệ đúng một nửa mà viết xuống là số bị cắt',
        given: { whole: 8, selection: true, lines: ['1 = 12 %'] },
        expect: [`Tỷ lệ đã công bố 12${NBSP}% là số bị cắt, số làm tròn là 13${NBSP}%.`],
      },
      {
        name: 'Tỷ lệ không khớp số đếm theo cách nào',
        given: { whole: 8868, selection: true, lines: ['2018 = 22,74 %'] },
        expect: [`Tỷ lệ đã công bố 22,74${NBSP}% không khớp số đếm, số làm tròn là 22,76${NBSP}%.`],
      },
      {
        name: 'Tỷ lệ nhỏ hơn một phần trăm',
        given: { whole: 6824, selection: true, lines: ['13 = 0,20 %'] },
        expect: [`Tỷ lệ đã công bố 0,20${NBSP}% không khớp số đếm, số làm tròn là 0,19${NBSP}%.`],
        worked: '13 : 6.824 = 0,1905 %',
      },
      {
        name: 'Tổng bằng không thì tỷ lệ không nói gì',
        given: { whole: 0, selection: true, lines: ['0 = 0,0 %'] },
        expect: [],
      },
    ] satisfies readonly Row[]
  ).map((each) => ({ on, article, ...each })),
);
