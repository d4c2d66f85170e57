import { BANDS_766 } from './qd766-bands.ts';
import { GROUPS_766 } from './qd766-groups.ts';
import { DIGITISED_INDICES_2026 } from './qd766-index-digitised.ts';
import { DISCLOSURE_INDICES } from './qd766-index-disclosure.ts';
import { ONLINE_INDICES_2026 } from './qd766-index-online.ts';
import { PAYMENT_INDICES } from './qd766-index-payment.ts';
import { PROGRESS_INDICES } from './qd766-index-progress.ts';
import { SATISFACTION_INDICES_2026 } from './qd766-index-satisfaction.ts';
import { NOTE, readingOf766 } from './qd766-index-sources.ts';
import type { GroupsRuleset } from './ruleset.ts';

const FROM = '2026-10-01';

const SINCE_OCTOBER = readingOf766('Bản mô tả công thức là của tháng 10/2026, không rõ ngày; lấy từ ngày 01/10/2026.');

/** QĐ 766/QĐ-TTg by the formula note of October 2026. */
export const QD766_2026 = {
  id: 'qd766-2026',
  method: 'groups',
  family: 'realtime',
  title: 'Bộ chỉ số theo QĐ 766/QĐ-TTg (2026)',
  inForce: [{ from: FROM, value: true, cite: SINCE_OCTOBER }],
  from: FROM,
  verifiedOn: '2026-11-22',
  caveats: [
    {
      text: 'Chưa rõ Cổng đã áp dụng cách chia điểm mới của phần dịch vụ công trực tuyến và ngưỡng 80 % của số hóa hay chưa. Khi khác nhau thì lấy điểm trên Cổng.',
      cite: NOTE,
    },
  ],
  groups: GROUPS_766,
  indices: [
    {
      from: FROM,
      value: [
        ...DISCLOSURE_INDICES,
        ...PROGRESS_INDICES,
        ...ONLINE_INDICES_2026,
        ...PAYMENT_INDICES,
        ...DIGITISED_INDICES_2026,
        ...SATISFACTION_INDICES_2026,
      ],
      cite: SINCE_OCTOBER,
    },
  ],
  bands: BANDS_766,
} as const satisfies GroupsRuleset;
