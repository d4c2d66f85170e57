import type { Choices } from './choices.ts';
import type { DossierFacts, LegacyPoints } from './facts.ts';
import type { Evidence, IndicatorId, Series } from './finding.ts';
import { leftOut, type Scored } from './scored.ts';

/** What stands beside the facts of one dossier: points printed on a legacy form, and the system's facts on the same dossier. */
export interface Beside {
  readonly legacy?: LegacyPoints;
  readonly computed?: DossierFacts;
  /** The dates the timing was read from (`punctuality().evidence`), shown with indicators 1 and 7. */
  readonly timing?: readonly Evidence[];
}

export interface DossierContext {
  readonly facts: DossierFacts;
  readonly series: Series;
  readonly choices: Choices;
  readonly beside: Beside;
}

function index1({ facts, choices }: DossierContext): Scored {
  switch (facts.punctuality) {
    case 'early':
      return { step: 'best', because: 'Kết quả có trước hạn: ngắn hơn thời gian quy định.' };
    case 'onTime':
      return { step: 'middle', because: 'Kết quả có đúng hạn: bằng thời gian quy định.' };
    case 'overdue':
      return { step: 'worst', because: 'Kết quả có sau hạn hoặc đã quá hạn: dài hơn thời gian quy định.' };
    case 'onSpot': {
      const choice = choices['index1.onSpot'];
      if (choice === 'missing')
        return leftOut('Kết quả có ngay khi nộp, không có ngày hẹn để so sánh.', 'index1.onSpot');
      const step = choice === 'early' ? 'best' : 'middle';
      return { step, because: 'Kết quả có ngay khi nộp, không có giấy hẹn.', choice: 'index1.onSpot' };
    }
    default:
      return leftOut('Không có thông tin kết quả có trước, đúng hay sau hạn.');
  }
}

const SLOWEST = {
  early: { step: 'best', because: 'Bước chậm nhất trong các cơ quan xong trước hạn của bước.' },
  onTime: { step: 'middle', because: 'Bước chậm nhất trong các cơ quan xong đúng hạn của bước.' },
  overdue: { step: 'worst', because: 'Bước chậm nhất trong các cơ quan quá hạn của bước.' },
} as const;

function index2({ facts, series, choices }: DossierContext): Scored {
  if (series === 'citizen')
    return leftOut('Người dân không biết thời gian của từng cơ quan; chỉ số 2 lấy từ hệ thống.');
  if (choices['index2.agencies'] === 'slowest' && facts.stepPunctuality)
    return { ...SLOWEST[facts.stepPunctuality], choice: 'index2.agencies' };
  switch (facts.stepPunctuality) {
    case 'early':
      return { step: 'best', because: 'Đơn vị làm xong bước của mình trước hạn của bước.' };
    case 'onTime':
      return { step: 'middle', because: 'Đơn vị làm xong bước của mình đúng hạn của bước.' };
    case 'overdue':
      return { step: 'worst', because: 'Đơn vị làm bước của mình quá hạn của bước.' };
    default:
      return leftOut('Không có thời gian thực hiện của từng đơn vị; không lấy tổng thời gian thay vào.');
  }
}

function index3({ facts, choices }: DossierContext): Scored {
  const { contacts } = facts;
  if (contacts === undefined) return leftOut('Không có thông tin số lần phải liên hệ để hoàn thiện hồ sơ.');
  const fault = facts.contactsByApplicant === true && contacts > 0;
  if (fault && choices['index3.fault'] === 'drop')
    return { step: 'best', because: 'Các lần liên hệ đều do lỗi của người nộp nên không đếm.', choice: 'index3.fault' };
  if (contacts === 0) return { step: 'best', because: 'Không phải liên hệ lại lần nào sau khi nộp.' };
  if (contacts === 1) return { step: 'middle', because: 'Phải liên hệ lại đúng 1 lần sau khi nộp.' };
  if (fault)
    return { step: 'middle', because: 'Phải liên hệ lại trên 1 lần, do lỗi của người nộp.', choice: 'index3.fault' };
  return { step: 'worst', because: 'Phải liên hệ lại trên 1 lần sau khi nộp.' };
}

const OTHERS = ['không cơ quan nào', '1 cơ quan', 'từ 2 cơ quan trở lên'] as const;
const SERVICES = 'Ngân hàng, kho bạc, bưu điện, nơi chứng thực';

/** The place of filing alone: how often it was contacted again decides. */
function onlyPlaceOfFiling({ facts, beside }: DossierContext): Scored {
  const contacts = facts.contacts ?? beside.computed?.contacts;
  if (contacts === undefined) return leftOut('Không có thông tin có phải liên hệ lại nơi nộp hồ sơ hay không.');
  return contacts === 0
    ? { step: 'best', because: 'Không phải liên hệ cơ quan nào để hoàn thiện hồ sơ.' }
    : { step: 'middle', because: 'Chỉ phải liên hệ lại Bộ phận Một cửa.' };
}

function agencies(others: 0 | 1 | 2, context: DossierContext): Scored {
  if (context.choices['index4.reading'] === 'shift') {
    const step = (['best', 'middle', 'worst'] as const)[others];
    return { step, because: `Ngoài nơi nộp hồ sơ: ${OTHERS[others]}.`, choice: 'index4.reading' };
  }
  if (others === 1 && context.facts.siteVisit)
    return { step: 'middle', because: 'Ngoài nơi nộp chỉ phải dự kiểm tra thực tế hoặc họp thẩm định theo giấy mời.' };
  if (others > 0) return { step: 'worst', because: 'Phải liên hệ cơ quan khác ngoài nơi nộp hồ sơ.' };
  return onlyPlaceOfFiling(context);
}

function index4(context: DossierContext): Scored {
  const { facts, choices } = context;
  const { otherAgencies } = facts;
  if (otherAgencies === undefined) return leftOut('Không có thông tin số cơ quan phải liên hệ.');
  if (otherAgencies === 0 || !facts.onlyServices) return agencies(otherAgencies, context);
  const excluded = choices['index4.exclude'] === 'services';
  const scored = agencies(excluded ? 0 : otherAgencies, context);
  const because = `${SERVICES} ${excluded ? 'không tính là' : 'cũng tính là'} cơ quan phải liên hệ. ${scored.because}`;
  return { ...scored, because, choice: 'index4.exclude' };
}

function index6({ facts }: DossierContext): Scored {
  switch (facts.disclosure) {
    case 'both':
      return { step: 'best', because: 'Công khai đúng và đủ cả tại nơi nộp và trên mạng.' };
    case 'one':
      return { step: 'middle', because: 'Công khai đúng và đủ bằng một hình thức.' };
    case 'faulty':
      return { step: 'worst', because: 'Công khai thiếu, sai hoặc đã cũ.' };
    default:
      return leftOut('Không có thông tin về việc công khai thủ tục.');
  }
}

function index7(context: DossierContext): Scored {
  const { facts, series, choices, beside } = context;
  if (series === 'citizen') {
    if (facts.attitude === undefined) return leftOut('Không có câu trả lời về thái độ.');
    if (facts.attitude === 'harassing')
      return { step: 'worst', because: 'Người dân cho biết bị gây phiền hà hoặc đòi hỏi.' };
    if (choices['index7.scale'] === 'attitude') {
      const step = { polite: 'best', neutral: 'middle', impolite: 'worst' } as const;
      return { step: step[facts.attitude], because: 'Tính theo thái độ người dân trả lời.', choice: 'index7.scale' };
    }
  } else if (facts.verifiedPetition)
    return { step: 'worst', because: 'Có phản ánh, kiến nghị đã xác minh về hành vi, thái độ.' };

  // Points of the circular join attitude with time: indicator 1's own source says which time.
  const joined = series === 'citizen' && choices['index1.source'] === 'system' ? (beside.computed ?? {}) : facts;
  const { step } = index1({ ...context, facts: joined });
  if (step === null) return leftOut('Không biết kết quả sớm hay đúng hạn nên chưa tính được chỉ số 7.');
  // Late dossiers alone are certain (0) without petitions on record; an index of them alone would be 0 for every unit.
  if (series !== 'citizen' && facts.verifiedPetition === undefined)
    return leftOut('Chưa có số liệu phản ánh, kiến nghị theo từng hồ sơ.');
  if (step === 'worst')
    return choices['index7.lateNoPetition'] === 'leaveOut'
      ? leftOut('Trễ hạn, không có phản ánh, kiến nghị.', 'index7.lateNoPetition')
      : { step, because: 'Trễ hạn nên không đạt mức nào của chỉ số 7.', choice: 'index7.lateNoPetition' };
  const time = step === 'best' ? 'Sớm hạn' : 'Đúng hạn';
  return { step, because: `${time} và không có phản ánh về nhũng nhiễu, phiền hà.` };
}

const RULES: Partial<Record<IndicatorId, (context: DossierContext) => Scored>> = {
  1: index1,
  2: index2,
  3: index3,
  4: index4,
  6: index6,
  7: index7,
};

/** A legacy form prints points on its options; they are taken as printed, except question 2 (choice `index2.citizen`). */
function legacyScore(indicator: IndicatorId, { series, beside, choices }: DossierContext): Scored | null {
  const points = beside.legacy?.[indicator];
  if (series !== 'citizen' || points === undefined) return null;
  if (indicator === 2 && choices['index2.citizen'] === 'leaveOut')
    return leftOut('Câu 2 của phiếu cũ được lưu và báo cáo, không tính vào tổng điểm.', 'index2.citizen');
  return { step: points, because: 'Điểm in trên phương án của phiếu cũ.' };
}

/** Steps of TT 01/2018/TT-VPCP Điều 13 for one dossier on indicator 1, 2, 3, 4, 6 or 7. */
export function scoreIndicator(indicator: IndicatorId, context: DossierContext): Scored {
  return legacyScore(indicator, context) ?? RULES[indicator]?.(context) ?? leftOut('Chỉ số này không tính theo hồ sơ.');
}
