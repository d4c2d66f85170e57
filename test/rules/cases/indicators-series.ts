import type { DossierFacts } from '#rules/facts.ts';
import type { IndicatorId, Series } from '#rules/finding.ts';
import { group, type LawCase } from './case.ts';
import { type DossierExpect, type DossierGiven, dossierCase, runDossier } from './scored-dossier.ts';

/** One fact, one score, whoever states it; only what a citizen cannot know is not taken from him. */
function inSeries(
  who: string,
  series: Series,
  indicator: IndicatorId,
  rows: readonly (readonly [fact: string, facts: DossierFacts, points: number | null, because: string])[],
): LawCase<DossierGiven, DossierExpect>[] {
  return rows.map(([fact, facts, points, because]) =>
    dossierCase(`${who}: ${fact}`, { indicator, series, facts }, { points, because }),
  );
}

const CONTACTS = [
  ['không lần nào', { contacts: 0 }, 20, 'Không phải liên hệ lại lần nào sau khi nộp.'],
  ['đúng 1 lần', { contacts: 1 }, 10, 'Phải liên hệ lại đúng 1 lần sau khi nộp.'],
  ['2 lần', { contacts: 2 }, 0, 'Phải liên hệ lại trên 1 lần sau khi nộp.'],
  ['không biết số lần', {}, null, 'Không có thông tin số lần phải liên hệ để hoàn thiện hồ sơ.'],
] as const;
const AGENCIES = [
  ['không cơ quan nào', { otherAgencies: 0, contacts: 0 }, 20, 'Không phải liên hệ cơ quan nào để hoàn thiện hồ sơ.'],
  ['chỉ Bộ phận Một cửa', { otherAgencies: 0, contacts: 1 }, 10, 'Chỉ phải liên hệ lại Bộ phận Một cửa.'],
  ['thêm 1 cơ quan', { otherAgencies: 1, contacts: 1 }, 0, 'Phải liên hệ cơ quan khác ngoài nơi nộp hồ sơ.'],
  ['không biết số cơ quan', {}, null, 'Không có thông tin số cơ quan phải liên hệ.'],
] as const;
const DISCLOSURE = [
  ['công khai cả hai hình thức', { disclosure: 'both' }, 20, 'Công khai đúng và đủ cả tại nơi nộp và trên mạng.'],
  ['công khai một hình thức', { disclosure: 'one' }, 10, 'Công khai đúng và đủ bằng một hình thức.'],
  ['công khai sai', { disclosure: 'faulty' }, 0, 'Công khai thiếu, sai hoặc đã cũ.'],
  ['không biết việc công khai', {}, null, 'Không có thông tin về việc công khai thủ tục.'],
] as const;
const STEPS = [
  ['bước trước hạn', { stepPunctuality: 'early' }, 20, 'Đơn vị làm xong bước của mình trước hạn của bước.'],
  ['bước quá hạn', { stepPunctuality: 'overdue' }, 0, 'Đơn vị làm bước của mình quá hạn của bước.'],
  ['không biết bước', {}, null, 'Không có thời gian thực hiện của từng đơn vị; không lấy tổng thời gian thay vào.'],
] as const;
const ATTITUDE = [
  [
    'sớm hạn, không có phản ánh',
    { punctuality: 'early', verifiedPetition: false },
    20,
    'Sớm hạn và không có phản ánh về nhũng nhiễu, phiền hà.',
  ],
  [
    'đúng hạn, không có phản ánh',
    { punctuality: 'onTime', verifiedPetition: false },
    10,
    'Đúng hạn và không có phản ánh về nhũng nhiễu, phiền hà.',
  ],
  [
    'sớm hạn, có phản ánh đã xác minh',
    { punctuality: 'early', verifiedPetition: true },
    0,
    'Có phản ánh, kiến nghị đã xác minh về hành vi, thái độ.',
  ],
] as const;

export const SERIES_ALIKE = group('Cùng một sự kiện, chuỗi nào cũng một điểm', runDossier, [
  ...inSeries('Cán bộ, chỉ số 2', 'self', 2, STEPS),
  ...inSeries('Cán bộ, chỉ số 3', 'self', 3, CONTACTS),
  ...inSeries('Hệ thống, chỉ số 4', 'computed', 4, AGENCIES),
  ...inSeries('Cán bộ, chỉ số 4', 'self', 4, AGENCIES),
  ...inSeries('Hệ thống, chỉ số 6', 'computed', 6, DISCLOSURE),
  ...inSeries('Cán bộ, chỉ số 6', 'self', 6, DISCLOSURE),
  ...inSeries('Cán bộ, chỉ số 7', 'self', 7, ATTITUDE),
]);
