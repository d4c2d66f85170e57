import { identityFaults, STATISTICS_COLUMNS, type StatisticsColumn } from '#rules/statistics/row.ts';
import { group } from './case.ts';

/** By the heading of the column. */
type Given = Readonly<Partial<Record<(typeof STATISTICS_COLUMNS)[StatisticsColumn], number | null>>>;

function run(given: Given): string[] {
  const columns = Object.entries(STATISTICS_COLUMNS).filter(([, heading]) => heading in given);
  const row = Object.fromEntries(columns.map(([column, heading]) => [column, given[heading] ?? null]));
  return identityFaults(row).map(({ message }) => message);
}

const on = '2026-09-30';
const identities = 'Đẳng thức in trên biểu: 3 = 4 + 5; 6 = 7 + 8 + 9; 10 = 11 + 12; 13 = 9 + 12';
const NBSP = '\u00a0';

export const STATISTICS_IDENTITIES = group<Given, string[]>('Một dòng thống kê đã công bố có tự khớp không', run, [
  {
    name: 'Phú Thọ 2018: số đã giải quyết khớp, tổng còn 26 hồ sơ không giải thích',
    on: '2018-12-15',
    given: {
      'Tổng số hồ sơ': 8868,
      'Đã giải quyết': 6824,
      'Trước hạn': 4718,
      'Đúng hạn': 2093,
      'Giải quyết quá hạn': 13,
      'Đang giải quyết': 2018,
    },
    expect: [`Kiểm tra: 6.824 + 2.018 = 8.842, còn 26 hồ sơ (0,3${NBSP}%) báo cáo không giải thích.`],
    article: identities,
    worked: '4.718 + 2.093 + 13 = 6.824; 8.868 − 6.824 − 2.018 = 26',
  },
  {
    name: 'Phú Thọ 2018, nếu có cột trả lại với 26 hồ sơ thì khớp',
    on: '2018-12-15',
    given: { 'Tổng số hồ sơ': 8868, 'Đã giải quyết': 6824, 'Đang giải quyết': 2018, 'Trả lại': 26 },
    expect: [],
    article: identities,
  },
  {
    name: 'Phú Thọ 2018, nếu có cột rút hồ sơ mà để trống thì phần thiếu có thể ở đó',
    on: '2018-12-15',
    given: { 'Tổng số hồ sơ': 8868, 'Đã giải quyết': 6824, 'Đang giải quyết': 2018, 'Rút hồ sơ': null },
    expect: [],
    article: identities,
  },
  {
    name: 'Mọi cột đều khớp',
    on,
    given: {
      'Tổng số hồ sơ': 100,
      'Kỳ trước chuyển qua': 10,
      'Tiếp nhận trong kỳ': 90,
      'Trực tuyến': 60,
      'Trực tiếp, bưu chính': 30,
      'Đã giải quyết': 70,
      'Trước hạn': 40,
      'Đúng hạn': 25,
      'Giải quyết quá hạn': 5,
      'Đang giải quyết': 26,
      'Trong hạn': 24,
      'Đang giải quyết quá hạn': 2,
      'Tổng số trễ hạn': 7,
      'Trả lại': 3,
      'Rút hồ sơ': 1,
    },
    expect: [],
    article: identities,
    worked: '10 + 90 = 100; 60 + 30 = 90; 40 + 25 + 5 = 70; 24 + 2 = 26; 5 + 2 = 7; 70 + 26 + 3 + 1 = 100',
  },
  {
    name: 'Cột 3 nhiều hơn cột 4 cộng cột 5',
    on,
    given: { 'Tổng số hồ sơ': 101, 'Kỳ trước chuyển qua': 10, 'Tiếp nhận trong kỳ': 90 },
    expect: [`Kiểm tra: 10 + 90 = 100, còn 1 hồ sơ (1,0${NBSP}%) báo cáo không giải thích.`],
    article: identities,
  },
  {
    name: 'Cột 3 ít hơn cột 4 cộng cột 5',
    on,
    given: { 'Tổng số hồ sơ': 99, 'Kỳ trước chuyển qua': 10, 'Tiếp nhận trong kỳ': 90 },
    expect: ['Kiểm tra: 10 + 90 = 100, nhiều hơn 99 hồ sơ ở cột «Tổng số hồ sơ»; đề nghị đính chính.'],
    article: identities,
  },
  {
    name: 'Cột 6 ít hơn cột 7 cộng 8 cộng 9',
    on,
    given: { 'Đã giải quyết': 69, 'Trước hạn': 40, 'Đúng hạn': 25, 'Giải quyết quá hạn': 5 },
    expect: ['Kiểm tra: 40 + 25 + 5 = 70, nhiều hơn 69 hồ sơ ở cột «Đã giải quyết»; đề nghị đính chính.'],
    article: identities,
  },
  {
    name: 'Cột 10 ít hơn cột 11 cộng 12',
    on,
    given: { 'Đang giải quyết': 25, 'Trong hạn': 24, 'Đang giải quyết quá hạn': 2 },
    expect: ['Kiểm tra: 24 + 2 = 26, nhiều hơn 25 hồ sơ ở cột «Đang giải quyết»; đề nghị đính chính.'],
    article: identities,
  },
  {
    name: 'Cột 13 ít hơn cột 9 cộng 12',
    on,
    given: { 'Tổng số trễ hạn': 6, 'Giải quyết quá hạn': 5, 'Đang giải quyết quá hạn': 2 },
    expect: ['Kiểm tra: 5 + 2 = 7, nhiều hơn 6 hồ sơ ở cột «Tổng số trễ hạn»; đề nghị đính chính.'],
    article: identities,
  },
  {
    name: 'Tiếp nhận trong kỳ nhiều hơn trực tuyến cộng trực tiếp',
    on,
    given: { 'Tiếp nhận trong kỳ': 50, 'Trực tuyến': 20, 'Trực tiếp, bưu chính': 20 },
    expect: [`Kiểm tra: 20 + 20 = 40, còn 10 hồ sơ (20,0${NBSP}%) báo cáo không giải thích.`],
    article: identities,
  },
  {
    name: 'Tiếp nhận trong kỳ có cột không rõ cách nộp thì cột ấy được cộng',
    on,
    given: { 'Tiếp nhận trong kỳ': 50, 'Trực tuyến': 20, 'Trực tiếp, bưu chính': 20, 'Không rõ cách nộp': 10 },
    expect: [],
    article: identities,
  },
  {
    name: 'Hồ sơ không rõ hạn được cộng khi báo cáo có cột ấy',
    on,
    given: {
      'Đã giải quyết': 10,
      'Trước hạn': 3,
      'Đúng hạn': 3,
      'Giải quyết quá hạn': 3,
      'Đã giải quyết, không rõ hạn': 1,
      'Đang giải quyết': 6,
      'Trong hạn': 3,
      'Đang giải quyết quá hạn': 1,
      'Đang giải quyết, không rõ hạn': 2,
      'Tổng số hồ sơ': 17,
      'Đã kết thúc, không rõ ngày': 1,
    },
    expect: [],
    article: identities,
    worked: '3 + 3 + 3 + 1 = 10; 3 + 1 + 2 = 6; 10 + 6 + 1 = 17',
  },
  {
    name: 'Báo cáo không có cột nào để so thì không kết luận gì',
    on,
    given: { 'Tổng số hồ sơ': 100, 'Trước hạn': 40, 'Giải quyết quá hạn': 5 },
    expect: [],
    article: identities,
  },
  {
    name: 'Báo cáo không in tổng thì không kết luận gì',
    on,
    given: { 'Kỳ trước chuyển qua': 1, 'Tiếp nhận trong kỳ': 2, 'Trong hạn': 1, 'Đang giải quyết quá hạn': 1 },
    expect: [],
    article: identities,
  },
  {
    name: 'Cột tổng có mà để trống thì không kết luận gì',
    on,
    given: { 'Tổng số hồ sơ': null, 'Kỳ trước chuyển qua': 1, 'Tiếp nhận trong kỳ': 2 },
    expect: [],
    article: identities,
  },
]);
