import { formatDateTime } from '#rules/format.ts';
import type { LocalTime } from '#rules/law.ts';
import type { TimedDossier } from '#wire/timeliness.ts';
import { TIME_LABELS } from '../figures/report/time-section.ts';
import type { Listing } from './listing.ts';

const time = (at: LocalTime | null) => (at === null ? '' : formatDateTime(at));

/** Dossiers with the days their time is told by. */
export const evidence: Listing<TimedDossier> = {
  sheet: 'Hồ sơ',
  heads: [
    ...['Mã hồ sơ', 'Đơn vị', 'Thủ tục', 'Cán bộ'],
    ...['Tiếp nhận', 'Hẹn trả', 'Hạn', 'Có kết quả', 'Kết quả', 'Vì sao'],
  ],
  widths: [26, 14, 16, 14, 17, 17, 17, 17, 16, 60],
  cellsOf: ({ dossier, unit, procedure, officer, received, promised, due, ended, part, because }) => [
    ...[dossier, unit, procedure ?? '', officer ?? ''],
    ...[time(received), time(promised), time(due), time(ended), TIME_LABELS[part], because],
  ],
};
