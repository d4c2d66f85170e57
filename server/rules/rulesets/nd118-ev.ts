import type { Citation } from '../law.ts';
import type { GroupId } from './qd766-index.ts';
import type { ContentsRuleset } from './ruleset.ts';

const ACT = 'NĐ 118/2025/NĐ-CP';
const agencySide: Citation = { act: ACT, article: '32', certainty: 'text' };
const citizenSide: Citation = { act: ACT, article: '33', clause: '1', certainty: 'text' };

const content = (letter: string, heading: string) => ({ letter, heading, cite: { ...citizenSide, point: letter } });

/** Contents citizens judge and groups agencies are judged on since 01/7/2025: the decree gives no points and no thresholds. */
export const ND118_EV = {
  id: 'nd118-ev',
  method: 'contents',
  family: 'office',
  title: 'Nội dung đánh giá theo Nghị định 118/2025/NĐ-CP',
  inForce: [{ from: '2025-07-01', value: true, cite: citizenSide }],
  from: '2025-07-01',
  verifiedOn: '2026-11-22',
  caveats: [
    {
      from: '2026-08-01',
      text: 'Chưa đối chiếu với Thông tư 09/2026/TT-BTP (15/6/2026, hiệu lực 01/8/2026, lĩnh vực kiểm soát thủ tục hành chính): biết là có, chưa tìm thấy nội dung. Thông tư có thể đặt mẫu phiếu hoặc bộ chỉ số khác.',
      cite: {
        act: 'TT 09/2026/TT-BTP',
        certainty: 'secondary',
        note: 'Chỉ thấy số, ngày, ngày hiệu lực và lĩnh vực; chưa thấy tên và nội dung.',
      },
    },
  ],
  /** In our own words, in the order of the decree. */
  contents: [
    content('a', 'Thời gian trả kết quả so với quy định hoặc so với yêu cầu của cơ quan chủ trì'),
    content('b', 'Số cơ quan, đơn vị phải liên hệ để hoàn thiện hồ sơ'),
    content('c', 'Số lần phải liên hệ với nơi tiếp nhận hồ sơ'),
    content('d', 'Thông tin công khai chính xác, đầy đủ, kịp thời'),
    content('đ', 'Thái độ của người hướng dẫn, tiếp nhận, giải quyết hồ sơ'),
    content('e', 'Kết quả và chi phí đúng quy định; chi phí phát sinh ngoài quy định'),
    content('g', 'Thời gian và chất lượng trả lời phản ánh, kiến nghị, khiếu nại, tố cáo'),
    content('h', 'Tiến độ và chất lượng cung cấp dịch vụ công trực tuyến'),
    content('i', 'Ý kiến khác'),
  ],
} as const satisfies ContentsRuleset;

/** Letter of NĐ 118/2025/NĐ-CP Điều 33(1). */
export type ContentLetter = (typeof ND118_EV.contents)[number]['letter'];

/**
 * What the decree judges the agency itself on (Điều 32), each with the group of QĐ 766/QĐ-TTg that measures it. Others may be set by
 * the Government or the Prime Minister.
 */
export const AGENCY_GROUPS: readonly {
  readonly heading: string;
  readonly group766: GroupId;
  readonly cite: Citation;
}[] = [
  { heading: 'Công khai, minh bạch', group766: '1', cite: agencySide },
  { heading: 'Tiến độ, kết quả giải quyết', group766: '2', cite: agencySide },
  { heading: 'Số hóa', group766: '4', cite: agencySide },
  { heading: 'Cung cấp dịch vụ trực tuyến', group766: '3', cite: agencySide },
  { heading: 'Mức độ hài lòng', group766: '5', cite: agencySide },
];

/** Which answers to one question speak well of the office; those set `apart` could not judge it and are left out of the share. */
export interface Favourable {
  readonly options: readonly string[];
  readonly apart: readonly string[];
}

/** The decree does not say which answer is a good one: this is how the program reads each form, by `<survey id>.<version>`. */
export const FAVOURABLE: Readonly<
  Record<string, { readonly cite: Citation; readonly questions: Readonly<Record<string, Favourable>> }>
> = {
  'danhgia-2026.1': {
    cite: {
      ...citizenSide,
      certainty: 'reading',
      note: 'Nghị định không nói câu trả lời nào là thuận lợi; đây là cách hiểu theo lời của phiếu.',
    },
    questions: {
      q1: { options: ['before', 'on', 'spot'], apart: ['none'] },
      q3: { options: ['extra0'], apart: [] },
      q4: { options: ['other0'], apart: [] },
      q6: { options: ['both', 'one'], apart: ['skip'] },
      q7: { options: ['t3'], apart: ['na'] },
      q8: { options: ['ok'], apart: ['no'] },
      q9: { options: ['on'], apart: ['counter', 'post'] },
      q9o: { options: ['on'], apart: [] },
      qe: { options: ['ok'], apart: [] },
    },
  },
};
