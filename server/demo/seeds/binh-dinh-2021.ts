import type { PublishedTable } from '#rules/published-table.ts';

/** What still held the province back in administrative reform, with the units named. */
export const BINH_DINH_2021: PublishedTable = {
  id: 'binh-dinh-2021',
  tenantName: 'Bình Định',
  title: 'Chỉ số cải cách hành chính 2021: nội dung đạt được và nội dung còn hạn chế theo đơn vị',
  source: {
    text: 'Sở Nội vụ tỉnh Bình Định, theo Văn bản số 4334/UBND-KSTT ngày 20/7/2021',
    date: '2021-10-14',
    url: 'https://snv.binhdinh.gov.vn/cai-cach-hanh-chinh-van-thu-luu-tru/tiep-tuc-day-manh-thuc-hien-cac-giai-phap-nang-cao-chi-so-cai-cach-hanh-chinh-va-chi-so-hai-long-cua-nguoi-dan-va-to-chuc-doi-voi-su-phuc-vu-cua-cac-co-quan-hanh-chinh-nha-nuoc-tinh-binh-dinh-nam-2021-132.html',
  },
  period: null,
  periodText: 'Tính đến ngày 30/9/2021',
  groups: [
    {
      title: 'Tiêu chí thành phần của Chỉ số cải cách hành chính năm 2021',
      counted: 'tiêu chí',
      whole: { label: 'tiêu chí thành phần', count: 95 },
      exhaustive: false,
      parts: [{ label: 'Dự kiến đạt điểm tối đa', count: 42 }],
    },
    {
      title: 'Nội dung còn hạn chế theo đơn vị',
      counted: 'đơn vị',
      whole: { label: 'đơn vị', count: null },
      exhaustive: false,
      parts: [
        {
          label: 'Công khai thủ tục hành chính trên trang thông tin điện tử chưa bảo đảm',
          count: null,
          units: ['Sở Giáo dục và Đào tạo', 'huyện Phù Mỹ', 'huyện Tuy Phước', 'huyện Hoài Ân'],
        },
        {
          label: 'Hồ sơ giải quyết quá thời gian còn tỷ lệ cao',
          count: null,
          units: ['Phù Mỹ', 'Hoài Nhơn', 'Vân Canh', 'Tuy Phước'],
        },
        {
          label: 'Hồ sơ trực tuyến mức độ 3, 4 rất thấp',
          count: null,
          units: ['thị xã An Nhơn', 'thị xã Hoài Nhơn', 'huyện Phù Mỹ', 'huyện Phù Cát', 'huyện Tuy Phước'],
        },
        {
          label: 'Tiếp nhận, trả kết quả qua bưu chính công ích còn thấp',
          count: null,
          units: ['Sở Giao thông vận tải', 'Sở Tài nguyên và Môi trường', 'thị xã An Nhơn', 'huyện Phù Mỹ'],
        },
      ],
    },
    {
      title: 'Sắp xếp cán bộ, công chức cấp xã đạt chuẩn',
      counted: 'đơn vị',
      whole: { label: 'Ủy ban nhân dân cấp huyện', count: 11 },
      exhaustive: false,
      parts: [
        {
          label: 'Cần tập trung thực hiện',
          count: 8,
          units: ['Quy Nhơn', 'An Nhơn', 'Hoài Nhơn', 'Tuy Phước', 'Hoài Ân', 'Vân Canh', 'Vĩnh Thạnh', 'Phù Mỹ'],
        },
      ],
    },
  ],
  scores: [],
  notes: [],
};
