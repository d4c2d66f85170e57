import type { PublishedTable } from '#rules/published-table.ts';

/** Results of QĐ 1063/QĐ-UBND for 2020. */
export const BINH_THUAN_2020: PublishedTable = {
  id: 'binh-thuan-2020',
  tenantName: 'Bình Thuận',
  title: 'Kết quả đánh giá việc giải quyết thủ tục hành chính năm 2020',
  source: {
    text: 'Cục Kiểm soát thủ tục hành chính, «Bình Thuận khảo sát mức độ hài lòng của người dân, tổ chức đối với việc giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông»',
    date: '2021-01-15',
  },
  period: { from: '2019-12-15', to: '2020-11-21' },
  periodText: '15/12/2019 – 20/11/2020',
  groups: [
    {
      title: 'Sở, ngành tỉnh',
      counted: 'đơn vị',
      whole: { label: 'đơn vị được đánh giá', count: 18 },
      exhaustive: true,
      parts: [
        { label: 'Xuất sắc', count: 12, beside: 'Rất hài lòng' },
        { label: 'Tốt', count: 6, beside: 'Hài lòng' },
        { label: 'Khá', count: 1, beside: 'Bình thường' },
      ],
    },
    {
      title: 'Ủy ban nhân dân cấp huyện',
      counted: 'đơn vị',
      whole: { label: 'đơn vị được đánh giá', count: 10 },
      exhaustive: true,
      parts: [
        { label: 'Tốt', count: 5, beside: 'Hài lòng' },
        { label: 'Khá', count: 5, beside: 'Bình thường' },
      ],
    },
    {
      title: 'Ủy ban nhân dân cấp xã',
      counted: 'đơn vị',
      whole: { label: 'đơn vị', count: 124 },
      exhaustive: true,
      parts: [
        { label: 'Xuất sắc', count: 35, beside: 'Rất hài lòng' },
        { label: 'Tốt', count: 77, beside: 'Hài lòng' },
        { label: 'Khá', count: 5, beside: 'Bình thường' },
        { label: 'Yếu (không thực hiện đánh giá)', count: 7, beside: 'Rất không hài lòng' },
      ],
    },
    {
      title: 'Cá nhân tại Sở Tài nguyên và Môi trường',
      counted: 'người',
      whole: { label: 'người được đánh giá', count: null },
      exhaustive: false,
      parts: [{ label: 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ', count: null, percent: '32,14' }],
    },
  ],
  scores: [],
  notes: ['Về cá nhân, kết quả cơ bản ở mức hoàn thành 100% nhiệm vụ.'],
};
