import { describe, expect, it } from 'vitest';
import { run } from '../../server/cli/run.ts';
import { SCORE_EXAMPLE } from '../../server/cli/score-example.ts';
import type { scoreResult } from '../../server/cli/score-result.ts';

const example = JSON.stringify(SCORE_EXAMPLE);

async function cli(args: readonly string[], input: string) {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async () => input,
  });
  return { code, out, err };
}

describe('cli score and its days', () => {
  it('counts by the hours of the office that are given', async () => {
    const input = JSON.parse(example);
    input.choices = { 'index1.source': 'system' };
    // Promised for Friday 04/12 and paused for a day: due on Monday 07/12, or on Saturday 05/12 where that is a working day.
    input.dossiers = [{ ...input.dossiers[2], dossier: { ...input.dossiers[2].dossier, ready: '2026-12-07T09:00' } }];
    const points = async () => {
      const { code, out, err } = await cli(['score', '-'], JSON.stringify(input));
      expect([code, err]).toEqual([0, '']);
      return (JSON.parse(out) as ReturnType<typeof scoreResult>).official[0]?.value;
    };
    expect(await points()).toBe(10);
    input.hours.counted.push(6);
    input.hours.sessions['6'] = input.hours.sessions['5'];
    expect(await points()).toBe(0);
    delete input.hours;
    expect(await points()).toBe(10);
  });

  it('a year the circular ended in is scored on the last day it held, where that is chosen', async () => {
    const input = JSON.parse(example);
    input.period = { from: '2025-01-01', lastDay: '2025-12-31' };
    input.decision = null;
    input.dossiers = [];
    input.unitFacts.oneStop = { listed: 10, receivedAndReturned: 10, wholeCycle: 5, level: 'district' };
    expect((await cli(['score', '-'], JSON.stringify(input))).code).toBe(2);
    input.choices['ruleset.straddle'] = 'firstDay';
    const { code, out } = await cli(['score', '-'], JSON.stringify(input));
    const result = JSON.parse(out) as ReturnType<typeof scoreResult>;
    expect([code, result.period.judgedOn, result.official[4]?.value]).toEqual([0, '2025-06-30', 20]);
    const compared = await cli(['score', '-', '--compare', 'rounding=truncate'], JSON.stringify(input));
    expect(compared.code).toBe(0);
  });

  it('a level that is no more is named in words, on a day as people write it', async () => {
    const input = JSON.parse(example);
    input.unitFacts.oneStop.level = 'district';
    const { code, err } = await cli(['score', '-'], JSON.stringify(input));
    expect(code).toBe(2);
    expect(err).toContain('Ngưỡng chỉ số 5 của cấp huyện không áp dụng cho ngày 31/12/2026.');
  });
});
