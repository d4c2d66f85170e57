import type { Dossier } from '../dossier.ts';
import type { RatioView, Verdict } from './dossier-in-year.ts';
import type { RatioId } from './ratio.ts';
import { readingOfPar } from './ratio-punctuality.ts';
import type { RatioRule } from './ratio-rule.ts';

/** Among dossiers received in the period. */
const ofReceived = (id: RatioId, note: string, tell: (dossier: Dossier, view: RatioView) => Verdict): RatioRule => ({
  id,
  tell: ({ received, record }, view) => {
    if (received !== 'yes') return received === 'no' ? 'apart' : 'unknown';
    return tell(record.dossier, view);
  },
  cite: (period) => readingOfPar(period, `Chưa thấy công thức của Bộ Nội vụ. ${note}`),
});

const filedBy =
  (channel: NonNullable<Dossier['channel']>) =>
  (dossier: Dossier): Verdict => {
    if (dossier.channel === null) return 'unknown';
    return dossier.channel === channel ? 'numerator' : 'rest';
  };

export const ONLINE = ofReceived('online', 'Đếm theo cách nộp của hồ sơ tiếp nhận trong kỳ.', filedBy('online'));

/** Results sent by post are not on record, so only filing counts. */
export const POST = ofReceived(
  'post',
  'Chỉ đếm hồ sơ nộp qua bưu chính; dữ liệu không ghi việc trả kết quả qua bưu chính.',
  filedBy('post'),
);

export const ONLINE_WHOLE = ofReceived(
  'online.whole',
  'Mẫu số là hồ sơ tiếp nhận trong kỳ của thủ tục toàn trình.',
  (dossier, view) => {
    const whole = dossier.procedure === null ? null : view.wholeOnline(dossier.procedure);
    if (whole === false) return 'apart';
    return whole === null ? 'unknown' : filedBy('online')(dossier);
  },
);
