import type { PublishedTable } from '#rules/published-table.ts';

/** Two invented reports: faults of every kind in the first, a gap between their periods; every field appears once. */
export const CHECK_EXAMPLE: readonly PublishedTable[] = [
  {
    id: 'mau-2025',
    tenantName: 'Tỉnh Mẫu',
    title: 'Kết quả giải quyết thủ tục hành chính năm 2025 (số liệu bịa để làm mẫu)',
    source: { text: 'Cổng thông tin điện tử tỉnh Mẫu', date: '2025-12-20', url: 'https://mau.example/bao-cao-2025' },
    period: { from: '2024-12-15', to: '2025-11-21' },
    periodText: '15/12/2024 – 20/11/2025',
    groups: [
      {
        title: 'Hồ sơ đã tiếp nhận',
        counted: 'hồ sơ',
        whole: { label: 'hồ sơ đã tiếp nhận', count: 900 },
        exhaustive: true,
        parts: [
          { label: 'Đã giải quyết', count: 600, percent: '66,6' },
          { label: 'Đang giải quyết', count: 290, percent: '30,2' },
        ],
      },
      {
        title: 'Xếp loại sở, ngành',
        counted: 'đơn vị',
        whole: { label: 'đơn vị được đánh giá', count: 12 },
        exhaustive: true,
        parts: [
          { label: 'Xuất sắc', count: 9, beside: 'Rất hài lòng' },
          { label: 'Tốt', count: 4, beside: 'Hài lòng', units: ['Sở A', 'Sở B', 'Sở C', 'Sở D'] },
        ],
      },
    ],
    scores: [{ unit: 'Sở A', total: 146, grade: 'Tốt', satisfaction: 'Hài lòng' }],
    notes: ['Cấp xã khảo sát bằng phiếu, báo cáo không nêu số phiếu.'],
  },
  {
    id: 'mau-2026',
    tenantName: 'Tỉnh Mẫu',
    title: 'Kết quả giải quyết thủ tục hành chính năm 2026 (số liệu bịa để làm mẫu)',
    source: { text: 'Cổng thông tin điện tử tỉnh Mẫu', date: '2026-11-20' },
    period: { from: '2025-12-01', to: '2026-11-01' },
    periodText: '01/12/2025 – 31/10/2026',
    groups: [
      {
        title: 'Mức độ hài lòng',
        counted: 'lượt',
        whole: { label: 'lượt trả lời', count: null },
        exhaustive: true,
        parts: [
          { label: 'Hài lòng', count: null, percent: '96,8' },
          { label: 'Không hài lòng', count: null, percent: '3,2' },
        ],
      },
    ],
    scores: [],
    notes: [],
  },
];
