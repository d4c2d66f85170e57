import type { PublishedTable } from '#rules/published-table.ts';

/** Results of QĐ 800/QĐ-UBND for 2020. The tablets have no rung for dissatisfaction. */
export const TAY_NINH_2020: PublishedTable = {
  id: 'tay-ninh-2020',
  tenantName: 'Tây Ninh',
  title: 'Giải quyết TTHC theo cơ chế một cửa, một cửa liên thông: 05/94 cơ quan cấp xã đạt xuất sắc',
  source: { text: 'Cổng thông tin điện tử tỉnh Tây Ninh', date: '2020-12-02' },
  period: null,
  periodText: 'Năm 2020',
  groups: [
    {
      title: 'Cơ quan cấp tỉnh',
      counted: 'đơn vị',
      whole: { label: 'cơ quan được đánh giá', count: 17 },
      exhaustive: true,
      parts: [
        { label: 'Tốt', count: 16 },
        { label: 'Khá', count: 1, units: ['Sở Tài nguyên và Môi trường'] },
      ],
    },
    {
      title: 'Cấp huyện',
      counted: 'đơn vị',
      whole: { label: 'cơ quan được đánh giá', count: 9 },
      exhaustive: true,
      parts: [
        { label: 'Tốt', count: 8 },
        { label: 'Khá', count: 1, units: ['UBND thị xã Trảng Bàng'] },
      ],
    },
    {
      title: 'Cấp xã',
      counted: 'đơn vị',
      whole: { label: 'cơ quan được đánh giá', count: 94 },
      exhaustive: true,
      parts: [
        {
          label: 'Xuất sắc',
          count: 5,
          units: [
            'UBND xã Long Giang',
            'UBND xã Tân Bình',
            'UBND phường Ninh Thạnh',
            'UBND xã Thạnh Đông',
            'UBND thị trấn Tân Châu',
          ],
        },
        { label: 'Tốt', count: 78 },
        {
          label: 'Khá',
          count: 10,
          units: [
            'UBND xã Long Vĩnh',
            'UBND xã Ninh Điền',
            'UBND xã Thành Long',
            'UBND xã Đồng Khởi',
            'UBND xã Trí Bình',
            'UBND xã An Bình',
            'UBND xã Phước Vinh',
            'UBND phường 1',
            'UBND xã Chà Là',
            'UBND phường An Hòa',
          ],
        },
        { label: 'Trung bình', count: 1, units: ['UBND xã Thanh Điền'] },
      ],
    },
    {
      title: 'Khảo sát bằng máy tính bảng tại Trung tâm Hành chính công tỉnh',
      counted: 'lượt',
      whole: { label: 'lượt trả lời', count: 7165 },
      exhaustive: true,
      parts: [
        { label: 'Rất hài lòng', count: 6053 },
        { label: 'Hài lòng', count: 971 },
        { label: 'Bình thường', count: 141 },
      ],
    },
  ],
  scores: [],
  notes: [
    'Thang này không có mức không hài lòng nên không ghi nhận được sự không hài lòng.',
    'Qua Cổng Hành chính công: trả lời trực tuyến 425 lượt và 52 văn bản.',
    'Cấp huyện, cấp xã khảo sát bằng phiếu: báo cáo ghi tất cả người được khảo sát đều hài lòng, không nêu số phiếu.',
  ],
};
