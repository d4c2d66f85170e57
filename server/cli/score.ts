import { StraddlesRulesets } from '#rules/rulesets/index.ts';
import { scoreInput } from '#wire/score-input.ts';
import { jsonCommand } from './json-command.ts';
import { compareResult, readChoices } from './score-compare.ts';
import { SCORE_DETAILS } from './score-details.ts';
import { SCORE_EXAMPLE } from './score-example.ts';
import { scoreResult } from './score-result.ts';

/** Scores one unit from a JSON file; prints findings, totals, grades and what is missing as JSON, or what other choices change. */
export const score = jsonCommand({
  name: 'score',
  summary: 'Chấm điểm một đơn vị từ tệp JSON («-» đọc từ đầu vào chuẩn); --example in một đầu vào mẫu đầy đủ.',
  details: SCORE_DETAILS,
  schema: () => scoreInput,
  example: SCORE_EXAMPLE,
  option: { name: 'compare', usage: '--compare KHÓA=GIÁ_TRỊ,…' },
  dated: 'period, decision',
  wrong: (error) => (error instanceof StraddlesRulesets ? `choices, ruleset.straddle: ${error.message}` : null),
  result: (input, compare) => (compare === undefined ? scoreResult(input) : compareResult(input, readChoices(compare))),
});
