import type { Choices } from './choices.ts';
import type { DossierFacts, LegacyPoints } from './facts.ts';
import type { Evidence, IndicatorId, Series } from './finding.ts';
import { leftOut, type Readings, reached, type Scored } from './scored.ts';

/** What stands beside the facts of one dossier: points printed on a legacy form, and the system's facts on the same dossier. */
export interface Beside {
  readonly legacy?: LegacyPoints;
  readonly computed?: DossierFacts;
  /** The dates the timing was read from (`timingEvidence`), shown with indicators 1 and 7. */
  readonly timing?: readonly Evidence[];
  /** The steps of all agencies (`stepEvidence`), shown with indicator 2. */
  readonly steps?: readonly Evidence[];
}

export interface DossierContext {
  readonly facts: DossierFacts;
  readonly series: Series;
  readonly choices: Choices;
  readonly beside: Beside;
}

const NO_RESULT = {
  withdrawn: 'Người nộp đã rút hồ sơ nên không có kết quả để so với hạn.',
  refused: 'Hồ sơ bị từ chối nên không có kết quả để so với hạn.',
  stopped: 'Hồ sơ dừng giải quyết nên không có kết quả để so với hạn.',
} as const;

function index1({ facts, choices }: DossierContext): Scored {
  const { punctuality, punctualityBy: by, noResult } = facts;
  switch (punctuality) {
    case 'early':
      return reached('best', 'Kết quả có trước hạn: ngắn hơn thời gian quy định.', by);
    case 'onTime':
      return reached('middle', 'Kết quả có đúng hạn: bằng thời gian quy định.', by);
    case 'overdue':
      return reached('worst', 'Kết quả có sau hạn hoặc đã quá hạn: dài hơn thời gian quy định.', by);
    case 'onSpot': {
      const choice = choices['index1.onSpot'];
      if (choice === 'missing')
        return leftOut('Kết quả có ngay khi nộp, không có ngày hẹn để so sánh.', ['index1.onSpot']);
      const step = choice === 'early' ? 'best' : 'middle';
      return reached(step, 'Kết quả có ngay khi nộp, không có giấy hẹn.', ['index1.onSpot']);
    }
    default:
      if (noResult) return leftOut(NO_RESULT[noResult], by);
      return by
        ? leftOut('Hồ sơ đã quá hạn mà chưa giải quyết xong: chờ đến kỳ giải quyết xong.', by)
        : leftOut('Không có thông tin kết quả có trước, đúng hay sau hạn.');
  }
}

const OWN = {
  early: ['best', 'Đơn vị làm xong bước của mình trước hạn của bước.'],
  onTime: ['middle', 'Đơn vị làm xong bước của mình đúng hạn của bước.'],
  overdue: ['worst', 'Đơn vị làm bước của mình quá hạn của bước.'],
} as const;
const SLOWEST = {
  early: ['best', 'Bước chậm nhất trong các cơ quan xong trước hạn của bước.'],
  onTime: ['middle', 'Bước chậm nhất trong các cơ quan xong đúng hạn của bước.'],
  overdue: ['worst', 'Bước chậm nhất trong các cơ quan quá hạn của bước.'],
} as const;

function index2({ facts, series, choices }: DossierContext): Scored {
  if (series === 'citizen')
    return leftOut('Người dân không biết thời gian của từng cơ quan; chỉ số 2 lấy từ hệ thống.');
  const { stepPunctuality, stepPunctualityBy: by = [] } = facts;
  if (stepPunctuality === undefined)
    return leftOut('Không có thời gian thực hiện của từng đơn vị; không lấy tổng thời gian thay vào.');
  const slowest = choices['index2.agencies'] === 'slowest';
  const [step, because] = (slowest ? SLOWEST : OWN)[stepPunctuality];
  return reached(step, because, slowest ? ['index2.agencies', ...by] : by);
}

function index3({ facts, choices }: DossierContext): Scored {
  const { contacts } = facts;
  if (contacts === undefined) return leftOut('Không có thông tin số lần phải liên hệ để hoàn thiện hồ sơ.');
  const fault = facts.contactsByApplicant === true && contacts > 0;
  if (fault && choices['index3.fault'] === 'drop')
    return reached('best', 'Các lần liên hệ đều do lỗi của người nộp nên không đếm.', ['index3.fault']);
  if (contacts === 0) return reached('best', 'Không phải liên hệ lại lần nào sau khi nộp.');
  if (contacts === 1) return reached('middle', 'Phải liên hệ lại đúng 1 lần sau khi nộp.');
  if (fault) return reached('middle', 'Phải liên hệ lại trên 1 lần, do lỗi của người nộp.', ['index3.fault']);
  return reached('worst', 'Phải liên hệ lại trên 1 lần sau khi nộp.');
}

const OTHERS = ['không cơ quan nào', '1 cơ quan', 'từ 2 cơ quan trở lên'] as const;
const SERVICES = 'Ngân hàng, kho bạc, bưu điện, nơi chứng thực';
const ELSEWHERE = 'Phải liên hệ cơ quan khác ngoài nơi nộp hồ sơ.';

/** How often the place of filing was contacted again; `by` is not empty where the system knows what the citizen left open. */
function contactsKnown({ facts, beside, choices }: DossierContext): {
  readonly contacts: DossierFacts['contacts'];
  readonly by: Readings;
} {
  const recorded = beside.computed?.contacts;
  if (facts.contacts !== undefined || recorded === undefined) return { contacts: facts.contacts, by: [] };
  return { contacts: choices['index4.contacts'] === 'system' ? recorded : undefined, by: ['index4.contacts'] };
}

/** The place of filing alone: how often it was contacted again decides. */
function onlyPlaceOfFiling(context: DossierContext): Scored {
  const { contacts, by } = contactsKnown(context);
  const recorded = by.length > 0;
  if (contacts === undefined)
    return recorded
      ? leftOut('Phiếu bỏ trống việc liên hệ lại nơi nộp hồ sơ; không lấy số của hệ thống thay vào.', by)
      : leftOut('Không có thông tin có phải liên hệ lại nơi nộp hồ sơ hay không.');
  const source = recorded ? ' Số lần liên hệ lại lấy từ hệ thống vì phiếu bỏ trống.' : '';
  return contacts === 0
    ? reached('best', `Không phải liên hệ cơ quan nào để hoàn thiện hồ sơ.${source}`, by)
    : reached('middle', `Chỉ phải liên hệ lại Bộ phận Một cửa.${source}`, by);
}

/** Exactly one agency, not the one-stop shop: neither «none», nor «one and it is the one-stop shop», nor «more than one». */
function oneOther(context: DossierContext): Scored {
  const { contacts, by } = contactsKnown(context);
  if (contacts !== undefined && contacts > 0) return reached('worst', ELSEWHERE, by);
  if (context.choices['index4.oneOther'] === 'zero') return reached('worst', ELSEWHERE, ['index4.oneOther']);
  if (contacts === undefined)
    return leftOut('Phải liên hệ 1 cơ quan khác, không rõ có phải liên hệ lại nơi nộp hồ sơ hay không.', [
      'index4.oneOther',
      ...by,
    ]);
  return reached('middle', 'Chỉ phải liên hệ 1 cơ quan, không phải nơi nộp hồ sơ.', ['index4.oneOther', ...by]);
}

function agencies(others: 0 | 1 | 2, context: DossierContext): Scored {
  if (context.choices['index4.reading'] === 'shift') {
    const step = (['best', 'middle', 'worst'] as const)[others];
    return reached(step, `Ngoài nơi nộp hồ sơ: ${OTHERS[others]}.`, ['index4.reading']);
  }
  if (others === 0) return onlyPlaceOfFiling(context);
  if (others === 2) return reached('worst', ELSEWHERE);
  return context.facts.siteVisit
    ? reached('middle', 'Ngoài nơi nộp chỉ phải dự kiểm tra thực tế hoặc họp thẩm định theo giấy mời.')
    : oneOther(context);
}

function index4(context: DossierContext): Scored {
  const { facts, choices } = context;
  const { otherAgencies } = facts;
  if (otherAgencies === undefined) return leftOut('Không có thông tin số cơ quan phải liên hệ.');
  if (otherAgencies === 0 || !facts.onlyServices) return agencies(otherAgencies, context);
  const excluded = choices['index4.exclude'] === 'services';
  const { step, because, choices: by = [] } = agencies(excluded ? 0 : otherAgencies, context);
  const counted = `${SERVICES} ${excluded ? 'không tính là' : 'cũng tính là'} cơ quan phải liên hệ.`;
  return reached(step, `${counted} ${because}`, ['index4.exclude', ...by]);
}

function index6({ facts }: DossierContext): Scored {
  switch (facts.disclosure) {
    case 'both':
      return reached('best', 'Công khai đúng và đủ cả tại nơi nộp và trên mạng.');
    case 'one':
      return reached('middle', 'Công khai đúng và đủ bằng một hình thức.');
    case 'faulty':
      return reached('worst', 'Công khai thiếu, sai hoặc đã cũ.');
    default:
      return leftOut('Không có thông tin về việc công khai thủ tục.');
  }
}

/** Points of the circular join attitude with time and with petitions found true; a petition is certain whatever else is known. */
function index7(context: DossierContext): Scored {
  const { facts, series, choices, beside } = context;
  const petition = (series === 'citizen' ? beside.computed : facts)?.verifiedPetition;
  if (petition) return reached('worst', 'Có phản ánh, kiến nghị đã xác minh về hành vi, thái độ.');
  // Found true it would be 0, found untrue it would not count: until then only what the citizen says of it himself is certain.
  if (petition === null && facts.attitude !== 'harassing')
    return leftOut('Có phản ánh, kiến nghị về hành vi, thái độ chưa có kết luận.');
  if (series === 'citizen') {
    if (facts.attitude === undefined) return leftOut('Không có câu trả lời về thái độ.');
    if (facts.attitude === 'harassing') return reached('worst', 'Người dân cho biết bị gây phiền hà hoặc đòi hỏi.');
    if (choices['index7.scale'] === 'attitude') {
      const step = { polite: 'best', neutral: 'middle', impolite: 'worst' } as const;
      return reached(step[facts.attitude], 'Tính theo thái độ người dân trả lời.', ['index7.scale']);
    }
  }

  // Indicator 1's own source says which time is joined.
  const joined = series === 'citizen' && choices['index1.source'] === 'system' ? (beside.computed ?? {}) : facts;
  const { step, choices: by = [] } = index1({ ...context, facts: joined });
  if (step === null) return leftOut('Không biết kết quả sớm hay đúng hạn nên chưa tính được chỉ số 7.', by);
  // Late dossiers alone are certain (0) without petitions on record; an index of them alone would be 0 for every unit.
  if (series !== 'citizen' && petition === undefined)
    return leftOut('Chưa có số liệu phản ánh, kiến nghị theo từng hồ sơ.');
  if (step === 'worst')
    return choices['index7.lateNoPetition'] === 'leaveOut'
      ? leftOut('Trễ hạn, không có phản ánh, kiến nghị.', ['index7.lateNoPetition', ...by])
      : reached(step, 'Trễ hạn nên không đạt mức nào của chỉ số 7.', ['index7.lateNoPetition', ...by]);
  const time = step === 'best' ? 'Sớm hạn' : 'Đúng hạn';
  return reached(step, `${time} và không có phản ánh về nhũng nhiễu, phiền hà.`, by);
}

const RULES: Partial<Record<IndicatorId, (context: DossierContext) => Scored>> = {
  1: index1,
  2: index2,
  3: index3,
  4: index4,
  6: index6,
  7: index7,
};

/**
 * A legacy form prints points on its options; they are taken as printed, except question 2 (choice `index2.citizen`) and attitude where
 * a petition was found true or waits for its verdict.
 */
function legacyScore(indicator: IndicatorId, { series, beside, choices }: DossierContext): Scored | null {
  const points = beside.legacy?.[indicator];
  if (series !== 'citizen' || points === undefined) return null;
  const petition = beside.computed?.verifiedPetition;
  if (indicator === 7 && (petition === true || petition === null)) return null;
  if (indicator === 2 && choices['index2.citizen'] === 'leaveOut')
    return leftOut('Câu 2 của phiếu cũ được lưu và báo cáo, không tính vào tổng điểm.', ['index2.citizen']);
  return reached(points, 'Điểm in trên phương án của phiếu cũ.');
}

/** Steps of TT 01/2018/TT-VPCP Điều 13 for one dossier on indicator 1, 2, 3, 4, 6 or 7. */
export function scoreIndicator(indicator: IndicatorId, context: DossierContext): Scored {
  return legacyScore(indicator, context) ?? RULES[indicator]?.(context) ?? leftOut('Chỉ số này không tính theo hồ sơ.');
}
