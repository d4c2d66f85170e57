import { describe, expect, it } from 'vitest';
import { binhThuan2019 } from '#rules/surveys/binh-thuan-2019.ts';
import { checkAnswers } from '#rules/surveys/check-answers.ts';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import { SURVEYS } from '#rules/surveys/index.ts';
import { nhanh32026 } from '#rules/surveys/nhanh-3-2026.ts';
import { numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import { satisfied } from '#rules/surveys/satisfied.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import { tayNinhTablet3 } from '#rules/surveys/tay-ninh-tablet-3.ts';
import { tt32Three } from '#rules/surveys/tt32-3.ts';
import { tt32Five } from '#rules/surveys/tt32-5.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';

describe('surveys of satisfaction alone', () => {
  it('counts «Hài lòng» alone as satisfied at a counter, and never a topic without a level', () => {
    const said = (overall: string) => satisfied(nhanh32026, { overall, topic: 'waiting' });
    expect(['satisfied', 'neutral', 'dissatisfied', 'unknown'].map(said)).toEqual([true, false, false, null]);
    expect(satisfied(nhanh32026, { topic: 'waiting' })).toBeNull();
  });

  it.each([tt32Three, tt32Five])('$id asks four contents after the result and requires the overall one', (survey) => {
    expect(numberedCodes(survey, 'returned')).toEqual(['overall', 'ease', 'time', 'attitude']);
    expect(questionsOf(survey, 'submitted')).toEqual([]);
    expect(checkAnswers(survey, 'returned', {})).toMatchObject([{ path: 'answers.overall', code: 'answer.required' }]);
    expect(checkAnswers(survey, 'returned', { overall: 'unknown' })).toEqual([]);
    expect(survey.questions.some((q) => 'indicator' in q)).toBe(false);
  });

  it('print the three levels of TT 32/2017/TT-BTTTT, and the five others use', () => {
    const labels = (survey: Survey) => {
      const words = wordsOf(survey, 'vi');
      const options = survey.questions.find((q) => q.code === 'overall')?.options ?? [];
      return options.map(({ code }) => words[`overall.${code}`] ?? words[code]);
    };
    const declined = 'Không rõ hoặc không muốn trả lời';
    expect(labels(tt32Three)).toEqual(['Rất hài lòng', 'Hài lòng', 'Chưa hài lòng', declined]);
    expect(labels(tt32Five)).toEqual([
      'Rất hài lòng',
      'Hài lòng',
      'Bình thường',
      'Không hài lòng',
      'Rất không hài lòng',
      declined,
    ]);
    expect(labels(tayNinhTablet3)).toEqual(['Rất hài lòng', 'Hài lòng', 'Bình thường', declined]);
  });

  it('that cannot record dissatisfaction say so and collect no new answers', () => {
    expect(tayNinhTablet3.satisfaction.cannotRecordDissatisfaction).toEqual({
      text: 'Thang ba mức của máy tính bảng có mức thấp nhất là «Bình thường» nên không ghi nhận được sự không hài lòng.',
      cite: tayNinhTablet3.cite,
    });
    expect(checkAnswers(tayNinhTablet3, 'returned', { overall: 'very' })).toMatchObject([{ code: 'question.unknown' }]);
    const told = SURVEYS.filter((survey) => survey.satisfaction?.cannotRecordDissatisfaction);
    expect(told.map(({ id }) => id)).toEqual(['tay-ninh-tablet-3']);
  });

  it("read Tây Ninh's 7.165 answers of 2020 as 98,0 % satisfied, none of them dissatisfied", () => {
    // 6.053 + 971 = 7.024 of 7.165; the other 141 said «Bình thường», the lowest rung there was.
    const answers = [
      ...Array(6053).fill('very'),
      ...Array(971).fill('satisfied'),
      ...Array(141).fill('normal'),
      'unknown',
    ];
    const read = answers.map((overall) => satisfied(tayNinhTablet3, { overall }));
    expect([true, false, null].map((what) => read.filter((one) => one === what).length)).toEqual([7024, 141, 1]);
  });

  it('is not read from a survey that does not ask, nor from a question the survey lost', () => {
    expect(satisfied(binhThuan2019, { overall: 's5' })).toBeNull();
    expect(satisfied({ ...tt32Three, questions: [] }, { overall: 'very' })).toBeNull();
  });

  it('is read from the question the survey names, wherever it stands', () => {
    const byAttitude = { ...danhgia2026, satisfaction: { question: 'q7', satisfied: ['t3'] } };
    expect(satisfied(byAttitude, { overall: 's1', q7: 't3' })).toBe(true);
    expect(satisfied(byAttitude, { overall: 's5', q7: 't2' })).toBe(false);
    expect(satisfied(byAttitude, { overall: 's5' })).toBeNull();
  });
});
