import type { PublishedTable } from '#rules/published-table.ts';

/** First three months of the provincial centre. */
export const PHU_THO_2018: PublishedTable = {
  id: 'phu-tho-2018',
  tenantName: 'Phú Thọ',
  title: '96,8% công dân rất hài lòng khi đến giải quyết TTHC tại Trung tâm Phục vụ hành chính công tỉnh',
  source: { text: 'Cổng thông tin điện tử tỉnh Phú Thọ (PhuthoPortal)', date: '2019-01-03' },
  period: null,
  periodText: 'Tính đến ngày 15/12/2018, sau 3 tháng hoạt động',
  groups: [
    {
      title: 'Hồ sơ đã tiếp nhận',
      counted: 'hồ sơ',
      whole: { label: 'hồ sơ đã tiếp nhận', count: 8868 },
      exhaustive: true,
      parts: [
        { label: 'Đã giải quyết', count: 6824, percent: '77' },
        { label: 'Đang giải quyết', count: 2018, percent: '22,75' },
      ],
    },
    {
      title: 'Hồ sơ đã giải quyết',
      counted: 'hồ sơ',
      whole: { label: 'hồ sơ đã giải quyết', count: 6824 },
      exhaustive: true,
      parts: [
        { label: 'Trước hạn', count: 4718, percent: '69,1' },
        { label: 'Đúng hạn', count: 2093, percent: '30,7' },
        { label: 'Quá hạn', count: 13, percent: '0,2' },
      ],
    },
    {
      title: 'Mức độ hài lòng của công dân',
      counted: 'người',
      whole: { label: 'công dân trả lời', count: null },
      exhaustive: true,
      parts: [
        { label: 'Rất hài lòng', count: null, percent: '96,8' },
        { label: 'Hài lòng', count: null, percent: '3,2' },
        { label: 'Không hài lòng hoặc rất không hài lòng', count: 0 },
      ],
    },
  ],
  scores: [],
  notes: [],
};
