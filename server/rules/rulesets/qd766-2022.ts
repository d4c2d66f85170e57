import { BANDS_766 } from './qd766-bands.ts';
import { GROUPS_766, OFFICIAL_FROM } from './qd766-groups.ts';
import { DIGITISED_INDICES_2022 } from './qd766-index-digitised.ts';
import { DISCLOSURE_INDICES } from './qd766-index-disclosure.ts';
import { ONLINE_INDICES_2022 } from './qd766-index-online.ts';
import { PAYMENT_INDICES } from './qd766-index-payment.ts';
import { PROGRESS_INDICES } from './qd766-index-progress.ts';
import { SATISFACTION_INDICES } from './qd766-index-satisfaction.ts';
import { FITTED, readingOf766 } from './qd766-index-sources.ts';
import type { GroupsRuleset } from './ruleset.ts';

const ENDS = {
  from: '2026-10-01',
  value: null,
  cite: readingOf766('Bản mô tả công thức là của tháng 10/2026, không rõ ngày; lấy từ ngày 01/10/2026.'),
};

/** QĐ 766/QĐ-TTg as the national portal scored it until the formula note of October 2026. */
export const QD766_2022 = {
  id: 'qd766-2022',
  method: 'groups',
  family: 'realtime',
  title: 'Bộ chỉ số theo QĐ 766/QĐ-TTg (2022)',
  inForce: [{ from: OFFICIAL_FROM, value: true, cite: { act: 'QĐ 766/QĐ-TTg', certainty: 'secondary' } }, ENDS],
  from: OFFICIAL_FROM,
  verifiedOn: '2026-11-22',
  caveats: [
    {
      text: 'Cách quy đổi được dựng lại từ điểm Cổng tính vào tháng 9/2026; các năm trước chưa đối chiếu. Khi khác nhau thì lấy điểm trên Cổng.',
      cite: FITTED,
    },
  ],
  groups: GROUPS_766,
  indices: [
    {
      from: OFFICIAL_FROM,
      value: [
        ...DISCLOSURE_INDICES,
        ...PROGRESS_INDICES,
        ...ONLINE_INDICES_2022,
        ...PAYMENT_INDICES,
        ...DIGITISED_INDICES_2022,
        ...SATISFACTION_INDICES,
      ],
      cite: FITTED,
    },
    ENDS,
  ],
  bands: BANDS_766,
} as const satisfies GroupsRuleset;
