import { describe, expect, it } from 'vitest';
import { run } from '../../server/cli/run.ts';
import type { score766Result } from '../../server/cli/score766-result.ts';

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

async function scored(change: (input: Input) => void = () => {}) {
  const input: Input = JSON.parse((await cli(['score766', '--example'])).out);
  change(input);
  const { code, out, err } = await cli(['score766', '-'], JSON.stringify(input));
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as ReturnType<typeof score766Result>;
}

describe('cli score766', () => {
  it('scores its own example by hand-worked points', async () => {
    const result = await scored();
    expect(result.ruleset).toMatchObject({ id: 'qd766-2022', citeText: 'QĐ 766/QĐ-TTg' });
    expect(result.ruleset.caveats).toHaveLength(1);
    // Group 1: 6 × 0,95 + 4 + 2 × 0,995 + 6 × 0,98 = 5,70 + 4,00 + 1,99 + 5,88. Group 2: both dossiers on time, 20.
    // 3a: 1,60 + 2,00 + 6 × 0,35 : 0,5 = 4,20. 3b: 1,50 + 2,00 + 3,00.
    // Group 4: 5,70 + 3,00 + 0,60 + 2 × 50/80 + 0 + 1,80 + 1,40. Group 5: 6 + 6 + 6, the petition was answered on day 15.
    expect(result.groups.map(({ id, points }) => [id, points])).toEqual([
      ['1', 1757],
      ['2', 2000],
      ['3', 1430],
      ['3a', 780],
      ['3b', 650],
      ['4', 1375],
      ['5', 1800],
    ]);
    expect(result.total).toMatchObject({ points: 8362, of: 10_000, partial: false, text: '83,62/100,00', missing: [] });
    expect(result.grade).toMatchObject({ label: 'Tốt', citeText: 'QĐ 766/QĐ-TTg (chưa kiểm chứng)' });
    expect(result.disagreements).toEqual(['3.toanTrinh', '3.3', '3.5a', '4.2']);
    for (const { because, citeText } of result.findings) {
      expect(because).toMatch(/\.$/);
      expect(citeText).toContain('QĐ 766/QĐ-TTg');
    }
    expect(result.level).toMatchObject({ id: 'province', citeText: 'QĐ 766/QĐ-TTg' });
    // By the note: 6 × 0,32 × 0,98 : 0,5 = 3,7632.
    const online = result.findings.find(({ index }) => index === '3.3');
    expect(online?.disagreement).toMatchObject([{ points: 376, max: 600 }]);
    const digitised = result.findings.find(({ index }) => index === '4.2');
    expect(digitised?.disagreement).toMatchObject([{ points: 375, max: 400, citeText: 'QĐ 766/QĐ-TTg' }]);
  });

  it('shows what dossiers and petitions were counted as', async () => {
    const { counted } = await scored();
    expect(counted['2.1']).toMatchObject({ count: { numerator: 2, denominator: 2 }, unknown: 0 });
    // Stopped 24/9 10:00, less four days for the supplement: 20/9 10:00, before the promised 21/9.
    expect(counted['2.1']?.findings[1]).toMatchObject({
      code: 'H99.01-260907-0014',
      onTime: true,
      citeText: 'QĐ 766/QĐ-TTg (cách hiểu)',
    });
    expect(counted['5.4']).toMatchObject({ count: { numerator: 2, denominator: 2 }, unknown: 0 });
    expect(counted['5.2']).toMatchObject({ count: { numerator: 1, denominator: 1 }, unknown: 0 });
  });

  it('a late dossier counts against 2.1 and 5.4; one that was never received against neither', async () => {
    const { counted } = await scored(({ dossiers }) => {
      dossiers[0].dossier.ready = '2026-09-18T08:00';
      dossiers[1].dossier = { ...dossiers[1].dossier, received: null, state: 'refused' };
    });
    expect(counted['2.1']?.count).toEqual({ numerator: 0, denominator: 1 });
    expect(counted['5.4']?.count).toEqual({ numerator: 0, denominator: 1 });
  });

  it('dossiers that cannot be told give no points, not those of an empty period', async () => {
    const { findings, total } = await scored((input) => {
      for (const row of input.dossiers) row.petitionOrDislike = null;
      input.petitions[0].answered = undefined;
    });
    const points = (id: string) => findings.find(({ index }) => index === id)?.points;
    expect([points('2.1'), points('5.2'), points('5.4')]).toEqual([2000, null, null]);
    expect(total).toMatchObject({ partial: true, of: 8800, missing: ['5.2', '5.4'] });
  });

  it('a total with rows of unknown ceilings is partial, though nothing is missing', async () => {
    const { total, grade } = await scored((input) => {
      input.lastDay = '2026-10-31';
      input.counts['3.toanTrinh'] = { numerator: 1, denominator: 2 };
    });
    expect(total).toMatchObject({ of: 10_000, missing: [], partial: true });
    expect(total.unknownCeiling).toEqual(['3.chuDong1', '3.chuDong2', '5.catGiam']);
    expect(grade.because).toContain('chưa biết điểm tối đa');
    expect(grade.label).not.toBeNull();
  });

  it('without dossiers and petitions takes their counts, and nothing is added', async () => {
    const result = await scored((input) => {
      delete input.dossiers;
      delete input.petitions;
      input.counts['2.1'] = { numerator: 80, denominator: 100 };
    });
    expect(result.counted).toEqual({});
    expect(result.findings.find(({ index }) => index === '2.1')?.points).toBe(1600);
    expect(result.total.missing).toEqual(['5.2', '5.4']);
  });

  it('a petition is judged as of the last day of the period', async () => {
    const answered = async (lastDay: string) => {
      const { counted } = await scored((input) => {
        input.lastDay = lastDay;
        input.petitions[0].answered = null;
      });
      return counted['5.2']?.findings[0]?.onTime;
    };
    // Received Monday 07/9: the fifteenth working day is Monday 28/9.
    expect([await answered('2026-09-28'), await answered('2026-09-29')]).toEqual([true, false]);
  });

  it('takes the bands of a province with their act', async () => {
    const { grade } = await scored((input) => {
      input.bands = {
        act: 'QĐ 01/2026/QĐ-UBND của UBND tỉnh Mẫu',
        steps: [
          { min: 8000, label: 'Loại A' },
          { min: 0, label: 'Loại B' },
        ],
      };
    });
    expect(grade).toMatchObject({ label: 'Loại A', citeText: 'QĐ 01/2026/QĐ-UBND của UBND tỉnh Mẫu' });
  });

  it.each([
    ['counts.1.1', (input: Input) => (input.counts['1.1'].numerator = 41)],
    ['counts.1.1.denominator', (input: Input) => delete input.counts['1.1'].denominator],
    ['counts: không có mục «9.9»', (input: Input) => (input.counts['9.9'] = { numerator: 1, denominator: 2 })],
    ['counts.2.1', (input: Input) => (input.counts['2.1'] = { numerator: 1, denominator: 2 })],
    ['counts.5.4', (input: Input) => (input.counts['5.4'] = { numerator: 1, denominator: 2 })],
    ['counts.5.2', (input: Input) => (input.counts['5.2'] = { numerator: 1, denominator: 2 })],
    ['counts.5.catGiam', (input: Input) => (input.counts['5.catGiam'] = { numerator: 1, denominator: 2 })],
    ['level', (input: Input) => (input.level = 'ward')],
    [
      'lastDay: Việc chấm cấp huyện theo QĐ 766/QĐ-TTg không áp dụng cho ngày 30/09/2026.',
      (input: Input) => (input.level = 'district'),
    ],
    ['counts.3.3.ketQua', (input: Input) => (input.counts['3.3.ketQua'] = { numerator: 2, denominator: 1 })],
    ['lastDay', (input: Input) => (input.lastDay = '2022-07-31')],
    ['lastDay', (input: Input) => (input.lastDay = '2026-02-30')],
    [
      'bands.steps',
      (input: Input) =>
        (input.bands = {
          act: 'QĐ 1',
          steps: [
            { min: 0, label: 'B' },
            { min: 9, label: 'A' },
          ],
        }),
    ],
    [
      'bands.steps',
      (input: Input) =>
        (input.bands = {
          act: 'QĐ 1',
          steps: [
            { min: 9, label: 'A' },
            { min: 1, label: 'B' },
          ],
        }),
    ],
    ['dossiers.0.dossier.received', (input: Input) => (input.dossiers[0].dossier.received = 'hôm qua')],
    ['petitions.0.answered', (input: Input) => (input.petitions[0].answered = 'hôm qua')],
  ])('wrong input names %s and ends with 2', async (field, spoil) => {
    const input: Input = JSON.parse((await cli(['score766', '--example'])).out);
    spoil(input);
    const { code, out, err } = await cli(['score766', '-'], JSON.stringify(input));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(field);
  });

  it('no JSON, no file, no argument, an unknown option: each its own sentence', async () => {
    const calls = [['-'], ['none.json'], [], ['--all']];
    const runs = await Promise.all(calls.map((args) => cli(['score766', ...args], '{')));
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(runs[0]?.err).toContain('không phải JSON hợp lệ');
    expect(runs[1]?.err).toContain('none.json: không mở được tệp');
    expect(runs[2]?.err).toContain('Cần đúng một tệp. Cách dùng: score766 FILE|- | --example');
    expect(runs[3]?.err).toContain('Không hiểu «--all»');
  });

  it('--help explains every field of the input and the result', async () => {
    const { code, out } = await cli(['score766', '--help']);
    expect(code).toBe(0);
    for (const field of ['lastDay', 'level', 'counts.', 'bands.', 'dossiers', 'petitions', 'disagreement', 'grade'])
      expect(out).toContain(field);
  });
});
