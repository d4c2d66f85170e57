import { describe, expect, it } from 'vitest';
import type { contentsResult } from '../../server/cli/contents-result.ts';
import { run } from '../../server/cli/run.ts';

type Input = ReturnType<typeof JSON.parse>;

async function cli(args: readonly string[], input = '') {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async (path) => {
      if (path !== '-') throw new Error('no such file');
      return input;
    },
  });
  return { code, out, err };
}

async function example(change: (input: Input) => void = () => {}) {
  const input: Input = JSON.parse((await cli(['contents', '--example'])).out);
  change(input);
  return JSON.stringify(input);
}

async function made(change?: (input: Input) => void) {
  const { code, out, err } = await cli(['contents', '-'], await example(change));
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as ReturnType<typeof contentsResult>;
}

/** In place of the tallies of the example. */
const answer =
  (...rows: Record<string, string>[]) =>
  (input: Input) => {
    delete input.tallies;
    input.answers = rows;
  };

describe('cli contents', () => {
  it('shows the nine contents of its own example, worked by hand', async () => {
    const { contents, survey, because } = await made();
    expect(survey).toEqual({ id: 'danhgia-2026', version: 1, stage: 'returned' });
    expect(because).toContain('không quy định điểm');
    expect(contents.map(({ letter, n, favourable }) => [letter, n, favourable?.count, favourable?.n])).toEqual([
      // Before and on time of those with a result: 50 + 30 of 95.
      ['a', 100, 80, 95],
      ['b', 100, 90, 100],
      ['c', 100, 70, 100],
      // Both and one of those who looked: 70 of 80.
      ['d', 100, 70, 80],
      ['đ', 100, 80, 96],
      ['e', 100, 95, 100],
      ['g', 100, 6, 10],
      ['h', 100, 40, 70],
      ['i', 12, undefined, undefined],
    ]);
    // 6 of 10: Wilson 95 % is 31,3–83,2 %.
    expect(contents[6]).toMatchObject({
      citeText: 'điểm g khoản 1 Điều 33 NĐ 118/2025/NĐ-CP',
      favourable: {
        share: 600,
        text: '60,0\u00a0%',
        interval: { lo: 313, hi: 832 },
        citeText: 'khoản 1 Điều 33 NĐ 118/2025/NĐ-CP (cách hiểu)',
      },
    });
    expect(contents[4]?.shares?.[0]).toMatchObject({ question: 'q7', option: 't3', share: 800, text: '80,0\u00a0%' });
    expect(contents[5]?.declined).toBe(5);
    expect(contents[8]?.shares).toBeNull();
  });

  it('joins the groups of the decree to the points of QĐ 766', async () => {
    const { agency } = await made();
    // 5,40 + 3,60 + 1,80 + 6,00; 18,00; two rows that do not apply to communes; nothing; 6 + 6 + 5,40.
    expect(agency?.groups.map(({ heading, points, of }) => [heading, points, of])).toEqual([
      ['Công khai, minh bạch', 1680, 1800],
      ['Tiến độ, kết quả giải quyết', 1800, 2000],
      ['Số hóa', 400, 400],
      ['Cung cấp dịch vụ trực tuyến', null, 0],
      ['Mức độ hài lòng', 1740, 1800],
    ]);
    expect(agency?.groups[0]?.citeText).toBe('Điều 32 NĐ 118/2025/NĐ-CP (cách hiểu)');
    expect(agency?.ruleset).toMatchObject({ id: 'qd766-2022', citeText: 'QĐ 766/QĐ-TTg' });
    expect(agency?.caveats).toHaveLength(1);
    expect(agency?.total).toMatchObject({ points: 5620, of: 6000 });
    expect((await made((input) => delete input.qd766)).agency).toBeNull();
  });

  it('says from 01/8/2026 on that the new circular was not compared', async () => {
    const caveats = async (lastDay: string) => (await made((input) => (input.lastDay = lastDay))).caveats;
    expect(await caveats('2026-07-31')).toEqual([]);
    expect(await caveats('2026-08-01')).toMatchObject([{ citeText: 'TT 09/2026/TT-BTP' }]);
    expect((await caveats('2026-08-01'))[0]?.text).toContain('Chưa đối chiếu');
  });

  it('counts answers one by one as it counts tallies', async () => {
    const { contents } = await made(
      answer(
        { q1: 'before', comment: 'Cảm ơn.' },
        { q1: 'after', qe: 'unknown' },
        { q4: 'other1', q4b: 'site' },
        { q9o: 'on' },
      ),
    );
    expect(contents.map(({ letter, n, declined }) => [letter, n, declined])).toEqual([
      ['a', 2, 0],
      ['b', 1, 0],
      ['c', 0, 0],
      ['d', 0, 0],
      ['đ', 0, 0],
      ['e', 0, 1],
      ['g', 0, 0],
      ['h', 1, 0],
      ['i', 1, 0],
    ]);
    expect(contents[0]?.favourable).toMatchObject({ count: 1, n: 2, share: 500 });
    expect(contents[2]?.shares).toBeNull();
  });

  it('takes the newest version, and an old form that asks otherwise', async () => {
    expect((await made((input) => delete input.version)).survey.version).toBe(1);
    const { contents } = await made((input) => {
      input.survey = 'binh-thuan-2019';
      delete input.version;
      input.tallies = {};
    });
    expect(contents.map(({ n }) => n)).toEqual(Array(9).fill(null));
  });

  it('reads what is asked right after filing', async () => {
    const { contents } = await made((input) => {
      input.stage = 'submitted';
      input.tallies = { q7: { t3: 1 }, q9o: { on: 2 } };
    });
    expect([contents[4]?.n, contents[7]?.n]).toEqual([1, 2]);
  });

  it.each<[string, (input: Input) => void]>([
    [
      'lastDay: Kỳ này được đánh giá theo «Chín chỉ số theo Thông tư 01/2018/TT-VPCP». «Nội dung đánh giá theo Nghị định 118/2025/NĐ-CP» không áp dụng cho ngày 30/06/2025.',
      (input) => (input.lastDay = '2025-06-30'),
    ],
    ['lastDay: Bộ quy tắc đánh giá', (input) => (input.lastDay = '2018-12-31')],
    [
      'survey: không có phiếu «la». Có: danhgia-2026 (1)',
      (input) => Object.assign(input, { survey: 'la', version: undefined }),
    ],
    ['survey: không có phiếu «danhgia-2026» phiên bản 9.', (input) => (input.version = 9)],
    [
      'stage: phiếu «tt32-3» không hỏi ở bước submitted.',
      (input) => Object.assign(input, { survey: 'tt32-3', stage: 'submitted' }),
    ],
    ['answers: cần đúng một trong hai', (input) => (input.answers = [])],
    ['answers: cần đúng một trong hai', (input) => delete input.tallies],
    ['answers.1.q9x: ', answer({ q1: 'on' }, { q9x: 'on' })],
    ['answers.0.q1: ', answer({ q1: 'la' })],
    ['answers.0.q4b: ', answer({ q4: 'other0', q4b: 'site' })],
    ['tallies.q1: phiếu không hỏi câu này ở bước submitted.', (input) => (input.stage = 'submitted')],
    ['q1.la = 1 không phải số đếm', (input) => (input.tallies.q1 = { la: 1 })],
    ['tallies.q1.on', (input) => (input.tallies.q1.on = -1)],
    ['qd766.level', (input) => (input.qd766.level = 'ward')],
    ['lastDay: Việc chấm cấp huyện theo QĐ 766/QĐ-TTg', (input) => (input.qd766.level = 'district')],
    ['counts.1.1: 11 trong 10', (input) => (input.qd766.counts['1.1'].numerator = 11)],
  ])('wrong input says «%s» and ends with 2', async (message, spoil) => {
    const { code, out, err } = await cli(['contents', '-'], await example(spoil));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('--help explains every field', async () => {
    const { code, out } = await cli(['contents', '--help']);
    expect(code).toBe(0);
    for (const field of [
      'lastDay',
      'survey',
      'stage',
      'answers',
      'tallies',
      'qd766',
      '→ contents',
      '→ agency',
      'caveats',
    ])
      expect(out).toContain(field);
  });
});
