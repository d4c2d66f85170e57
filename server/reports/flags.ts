import type { Flag } from '#wire/flag.ts';
import type { Listing } from './listing.ts';

const saidBy = ({ at, by, text }: Flag['answers'][number]) => `${at} ${by}: ${text}`;
const STATES = { new: 'Mới', answered: 'Đã giải trình', accepted: 'Chấp nhận', verify: 'Cần xác minh' } as const;
const VERDICTS = { accepted: 'Chấp nhận', verify: 'Cần xác minh', withdrawn: 'Lấy lại kết luận' } as const;

/** What is to be reviewed, flag by flag, with every honest reason and every word said to it. */
export const flagListing: Listing<Flag> = {
  sheet: 'Cần xem lại',
  heads: [
    ...['Phép kiểm', 'Đơn vị', 'Mã đơn vị', 'Cán bộ', 'Đã thấy', 'Bằng chứng', 'Mã hồ sơ', 'Lý do thường gặp'],
    ...['Căn cứ', 'Tình trạng', 'Giải trình', 'Kết luận', 'Số người đã mở'],
  ],
  widths: [30, 30, 16, 12, 60, 40, 40, 50, 14, 14, 40, 40, 12],
  cellsOf: (flag) => [
    ...[flag.name, flag.unit === '' ? 'Bảng công bố của tỉnh' : flag.unitName, flag.unit, flag.officer ?? ''],
    ...[flag.sentence, flag.evidence.map(({ label, value }) => `${label}: ${value}`).join(' · ')],
    ...[flag.hits.join(' '), flag.explanations.join(' · '), 'cách hiểu', STATES[flag.state]],
    flag.answers.map(saidBy).join(' · '),
    flag.verdicts.map((each) => `${VERDICTS[each.verdict]}: ${saidBy(each)}`).join(' · '),
    String(flag.seenBy),
  ],
};
