import type { Choices } from '#rules/choices.ts';
import type { DossierFacts } from '#rules/facts.ts';
import { group } from './case.ts';
import { type DossierExpect, type DossierGiven, dossierCase, runDossier } from './scored-dossier.ts';

const NOBODY = 'Không phải liên hệ cơ quan nào để hoàn thiện hồ sơ.';
const ONE_STOP = 'Chỉ phải liên hệ lại Bộ phận Một cửa.';
const OTHER = 'Phải liên hệ cơ quan khác ngoài nơi nộp hồ sơ.';
const ONE_OTHER = 'Chỉ phải liên hệ 1 cơ quan, không phải nơi nộp hồ sơ.';
const FROM_SYSTEM = 'Số lần liên hệ lại lấy từ hệ thống vì phiếu bỏ trống.';
const LEFT_EMPTY = 'Phiếu bỏ trống việc liên hệ lại nơi nộp hồ sơ; không lấy số của hệ thống thay vào.';
const NOT_KNOWN = 'Không có thông tin có phải liên hệ lại nơi nộp hồ sơ hay không.';
const ONE_NOT_KNOWN = 'Phải liên hệ 1 cơ quan khác, không rõ có phải liên hệ lại nơi nộp hồ sơ hay không.';
const contacts = 'index4.contacts' as const;
const oneOther = 'index4.oneOther' as const;
const system = { [contacts]: 'system' } as const;
const onePoint = { [oneOther]: 'one' } as const;

const four = (
  name: string,
  facts: DossierFacts,
  expect: DossierExpect,
  choices: Partial<Choices> = {},
  more: Partial<DossierGiven> = {},
) => dossierCase(name, { indicator: 4, series: 'citizen', facts, choices, ...more }, expect);
const none = { computed: { contacts: 0 } } as const;
const once = { computed: { contacts: 1 } } as const;

/** Ba chuỗi không trộn: phiếu bỏ trống câu 3 thì hệ thống không thay vào, trừ khi chọn. Mức 0 nói «trên 1 cơ quan», mức 1 nói «là Bộ phận Một cửa». */
export const AGENCIES = group('Chỉ số 4: phiếu bỏ trống, và đúng 1 cơ quan khác', runDossier, [
  four(
    'Phiếu bỏ trống, hệ thống không ghi bổ sung: không lấy thay',
    { otherAgencies: 0 },
    { points: null, because: LEFT_EMPTY, reading: contacts },
    {},
    none,
  ),
  four(
    'Phiếu bỏ trống, hệ thống ghi 1 lần bổ sung: không lấy thay',
    { otherAgencies: 0 },
    { points: null, because: LEFT_EMPTY, reading: contacts },
    {},
    once,
  ),
  four(
    'Phiếu bỏ trống, chọn lấy hệ thống: không ghi bổ sung',
    { otherAgencies: 0 },
    { points: 20, because: `${NOBODY} ${FROM_SYSTEM}`, reading: contacts },
    system,
    none,
  ),
  four(
    'Phiếu bỏ trống, chọn lấy hệ thống: ghi 1 lần bổ sung',
    { otherAgencies: 0 },
    { points: 10, because: `${ONE_STOP} ${FROM_SYSTEM}`, reading: contacts },
    system,
    once,
  ),
  four(
    'Phiếu bỏ trống, chọn lấy hệ thống mà hệ thống cũng không biết',
    { otherAgencies: 0 },
    { points: null, because: NOT_KNOWN },
    system,
    { computed: {} },
  ),
  four(
    'Người dân đã trả lời thì chọn lấy hệ thống cũng không đổi gì',
    { otherAgencies: 0, contacts: 0 },
    { points: 20, because: NOBODY },
    system,
    once,
  ),
  four(
    'Chỉ 1 cơ quan khác, không phải liên hệ lại nơi nộp: không điểm',
    { otherAgencies: 1, contacts: 0 },
    { points: 0, because: OTHER, reading: oneOther },
  ),
  four(
    'Chỉ 1 cơ quan khác, không phải liên hệ lại nơi nộp: chọn 1 điểm',
    { otherAgencies: 1, contacts: 0 },
    { points: 10, because: ONE_OTHER, reading: oneOther },
    onePoint,
  ),
  four(
    '1 cơ quan khác và liên hệ lại nơi nộp là 2 cơ quan: chữ của thông tư',
    { otherAgencies: 1, contacts: 1 },
    { points: 0, because: OTHER },
  ),
  four(
    '1 cơ quan khác và liên hệ lại nơi nộp: chọn 1 điểm cũng không điểm',
    { otherAgencies: 1, contacts: 1 },
    { points: 0, because: OTHER },
    onePoint,
  ),
  four('2 cơ quan khác: chọn 1 điểm cũng không điểm', { otherAgencies: 2 }, { points: 0, because: OTHER }, onePoint),
  four(
    '1 cơ quan khác, phiếu bỏ trống câu 3: đằng nào cũng không điểm',
    { otherAgencies: 1 },
    { points: 0, because: OTHER, reading: oneOther },
    {},
    none,
  ),
  four(
    '1 cơ quan khác, phiếu bỏ trống câu 3, chọn 1 điểm: chưa biết',
    { otherAgencies: 1 },
    { points: null, because: ONE_NOT_KNOWN, reading: oneOther },
    onePoint,
  ),
  four(
    '1 cơ quan khác, phiếu bỏ trống câu 3, chọn 1 điểm, không lấy hệ thống',
    { otherAgencies: 1 },
    { points: null, because: ONE_NOT_KNOWN, reading: [oneOther, contacts] },
    onePoint,
    none,
  ),
  four(
    '1 cơ quan khác, chọn 1 điểm và lấy hệ thống: không ghi bổ sung',
    { otherAgencies: 1 },
    { points: 10, because: ONE_OTHER, reading: [oneOther, contacts] },
    { ...onePoint, ...system },
    none,
  ),
  four(
    '1 cơ quan khác, chọn 1 điểm và lấy hệ thống: ghi 1 lần bổ sung',
    { otherAgencies: 1 },
    { points: 0, because: OTHER, reading: contacts },
    { ...onePoint, ...system },
    once,
  ),
  four(
    '1 nơi khác là ngân hàng, tính như mọi cơ quan, chọn 1 điểm',
    { otherAgencies: 1, contacts: 0, onlyServices: true },
    {
      points: 10,
      because: `Ngân hàng, kho bạc, bưu điện, nơi chứng thực cũng tính là cơ quan phải liên hệ. ${ONE_OTHER}`,
      reading: ['index4.exclude', oneOther],
    },
    { ...onePoint, 'index4.exclude': 'none' },
  ),
]);
