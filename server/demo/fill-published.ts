import type { IsoDate } from '#rules/law.ts';
import type { PublishedTable } from '#rules/published-table.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { putPublishedTable } from '../store/published-tables.ts';
import { noonOf } from './fill-period.ts';
import { TENANT, TENANT_NAME } from './province.ts';

/** An invented report that counts one department too many, still a draft: what the check is for. */
const EARLIER: PublishedTable = {
  id: 'bao-cao-giay',
  tenantName: TENANT_NAME,
  title: 'Kết quả đánh giá việc giải quyết thủ tục hành chính (báo cáo giấy giả định)',
  source: { text: 'Báo cáo số 15/BC-VP (giả định) của Văn phòng UBND Tỉnh Mẫu', date: '2026-01-15' },
  period: null,
  periodText: 'Kỳ trước',
  groups: [
    {
      title: 'Sở, ngành tỉnh',
      counted: 'đơn vị',
      whole: { label: 'đơn vị được đánh giá', count: 6 },
      exhaustive: true,
      parts: [
        { label: 'Xuất sắc', count: 4, beside: 'Rất hài lòng' },
        { label: 'Tốt', count: 2, beside: 'Hài lòng' },
        { label: 'Khá', count: 1, beside: 'Bình thường' },
      ],
    },
  ],
  scores: [{ unit: 'Sở Tư pháp', total: 175, grade: 'Xuất sắc', satisfaction: 'Rất hài lòng' }],
  notes: [],
};

/** Puts an earlier report beside `period`. */
export async function fillPublished({ db }: Pick<Services, 'db'>, period: string, day: IsoDate): Promise<void> {
  const by = { actor: 'operator', at: noonOf(day) };
  await withAudit(db, TENANT, by.at, { actor: by.actor, action: 'published-table.put', subject: EARLIER.id }, [
    putPublishedTable(TENANT, EARLIER, by, period),
  ]);
}
