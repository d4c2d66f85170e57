import type { Citation } from '#rules/law.ts';
import type { RatioCount, RatioId } from '#rules/par/ratio.ts';
import { ONLINE, ONLINE_WHOLE, POST } from '#rules/par/ratio-channels.ts';
import { APOLOGY_IN_TIME, APOLOGY_SENT, REAPPOINTED_AGAIN, SUPPLEMENT_AGAIN } from '#rules/par/ratio-duties.ts';
import { ON_TIME_COMMUNE, ON_TIME_DISTRICT, ON_TIME_PROVINCE } from '#rules/par/ratio-punctuality.ts';
import type { Period } from '#rules/period.ts';

const RULES = [
  ...[ON_TIME_PROVINCE, ON_TIME_DISTRICT, ON_TIME_COMMUNE, APOLOGY_IN_TIME, APOLOGY_SENT],
  ...[REAPPOINTED_AGAIN, SUPPLEMENT_AGAIN, ONLINE, ONLINE_WHOLE, POST],
];

/** What the count of a ratio stands on; `null` = what units declare. @throws NotInForce for a year before the decisions. */
export function ratioCite(id: RatioId, period: Period): Citation | null {
  return RULES.find((rule) => rule.id === id)?.cite(period) ?? null;
}

const LETTERS =
  'Chưa biết hồ sơ trễ hẹn nào có thư xin lỗi. Đơn vị khai ở mục «Ghi đủ từ ngày nào» là ghi mọi thư xin lỗi từ ngày nào, rồi tính lại kỳ.';
const CHANNEL = 'Hồ sơ chưa ghi cách nộp. Nhập hồ sơ có cột Kênh, rồi tính lại kỳ.';

/** What dossiers here never tell, whatever is closed. */
const NEVER: Partial<Record<RatioId, string>> = {
  'online.whole':
    'Danh mục thủ tục ở đây không ghi thủ tục nào là toàn trình. Nhập số hồ sơ nộp trực tuyến trên số hồ sơ của thủ tục toàn trình, ghi lấy ở đâu.',
  'procedures.published':
    'Ở đây không đếm thủ tục đã công khai. Nhập số thủ tục công khai đầy đủ trên số phải công khai, ghi lấy ở đâu.',
  'payment.online':
    'Hồ sơ ở đây không ghi trả phí bằng cách nào. Nhập số hồ sơ thanh toán trực tuyến trên số hồ sơ có phí, ghi lấy ở đâu.',
};

/** What makes known what dossiers could tell and do not. */
const DATA: Partial<Record<RatioId, string>> = {
  'apology.inTime': LETTERS,
  'apology.sent': LETTERS,
  online: CHANNEL,
  post: CHANNEL,
  'reappointed.again': 'Hồ sơ chưa ghi ngày hẹn lại. Nhập hồ sơ có cột Ngày hẹn lại, rồi tính lại kỳ.',
  'supplement.again': 'Hồ sơ chưa ghi số lần yêu cầu bổ sung. Nhập hồ sơ có cột này, rồi tính lại kỳ.',
  'petitions.onTime': 'Chưa đơn vị nào kê khai hoặc ghi sổ phản ánh, kiến nghị. Ghi ở Số liệu đơn vị, rồi tính lại kỳ.',
};

/** Why there is no count of a ratio and what to do about it. @param of what the closed periods came to. */
export function ratioSupply(
  id: RatioId,
  of: { readonly labels: readonly string[]; readonly notKept: boolean; readonly counted: RatioCount | undefined },
): string {
  const never = NEVER[id];
  if (never) return never;
  if (of.labels.length === 0) return 'Chưa kỳ nào của năm này đã chốt. Chốt kỳ để đếm, hoặc nhập số, ghi lấy ở đâu.';
  if (id.startsWith('onTime.') && !of.counted) return 'Các kỳ đã chốt không có đơn vị của cấp này.';
  if (of.counted && of.counted.unknown === 0 && of.counted.denominator === 0 && id !== 'petitions.onTime')
    return 'Các kỳ đã chốt không có hồ sơ nào thuộc tỷ lệ này.';
  if (of.notKept && id !== 'petitions.onTime')
    return `Có kỳ trong ${of.labels.join(', ')} chốt trước khi phần mềm đếm tỷ lệ này. Tính lại kỳ, hoặc nhập số, ghi lấy ở đâu.`;
  return (
    DATA[id] ??
    'Hồ sơ chưa đủ ngày để biết đúng hạn hay không. Bổ sung ngày hẹn trả và ngày có kết quả, rồi tính lại kỳ.'
  );
}
