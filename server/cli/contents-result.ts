import { caveatsOn } from '#rules/caveats-on.ts';
import { formatPercent } from '#rules/format.ts';
import { NotInForce } from '#rules/law.ts';
import { agencySide } from '#rules/nd118/agency-side.ts';
import { type ContentTallies, contentTallies } from '#rules/nd118/content-tallies.ts';
import { type ContentResult, type Share, scoreNd118 } from '#rules/nd118/score.ts';
import { scoreQd766 } from '#rules/qd766/score.ts';
import { realtimeRuleset, rulesetById, rulesetInForce } from '#rules/rulesets/index.ts';
import type { ContentsRuleset, GroupsRuleset } from '#rules/rulesets/ruleset.ts';
import { checkAnswers } from '#rules/surveys/check-answers.ts';
import { findSurvey, SURVEYS } from '#rules/surveys/index.ts';
import { questionsOf } from '#rules/surveys/questions-of.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import type { ContentsInput } from '#wire/contents-input.ts';
import { withText } from './with-text.ts';

/** The ruleset of contents. @throws NotInForce where another one judges the period, naming it. */
function contentsRuleset({ lastDay }: ContentsInput): ContentsRuleset {
  const { ruleset, label } = rulesetInForce(lastDay, null);
  if (ruleset.method === 'contents') return ruleset;
  const { title } = rulesetById<ContentsRuleset>('nd118-ev');
  throw new NotInForce(`Kỳ này được đánh giá theo «${label}». «${title}»`, lastDay);
}

function surveyOf({ survey: id, version, stage }: ContentsInput): Survey {
  const survey = findSurvey(id, version);
  if (!survey) {
    const known = SURVEYS.map((each) => `${each.id} (${each.version})`).join(', ');
    throw new RangeError(`survey: không có phiếu «${id}»${version ? ` phiên bản ${version}` : ''}. Có: ${known}.`);
  }
  if (!survey.stages[stage]) throw new RangeError(`stage: phiếu «${id}» không hỏi ở bước ${stage}.`);
  return survey;
}

/** @throws RangeError for an answer to a question that is not asked, or an option there is not, naming the row. */
function checkRow(survey: Survey, { stage }: ContentsInput, row: Readonly<Record<string, string>>, i: number): void {
  const texts = new Set(questionsOf(survey, stage).flatMap(({ kind, code }) => (kind === 'text' ? [code] : [])));
  const chosen = Object.fromEntries(Object.entries(row).filter(([code]) => !texts.has(code)));
  const fault = checkAnswers(survey, stage, chosen).find(({ code }) => code !== 'answer.required');
  if (fault) throw new RangeError(`${fault.path.replace('answers', `answers.${i}`)}: ${fault.message}`);
}

/** @throws RangeError as `checkRow` does, and for tallies of a question that is not asked at this stage. */
function talliesOf(survey: Survey, input: ContentsInput): ContentTallies {
  const { answers = [], tallies, stage } = input;
  for (const [i, row] of answers.entries()) checkRow(survey, input, row, i);
  if (!tallies) return contentTallies(survey, answers);
  const asked = questionsOf(survey, stage).map(({ code }) => code);
  const instead = survey.questions.flatMap((q) => (q.insteadOf && asked.includes(q.insteadOf) ? [q.code] : []));
  const strange = Object.keys(tallies).find((code) => ![...asked, ...instead].includes(code));
  if (strange) throw new RangeError(`tallies.${strange}: phiếu không hỏi câu này ở bước ${stage}.`);
  return tallies;
}

const inWords = <T extends Share>(row: T) => ({ ...row, text: formatPercent(row.count, row.n) });

const contentRow = ({ shares, favourable, ...content }: ContentResult) => ({
  ...withText(content),
  shares: shares?.map(inWords) ?? null,
  favourable: favourable && withText(inWords(favourable)),
});

function agencyOf({ qd766, lastDay }: ContentsInput) {
  if (!qd766) return null;
  const { ruleset, cite } = realtimeRuleset(lastDay);
  const score = scoreQd766(ruleset as GroupsRuleset, qd766, lastDay);
  return {
    pointsIn: 'hundredths',
    ruleset: withText({ id: ruleset.id, title: ruleset.title, cite }),
    caveats: caveatsOn(ruleset, lastDay).map(withText),
    groups: agencySide(score, lastDay).map(withText),
    total: score.total,
  };
}

/**
 * What citizens said of each content of NĐ 118/2025/NĐ-CP Điều 33(1), and the groups of Điều 32 the agency is measured by.
 * @throws NotInForce when another ruleset judges the period. @throws RangeError for a survey, a stage or answers there are not.
 */
export function contentsResult(input: ContentsInput) {
  const ruleset = contentsRuleset(input);
  const survey = surveyOf(input);
  const { contents, cite, because } = scoreNd118(survey, talliesOf(survey, input), input.lastDay);
  return {
    sharesIn: 'permille',
    lastDay: input.lastDay,
    ruleset: withText({ id: ruleset.id, title: ruleset.title, cite }),
    caveats: caveatsOn(ruleset, input.lastDay).map(withText),
    survey: { id: survey.id, version: survey.version, stage: input.stage },
    because,
    contents: contents.map(contentRow),
    agency: agencyOf(input),
  };
}
