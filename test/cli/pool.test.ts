import { describe, expect, it } from 'vitest';
import type { poolResult } from '../../server/cli/pool-result.ts';
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
  const input: Input = JSON.parse((await cli(['pool', '--example'])).out);
  change(input);
  return JSON.stringify(input);
}

async function made(change?: (input: Input) => void) {
  const { code, out, err } = await cli(['pool', '-'], await example(change));
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as ReturnType<typeof poolResult>;
}

const values = (rows: readonly { readonly value: number | null }[]) => rows.map(({ value }) => value);

describe('cli pool', () => {
  it('pools its own example by hand-worked points', async () => {
    const { year, quarters, period, ruleset, choices, unitFacts, caveats } = await made();
    expect(period).toMatchObject({ label: '01/01/2021 – 31/12/2021' });
    expect(ruleset).toMatchObject({ id: 'tt01-2018', citeText: 'Điều 13 TT 01/2018/TT-VPCP' });
    expect([choices['year.pool'], caveats]).toEqual(['dossiers', []]);
    // 1 and 2: (2 + 0 + 0 + 2) : 4 = 1,0. 7 with lateness and a neutral attitude: the same. 8: 18 of 20 in time is 90 %, 1 point.
    expect(values(year.official)).toEqual([10, 10, 20, 20, 20, 20, 10, 10, 20]);
    expect(year).toMatchObject({ total: { total: 140, text: '14,0/18' }, grade: { code: 'good' }, missing: [] });
    // Third quarter: everything at its best. Fourth: 1, 2 and 7 are (0 + 0 + 2) : 3 = 0,7; 8 is 1; the other five 2 each: 13,1.
    expect(quarters.map(({ total, grade, dossiers }) => [dossiers, total.text, grade.code])).toEqual([
      [1, '18,0/18', 'excellent'],
      [3, '13,1/18', 'good'],
    ]);
    expect(unitFacts).toMatchObject({
      pooled: true,
      facts: { petitions: { received: 20, onTime: 18, prolonged: 0 }, online: { dossiers: 800, onlineDossiers: 360 } },
    });
    expect(unitFacts.findings.find(({ indicator }) => indicator === 8)).toMatchObject({ points: 10 });
  });

  it('shows both ways of making a year', async () => {
    const { bothWays } = await made();
    expect(bothWays.before).toMatchObject({ 'year.pool': 'dossiers', total: { total: 140 }, grade: { code: 'good' } });
    // Mean of quarters: 1, 2 and 7 are (2,0 + 0,7) : 2 = 1,35, so 1,4; 8 is (2 + 1) : 2 = 1,5; 1,4 × 3 + 1,5 + 2 × 5 = 15,7.
    expect(bothWays.after).toMatchObject({
      'year.pool': 'meanOfQuarters',
      total: { total: 157 },
      grade: { code: 'excellent' },
    });
    expect(values(bothWays.after.official)).toEqual([14, 14, 20, 20, 20, 20, 14, 15, 20]);
    expect(bothWays).toMatchObject({ indicesChanged: [1, 2, 7, 8], gradeChanged: true, officersChanged: [] });
  });

  it('the year itself follows the choice of its quarters; both ways are shown all the same', async () => {
    const { year, choices, bothWays } = await made((input) => {
      for (const quarter of input.quarters) quarter.choices['year.pool'] = 'meanOfQuarters';
    });
    expect(choices['year.pool']).toBe('meanOfQuarters');
    expect(year.total.total).toBe(157);
    expect([bothWays.before.total.total, bothWays.after.total.total]).toEqual([140, 157]);
  });

  it('gives officers their level in each quarter and in the year, and the shares of the levels', async () => {
    const { officers, bands, quarters } = await made();
    const codes = officers.map(({ officer, quarters: each, year }) => [
      officer,
      each.map((quarter) => quarter && [quarter.dossiers, quarter.total.text, quarter.grade.code]),
      [year.dossiers, year.total.text, year.grade.code],
    ]);
    expect(codes).toEqual([
      // Fourth quarter 0 + 0 + 2 + 2 + 0 = 4,0. The year: 1, 2 and 7 are 2 : 3 = 0,7 each, 3 and 4 two: 6,1.
      [
        'CB-0117',
        [
          [1, '10,0/10', 'full'],
          [2, '4,0/10', 'most'],
        ],
        [3, '6,1/10', 'full'],
      ],
      ['CB-0205', [null, [1, '10,0/10', 'full']], [1, '10,0/10', 'full']],
    ]);
    const shares = quarters.map(({ officers: of }) => of.bands?.bands.map(({ share }) => share));
    expect(shares).toEqual([
      [10_000, 0, 0],
      [5000, 5000, 0],
    ]);
    expect(bands).toMatchObject({ because: null, bands: { graded: 2, citeText: 'Điều 15 TT 01/2018/TT-VPCP' } });
  });

  it('a quarter in which nobody has a level says why there are no shares', async () => {
    const { quarters, bands, officers } = await made((input) => {
      input.quarters[0].dossiers = [];
    });
    expect(quarters[0]?.officers).toEqual({
      bands: null,
      because: 'Chưa cán bộ nào được xếp loại nên không có tỷ lệ. Bổ sung điểm các chỉ số.',
    });
    expect(officers.map(({ quarters: each }) => each[0])).toEqual([null, null]);
    expect(bands.bands?.graded).toBe(2);
  });

  it('names the officers whose level hangs on the way', async () => {
    // Two late dossiers in each of two more quarters: by dossiers 1, 2 and 7 are 2 : 7 = 0,3; by quarters (2 + 0 + 0 + 0) : 4 = 0,5.
    const { bothWays } = await made((input) => {
      const last = input.quarters[1];
      const move = (month: string, from: string, lastDay: string) => {
        const text = JSON.stringify(last.dossiers.slice(0, 2))
          .replaceAll('2021-11', `2021-${month}`)
          .replaceAll('2111', `21${month}`);
        return { ...last, period: { from, lastDay }, dossiers: JSON.parse(text) };
      };
      input.quarters.unshift(move('02', '2021-01-01', '2021-03-31'), move('05', '2021-04-01', '2021-06-30'));
    });
    // 0,3 × 3 + 4 = 4,9, below 5; 0,5 × 3 + 4 = 5,5.
    expect(bothWays.officersChanged).toEqual(['CB-0117']);
  });

  it('takes facts, appraisal and evaluation of the year in place of those of the quarters', async () => {
    const { year, unitFacts } = await made((input) => {
      input.unitFacts = { petitions: { received: 0, onTime: 0, prolonged: 0 } };
      input.appraised = { 6: 10 };
    });
    expect(unitFacts.pooled).toBe(false);
    expect([year.official[7]?.value, year.official[5]?.value, year.official[4]?.value]).toEqual([20, 10, null]);
    expect((await made((input) => (input.evaluated = false))).year.grade.because).toContain('không thực hiện đánh giá');
  });

  it.each<[string, (input: Input) => void]>([
    ['nằm ngoài', (input) => (input.period = { from: '2022-01-01', lastDay: '2022-12-31' })],
    ['trùng ngày', (input) => (input.quarters[1].period.from = '2021-09-30')],
    ['«rounding» khác quý đầu', (input) => (input.quarters[1].choices.rounding = 'truncate')],
    ['quarters', (input) => (input.quarters = [])],
    ['quarters.0.period.lastDay', (input) => (input.quarters[0].period.lastDay = '2021-02-30')],
    ['quarters.1: không có mục «la»', (input) => (input.quarters[1].la = 1)],
    ['period.lastDay', (input) => (input.period.lastDay = '2020-12-31')],
    [
      'choices, ruleset.straddle: Kỳ từ 01/01/2021 đến 30/06/2026',
      (input) => Object.assign(input.period, { lastDay: '2026-06-30' }),
    ],
    [
      'period, decision: 01/10/2025 – 31/12/2025 được đánh giá theo «Nội dung đánh giá theo Nghị định 118/2025/NĐ-CP»',
      (input) => Object.assign(input.quarters[0].period, { from: '2025-10-01', lastDay: '2025-12-31' }),
    ],
  ])('wrong input says «%s» and ends with 2', async (message, spoil) => {
    const { code, out, err } = await cli(['pool', '-'], await example(spoil));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('--help explains every field', async () => {
    const { code, out } = await cli(['pool', '--help']);
    expect(code).toBe(0);
    for (const field of [
      'period',
      'quarters',
      'unitFacts',
      'appraised',
      'evaluated',
      'officers',
      'bands',
      'bothWays',
      'choices',
    ])
      expect(out).toContain(field);
  });
});
