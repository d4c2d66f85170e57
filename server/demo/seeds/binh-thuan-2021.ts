import type { PublishedTable } from '#rules/published-table.ts';

/** Results of QĐ 1063/QĐ-UBND for 2021. */
export const BINH_THUAN_2021: PublishedTable = {
  id: 'binh-thuan-2021',
  tenantName: 'Bình Thuận',
  title: 'Kết quả thực hiện Quyết định số 1063/QĐ-UBND ngày 26/4/2019 của UBND tỉnh năm 2021',
  source: {
    text: 'Trang thông tin điện tử Sở Tài chính Bình Thuận, theo Báo cáo số 25/BC-TTHCC ngày 24/11/2021 của Trung tâm Hành chính công',
    date: '2021-11-24',
  },
  period: { from: '2020-12-01', to: '2021-11-02' },
  periodText: '01/12/2020 – 01/11/2021',
  groups: [
    {
      title: 'Xếp loại sở, ban, ngành',
      counted: 'đơn vị',
      whole: { label: 'đơn vị được đánh giá', count: 18 },
      exhaustive: true,
      parts: [
        { label: 'Xuất sắc', count: 17 },
        { label: 'Tốt', count: 1 },
      ],
    },
    {
      title: 'Mức độ hài lòng theo xếp loại',
      counted: 'đơn vị',
      whole: { label: 'đơn vị được đánh giá', count: 18 },
      exhaustive: true,
      parts: [
        { label: 'Rất hài lòng', count: 17 },
        { label: 'Hài lòng', count: 1 },
      ],
    },
  ],
  scores: [{ unit: 'Sở Tài chính', total: 159, grade: 'Xuất sắc', satisfaction: 'Rất hài lòng' }],
  notes: [],
};
