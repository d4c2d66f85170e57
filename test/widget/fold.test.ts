import { expect, it } from 'vitest';
import { BUILT_IN } from '../../widget/built-in.ts';
import { fold } from '../../widget/fold.ts';
import { unfold } from '../../widget/unfold.ts';

it('gives back the very survey and words that were folded for the built script', () => {
  const carried = JSON.parse(JSON.stringify(fold(BUILT_IN)));
  expect(JSON.parse(JSON.stringify(unfold(carried)))).toEqual(BUILT_IN);
});

it('carries what every form shows: nine numbered questions, two follow-ups and the comment, but no explanation', () => {
  expect(BUILT_IN.survey.questions.map((q) => q.code)).toEqual([
    ...['overall', 'q1', 'q3', 'q3b', 'q4', 'q4b', 'q7', 'qe', 'q6', 'q9', 'q8', 'comment'],
  ]);
  expect(Object.keys(BUILT_IN.words).filter((key) => BUILT_IN.words[key] === '')).toEqual([
    ...['overall', 'q1', 'q3', 'q4', 'q7', 'qe', 'q6', 'q8'].map((code) => `${code}.help`),
  ]);
  expect(BUILT_IN.words['comment.help']).toBe('Xin đừng ghi tên, số điện thoại, số căn cước.');
});
