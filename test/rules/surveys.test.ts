import { describe, expect, it } from 'vitest';
import { answersToFacts } from '#rules/surveys/answers-to-facts.ts';
import { binhThuan2019 } from '#rules/surveys/binh-thuan-2019.ts';
import { checkAnswers } from '#rules/surveys/check-answers.ts';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import { findSurvey, SURVEYS } from '#rules/surveys/index.ts';
import { numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import type { Lang } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';

const LANGS: readonly Lang[] = ['vi', 'en'];
const syllables = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
const sentences = (text: string) => text.split(/(?<=[.?!])\s+/u);

describe('every survey', () => {
  it('is found by id, newest version first, and null when there is none', () => {
    expect(findSurvey('danhgia-2026')?.version).toBe(1);
    expect(findSurvey('binh-thuan-2019', 1)?.id).toBe('binh-thuan-2019');
    expect(findSurvey('danhgia-2026', 2)).toBeNull();
    expect(findSurvey('nhanh-3-2099')).toBeNull();
  });

  it('is listed once in each version, and carries points only where it is a legacy form', () => {
    expect(SURVEYS.map(({ id, version }) => `${id}.${version}`)).toEqual([
      'danhgia-2026.1',
      'nhanh-3-2026.1',
      'tt32-3.1',
      'tt32-5.1',
      'binh-thuan-2019.1',
      'tay-ninh-tablet-3.1',
    ]);
    const carrying = SURVEYS.filter(({ questions }) => questions.some((q) => q.options.some((o) => 'points' in o)));
    expect(carrying.map(({ id }) => id)).toEqual(['binh-thuan-2019']);
  });

  for (const survey of SURVEYS)
    describe(survey.id, () => {
      it('ends every choice with "unknown", which states nothing', () => {
        for (const question of survey.questions.filter((q) => q.kind === 'choice')) {
          expect(question.options.at(-1)).toEqual({ code: 'unknown' });
        }
      });

      it('repeats no code, asks only questions it has, and follow-ups only after their parent', () => {
        const codes = survey.questions.map((q) => q.code);
        expect(new Set(codes).size).toBe(codes.length);
        for (const question of survey.questions) {
          const options = question.options.map((o) => o.code);
          expect(new Set(options).size).toBe(options.length);
          const parent = survey.questions.find((q) => q.code === question.followUp?.of);
          for (const option of question.followUp?.when ?? [])
            expect(parent?.options.map((o) => o.code)).toContain(option);
        }
        for (const [stage, asked] of Object.entries(survey.stages)) {
          expect(questionsOf(survey, stage as 'returned').map((q) => q.code)).toEqual(asked);
          for (const question of questionsOf(survey, stage as 'returned'))
            if (question.followUp) expect(asked.indexOf(question.followUp.of)).toBe(asked.indexOf(question.code) - 1);
        }
      });

      it('declares satisfied answers, and those known to be misread, that it has, and never "unknown"', () => {
        const optionsOf = (code: string) => {
          const options = survey.questions.find((q) => q.code === code)?.options ?? [];
          return options.map((o) => o.code).filter((option) => option !== 'unknown');
        };
        if (survey.satisfaction) {
          const { question, satisfied: counted } = survey.satisfaction;
          expect(optionsOf(question)).toEqual(expect.arrayContaining([...counted]));
          expect(counted.length).toBeLessThan(optionsOf(question).length);
        }
        for (const { question, option, indicator } of survey.misread?.answers ?? []) {
          expect(optionsOf(question)).toContain(option);
          expect(survey.questions.find((q) => q.code === question)?.indicator).toBe(indicator);
        }
      });

      for (const lang of LANGS)
        it(`has words for every code in ${lang}, and all of them NFC`, () => {
          const words = wordsOf(survey, lang);
          for (const question of survey.questions) {
            expect(words[question.code], question.code).toBeTruthy();
            for (const { code } of question.options)
              expect(code === 'unknown' ? words.unknown : words[`${question.code}.${code}`], code).toBeTruthy();
          }
          for (const [key, text] of Object.entries(words)) {
            expect(text, key).toBe(text.normalize('NFC'));
            expect(text.trim(), key).toBe(text);
          }
        });

      it('has the same keys and the same blanks to fill in both languages', () => {
        const [vi, en] = [wordsOf(survey, 'vi'), wordsOf(survey, 'en')];
        expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
        const blanks = (text: string | undefined) => text?.match(/\{\w+\}/g)?.sort() ?? [];
        for (const key of Object.keys(vi)) expect(blanks(en[key]), key).toEqual(blanks(vi[key]));
      });
    });
});

describe('danhgia-2026', () => {
  const words = wordsOf(danhgia2026, 'vi');
  const forbidden = ['TTHC', 'CBCCVC', 'chỉ số', 'thụ lý', 'hoàn thiện hồ sơ', 'hình thức trực tuyến', 'niêm yết'];

  it('numbers nine questions after the result and four after filing', () => {
    expect(numberedCodes(danhgia2026, 'returned')).toEqual(['overall', 'q1', 'q3', 'q4', 'q7', 'qe', 'q6', 'q9', 'q8']);
    expect(numberedCodes(danhgia2026, 'submitted')).toEqual(['overall', 'q7', 'q6', 'q9']);
  });

  it('asks in at most 22 syllables, answers in at most 15, explains in sentences of at most 22', () => {
    for (const question of danhgia2026.questions) {
      expect(syllables(words[question.code] ?? ''), question.code).toBeLessThanOrEqual(22);
      for (const sentence of sentences(words[`${question.code}.help`] ?? ''))
        expect(syllables(sentence), sentence).toBeLessThanOrEqual(22);
      for (const { code } of question.options)
        expect(syllables(words[`${question.code}.${code}`] ?? ''), `${question.code}.${code}`).toBeLessThanOrEqual(15);
    }
    // Counted by hand: "Tính cả lần nộp, … thì hồ sơ mới đủ?" is the longest question, 22 syllables.
    expect(syllables(words.q3 ?? '')).toBe(22);
  });

  it('uses none of the office words that citizens do not use', () => {
    for (const [key, text] of Object.entries(words))
      for (const word of forbidden) expect(text.toLowerCase(), key).not.toContain(word.toLowerCase());
  });

  it('covers the contents a, b, c, d, đ, e, g, h, i of NĐ 118/2025/NĐ-CP Điều 33(1)', () => {
    const contents = new Set(questionsOf(danhgia2026, 'returned').flatMap((q) => q.content ?? []));
    expect([...contents].sort((a, b) => a.localeCompare(b, 'vi'))).toEqual([
      'a',
      'b',
      'c',
      'd',
      'đ',
      'e',
      'g',
      'h',
      'i',
    ]);
  });

  it('requires question 1 alone', () => {
    expect(checkAnswers(danhgia2026, 'returned', { overall: 'unknown' })).toEqual([]);
    expect(checkAnswers(danhgia2026, 'returned', {})).toEqual([
      { path: 'answers.overall', code: 'answer.required', number: 1, message: 'Ông/Bà chọn một ý ở câu 1.' },
    ]);
  });

  it('names the question whose option it does not know', () => {
    expect(checkAnswers(danhgia2026, 'returned', { overall: 's6', q4: 'other9' })).toMatchObject([
      { path: 'answers.overall', code: 'answer.unknown', number: 1 },
      {
        path: 'answers.q4',
        code: 'answer.unknown',
        number: 4,
        message: 'Câu 4 có phương án không còn dùng. Mời Ông/Bà chọn lại.',
      },
    ]);
  });

  it('refuses questions it does not ask at that stage, and a comment sent as an answer', () => {
    expect(checkAnswers(danhgia2026, 'submitted', { overall: 's5', q1: 'on' })).toMatchObject([
      { path: 'answers.q1', code: 'question.unknown', number: 0 },
    ]);
    expect(checkAnswers(danhgia2026, 'returned', { overall: 's5', comment: 'hay' })).toMatchObject([
      { path: 'answers.comment', code: 'question.unknown' },
    ]);
  });

  it('accepts a follow-up only while its parent calls for it', () => {
    expect(checkAnswers(danhgia2026, 'returned', { overall: 's5', q3: 'extra1', q3b: 'mine' })).toEqual([]);
    expect(checkAnswers(danhgia2026, 'returned', { overall: 's5', q3: 'extra0', q3b: 'mine' })).toMatchObject([
      { path: 'answers.q3b', code: 'question.closed', number: 3 },
    ]);
    expect(checkAnswers(danhgia2026, 'returned', { overall: 's5', q4b: 'site' })).toHaveLength(1);
  });

  it('accepts the ease question in the place of the channel question', () => {
    expect(checkAnswers(danhgia2026, 'returned', { overall: 's5', q9o: 'onhard' })).toEqual([]);
  });

  it('reads answers as facts of the dossier: contacts count after filing, never points', () => {
    const answers = {
      overall: 's2',
      q1: 'after',
      q3: 'extra1',
      q3b: 'mine',
      q4: 'other1',
      q4b: 'site',
      q7: 't0',
      q6: 'none',
    };
    expect(answersToFacts(danhgia2026, answers)).toEqual({
      facts: {
        punctuality: 'overdue',
        contacts: 1,
        contactsByApplicant: true,
        otherAgencies: 1,
        siteVisit: true,
        attitude: 'harassing',
        disclosure: 'faulty',
      },
      legacy: {},
    });
  });

  it('reads declining, "did not look", "met no officer" and closed follow-ups as missing', () => {
    const answers = {
      overall: 's5',
      q1: 'unknown',
      q3: 'extra0',
      q3b: 'mine',
      q6: 'skip',
      q7: 'na',
      q8: 'no',
      q9: 'on',
    };
    expect(answersToFacts(danhgia2026, answers).facts).toEqual({ contacts: 0 });
  });
});

describe('binh-thuan-2019', () => {
  it('carries the points of TT 01/2018/TT-VPCP Điều 13 in tenths: 2, 1, 0', () => {
    const answers = { l1: 'shorter', l2: 'longer', l3: 'one', l4: 'unknown', l7: 'petition', l8: 'most' };
    expect(answersToFacts(binhThuan2019, answers)).toEqual({
      facts: {},
      legacy: { 1: 20, 2: 0, 3: 10, 7: 0, 8: 10 },
    });
  });

  it('asks nothing after filing and forces no answer', () => {
    expect(questionsOf(binhThuan2019, 'submitted')).toEqual([]);
    expect(checkAnswers(binhThuan2019, 'returned', {})).toEqual([]);
  });
});
