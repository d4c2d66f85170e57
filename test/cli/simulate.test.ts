import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { dossier } from '#wire/dossier.ts';
import { officer } from '#wire/officer.ts';
import { procedure } from '#wire/procedure.ts';
import { response } from '#wire/response.ts';
import { scoreInput } from '#wire/score-input.ts';
import { selfScore } from '#wire/self-score.ts';
import { unitRequest } from '#wire/unit.ts';
import { unitFacts } from '#wire/unit-facts.ts';
import { run } from '../../server/cli/run.ts';
import type { SimulatedRow } from '../../server/cli/simulate-rows.ts';

async function cli(args: string, input = '') {
  const said = { out: '', err: '' };
  const code = await run(args.split(' '), {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    read: async () => input,
  });
  return { code, ...said };
}

const SMALL = 'simulate --from 2026-01-05 --to 2026-06-30 --units 6 --dossiers 600';
const ID = 'mau.01JD3V0000000000000000000A';

describe('cli simulate', () => {
  it('prints one invented row a line, each with a body the server takes', async () => {
    const { code, out, err } = await cli(SMALL);
    expect([code, err]).toEqual([0, '']);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SimulatedRow);
    expect(rows.every(({ invented }) => invented === true)).toBe(true);
    expect(rows[0]).toMatchObject({ kind: 'province', body: { code: 'H99', name: 'Tỉnh Mẫu' } });
    const of = (kind: SimulatedRow['kind']) => rows.filter((row) => row.kind === kind).map(({ body }) => body);
    expect(of('dossier')).toHaveLength(600);
    expect(of('petition').length).toBeGreaterThan(0);
    for (const body of of('dossier')) dossier.parse(body);
    for (const body of of('procedure')) procedure.parse(body);
    for (const body of of('unit')) unitRequest.parse(body);
    for (const body of of('officer')) officer.strict().parse(body);
    for (const body of of('unitFacts')) unitFacts.parse(body);
    // An id is the sender's.
    for (const body of of('selfScore')) selfScore.parse({ id: ID, ...body });
    for (const body of of('response')) response.parse({ id: ID, ...body });
  });

  it('gives a unit the parent it had on the first day, and districts while there were any', async () => {
    const { out } = await cli('simulate --from 2025-06-02 --to 2025-07-31 --units 3 --dossiers 10');
    expect(out).toContain('"unit":"xa-mau-01","name":"Xã Mẫu 1","parent":"huyen-mau-01"');
    expect(out).toContain('"level":"district","from":"2018-01-01","to":"2025-07-01"');
    expect((await cli(SMALL)).out).not.toContain('"level":"district"');
  });

  it('prints the same for the same seed and other rows for another', async () => {
    const [one, same, other] = [await cli(SMALL), await cli(SMALL), await cli(`${SMALL} --seed 2`)];
    expect(same.out).toBe(one.out);
    expect(other.out).not.toBe(one.out);
  });

  it('makes an input that score takes as it is, before and after the end of the decree behind the circular', async () => {
    for (const [args, decided] of [
      [SMALL, true],
      ['simulate --from 2024-01-02 --to 2024-06-28 --units 6 --dossiers 600', false],
    ] as const) {
      const made = await cli(`${args} --format score`);
      expect([made.code, made.err]).toEqual([0, '']);
      expect(scoreInput.parse(JSON.parse(made.out)).decision !== null).toBe(decided);
      const scored = await cli('score -', made.out);
      expect([scored.code, scored.err]).toEqual([0, '']);
      expect(JSON.parse(scored.out).grades.unit.code).not.toBeNull();
    }
  });

  it('makes it for the unit that is named', async () => {
    const { out } = await cli(`${SMALL} --format score --unit xa-mau-02`);
    const { dossiers } = JSON.parse(out) as { dossiers: { dossier: { unit: string } }[] };
    expect(new Set(dossiers.map((each) => each.dossier.unit))).toEqual(new Set(['xa-mau-02']));
  });

  it('reaches from the first decree to the end of the calendar', async () => {
    const first = await cli('simulate --from 2018-06-21 --to 2018-06-22 --dossiers 5000');
    expect([first.code, first.err]).toEqual([0, '']);
    // Before the circular and before any form: no self-scores, no answers.
    expect(first.out).not.toMatch(/"kind":"(selfScore|response)"/);
    const said = (await cli('simulate --from 2026-06-30 --to 2029-12-31')).err;
    const last = /đến (\d+)\/(\d+)\/(\d+)\.$/m.exec(said)?.slice(1).reverse().join('-') ?? '';
    expect((await cli(`simulate --from ${last} --to ${last} --dossiers 5000`)).code).toBe(0);
  });

  it('says how far it is on the way to many', async () => {
    const { err } = await cli('simulate --from 2026-03-02 --to 2026-03-03 --dossiers 50000');
    expect(err).toBe('Đã sinh 50.000/50.000 hồ sơ…\n');
  });

  it('stops without a word when its reader has had enough, as head does', async () => {
    const child = spawn('node', ['--import', 'tsx', 'server/cli/main.ts', ...`${SMALL} --dossiers 30000`.split(' ')]);
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'close');
    expect([code, err]).toEqual([0, '']);
  });

  it('reads a share with a comma as with a point', async () => {
    const [comma, point] = [await cli(`${SMALL} --faults 2,5`), await cli(`${SMALL} --faults 2.5`)];
    expect(comma).toEqual(point);
    expect(comma.code).toBe(0);
  });

  it('needs one working day, be it the last', async () => {
    // Monday 4/5/2026 ends the holidays.
    const { code, out } = await cli('simulate --from 2026-04-30 --to 2026-05-04 --dossiers 20');
    expect(code).toBe(0);
    expect(out.match(/"kind":"dossier"/g)).toHaveLength(20);
  });

  it('makes no fault when none is asked for', async () => {
    const { out } = await cli(`${SMALL} --faults 0`);
    expect(out).toContain('"fault":null');
    expect(out).not.toMatch(/"fault":"/);
    expect((await cli(`${SMALL} --faults 100`)).out).not.toContain('"fault":null');
  });

  it.each([
    ['simulate --to 2026-06-30', '--from: cần một ngày có thật, viết 2026-01-01.\n'],
    ['simulate --from 2026-02-30 --to 2026-06-30', '--from: cần một ngày có thật, viết 2026-01-01.\n'],
    ['simulate --from 2026-06-30 --to 2026-06-29', '--to: ngày cuối phải từ ngày đầu trở đi.\n'],
    [
      'simulate --from 2018-06-20 --to 2018-06-29',
      '--from: quy định về thời hạn có từ 21/06/2018; chọn ngày không sớm hơn.\n',
    ],
    ['simulate --from 2026-06-30 --to 2027-12-31', /^--to: lịch ngày nghỉ chỉ đủ cho hồ sơ nhận đến /],
    [`${SMALL} --seed -1`, /^Không hiểu|^--seed: /],
    [`${SMALL} --seed x`, '--seed: «x» phải là số nguyên từ 0 đến 4.294.967.295.\n'],
    [`${SMALL} --units 0`, '--units: «0» phải là số nguyên từ 1 đến 999.\n'],
    [`${SMALL} --units 1000`, '--units: «1000» phải là số nguyên từ 1 đến 999.\n'],
    [`${SMALL} --dossiers 0`, '--dossiers: «0» phải là số nguyên từ 1 đến 10.000.000.\n'],
    [`${SMALL} --faults 101`, '--faults: «101» phải là phần trăm từ 0 đến 100, ví dụ 0,5.\n'],
    [`${SMALL} --faults 0,5,1`, '--faults: «0,5,1» phải là phần trăm từ 0 đến 100, ví dụ 0,5.\n'],
    // 30/4/2026 and 1/5/2026 are holidays, 2 and 3/5 a weekend.
    [
      'simulate --from 2026-04-30 --to 2026-05-03',
      '--from, --to: khoảng này không có ngày làm việc nào để nhận hồ sơ; chọn khoảng dài hơn.\n',
    ],
    [`${SMALL} --format csv`, '--format: «csv» phải là jsonl hoặc score.\n'],
    [`${SMALL} --format score --unit so-a`, /^--unit: không có «so-a»\. Các đơn vị: so-mau-01, /],
    [`${SMALL} --unit so-mau-01`, '--unit: chỉ dùng cùng --format score.\n'],
    [`${SMALL} --wrong`, /^Không hiểu «.*--wrong»\. Cách dùng: simulate --from/],
  ])('refuses «%s» and says what to change', async (args, words) => {
    const { code, out, err } = await cli(args);
    expect([code, out]).toEqual([2, '']);
    if (typeof words === 'string') expect(err).toBe(words);
    else expect(err).toMatch(words);
  });
});
