import type { ColumnSpec } from '../columns.ts';

const column = (key: string, label: string, example: string, names: readonly string[] = []): ColumnSpec => ({
  key: `facts.${key}`,
  label,
  names: [key, ...names],
  example,
});

/** One column per count, as the screen of unit facts names them. */
export const unitFactsColumns: readonly ColumnSpec[] = [
  {
    key: 'unit',
    label: 'Mã đơn vị',
    names: ['Đơn vị', 'Cơ quan', 'Tên đơn vị'],
    needed: true,
    orOption: 'unit',
    example: 'so-xay-dung',
  },
  { key: 'period', label: 'Mã kỳ', names: ['Kỳ'], needed: true, orOption: 'period', example: '2026-q4' },
  column('oneStop.listed', 'Số TTHC đã niêm yết', '60', ['TTHC thuộc danh mục tiếp nhận']),
  column('oneStop.receivedAndReturned', 'Số TTHC tiếp nhận và trả tại một cửa', '60'),
  column('oneStop.wholeCycle', 'Số TTHC giải quyết toàn bộ tại một cửa', '15', ['Số TTHC bốn tại chỗ']),
  column('disclosure', 'Công khai TTHC', 'Đủ hai hình thức'),
  column('petitions.received', 'Số phản ánh đã nhận', '4'),
  column('petitions.onTime', 'Số phản ánh trả lời đúng hạn', '4'),
  column('petitions.prolonged', 'Số phản ánh để kéo dài', '0'),
  column('online.eligibleProcedures', 'Số TTHC đủ điều kiện trực tuyến', '40'),
  column('online.onlineProcedures', 'Số TTHC trực tuyến', '36'),
  column('online.dossiers', 'Số hồ sơ', '1200'),
  column('online.onlineDossiers', 'Số hồ sơ trực tuyến', '900'),
  column('online.abandonedOrOverdue', 'Số hồ sơ trực tuyến bỏ dở hoặc quá hạn', '12'),
  column('online.wholeProcedures', 'Số TTHC trực tuyến toàn trình', ''),
  column('online.wholeDossiers', 'Số hồ sơ trực tuyến toàn trình', ''),
];
