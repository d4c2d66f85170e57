import type { Choices } from '#rules/choices.ts';
import type { DossierFacts } from '#rules/facts.ts';
import type { Series } from '#rules/finding.ts';
import { group } from './case.ts';
import { type DossierExpect, type DossierGiven, dossierCase, runDossier } from './scored-dossier.ts';

const NONE = 'Không phải liên hệ lại lần nào sau khi nộp.';
const ONCE = 'Phải liên hệ lại đúng 1 lần sau khi nộp.';
const MORE = 'Phải liên hệ lại trên 1 lần sau khi nộp.';
const DROPPED = 'Các lần liên hệ đều do lỗi của người nộp nên không đếm.';
const LIFTED = 'Phải liên hệ lại trên 1 lần, do lỗi của người nộp.';
const fault = 'index3.fault' as const;
const lift = { choices: { [fault]: 'lift' } } as const;

const NOBODY = 'Không phải liên hệ cơ quan nào để hoàn thiện hồ sơ.';
const ONE_STOP = 'Chỉ phải liên hệ lại Bộ phận Một cửa.';
const OTHER = 'Phải liên hệ cơ quan khác ngoài nơi nộp hồ sơ.';
const VISIT = 'Ngoài nơi nộp chỉ phải dự kiểm tra thực tế hoặc họp thẩm định theo giấy mời.';
const NOT_COUNTED = 'Ngân hàng, kho bạc, bưu điện, nơi chứng thực không tính là cơ quan phải liên hệ.';
const COUNTED = 'Ngân hàng, kho bạc, bưu điện, nơi chứng thực cũng tính là cơ quan phải liên hệ.';
const exclude = 'index4.exclude' as const;
const oneOther = 'index4.oneOther' as const;
const reading = 'index4.reading' as const;
const shift = { choices: { [reading]: 'shift' } } as const;
const countAll = { choices: { [exclude]: 'none' } } as const;

const of =
  (indicator: 3 | 4) =>
  (
    name: string,
    facts: DossierFacts,
    expect: DossierExpect,
    more: Partial<DossierGiven> & { series?: Series; choices?: Partial<Choices> } = {},
  ) =>
    dossierCase(name, { indicator, series: 'citizen', facts, ...more }, expect);
const [three, four] = [of(3), of(4)];

/** Chỉ số 3: 0 lần 2, đúng 1 lần 1, trên 1 lần 0 trừ lỗi người nộp. Chỉ số 4: không cơ quan nào 2, chỉ Bộ phận Một cửa 1, hơn thì 0. */
export const CONTACTS = group('Chỉ số 3 và 4: liên hệ mấy lần, mấy nơi', runDossier, [
  three('Không phải liên hệ lại', { contacts: 0 }, { points: 20, because: NONE }),
  three('Liên hệ lại đúng 1 lần', { contacts: 1 }, { points: 10, because: ONCE }),
  three('Liên hệ lại 2 lần', { contacts: 2 }, { points: 0, because: MORE }),
  three(
    'Không trả lời câu liên hệ mấy lần',
    {},
    {
      points: null,
      because: 'Không có thông tin số lần phải liên hệ để hoàn thiện hồ sơ.',
    },
  ),
  three(
    '1 lần do lỗi người nộp',
    { contacts: 1, contactsByApplicant: true },
    { points: 20, because: DROPPED, reading: fault },
  ),
  three(
    '2 lần do lỗi người nộp',
    { contacts: 2, contactsByApplicant: true },
    { points: 20, because: DROPPED, reading: fault },
  ),
  three(
    'Không liên hệ lần nào thì không có lỗi của ai',
    { contacts: 0, contactsByApplicant: true },
    { points: 20, because: NONE },
  ),
  three(
    '1 lần do lỗi người nộp, cách nâng bậc không đổi mức 1 điểm',
    { contacts: 1, contactsByApplicant: true },
    { points: 10, because: ONCE },
    lift,
  ),
  three(
    '2 lần do lỗi người nộp, cách nâng bậc',
    { contacts: 2, contactsByApplicant: true },
    { points: 10, because: LIFTED, reading: fault },
    lift,
  ),
  three(
    '2 lần không do người nộp, cách nâng bậc không đổi gì',
    { contacts: 2, contactsByApplicant: false },
    { points: 0, because: MORE },
    lift,
  ),
  three('Hệ thống ghi 0 lần yêu cầu bổ sung', { contacts: 0 }, { points: 20, because: NONE }, { series: 'computed' }),
  three('Hệ thống ghi 1 lần yêu cầu bổ sung', { contacts: 1 }, { points: 10, because: ONCE }, { series: 'computed' }),
  three('Hệ thống ghi 2 lần yêu cầu bổ sung', { contacts: 2 }, { points: 0, because: MORE }, { series: 'computed' }),

  four('Chỉ đến nơi nộp, không phải bổ sung', { otherAgencies: 0, contacts: 0 }, { points: 20, because: NOBODY }),
  four('Chỉ phải liên hệ lại nơi nộp 1 lần', { otherAgencies: 0, contacts: 1 }, { points: 10, because: ONE_STOP }),
  four('Chỉ phải liên hệ lại nơi nộp nhiều lần', { otherAgencies: 0, contacts: 2 }, { points: 10, because: ONE_STOP }),
  four(
    'Lỗi của người nộp không làm mất lần đã liên hệ nơi nộp',
    { otherAgencies: 0, contacts: 1, contactsByApplicant: true },
    { points: 10, because: ONE_STOP },
  ),
  four(
    'Bỏ trống câu liên hệ mấy lần',
    { otherAgencies: 0 },
    {
      points: null,
      because: 'Không có thông tin có phải liên hệ lại nơi nộp hồ sơ hay không.',
    },
  ),
  four(
    'Người dân trả lời rồi thì không lấy số của hệ thống',
    { otherAgencies: 0, contacts: 1 },
    { points: 10, because: ONE_STOP },
    { computed: { contacts: 0 } },
  ),
  four('Phải đến 1 cơ quan khác', { otherAgencies: 1, contacts: 0 }, { points: 0, because: OTHER, reading: oneOther }),
  four('Phải đến 2 cơ quan khác', { otherAgencies: 2, contacts: 0 }, { points: 0, because: OTHER }),
  four(
    '1 cơ quan khác chỉ để dự kiểm tra thực tế',
    { otherAgencies: 1, siteVisit: true },
    { points: 10, because: VISIT },
  ),
  four('2 cơ quan khác, một là kiểm tra thực tế', { otherAgencies: 2, siteVisit: true }, { points: 0, because: OTHER }),
  four(
    'Không trả lời câu mấy cơ quan',
    { contacts: 0 },
    { points: null, because: 'Không có thông tin số cơ quan phải liên hệ.' },
  ),
  four(
    'Hệ thống biết số lần, không biết cơ quan khác',
    { contacts: 0 },
    { points: null, because: 'Không có thông tin số cơ quan phải liên hệ.' },
    { series: 'computed' },
  ),
  four(
    'Dịch một bậc: chỉ nơi nộp',
    { otherAgencies: 0, contacts: 2 },
    { points: 20, because: 'Ngoài nơi nộp hồ sơ: không cơ quan nào.', reading },
    shift,
  ),
  four(
    'Dịch một bậc: thêm 1 cơ quan',
    { otherAgencies: 1 },
    { points: 10, because: 'Ngoài nơi nộp hồ sơ: 1 cơ quan.', reading },
    shift,
  ),
  four(
    'Dịch một bậc: thêm 2 cơ quan',
    { otherAgencies: 2 },
    { points: 0, because: 'Ngoài nơi nộp hồ sơ: từ 2 cơ quan trở lên.', reading },
    shift,
  ),
  four(
    'Chỉ thêm ngân hàng, không phải liên hệ lại nơi nộp',
    { otherAgencies: 1, contacts: 0, onlyServices: true },
    { points: 20, because: `${NOT_COUNTED} ${NOBODY}`, reading: exclude },
  ),
  four(
    'Thêm ngân hàng và bưu điện, liên hệ lại nơi nộp 1 lần',
    { otherAgencies: 2, contacts: 1, onlyServices: true },
    { points: 10, because: `${NOT_COUNTED} ${ONE_STOP}`, reading: exclude },
  ),
  four(
    'Chỉ thêm ngân hàng, địa phương tính như mọi cơ quan',
    { otherAgencies: 1, contacts: 0, onlyServices: true },
    { points: 0, because: `${COUNTED} ${OTHER}`, reading: [exclude, oneOther] },
    countAll,
  ),
  four(
    'Không ngân hàng nào thì cách tính ngân hàng không đổi gì',
    { otherAgencies: 0, contacts: 0, onlyServices: true },
    { points: 20, because: NOBODY },
    countAll,
  ),
  four(
    'Có cơ quan khác ngoài ngân hàng',
    { otherAgencies: 1, contacts: 0, onlyServices: false },
    { points: 0, because: OTHER, reading: oneOther },
  ),
  four(
    'Dịch một bậc và không tính ngân hàng',
    { otherAgencies: 1, onlyServices: true },
    { points: 20, because: `${NOT_COUNTED} Ngoài nơi nộp hồ sơ: không cơ quan nào.`, reading: [exclude, reading] },
    shift,
  ),
]);
