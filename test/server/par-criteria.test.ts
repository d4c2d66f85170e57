import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParCriteriaView } from '#wire/par-criteria.ts';
import type { Problem } from '#wire/problem.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const get = (as: As, year = 2026) =>
  server.request<ParCriteriaView>('GET', `/v1/par-criteria?year=${year}`, undefined, as);
const put = (path: string, body: unknown) =>
  server.request<ParCriteriaView>('PUT', `/v1/par-criteria${path}`, body, server.credentials.mau['province-admin']);

const LIST = {
  year: 2026,
  act: 'Bộ tiêu chí mẫu',
  certainty: 'secondary',
  criteria: [
    {
      id: '3.1',
      name: 'Hồ sơ cấp tỉnh giải quyết đúng hạn',
      max: '2',
      source: { ratio: 'onTime.province', conversion: { kind: 'steps', steps: [{ from: '95', points: '2' }] } },
    },
    {
      id: '3.4',
      name: 'Phản ánh, kiến nghị trả lời đúng hạn',
      max: '1',
      source: {
        ratio: 'petitions.onTime',
        conversion: { kind: 'linear', from: { ratio: '0', points: '0' }, to: { ratio: '100', points: '1' } },
      },
    },
    { id: '3.7', name: 'Điều tra xã hội học', max: '3', source: null },
  ],
};

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
});
afterAll(() => server.close());

describe('the list of a province', () => {
  it('is not there until somebody puts it in, and says by which decision the year is judged', async () => {
    const { body } = await get(server.credentials.mau.viewer);
    expect(body).toMatchObject({ year: 2026, list: null, forecast: null, findings: [], periods: [] });
    expect(body.decision === null).toBe(body.decisionBecause !== null);
  });

  it('is refused with every fault named, and then nothing is kept', async () => {
    const wrong = await put('', { ...LIST, criteria: [LIST.criteria[2], LIST.criteria[2]] });
    expect(wrong).toMatchObject({
      status: 422,
      body: { code: 'body.invalid', issues: [{ message: 'Tiêu chí «3.7»: mã bị lặp.' }] },
    });
    expect((await put('', { ...LIST, criteria: [{ ...LIST.criteria[0], max: 2 }] })).status).toBe(422);
    const later = await put('', { ...LIST, criteria: [{ ...LIST.criteria[2], from: '2027-01-01' }] });
    expect([later.status, later.text]).toEqual([422, expect.stringContaining('áp dụng sau năm 2026')]);
    expect(await server.db.all("select 1 from par_criteria where tenant = 'mau'")).toEqual([]);
  });

  it('is followed by what closed periods counted, unknown being unknown', async () => {
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
    const { body } = await put('', LIST);
    expect(body.periods).toEqual(['Quý IV/2026']);
    const ratio = (id: string) => body.ratios.find((each) => each.id === id);
    // All six were filed at the counter; d5 was late and d6 may have been: no letter is on record for either.
    expect(ratio('online')).toMatchObject({ from: 'counted', supply: null, share: { value: 0, of: 6 } });
    expect(ratio('post')).toMatchObject({ from: 'counted', share: { value: 0, of: 6 } });
    expect(ratio('apology.sent')).toMatchObject({ from: null, share: { value: null } });
    expect(ratio('apology.sent')?.because).toContain('2 hồ sơ không rõ');
    expect(ratio('apology.sent')?.supply).toContain('Ghi đủ từ ngày nào');
    // None was given a new date; of supplements d3 shows one, d4 two, d1 and d2 none, d5 and d6 nothing.
    expect(ratio('reappointed.again')).toMatchObject({ share: { value: 0, of: 6 } });
    expect(ratio('supplement.again')).toMatchObject({ share: { value: 1, of: 4 } });
    expect(ratio('supplement.again')?.because).toContain('Đếm hồ sơ kết thúc trong các kỳ này.');
    expect(ratio('payment.online')).toMatchObject({ from: null, share: { value: null } });
    expect(ratio('payment.online')?.supply).toContain('ghi lấy ở đâu');
    const [onTime, petitions, survey] = body.findings;
    // 3 early, 1 on time, 1 late, 1 not known: 4 of 5 is 80 %, below 95; with the unknown one at best 5 of 6.
    expect(onTime).toMatchObject({ points: { value: 0, of: 200 }, atMaximum: false, declarable: false });
    expect(body.ratios.find(({ id }) => id === 'onTime.province')?.share).toMatchObject({ value: 4, of: 5 });
    // so-a answered 9 of 10; two units stated nothing, so whether the maximum is reached is not known.
    expect(petitions).toMatchObject({ points: { value: 90, of: 100 }, atMaximum: null });
    expect(survey).toMatchObject({ points: { value: null }, atMaximum: null, declarable: true, declared: null });
    expect(body.forecast).toMatchObject({ criteria: 3, atMaximum: 0, unknown: 2, partial: true });
    expect(body.forecast?.below).toMatchObject([{ id: '3.1', by: { value: 200 } }]);
  });

  it('takes points the province declares with their paper, up to the maximum, and takes them back', async () => {
    const evidence = 'Báo cáo số 12/BC-SNV';
    const declared = await put('/declared', { year: 2026, id: '3.7', points: '3', evidence });
    expect(declared.body.findings[2]).toMatchObject({
      points: { value: 300 },
      atMaximum: true,
      declared: { evidence, actor: 'user:province-admin' },
    });
    expect(declared.body.forecast?.atMaximum).toBe(1);
    const back = await put('/declared', { year: 2026, id: '3.7', points: null, evidence: 'Nhập nhầm' });
    expect(back.body.findings[2]).toMatchObject({ points: { value: null }, declared: null });
    for (const [body, why] of [
      [{ id: '3.7', points: '3,5' }, 'vượt điểm tối đa'],
      [{ id: '3.1', points: '1' }, 'tính từ tỷ lệ'],
      [{ id: '9', points: '1' }, 'không có tiêu chí 9'],
    ] as const) {
      const refused = await put('/declared', { year: 2026, evidence, ...body });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain(why);
    }
  });

  it('changes one criterion at a time, dated: the year is judged by what holds on its last day', async () => {
    const online = (from: string | null, points: string) => ({
      ...{ year: 2026, id: '3.8', name: 'Hồ sơ nộp trực tuyến', max: '2', from, act: from ? 'QĐ 9/QĐ-UBND' : null },
      source: { ratio: 'online', conversion: { kind: 'steps', steps: [{ from: '0', points }] } },
    });
    expect((await put('/criterion', online(null, '1'))).body.findings[3]).toMatchObject({
      id: '3.8',
      points: { value: 100 },
    });
    const { body } = await put('/criterion', online('2026-07-01', '2'));
    expect(body.findings).toHaveLength(4);
    expect(body.findings[3]).toMatchObject({ id: '3.8', points: { value: 200 } });
    expect(body.findings[3]?.cite).toContain('QĐ 9/QĐ-UBND');
    expect(body.criteria.map(({ id, from, replaced }) => [id, from, replaced])).toEqual([
      ['3.1', null, false],
      ['3.4', null, false],
      ['3.7', null, false],
      ['3.8', null, true],
      ['3.8', '2026-07-01', false],
    ]);
    expect(body.criteria[4]?.source).toEqual({ ratio: 'online', kind: 'steps', bounds: '0,00 = 2,00' });
    const back = await put('/criterion', { ...online('2026-07-01', '2'), removed: true });
    expect(back.body.findings[3]).toMatchObject({ id: '3.8', points: { value: 100 } });
    for (const [change, path] of [
      [{ max: '0' }, 'max'],
      [{ max: '1' }, 'source'],
      [{ from: '2027-02-01' }, 'from'],
      [{ year: 2024, act: null }, 'act'],
    ] as const) {
      const refused = await put('/criterion', { ...online(null, '1,5'), ...change });
      expect([refused.status, (refused.body as unknown as Problem).issues?.[0]?.path]).toEqual([422, path]);
    }
  });

  it('takes the count of a ratio nothing here tells, with where it was read, and keeps it apart', async () => {
    const source = 'Cổng Dịch vụ công quốc gia, ngày 05/01/2027';
    const count = { year: 2026, ratio: 'payment.online', numerator: 80, denominator: 100, source };
    const { body } = await put('/counts', count);
    expect(body.ratios.find(({ id }) => id === 'payment.online')).toMatchObject({
      ...{ from: 'entered', supply: null, share: { value: 80, of: 100 } },
      entered: { numerator: 80, denominator: 100, source },
    });
    const counted = await put('/counts', { ...count, ratio: 'online' });
    expect(counted.text).toContain('đã được đếm');
    expect((await put('/counts', { ...count, numerator: 101 })).status).toBe(422);
    const back = await put('/counts', { ...count, numerator: null, denominator: null });
    expect(back.body.ratios.find(({ id }) => id === 'payment.online')).toMatchObject({ from: null, entered: null });
  });

  it('is the whole province’s: who administers one unit does not see it', async () => {
    expect((await get(server.credentials.mau['unit-admin'])).status).toBe(403);
    const logged = await server.db.all<{ action: string }>(
      "select action from audit where tenant = 'mau' and action like 'par.%' order by seq",
    );
    expect(logged.map(({ action }) => action)).toEqual([
      ...['par.put', 'par.declare', 'par.declare', 'par.put', 'par.put', 'par.remove', 'par.count', 'par.count'],
    ]);
  });
});
