import { formatCount, formatPercent } from '../format.ts';
import type { Citation } from '../law.ts';

/** Raw ratios a criterion can be read from, and their names. */
export const RATIO_LABELS = {
  'onTime.province': 'Hồ sơ cấp tỉnh giải quyết đúng hạn',
  'onTime.district': 'Hồ sơ cấp huyện giải quyết đúng hạn',
  'onTime.commune': 'Hồ sơ cấp xã giải quyết đúng hạn',
  'apology.inTime': 'Hồ sơ trễ hẹn có văn bản xin lỗi gửi kịp thời',
  'apology.sent': 'Hồ sơ trễ hẹn có văn bản xin lỗi',
  'reappointed.again': 'Hồ sơ hẹn lại quá số lần cho phép',
  'supplement.again': 'Hồ sơ bị yêu cầu bổ sung quá số lần cho phép',
  online: 'Hồ sơ nộp trực tuyến',
  'online.whole': 'Hồ sơ nộp trực tuyến của thủ tục toàn trình',
  post: 'Hồ sơ nộp qua bưu chính công ích',
  'procedures.published': 'Thủ tục được công khai đầy đủ',
  'payment.online': 'Hồ sơ thanh toán trực tuyến',
  'petitions.onTime': 'Phản ánh, kiến nghị được trả lời đúng hạn',
} as const;
export type RatioId = keyof typeof RATIO_LABELS;
export const RATIO_IDS = Object.keys(RATIO_LABELS) as readonly RatioId[];

/** Part and whole of what is known, and beside them what is not. Whole numbers. */
export interface RatioCount {
  readonly numerator: number;
  readonly denominator: number;
  /** In neither number: the data do not tell. */
  readonly unknown: number;
  /** Units that gave no figures: what they would add is not known at all. */
  readonly silentUnits: number;
}

/** The first codes, and how many more there are. */
export interface Codes {
  readonly codes: readonly string[];
  readonly more: number;
}

/** A ratio with its sentence and where to look: codes of dossiers, or of units for what units declare. */
export interface Ratio extends RatioCount {
  readonly id: RatioId;
  readonly label: string;
  readonly cite: Citation;
  readonly because: string;
  readonly evidence: { readonly numerator: Codes; readonly rest: Codes; readonly unknown: Codes };
}

/** `Hồ sơ nộp trực tuyến: 3 trên 5 hồ sơ (60,0 %). 1 hồ sơ không rõ, không tính vào tỷ lệ.` @param counted `hồ sơ`. */
export function ratioSentence(id: RatioId, count: RatioCount, counted: string): string {
  const { numerator, denominator, unknown, silentUnits } = count;
  const share =
    denominator === 0
      ? `không có ${counted} nào tính được tỷ lệ`
      : `${formatCount(numerator)} trên ${formatCount(denominator)} ${counted} (${formatPercent(numerator, denominator)})`;
  return [
    `${RATIO_LABELS[id]}: ${share}.`,
    ...(unknown > 0 ? [`${formatCount(unknown)} ${counted} không rõ, không tính vào tỷ lệ.`] : []),
    ...(silentUnits > 0 ? [`${formatCount(silentUnits)} đơn vị chưa có số liệu.`] : []),
  ].join(' ');
}
