import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appraisals } from '#wire/appraisal.ts';
import type { SamplesView } from '#wire/sample.ts';
import { run } from '../../server/cli/run.ts';
import { fillPeriod } from './filled-period.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const code = (i: number) => `H99.01-261102-000${i}`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const SOURCE = 'Xổ số miền Bắc ngày 05/01/2027, giải đặc biệt';
const draw = (number: string, as: As = server.credentials.mau['province-admin']) =>
  server.request<SamplesView & { code: string }>(
    'POST',
    '/v1/samples',
    { period: '2026-q4', number, source: SOURCE },
    as,
  );
const view = async (query = '', as: As = server.credentials.mau.viewer) =>
  (await server.request<SamplesView>('GET', `/v1/samples?period=2026-q4${query}`, undefined, as)).body;
const formOf = async (dossier: string, as: As = server.credentials.mau.reviewer) =>
  (await server.request<Appraisals>('GET', `/v1/appraisals?period=2026-q4&unit=so-a&dossier=${dossier}`, undefined, as))
    .body.rows[0];
const give = (dossier: string, points: number) =>
  outcomesOf(
    server,
    '/v1/appraisals',
    [
      {
        period: '2026-q4',
        unit: 'so-a',
        dossier,
        indicator: 1,
        points,
        reason: 'Đối chiếu hồ sơ giấy tại kho lưu trữ.',
      },
    ],
    server.credentials.mau.reviewer,
  );

async function cli(args: readonly string[], input: string) {
  let out = '';
  const told = (text: string) => {
    out += text;
  };
  return { code: await run(args, { out: told, err: told, read: async () => input }), out };
}

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
});
afterAll(() => server.close());

/**
 * Of the six dossiers (tenths of indicator 1): 1 has 20 and scored itself 20, 2 and 3 have 20, 4 has 10, 5 has 0 and scored itself 10,
 * 6 has no value. Five are drawn: one of each stratum, and of the four without a self-score two more.
 */
const FRAME = ['onTime/notAbove', 'onTime/none', 'onTime/none', 'onTime/none', 'late/above', 'onTime/none'];
const frame = sha256(`so-a|${sha256(FRAME.map((stratum, i) => `${code(i + 1)}|${stratum}\n`).join(''))}\n`);

function listBy(number: string): string[] {
  const seed = sha256(`${frame}|${number}`);
  const rest = [2, 3, 4, 6].map((i) => `${sha256(`${seed}|${code(i)}`)} ${code(i)}`).sort();
  return [code(5), ...rest.slice(0, 3).map((line) => line.slice(65)), code(1)];
}

/** A number by which the dossier without a value is not drawn. */
const NUMBER =
  Array.from({ length: 50 }, (_, i) => `${48_213 + i}`).find((each) => !listBy(each).includes(code(6))) ?? '';

describe('a sample for review', () => {
  it('is drawn after the close and by the province alone, with a number of four digits or more', async () => {
    expect(await draw(NUMBER)).toMatchObject({ status: 409, body: { code: 'sample.open' } });
    server.clock.now = new Date('2027-01-06T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
    expect(await draw('12')).toMatchObject({ status: 422 });
    expect(await draw(NUMBER, server.credentials.mau.reviewer)).toMatchObject({ status: 403 });
    expect((await view()).sample).toBeNull();
  });

  it('is the list anybody comes to who has the number and the dossiers', async () => {
    const { status, body } = await draw(NUMBER);
    expect(status).toBe(201);
    const list = listBy(NUMBER);
    expect(body.sample).toMatchObject({
      ...{ sample: 1, number: NUMBER, source: SOURCE, frameHash: frame, seed: sha256(`${frame}|${NUMBER}`) },
      ...{ listHash: sha256(list.map((each) => `so-a|${each}\n`).join('')), size: 5, whole: 6, done: 0 },
    });
    expect(body.units).toEqual([{ unit: 'so-a', name: 'Đơn vị so-a', size: 5, done: 0 }]);
    // No code without asking for a unit.
    expect(body.dossiers).toEqual([]);
    const own = await view('&unit=so-a');
    expect(own.dossiers.map((each) => each.code)).toEqual(list);
    expect(own.strata).toEqual([
      { stratum: 'late/above', size: 1, done: 0 },
      { stratum: 'onTime/none', size: 3, done: 0 },
      { stratum: 'onTime/notAbove', size: 1, done: 0 },
    ]);
    const [entry] = await server.db.all<{ subject: string; detail: string }>(
      "select subject, detail from audit where tenant = 'mau' and action = 'sample.draw'",
    );
    expect([entry?.subject, JSON.parse(entry?.detail ?? '')]).toEqual([
      '2026-q4',
      { sample: 1, snapshot: '2026-q4.1', number: NUMBER, size: 5, listHash: own.sample?.listHash },
    ]);
  });

  it('is reviewed blind: what the others gave shows once points are given', async () => {
    expect(await formOf(code(5))).toMatchObject({ blind: true, computed: null, self: null });
    // Who cannot give points is not kept from seeing.
    expect(await formOf(code(5), server.credentials.mau.viewer)).toMatchObject({
      blind: false,
      computed: { points: 0 },
      self: { points: 10 },
    });
    expect(await give(code(5), 0)).toEqual(['created']);
    expect(await formOf(code(5))).toMatchObject({ blind: false, computed: { points: 0 }, self: { points: 10 } });
    expect(await formOf(code(5), server.credentials.mau['province-admin'])).toMatchObject({ blind: true, self: null });
    // The stratum would tell: it is on the list of whoever gives points only where points were given.
    const list = (await view('&unit=so-a', server.credentials.mau.reviewer)).dossiers;
    expect(list.map((each) => [each.code, each.stratum !== null])).toEqual(
      [1, 2, 3, 4, 5].map((i) => [code(i), i === 5]),
    );
    const csv = (
      await server.request('GET', '/v1/samples.csv?period=2026-q4', undefined, server.credentials.mau.reviewer)
    ).text;
    expect(csv.split('\r\n')[1]).toBe(`so-a,${code(1)},,,chưa`);
  });

  it('tells how far the sides agree, of the first points alone, and nothing of fewer than five', async () => {
    const few = (await view()).agreement.find(({ pair }) => pair === 'computedAppraised');
    expect(few).toMatchObject({ n: 1, agree: { value: null, because: 'Chưa đủ dữ liệu: mới có 1 hồ sơ, cần từ 5.' } });
    for (const [i, points] of [
      [1, 20],
      [2, 20],
      [3, 10],
      [4, 10],
    ] as const)
      await give(code(i), points);
    // Changed after the others were seen: counted as changed, not as agreement.
    await give(code(3), 20);
    const { agreement, changed, sample } = await view('&unit=so-a');
    expect([sample?.done, changed]).toEqual([5, 1]);
    const computed = agreement.find(({ pair }) => pair === 'computedAppraised');
    // 20 20 20 10 0 against 20 20 10 10 0: four of five alike, one higher by 10, mean 2. Clopper–Pearson of 4/5: 28,4–99,5 %.
    expect(computed).toMatchObject({
      ...{ indicator: 1, n: 5 },
      agree: { id: 'agreement/so-a/computedAppraised/1/agree', value: 4, of: 5, low: 283, high: 995, few: true },
      higher: { value: 1 },
      lower: { value: 0, low: 0 },
      difference: { value: 2 },
      kappa: { value: null, because: 'Chưa đủ dữ liệu: kappa cần từ 30 hồ sơ.' },
    });
    expect(agreement.find(({ pair }) => pair === 'selfComputed')).toMatchObject({ n: 2, difference: { value: null } });
  });

  it('is seen by a unit as far as it is its own', async () => {
    const { units, agreement } = await view('', server.credentials.mau['unit-admin']);
    expect(units.map(({ unit }) => unit)).toEqual(['so-a']);
    expect(agreement[0]?.agree.id).toContain('agreement/so-a/');
    const other = await server.request(
      'GET',
      '/v1/samples?period=2026-q4&unit=so-b',
      undefined,
      server.credentials.mau['unit-admin'],
    );
    expect(other.status).toBe(403);
  });

  it('goes out as a list without points, and that is on record', async () => {
    const { status, text } = await server.request(
      'GET',
      '/v1/samples.csv?period=2026-q4',
      undefined,
      server.credentials.mau.reviewer,
    );
    expect(status).toBe(200);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toBe(`so-a,${code(1)},"Không quá hạn, tự chấm không cao hơn",1,rồi`);
    expect(lines[5]).toBe(`so-a,${code(5)},"Quá hạn, tự chấm cao hơn hệ thống",1,rồi`);
    expect(await server.db.all("select 1 from audit where action = 'sample.export'")).toHaveLength(2);
  });

  it('is drawn again by the command from all it was drawn from', async () => {
    const path = '/v1/samples/frame?period=2026-q4';
    expect((await server.request('GET', path, undefined, server.credentials.mau.reviewer)).status).toBe(403);
    const { text } = await server.request('GET', path, undefined, server.credentials.mau.viewer);
    const { code: exit, out } = await cli(['sample', '-'], text);
    const drawn = JSON.parse(out) as { seed: string; listHash: string; frameHash: string; drawn: { code: string }[] };
    const { sample } = await view();
    expect([exit, drawn.frameHash, drawn.seed, drawn.listHash]).toEqual([
      ...[0, sample?.frameHash, sample?.seed, sample?.listHash],
    ]);
    expect(drawn.drawn.map((each) => each.code)).toEqual(listBy(NUMBER));
  });

  it('drawn anew keeps the one before; one number is used once; after the seal none is drawn', async () => {
    expect(await draw(NUMBER)).toMatchObject({ status: 409, body: { code: 'sample.same' } });
    const { body } = await draw('9999');
    expect([body.sample?.sample, body.sample?.number]).toEqual([2, '9999']);
    expect(body.earlier).toMatchObject([{ sample: 1, number: NUMBER, size: 5 }]);
    await server.request('POST', '/v1/periods/2026-q4/seal', {}, server.credentials.mau['province-admin']);
    expect(await draw('777777')).toMatchObject({ status: 409, body: { code: 'sample.sealed' } });
    const sealed = await view('&unit=so-a');
    expect([sealed.drawable, sealed.givable, sealed.sample?.number]).toEqual([false, false, '9999']);
    // Nobody gives points any more, so nobody is kept from seeing.
    expect(await formOf(code(2), server.credentials.mau['province-admin'])).toMatchObject({ blind: false });
  });
});
