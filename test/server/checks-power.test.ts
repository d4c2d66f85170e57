import { describe, expect, test } from 'vitest';
import type { Measured } from '../../server/cli/checks/measure.ts';
import { honestTable, powerTable } from '../../server/cli/checks/table.ts';
import { run } from '../../server/cli/run.ts';

async function called(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await run(['checks-power', ...args], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async () => '',
  });
  return { code, out, err };
}

const SMALL = ['--units', '20', '--officers', '40', '--dossiers', '12000'];

describe('the checks measured on an invented province', () => {
  test('find what is planted where there is enough to judge by, and ask hardly anybody else', async () => {
    const { code, out } = await called('--seeds', '7', '--json', ...SMALL);
    expect(code).toBe(0);
    const { outcomes, honest, dossiers } = JSON.parse(out) as Measured;
    expect(dossiers).toBeGreaterThan(9000);
    const judged = outcomes.filter(({ done, n }) => done && n >= 30);
    // At twice what has to be found nothing is missed: full points throughout, 70 at once, 35 of a hundred answers, 25 of a hundred presses.
    const strong = judged.filter(({ id, strength }) =>
      [
        ['allMaximum', 100],
        ['scoredAtOnce', 70],
        ['linksMinted', 35],
        ['pressedAside', 25],
      ].some(([other, most]) => id === other && strength === most),
    );
    expect(strong.length).toBeGreaterThan(1);
    expect(strong.filter(({ byOwn }) => !byOwn)).toEqual([]);
    // What is half as strong as that is found less often, or it would be the same to do nothing.
    const weak = judged.filter(({ id, strength }) => id === 'scoredAtOnce' && strength === 30);
    expect(weak.some(({ byOwn }) => byOwn)).toBe(false);
    expect(honest.askedOfficers + honest.askedUnits).toBeLessThanOrEqual(1);
  });

  test('of an honest one say nothing was planted, and the same for the same seed', async () => {
    const [one, again] = [await called('--honest', ...SMALL), await called('--honest', ...SMALL)];
    expect(one.out).toBe(again.out);
    expect(one.out).toContain('| Cán bộ | 40 |');
    expect(one.out).toContain('| Đơn vị | 20 |');
    expect(one.out).not.toContain('Việc gieo vào');
  });

  test('say what is wrong with a call', async () => {
    expect((await called('--seeds', '9-3')).err).toContain('--seeds: «9-3»');
    expect((await called('--units', '0')).err).toContain('--units: «0»');
  });
});

describe('the table', () => {
  const outcome = { id: 'datesMoved', strength: 20, n: 40, done: true, byOwn: true, byAny: true } as const;
  const honest = {
    ...{ officers: 200, units: 50, flags: { movedDates: 1 }, askedOfficers: 1, askedUnits: 0 },
    ...{ all: 4, wrong: 1 },
  };
  const measured: Measured[] = [
    {
      ...{ seed: 1, dossiers: 100, honest },
      outcomes: [
        outcome,
        { ...outcome, byOwn: false },
        { ...outcome, n: 12 },
        { ...outcome, done: false },
        { ...outcome, strength: 30, n: 70 },
      ],
    },
  ];

  test('counts cases of 30 and more alone, each share with its exact interval, and says where finding ends', () => {
    const text = powerTable(measured).replaceAll('\u00a0', ' ');
    // 1 of 2, Clopper–Pearson: 1 − √0.975 = 1.26 % to √0.975 = 98.74 %, rounded outwards.
    expect(text).toContain('(mức phải tìm thấy) | 2 | 50,0 % (1,2–98,8) | 100 % (15,8–100,0) | 2 |');
    expect(text).toContain('Tìm thấy từ mức: đổi ngày hẹn sau khi quá hạn ở 30 % hồ sơ quá hạn.');
    expect(text).toContain('Theo n ở mức phải tìm thấy: 30–59: 1/2.');
  });

  test('few cases of a stronger one, of which one was missed, take nothing from where finding begins', () => {
    const stronger = (missed: number) =>
      Array.from({ length: 18 }, (_, i) => ({ ...outcome, strength: 30, byOwn: i >= missed }));
    const told = (missed: number) =>
      powerTable([{ seed: 1, dossiers: 100, honest, outcomes: [outcome, ...stronger(missed)] }]).replaceAll(
        '\u00a0',
        ' ',
      );
    // Clopper–Pearson of 17 in 18 ends at 99.86 %, of 14 in 18 at 93.59 %: only the second lies below 95 %.
    expect(told(1)).toContain('Tìm thấy từ mức: đổi ngày hẹn sau khi quá hạn ở 20 % hồ sơ quá hạn.');
    expect(told(4)).toContain('Chưa mức nào tìm thấy 95 %.');
  });

  test('says how many who did nothing were asked', () => {
    const text = honestTable(measured).replaceAll('\u00a0', ' ');
    expect(text).toMatch(/\| Cán bộ \| 200 \| 1: 0,5 % \(0,0–2,8\) \|/);
    expect(text).toContain('movedDates 1. Trên mọi câu hỏi đã nêu: 1/4.');
  });
});
