import { formatCount } from '../format.ts';
import type { Permille } from '../interval.ts';
import { wilson } from '../interval.ts';
import { type Citation, type IsoDate, inForce } from '../law.ts';
import { roundHalfUp } from '../points.ts';
import { type ContentLetter, FAVOURABLE, ND118_EV } from '../rulesets/nd118-ev.ts';
import { type Question, type Survey, UNKNOWN } from '../surveys/survey.ts';
import { type ContentTallies, checkTallies, TEXT } from './content-tallies.ts';

/** `count` of `n`, in tenths of a percent, with its Wilson 95 % interval. */
export interface Share {
  readonly count: number;
  readonly n: number;
  readonly share: Permille;
  readonly interval: { readonly lo: Permille; readonly hi: Permille };
}

export interface OptionShare extends Share {
  readonly question: string;
  readonly option: string;
}

/** What citizens said of one content: shares, never points. */
export interface ContentResult {
  readonly letter: ContentLetter;
  readonly heading: string;
  /** Answers to its main questions, follow-ups not counted again; `null` = the form does not ask about it. */
  readonly n: number | null;
  /** Chose «không rõ hoặc không muốn trả lời»; not in `n`. */
  readonly declined: number;
  /** Per option of each question with an answer, follow-ups among them by their own n; `null` = nothing to share out. */
  readonly shares: readonly OptionShare[] | null;
  /** Answers that speak well of the office among those that could judge; `null` = no such reading, or nobody could. */
  readonly favourable: (Share & { readonly cite: Citation }) | null;
  readonly cite: Citation;
  readonly because: string;
}

export interface Nd118Result {
  readonly contents: readonly ContentResult[];
  readonly cite: Citation;
  /** Why there are no points, no total and no grade. */
  readonly because: string;
}

function shareOf(count: number, n: number): Share | null {
  const interval = wilson(count, n);
  return interval && { count, n, share: roundHalfUp(count * 1000, n), interval };
}

/** Options that were answered, in the order of the form; `unknown` is no answer. */
function answered(question: Question, tallies: ContentTallies): { option: string; count: number }[] {
  const counts = tallies[question.code] ?? {};
  if (question.kind === 'text') return [{ option: TEXT, count: counts[TEXT] ?? 0 }];
  return question.options
    .filter(({ code }) => code !== UNKNOWN)
    .map(({ code }) => ({ option: code, count: counts[code] ?? 0 }));
}

const totalOf = (rows: readonly { readonly count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);

function sharesOf(question: Question, tallies: ContentTallies): OptionShare[] {
  const rows = answered(question, tallies);
  const n = totalOf(rows);
  return rows.flatMap(({ option, count }) => {
    const share = shareOf(count, n);
    return share ? [{ question: question.code, option, ...share }] : [];
  });
}

/** `null` = no reading of this form, or of this content. */
function favourableOf(survey: Survey, questions: readonly Question[], tallies: ContentTallies) {
  const reading = FAVOURABLE[`${survey.id}.${survey.version}`];
  const read = questions.flatMap((question) => {
    const one = reading?.questions[question.code];
    return one ? [{ ...one, rows: answered(question, tallies) }] : [];
  });
  if (!reading || read.length === 0) return null;
  const judged = read.flatMap(({ rows, apart }) => rows.filter(({ option }) => !apart.includes(option)));
  const good = read.flatMap(({ rows, options }) => rows.filter(({ option }) => options.includes(option)));
  return { cite: reading.cite, share: shareOf(totalOf(good), totalOf(judged)) };
}

function becauseOf(n: number, declined: number, favourable: ReturnType<typeof favourableOf>): string {
  const apart = declined === 0 ? '' : `; ${formatCount(declined)} người chọn không rõ hoặc không muốn trả lời`;
  if (n === 0) return `Chưa có câu trả lời nào cho nội dung này${apart}.`;
  const said = `Có ${formatCount(n)} câu trả lời${apart}.`;
  if (!favourable) return `${said} Phiếu này chưa có cách hiểu câu trả lời nào là thuận lợi.`;
  const { share } = favourable;
  if (!share) return `${said} Không câu nào nhận xét được nội dung này.`;
  return `${said} Thuận lợi: ${formatCount(share.count)} trên ${formatCount(share.n)} câu trả lời nhận xét được.`;
}

/**
 * What one survey's answers say of each content of Điều 33(1), in the order of the decree. Whether a small group may be shown is for
 * the caller to decide.
 * @param tallies of one stage: the same question asks something else right after filing.
 * @throws NotInForce before 01/7/2025. @throws RangeError for tallies that are not of this survey.
 */
export function scoreNd118(survey: Survey, tallies: ContentTallies, on: IsoDate): Nd118Result {
  const { cite } = inForce(ND118_EV.title, ND118_EV.inForce, on);
  checkTallies(survey, tallies);
  const contents = ND118_EV.contents.map(({ letter, heading, cite: own }): ContentResult => {
    const questions = survey.questions.filter(({ content }) => content === letter);
    const main = questions.filter(({ followUp }) => !followUp);
    const base = { letter, heading, cite: own };
    if (main.length === 0)
      return {
        ...base,
        n: null,
        declined: 0,
        shares: null,
        favourable: null,
        because: 'Phiếu này không hỏi nội dung này.',
      };
    const n = totalOf(main.flatMap((question) => answered(question, tallies)));
    if (main.every(({ kind }) => kind === 'text'))
      return {
        ...base,
        n,
        declined: 0,
        shares: null,
        favourable: null,
        because: n === 0 ? 'Chưa có góp ý bằng lời.' : `Có ${formatCount(n)} góp ý bằng lời; chỉ đếm, không xếp loại.`,
      };
    const declined = main.reduce((sum, { code }) => sum + (tallies[code]?.[UNKNOWN] ?? 0), 0);
    const favourable = favourableOf(survey, main, tallies);
    return {
      ...base,
      n,
      declined,
      shares: n === 0 ? null : questions.flatMap((question) => sharesOf(question, tallies)),
      favourable: favourable?.share ? { ...favourable.share, cite: favourable.cite } : null,
      because: becauseOf(n, declined, favourable),
    };
  });
  return {
    contents,
    cite,
    because:
      'Nghị định 118/2025/NĐ-CP không quy định điểm, ngưỡng hay xếp loại cho các nội dung này, nên chỉ có số câu trả lời và tỷ lệ.',
  };
}
