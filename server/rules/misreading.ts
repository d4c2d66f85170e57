import type { DossierFacts } from './facts.ts';
import { INDICATOR_IDS, type IndicatorId } from './finding.ts';
import { formatCount } from './format.ts';
import type { Citation } from './law.ts';
import { answersToFacts } from './surveys/answers-to-facts.ts';
import { type Survey, UNKNOWN } from './surveys/survey.ts';

/** What one response says against the record of its dossier. It is only ever counted: no answer is scored again. */
export interface Misreading {
  /** Indicators whose question is known to be misread, was answered, and can be held against the record. */
  readonly compared: readonly IndicatorId[];
  /** Of those: the answer people give by mistake, while the record shows no contact after filing. */
  readonly suspectedMisreading: readonly IndicatorId[];
  /** Contacts after filing stated, none on record: perhaps asked by word of mouth. `null` = not stated, or no record to hold it against. */
  readonly unrecordedSupplement: boolean | null;
}

/**
 * Holds one response against its dossier. A form whose options carry points is looked at for the misreading its survey declares; a form
 * whose options state facts asks plainly, so there a difference is a supplement nobody recorded.
 * @param record facts of the system; without `contacts` in it nothing can be said.
 */
export function misreading(
  survey: Survey,
  answers: Readonly<Record<string, string>>,
  record: Pick<DossierFacts, 'contacts'>,
): Misreading {
  if (record.contacts === undefined) return { compared: [], suspectedMisreading: [], unrecordedSupplement: null };
  const noneRecorded = record.contacts === 0;
  const known = (survey.misread?.answers ?? []).filter(({ question }) => (answers[question] ?? UNKNOWN) !== UNKNOWN);
  const stated = answersToFacts(survey, answers).facts.contacts;
  return {
    compared: known.map(({ indicator }) => indicator),
    suspectedMisreading: known
      .filter(({ question, option }) => noneRecorded && answers[question] === option)
      .map(({ indicator }) => indicator),
    unrecordedSupplement: stated === undefined ? null : noneRecorded && stated > 0,
  };
}

/** `k` of the `n` responses that could be held against a record. */
interface Part {
  readonly k: number;
  readonly n: number;
}

/** Counts of many responses; `n: 0` = nothing could be compared, which is not the same as no misreading. */
export interface MisreadingCount {
  readonly suspectedMisreading: Readonly<Partial<Record<IndicatorId, Part>>>;
  readonly unrecordedSupplement: Part;
}

export const NO_MISREADING: MisreadingCount = { suspectedMisreading: {}, unrecordedSupplement: { k: 0, n: 0 } };

const more = ({ k, n }: Part, counts: boolean): Part => ({ k: k + (counts ? 1 : 0), n: n + 1 });

/** `count` with one more response. */
export function countMisreading(count: MisreadingCount, one: Misreading): MisreadingCount {
  const suspectedMisreading = { ...count.suspectedMisreading };
  for (const id of one.compared)
    suspectedMisreading[id] = more(suspectedMisreading[id] ?? { k: 0, n: 0 }, one.suspectedMisreading.includes(id));
  return {
    suspectedMisreading,
    unrecordedSupplement:
      one.unrecordedSupplement === null
        ? count.unrecordedSupplement
        : more(count.unrecordedSupplement, one.unrecordedSupplement),
  };
}

/** One count in words, with where it comes from. */
export interface MisreadingNote extends Part {
  /** `null` = contacts nobody recorded, of whatever indicator. */
  readonly indicator: IndicatorId | null;
  readonly cite: Citation;
  readonly because: string;
}

const UNRECORDED: Citation = {
  act: 'TT 01/2018/TT-VPCP',
  article: '9',
  certainty: 'reading',
  note: 'Yêu cầu bổ sung phải có Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu số 02).',
};

/** The counts as sentences; a part with nothing to compare gives none. @param cite who found the misreading out: the survey's own. */
export function misreadingNotes(count: MisreadingCount, cite: Citation): readonly MisreadingNote[] {
  const of = ({ k, n }: Part) => `${formatCount(k)}/${formatCount(n)} phiếu`;
  const suspected = INDICATOR_IDS.flatMap((indicator) => {
    const part = count.suspectedMisreading[indicator];
    if (!part) return [];
    const because = `Chỉ số ${indicator}: ${of(part)} cũ chọn ô hay bị hiểu sai trong khi hồ sơ không ghi nhận lần liên hệ nào; đếm riêng, điểm giữ nguyên.`;
    return [{ indicator, ...part, cite, because }];
  });
  const part = count.unrecordedSupplement;
  if (part.n === 0) return suspected;
  const because = `${of(part)} nói phải bổ sung trong khi hồ sơ không ghi nhận lần bổ sung nào; có thể cơ quan chỉ yêu cầu bằng lời.`;
  return [...suspected, { indicator: null, ...part, cite: UNRECORDED, because }];
}
