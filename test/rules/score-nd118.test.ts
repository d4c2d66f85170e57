import { describe, expect, it } from 'vitest';
import { citationText, NotInForce } from '#rules/law.ts';
import { contentTallies } from '#rules/nd118/content-tallies.ts';
import { type ContentResult, scoreNd118 } from '#rules/nd118/score.ts';
import { AGENCY_GROUPS, FAVOURABLE, ND118_EV } from '#rules/rulesets/nd118-ev.ts';
import { GROUPS_766 } from '#rules/rulesets/qd766-groups.ts';
import { binhThuan2019 } from '#rules/surveys/binh-thuan-2019.ts';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import { SURVEYS } from '#rules/surveys/index.ts';
import { type Survey, UNKNOWN } from '#rules/surveys/survey.ts';

const on = '2026-11-24';
const contentOf = (letter: string, tallies: Parameters<typeof scoreNd118>[1]): ContentResult => {
  const found = scoreNd118(danhgia2026, tallies, on).contents.find((content) => content.letter === letter);
  if (!found) throw new Error(letter);
  return found;
};

describe('counting answers', () => {
  it('counts each option once per respondent, unknown among them, and nothing without a content', () => {
    expect(
      contentTallies(danhgia2026, [
        { overall: 's5', q1: 'before', q7: 't3', comment: 'Nhanh.' },
        { overall: 's4', q1: 'before', q7: UNKNOWN, comment: '   ' },
        { overall: 's1', q1: 'after' },
      ]),
    ).toEqual({ q1: { before: 2, after: 1 }, q7: { t3: 1, [UNKNOWN]: 1 }, comment: { text: 1 } });
  });

  it('leaves out an option the form does not have, and a follow-up its parent does not call for', () => {
    expect(
      contentTallies(danhgia2026, [
        { q1: 'soon', q3: 'extra0', q3b: 'mine' },
        { q3: 'extra1', q3b: 'guide' },
        { q3: 'extra2plus', q3b: 'mine' },
      ]),
    ).toEqual({ q3: { extra0: 1, extra1: 1, extra2plus: 1 }, q3b: { guide: 1, mine: 1 } });
  });

  it('of nobody there is nothing', () => {
    expect(contentTallies(danhgia2026, [])).toEqual({});
  });
});

describe('contents of Điều 33(1)', () => {
  it('come in the order of the decree, each with its own article, and no points, total or grade anywhere', () => {
    const result = scoreNd118(danhgia2026, { q1: { before: 3 } }, on);
    expect(result.contents.map(({ letter }) => letter)).toEqual(['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i']);
    expect(citationText(result.contents[4]?.cite ?? result.cite)).toBe('điểm đ khoản 1 Điều 33 NĐ 118/2025/NĐ-CP');
    expect(JSON.stringify(result)).not.toMatch(/"(points|total|grade|max)"/);
    expect(citationText(result.cite)).toBe('khoản 1 Điều 33 NĐ 118/2025/NĐ-CP');
    expect(result.because).toBe(
      'Nghị định 118/2025/NĐ-CP không quy định điểm, ngưỡng hay xếp loại cho các nội dung này, nên chỉ có số câu trả lời và tỷ lệ.',
    );
  });

  it('share out each question by its own n with a Wilson interval, follow-ups beside their parent', () => {
    // 1 of 29: Newcombe (1998) gives 0,0061 to 0,1718; 28 of 29 mirrors it. 1 : 29 = 3,448 %, 28 : 29 = 96,552 %.
    const { n, shares, declined } = contentOf('b', {
      q4: { other0: 28, other1: 1, [UNKNOWN]: 4 },
      q4b: { site: 1, [UNKNOWN]: 9 },
    });
    expect([n, declined]).toEqual([29, 4]);
    expect(shares).toEqual([
      { question: 'q4', option: 'other0', count: 28, n: 29, share: 966, interval: { lo: 828, hi: 994 } },
      { question: 'q4', option: 'other1', count: 1, n: 29, share: 34, interval: { lo: 6, hi: 172 } },
      { question: 'q4', option: 'other2plus', count: 0, n: 29, share: 0, interval: { lo: 0, hi: 117 } },
      { question: 'q4b', option: 'site', count: 1, n: 1, share: 1000, interval: { lo: 207, hi: 1000 } },
      { question: 'q4b', option: 'doc', count: 0, n: 1, share: 0, interval: { lo: 0, hi: 793 } },
      { question: 'q4b', option: 'chase', count: 0, n: 1, share: 0, interval: { lo: 0, hi: 793 } },
      { question: 'q4b', option: 'other', count: 0, n: 1, share: 0, interval: { lo: 0, hi: 793 } },
    ]);
  });

  it('the two wordings of one question share one content but not one n', () => {
    const shares = contentOf('h', { q9: { on: 1, counter: 1 }, q9o: { onhard: 1 } }).shares ?? [];
    expect(
      shares.filter(({ count }) => count > 0).map(({ question, option, share }) => [question, option, share]),
    ).toEqual([
      ['q9', 'on', 500],
      ['q9', 'counter', 500],
      ['q9o', 'onhard', 1000],
    ]);
  });

  it('have no shares where nobody answered, and free text never has any', () => {
    for (const letter of ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i'])
      expect(contentOf(letter, { comment: { text: 7 } })).toMatchObject({
        shares: null,
        favourable: null,
        declined: 0,
      });
  });

  it('say that what counts as favourable is our reading', () => {
    const { favourable } = contentOf('a', { q1: { before: 1 } });
    expect(favourable).toMatchObject({ count: 1, n: 1, share: 1000, interval: { lo: 207, hi: 1000 } });
    expect(citationText(favourable?.cite ?? ND118_EV.contents[0].cite)).toBe(
      'khoản 1 Điều 33 NĐ 118/2025/NĐ-CP (cách hiểu)',
    );
  });

  it('of a form nobody has read for what is favourable, only the shares are known', () => {
    const other: Survey = { ...danhgia2026, version: 99 };
    const { contents } = scoreNd118(other, { q1: { before: 2 }, q4b: { site: 1 } }, on);
    expect(contents[0]).toMatchObject({
      n: 2,
      favourable: null,
      because: 'Có 2 câu trả lời. Phiếu này chưa có cách hiểu câu trả lời nào là thuận lợi.',
    });
    expect(contents[0]?.shares).toHaveLength(5);
    // Nobody answered the parent, so nothing is shared out, whatever the follow-up holds.
    expect(contents[1]).toMatchObject({ n: 0, shares: null });
  });

  it('of a form that asks none of them, every one is unknown', () => {
    for (const content of scoreNd118(binhThuan2019, {}, on).contents)
      expect(content).toMatchObject({ n: null, declined: 0, shares: null, favourable: null });
  });

  it('exist since 01/7/2025', () => {
    expect(() => scoreNd118(danhgia2026, {}, '2025-06-30')).toThrow(NotInForce);
    expect(scoreNd118(danhgia2026, {}, '2025-07-01').contents).toHaveLength(9);
  });

  it.each([
    ['a question the form does not have', { q99: { before: 1 } }],
    ['an option the form does not have', { q1: { soon: 1 } }],
    ['a text question with options', { comment: { before: 1 } }],
    ['a negative count', { q1: { before: -1 } }],
    ['half an answer', { q1: { before: 0.5 } }],
  ])('refuse %s', (_what, tallies) => {
    expect(() => scoreNd118(danhgia2026, tallies as never, on)).toThrow(RangeError);
    expect(() => scoreNd118(danhgia2026, tallies as never, on)).toThrow(/danhgia-2026: (q99|q1|comment)\./);
  });

  it('take a count of nobody, and a question without content', () => {
    expect(scoreNd118(danhgia2026, { overall: { s5: 3 }, q1: { before: 0 } }, on).contents[0]?.n).toBe(0);
  });
});

describe('data of the decree', () => {
  it('names only questions and options the forms have, and none twice', () => {
    for (const [key, { questions }] of Object.entries(FAVOURABLE)) {
      const survey = SURVEYS.find(({ id, version }) => `${id}.${version}` === key);
      for (const [code, { options, apart }] of Object.entries(questions)) {
        const known = survey?.questions.find((question) => question.code === code);
        expect(known?.content, code).toBeDefined();
        const named = [...options, ...apart];
        expect(known?.options.map((option) => option.code)).toEqual(expect.arrayContaining(named));
        expect(new Set(named).size).toBe(named.length);
        expect(named).not.toContain(UNKNOWN);
      }
    }
  });

  it('pairs the five groups of Điều 32 with the five of QĐ 766/QĐ-TTg, each once', () => {
    const five = GROUPS_766[0]?.value?.filter(({ within }) => within === null).map(({ id }) => id);
    expect(AGENCY_GROUPS.map(({ group766 }) => group766).sort()).toEqual(five);
    for (const { cite } of AGENCY_GROUPS) expect(citationText(cite)).toBe('Điều 32 NĐ 118/2025/NĐ-CP');
  });

  it('asks only letters the decree has', () => {
    const letters: readonly string[] = ND118_EV.contents.map(({ letter }) => letter);
    for (const { questions } of SURVEYS)
      for (const { content } of questions) if (content !== undefined) expect(letters).toContain(content);
  });
});
