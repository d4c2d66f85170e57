import type { Choices } from '#rules/choices.ts';
import type { DossierFacts } from '#rules/facts.ts';
import type { Series } from '#rules/finding.ts';
import { group } from './case.ts';
import { type DossierExpect, type DossierGiven, dossierCase, runDossier } from './scored-dossier.ts';

const EARLY = 'Sớm hạn và không có phản ánh về nhũng nhiễu, phiền hà.';
const ON_TIME = 'Đúng hạn và không có phản ánh về nhũng nhiễu, phiền hà.';
const LATE = 'Trễ hạn nên không đạt mức nào của chỉ số 7.';
const HARASSED = 'Người dân cho biết bị gây phiền hà hoặc đòi hỏi.';
const BY_ATTITUDE = 'Tính theo thái độ người dân trả lời.';
const NO_TIME = 'Không biết kết quả sớm hay đúng hạn nên chưa tính được chỉ số 7.';
const NO_PETITIONS = 'Chưa có số liệu phản ánh, kiến nghị theo từng hồ sơ.';
const PETITION = 'Có phản ánh, kiến nghị đã xác minh về hành vi, thái độ.';
const WAITING = 'Có phản ánh, kiến nghị về hành vi, thái độ chưa có kết luận.';
const late = 'index7.lateNoPetition' as const;
const scale = 'index7.scale' as const;

const seven = (
  name: string,
  series: Series,
  facts: DossierFacts,
  expect: DossierExpect,
  more: Partial<DossierGiven> & { choices?: Partial<Choices> } = {},
) => dossierCase(name, { indicator: 7, series, facts, ...more }, expect);

const early = { punctuality: 'early' } as const;
const onTime = { punctuality: 'onTime' } as const;
const overdue = { punctuality: 'overdue' } as const;
const leaveOut = { choices: { [late]: 'leaveOut' } } as const;
const byAttitude = { choices: { [scale]: 'attitude' } } as const;
const bySystem = { 'index1.source': 'system' } as const;

/** Sớm hạn 2, đúng hạn 1, cùng điều kiện không có phản ánh, kiến nghị; có phản ánh thì 0. */
export const ATTITUDE = group('Chỉ số 7: thái độ của cán bộ', runDossier, [
  seven('Lịch sự và sớm hạn', 'citizen', { ...early, attitude: 'polite' }, { points: 20, because: EARLY }),
  seven(
    'Không lịch sự nhưng sớm hạn, không nhũng nhiễu',
    'citizen',
    { ...early, attitude: 'impolite' },
    { points: 20, because: EARLY },
  ),
  seven('Bình thường và đúng hạn', 'citizen', { ...onTime, attitude: 'neutral' }, { points: 10, because: ON_TIME }),
  seven(
    'Lịch sự nhưng trễ hạn',
    'citizen',
    { ...overdue, attitude: 'polite' },
    { points: 0, because: LATE, reading: late },
  ),
  seven(
    'Lịch sự nhưng trễ hạn, địa phương chọn không tính',
    'citizen',
    { ...overdue, attitude: 'polite' },
    { points: null, because: 'Trễ hạn, không có phản ánh, kiến nghị.', reading: late },
    leaveOut,
  ),
  seven('Nhũng nhiễu dù sớm hạn', 'citizen', { ...early, attitude: 'harassing' }, { points: 0, because: HARASSED }),
  seven(
    'Nhũng nhiễu và trễ hạn: không tính trễ hạn cũng không xóa nhũng nhiễu',
    'citizen',
    { ...overdue, attitude: 'harassing' },
    { points: 0, because: HARASSED },
    leaveOut,
  ),
  seven('Lịch sự nhưng không biết thời hạn', 'citizen', { attitude: 'polite' }, { points: null, because: NO_TIME }),
  seven('Không trả lời câu về thái độ', 'citizen', early, {
    points: null,
    because: 'Không có câu trả lời về thái độ.',
  }),
  seven(
    'Lịch sự, kết quả ngay khi nộp: không có hạn để ghép',
    'citizen',
    { punctuality: 'onSpot', attitude: 'polite' },
    { points: null, because: NO_TIME, reading: 'index1.onSpot' },
  ),
  seven(
    'Lịch sự, kết quả ngay khi nộp được coi là sớm hạn',
    'citizen',
    { punctuality: 'onSpot', attitude: 'polite' },
    { points: 20, because: EARLY, reading: 'index1.onSpot' },
    { choices: { 'index1.onSpot': 'early' } },
  ),
  seven(
    'Thời gian lấy từ hệ thống thì chỉ số 7 cũng ghép với hệ thống',
    'citizen',
    { ...early, attitude: 'polite' },
    { points: 10, because: ON_TIME },
    { computed: onTime, choices: bySystem },
  ),
  seven(
    'Thời gian lấy từ phiếu thì không ghép với hệ thống',
    'citizen',
    { ...early, attitude: 'polite' },
    { points: 20, because: EARLY },
    { computed: onTime },
  ),
  seven(
    'Thời gian lấy từ hệ thống nhưng hệ thống không có ngày',
    'citizen',
    { ...early, attitude: 'polite' },
    { points: null, because: NO_TIME },
    { choices: bySystem },
  ),
  seven(
    'Theo thái độ: lịch sự',
    'citizen',
    { attitude: 'polite' },
    { points: 20, because: BY_ATTITUDE, reading: scale },
    byAttitude,
  ),
  seven(
    'Theo thái độ: bình thường',
    'citizen',
    { attitude: 'neutral' },
    { points: 10, because: BY_ATTITUDE, reading: scale },
    byAttitude,
  ),
  seven(
    'Theo thái độ: không lịch sự',
    'citizen',
    { attitude: 'impolite' },
    { points: 0, because: BY_ATTITUDE, reading: scale },
    byAttitude,
  ),
  seven(
    'Theo thái độ: nhũng nhiễu vẫn là không điểm',
    'citizen',
    { attitude: 'harassing' },
    { points: 0, because: HARASSED },
    byAttitude,
  ),
  seven(
    'Lịch sự và sớm hạn nhưng hồ sơ có phản ánh đã xác minh',
    'citizen',
    { ...early, attitude: 'polite' },
    { points: 0, because: PETITION },
    { computed: { verifiedPetition: true } },
  ),
  seven(
    'Theo thái độ: lịch sự nhưng hồ sơ có phản ánh đã xác minh',
    'citizen',
    { ...early, attitude: 'polite' },
    { points: 0, because: PETITION },
    { ...byAttitude, computed: { verifiedPetition: true } },
  ),
  seven(
    'Không trả lời câu về thái độ nhưng hồ sơ có phản ánh đã xác minh',
    'citizen',
    early,
    { points: 0, because: PETITION },
    { computed: { verifiedPetition: true } },
  ),
  seven(
    'Lịch sự và sớm hạn, phản ánh chưa có kết luận: chưa biết là 2 hay 0',
    'citizen',
    { ...early, attitude: 'polite' },
    { points: null, because: WAITING },
    { computed: { verifiedPetition: null } },
  ),
  seven(
    'Người dân báo bị gây phiền hà, phản ánh chưa có kết luận: đã là 0',
    'citizen',
    { ...early, attitude: 'harassing' },
    { points: 0, because: HARASSED },
    { computed: { verifiedPetition: null } },
  ),
  seven(
    'Lịch sự và sớm hạn, phản ánh được xác minh là không đúng',
    'citizen',
    { ...early, attitude: 'polite' },
    { points: 20, because: EARLY },
    { computed: { verifiedPetition: false } },
  ),
  seven(
    'Phiếu cũ in 2 điểm nhưng hồ sơ có phản ánh đã xác minh',
    'citizen',
    {},
    { points: 0, because: PETITION },
    { legacy: { 7: 20 }, computed: { verifiedPetition: true } },
  ),
  seven(
    'Phiếu cũ in 2 điểm, hồ sơ không có phản ánh',
    'citizen',
    {},
    { points: 20, because: 'Điểm in trên phương án của phiếu cũ.' },
    { legacy: { 7: 20 }, computed: { verifiedPetition: false } },
  ),
  seven(
    'Hệ thống: sớm hạn, không có phản ánh',
    'computed',
    { ...early, verifiedPetition: false },
    { points: 20, because: EARLY },
  ),
  seven(
    'Hệ thống: đúng hạn, không có phản ánh',
    'computed',
    { ...onTime, verifiedPetition: false },
    { points: 10, because: ON_TIME },
  ),
  seven(
    'Hệ thống: trễ hạn, không có phản ánh',
    'computed',
    { ...overdue, verifiedPetition: false },
    { points: 0, because: LATE, reading: late },
  ),
  seven(
    'Hệ thống: trễ hạn, không có phản ánh, chọn không tính',
    'computed',
    { ...overdue, verifiedPetition: false },
    { points: null, because: 'Trễ hạn, không có phản ánh, kiến nghị.', reading: late },
    leaveOut,
  ),
  seven(
    'Hệ thống: sớm hạn nhưng có phản ánh đã xác minh',
    'computed',
    { ...early, verifiedPetition: true },
    { points: 0, because: PETITION },
  ),
  seven(
    'Hệ thống: có phản ánh đã xác minh, không có ngày',
    'computed',
    { verifiedPetition: true },
    { points: 0, because: PETITION },
  ),
  seven('Hệ thống: không ghi nhận phản ánh thì không biết', 'computed', early, { points: null, because: NO_PETITIONS }),
  seven('Hệ thống: trễ hạn mà không ghi nhận phản ánh cũng không tính, kẻo chỉ còn hồ sơ trễ', 'computed', overdue, {
    points: null,
    because: NO_PETITIONS,
  }),
  seven('Hệ thống: không có ngày', 'computed', { verifiedPetition: false }, { points: null, because: NO_TIME }),
  seven(
    'Câu trả lời của người dân không phải là phản ánh đã xác minh',
    'computed',
    { ...early, attitude: 'harassing', verifiedPetition: false },
    { points: 20, because: EARLY },
  ),
  seven(
    'Cán bộ không tự nêu thái độ của mình',
    'self',
    { ...early, attitude: 'polite' },
    { points: null, because: NO_PETITIONS },
  ),
]);
