import { inForce } from '#rules/law.ts';
import { AGENCY_GROUPS, ND118_EV } from '#rules/rulesets/nd118-ev.ts';
import { GROUPS_766 } from '#rules/rulesets/qd766-groups.ts';
import { group } from './case.ts';

const on = '2026-11-24';

/** The heading of each letter and where it stands. */
export const ND118_LETTERS = group<string, readonly [heading: string, clause: string | undefined]>(
  'Chín nội dung người dân đánh giá',
  (letter) => {
    const found = ND118_EV.contents.find((content) => content.letter === letter);
    return [
      found?.heading,
      found && `${found.cite.act} ${found.cite.article}(${found.cite.clause})${found.cite.point}`,
    ];
  },
  (
    [
      ['a', 'Thời gian trả kết quả so với quy định hoặc so với yêu cầu của cơ quan chủ trì'],
      ['b', 'Số cơ quan, đơn vị phải liên hệ để hoàn thiện hồ sơ'],
      ['c', 'Số lần phải liên hệ với nơi tiếp nhận hồ sơ'],
      ['d', 'Thông tin công khai chính xác, đầy đủ, kịp thời'],
      ['đ', 'Thái độ của người hướng dẫn, tiếp nhận, giải quyết hồ sơ'],
      ['e', 'Kết quả và chi phí đúng quy định; chi phí phát sinh ngoài quy định'],
      ['g', 'Thời gian và chất lượng trả lời phản ánh, kiến nghị, khiếu nại, tố cáo'],
      ['h', 'Tiến độ và chất lượng cung cấp dịch vụ công trực tuyến'],
      ['i', 'Ý kiến khác'],
    ] as const
  ).map(([letter, heading]) => ({
    name: `Điểm ${letter}: ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`,
    on,
    given: letter,
    expect: [heading, `NĐ 118/2025/NĐ-CP 33(1)${letter}`] as const,
    article: `Điểm ${letter} khoản 1 Điều 33 NĐ 118/2025/NĐ-CP`,
  })),
);

/** The name of the group of QĐ 766/QĐ-TTg that measures a group of Điều 32. */
export const ND118_AGENCY = group<string, string | undefined>(
  'Năm nhóm đánh giá cơ quan và nhóm của QĐ 766/QĐ-TTg đo nhóm ấy',
  (heading, day) => {
    const found = AGENCY_GROUPS.find((each) => each.heading === heading);
    return inForce('Nhóm chỉ số', GROUPS_766, day).value.find(({ id }) => id === found?.group766)?.name;
  },
  [
    ['Công khai, minh bạch', 'Công khai, minh bạch'],
    ['Tiến độ, kết quả giải quyết', 'Tiến độ, kết quả giải quyết'],
    ['Số hóa', 'Số hóa hồ sơ'],
    ['Cung cấp dịch vụ trực tuyến', 'Cung cấp dịch vụ công trực tuyến và thanh toán trực tuyến'],
    ['Mức độ hài lòng', 'Mức độ hài lòng'],
  ].map(([heading = '', name]) => ({
    name: `Nhóm «${heading}» của Nghị định`,
    on,
    given: heading,
    expect: name,
    article: 'Điều 32 NĐ 118/2025/NĐ-CP; QĐ 766/QĐ-TTg',
  })),
);
