import { describe, expect, it } from 'vitest';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { FormRun } from '../../widget/kiosk/form-run.ts';

/** The survey as a client has it. */
const SURVEY = { ...danhgia2026, lang: 'vi', words: wordsOf(danhgia2026, 'vi') } as unknown as ServedSurvey;
const run = (of: ConstructorParameters<typeof FormRun>[1] = { stage: 'returned' }) => new FormRun(SURVEY, of);
const HANDED = { token: 'mau.0000000000000000', unit: 'so-a', procedure: null, tail: '0042' };
const code = (form: FormRun) => form.question?.code;

/** Answers what `answers` names on the way and gives the codes met. */
function walk(form: FormRun, answers: Readonly<Record<string, string>>): string[] {
  const met: string[] = [];
  for (;;) {
    const here = code(form) ?? '';
    met.push(here);
    if (answers[here]) form.choose(here, answers[here]);
    if (form.next()) return met;
  }
}

describe('one question at a time', () => {
  it('asks the nine and the comment in order, follow-ups only where their parent calls for them', () => {
    const plain = ['overall', 'q1', 'q3', 'q4', 'q7', 'qe', 'q6', 'q9', 'q8', 'comment'];
    expect(walk(run(), { overall: 's5' })).toEqual(plain);
    expect(walk(run(), { overall: 's5', q3: 'extra1', q4: 'other1' })).toEqual([
      ...['overall', 'q1', 'q3', 'q3b', 'q4', 'q4b', 'q7', 'qe', 'q6', 'q9', 'q8', 'comment'],
    ]);
  });

  it('knows where it was left and how long it took, but not before the first answer', () => {
    const form = run();
    expect([form.leftAt, form.seconds]).toEqual([null, null]);
    form.choose('overall', 's4');
    form.next();
    form.choose('q1', 'on');
    expect([form.leftAt, form.seconds]).toEqual(['q1', 0]);
    const trial = run({ stage: 'returned', test: true });
    trial.choose('overall', 's4');
    expect(trial.leftAt).toBeNull();
  });

  it('does not go on from the one needed, and says which', () => {
    const form = run();
    expect(form.next()).toBe(false);
    expect([code(form), form.notice]).toEqual(['overall', { key: 'answer.required', values: { i: 1 } }]);
    form.choose('overall', 'unknown');
    form.next();
    expect([code(form), form.notice]).toEqual(['q1', null]);
  });

  it('«Tôi chưa có kết quả» goes on with the questions after filing, and sends no other', () => {
    const form = run();
    expect(walk(form, { overall: 's4', q1: 'none', q7: 't3' })).toEqual(['overall', 'q1', 'q7', 'q6', 'q9', 'comment']);
    expect(form.stage).toBe('submitted');
    expect(form.given()).toEqual({ overall: 's4', q7: 't3' });
  });

  it('of a dossier handed over, it offers no option that would move it to another stage', () => {
    const codes = (form: FormRun) => {
      form.choose('overall', 's5');
      form.next();
      return form.question && form.options(form.question).map((option) => option.code);
    };
    expect(codes(run({ stage: 'returned', dossier: HANDED }))).not.toContain('none');
    expect(codes(run())).toContain('none');
  });

  it('goes back along the way it came, and drops a follow-up whose parent changed', () => {
    const form = run();
    form.choose('overall', 's5');
    form.next();
    form.next();
    form.choose('q3', 'extra1');
    form.next();
    form.choose('q3b', 'mine');
    form.back();
    expect(code(form)).toBe('q3');
    form.choose('q3', 'extra0');
    form.next();
    expect(code(form)).toBe('q4');
    expect(form.given()).toEqual({ overall: 's5', q3: 'extra0' });
    for (let n = 0; n < 9; n += 1) form.back();
    expect(code(form)).toBe('overall');
  });

  it('numbers a follow-up as its parent', () => {
    const form = run();
    form.choose('overall', 's5');
    form.next();
    form.next();
    form.choose('q3', 'extra1');
    form.next();
    expect([code(form), form.place]).toEqual(['q3b', { i: 3, n: 9 }]);
  });

  it('shows personal data hidden before it lets the form go', () => {
    const form = run();
    form.choose('overall', 's1');
    while (code(form) !== 'comment') form.next();
    form.comment = 'Gọi 0912345678';
    expect(form.next()).toBe(false);
    expect([form.comment, form.notice?.values]).toEqual(['Gọi [đã che số điện thoại]', { n: 1 }]);
    expect(form.next()).toBe(true);
  });
});
