import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHOICES } from '#rules/choices.ts';
import { run } from '../../server/cli/run.ts';
import type { compareResult } from '../../server/cli/score-compare.ts';
import type { scoreResult } from '../../server/cli/score-result.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The real program, fed through standard input. */
function program(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile('node', ['--import', 'tsx', 'server/cli/main.ts', ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

/** The same commands inside this process, for the many small cases. */
async function cli(args: readonly string[], input = ''): Promise<Ran> {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async (path) => (path === '-' ? input : readFile(path, 'utf8')),
  });
  return { code, out, err };
}

describe('cli score', () => {
  let folder = '';
  let example = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dvc-cli-'));
    example = (await program(['score', '--example'])).out;
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('scores its own example: findings, totals, grades and what is missing', async () => {
    const { code, out, err } = await program(['score', '-'], example);
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out) as ReturnType<typeof scoreResult>;
    for (const { cite, because, citeText } of result.findings) {
      expect(cite.act).toBe('TT 01/2018/TT-VPCP');
      expect(because).not.toBe('');
      expect(citeText).toContain('Điều 13 TT 01/2018/TT-VPCP');
    }
    // By hand: 1 = (2+0+1)/3 = 1,0 · 2 = (2+1)/2 = 1,5 · 3 = (2+2+1)/3 = 1,7 · 4 = (2+1+2)/3 = 1,7 · 7 = (2+0+1)/3 = 1,0;
    // 5 = 2, 6 = 2, 8 = 1 (90 % on time), 9 = 2 → 13,9 of 18: Tốt. Officer CB-0117, two dossiers: 1,0 + 1,5 + 2,0 + 1,5 + 1,0 = 7,0.
    expect(result.official.map(({ value }) => value)).toEqual([10, 15, 17, 17, 20, 20, 10, 10, 20]);
    expect(result.totals.unit).toEqual({ total: 139, max: 180, text: '13,9/18' });
    expect(result.grades.unit).toMatchObject({ code: 'good', label: 'Tốt', citeText: 'Điều 15 TT 01/2018/TT-VPCP' });
    // No national text derives a satisfaction level from a grade.
    expect(result.grades.satisfactionLabel).toBeNull();
    expect(result.totals.officers[0]).toMatchObject({ officer: 'CB-0117', total: 70, max: 100 });
    expect(result.missing).toMatchObject({
      unit: [],
      officers: [{ missing: [] }, { officer: 'CB-0205', missing: [2] }],
    });
    expect(result.leftOut).toEqual([]);
  });

  it.each([
    ['binh-thuan-1063', 'Hài lòng', 'Bình Thuận'],
    ['tay-ninh-800', undefined, 'Bình thường'],
  ])('a decision may apply %s, with what that settles', async (ruleset, label, caveat) => {
    const input = JSON.parse(example);
    input.decision.ruleset = ruleset;
    const { code, out } = await cli(['score', '-'], JSON.stringify(input));
    const result = JSON.parse(out) as ReturnType<typeof scoreResult>;
    expect(code).toBe(0);
    expect(result.ruleset.id).toBe(ruleset);
    expect(result.grades.satisfactionLabel?.label).toBe(label);
    expect(JSON.stringify(result.caveats)).toContain(caveat);
    expect(result.grades.unit.code).toBe('good');
  });

  it('without a decision the decree of 2025 judges the period, and it gives no points', async () => {
    const input = { ...JSON.parse(example), decision: null };
    const { code, err } = await cli(['score', '-'], JSON.stringify(input));
    expect(code).toBe(2);
    expect(err).toContain('Nội dung đánh giá theo Nghị định 118/2025/NĐ-CP');
    expect(err).toContain('không có điểm');
    expect(err).toContain('«decision»');
  });

  it('a period two rulesets judge in turn is scored once that is settled', async () => {
    const input = JSON.parse(example);
    input.decision.ruleset = 'binh-thuan-1063';
    input.decision.from = '2026-11-01';
    input.decision.to = null;
    const asked = await cli(['score', '-'], JSON.stringify(input));
    expect(asked.code).toBe(2);
    expect(asked.err).toContain('choices, ruleset.straddle: ');
    input.choices['ruleset.straddle'] = 'lastDay';
    expect((await cli(['score', '-'], JSON.stringify(input))).code).toBe(0);
    input.choices['ruleset.straddle'] = 'firstDay';
    expect((await cli(['score', '-'], JSON.stringify(input))).err).toContain('không có điểm');
  });

  it('counts answers without proof apart, and an appraisal in the place of what is declared', async () => {
    const input = JSON.parse(example);
    input.dossiers[0].proof = 'officerLink';
    input.appraised = { 3: 0, 6: 10 };
    const { out } = await cli(['score', '-'], JSON.stringify(input));
    const result = JSON.parse(out) as ReturnType<typeof scoreResult>;
    expect(result.answersApart).toBe(1);
    expect(result.official[0]).toMatchObject({ source: 'citizen', n: 2 });
    expect(result.official[2]).toMatchObject({ source: 'citizen' });
    expect(result.official[5]).toEqual({ indicator: 6, source: 'appraised', sum: 10, n: 1, value: 10 });
    const apart = result.findings.filter(({ dossier, series }) => dossier?.endsWith('0001') && series === 'citizen');
    expect(apart.map(({ counts }) => counts)).toEqual([false, false, false, false, false, false]);
  });

  it('--compare prints both results, what changes and why', async () => {
    const { code, out } = await cli(['score', '-', '--compare', 'index1.source=system, rounding=truncate'], example);
    const result = JSON.parse(out) as ReturnType<typeof compareResult>;
    expect(code).toBe(0);
    expect(result.choices.map(({ key, before, after }) => [key, before, after])).toEqual([
      ['index1.source', 'Phiếu của người dân', 'Hệ thống một cửa'],
      ['rounding', 'Làm tròn lên', 'Cắt bỏ phần lẻ'],
    ]);
    // System: early, overdue, early (a day's pause moved its deadline from 04/12 to 07/12) = 4/3 = 1,3 instead of 1,0; 3 and 4: 5/3
    // = 1,66… cut to 1,6 instead of 1,7. 13,9 + 0,3 − 0,1 − 0,1 = 14,0.
    expect([result.before.total.total, result.after.total.total]).toEqual([139, 140]);
    expect(result.gradeChanged).toBe(false);
  });

  it.each([
    ['index1.sourc=system', 'không có lựa chọn «index1.sourc»'],
    ['rounding=up', '«rounding» nhận một trong: halfUp, halfEven, truncate'],
    ['rounding', 'Viết rounding=halfUp'],
  ])('--compare %s says what there is to choose', async (choice, message) => {
    const { code, out, err } = await cli(['score', '-', '--compare', choice], example);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('reads a file, and leaves out a dossier of another period', async () => {
    const path = join(folder, 'input.json');
    const input = JSON.parse(example);
    input.dossiers[0].dossier.ready = '2026-09-30T10:00';
    await writeFile(path, JSON.stringify(input));
    const { out } = await program(['score', path]);
    const result = JSON.parse(out) as ReturnType<typeof scoreResult>;
    expect(result.leftOut).toEqual(['H99.01-261005-0001']);
    expect(result.findings.some((finding) => finding.dossier === 'H99.01-261005-0001')).toBe(false);
  });

  it.each([
    ['dossiers.0.citizen.contacts', (input: ReturnType<typeof JSON.parse>) => (input.dossiers[0].citizen.contacts = 3)],
    [
      'dossiers.1.dossier.received',
      (input: ReturnType<typeof JSON.parse>) => (input.dossiers[1].dossier.received = 'hôm qua'),
    ],
    ['choices.granularity', (input: ReturnType<typeof JSON.parse>) => (input.choices.granularity = 'week')],
    ['period.lastDay', (input: ReturnType<typeof JSON.parse>) => (input.period.lastDay = '2026-09-30')],
    ['unitFacts.petitions', (input: ReturnType<typeof JSON.parse>) => (input.unitFacts.petitions.onTime = 11)],
    ['decision', (input: ReturnType<typeof JSON.parse>) => (input.decision = null)],
    ['decision.ruleset', (input: ReturnType<typeof JSON.parse>) => (input.decision.ruleset = 'nd118-ev')],
    ['appraised.5', (input: ReturnType<typeof JSON.parse>) => (input.appraised = { 5: 21 })],
    ['hours.counted', (input: ReturnType<typeof JSON.parse>) => (input.hours.counted = [6])],
    ['dossiers.0.proof', (input: ReturnType<typeof JSON.parse>) => (input.dossiers[0].proof = 'hearsay')],
  ])('wrong input names %s and ends with 2', async (field, spoil) => {
    const input = JSON.parse(example);
    spoil(input);
    const { code, out, err } = await cli(['score', '-'], JSON.stringify(input));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(field);
  });

  it('no JSON, no file, no command: each its own sentence', async () => {
    const runs = await Promise.all([
      cli(['score', '-'], '{'),
      program(['score', join(folder, 'none.json')]),
      cli(['score']),
      cli(['grade']),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    const errors = runs.map(({ err }) => err);
    expect(errors[0]).toContain('không phải JSON hợp lệ');
    expect(errors[1]).toContain('không mở được tệp');
    expect(errors[2]).toContain('Cần đúng một tệp');
    expect(errors[3]).toContain('Không có lệnh «grade»');
  });

  it('--help lists the commands', async () => {
    const { code, out } = await cli(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('score FILE|- [--compare KHÓA=GIÁ_TRỊ,…] | --example');
  });

  it('score --help explains every field of the input and every choice', async () => {
    const { out } = await cli(['score', '--help']);
    for (const word of [...Object.keys(JSON.parse(example)), 'verifiedPetition', 'legacy', 'self', 'proof'])
      expect(out).toContain(word);
    for (const { key } of CHOICES) expect(out).toContain(`${key} (`);
  });
});
