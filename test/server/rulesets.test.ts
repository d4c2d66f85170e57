import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import type { Choices } from '#rules/choices.ts';
import type { PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import { TAY_NINH_800 } from '#rules/rulesets/tay-ninh-800.ts';
import type { DeviceSelf } from '#wire/device.ts';
import type { Problem } from '#wire/problem.ts';
import type { Period, PublicResults, Results } from '#wire/results.ts';
import { settledChoices } from '../../server/store/settled-choices.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const call = <Body>(method: string, path: string, body?: unknown) =>
  server.request<Body>(method, path, body, server.credentials.mau['province-admin']);

/** The province settles a decision that applies `ruleset` from `from` on, or none. */
async function settle(ruleset: PointsRulesetId | null, from: string, choices: Partial<Choices> = {}): Promise<void> {
  const decision = ruleset && { act: 'QĐ 7/QĐ-UBND', ruleset, from, to: null };
  const settings = { name: 'Tỉnh mau', decision, hours: DEFAULT_OFFICE_HOURS, choices };
  expect((await call('PUT', '/v1/tenant', settings)).status).toBe(200);
}

const open = (period: string, kind: 'quarter' | 'year', from: string, lastDay: string) =>
  call<Period & Problem>('POST', '/v1/periods', { period, kind, from, lastDay });
const year2025 = () => open('2025', 'year', '2025-01-01', '2025-12-31');

describe('a period is judged by the ruleset the decision names', () => {
  it('which stays its own when the province later applies another', async () => {
    await settle('tay-ninh-800', '2026-01-01');
    expect((await open('2027-q1', 'quarter', '2027-01-01', '2027-03-31')).body).toMatchObject({
      ruleset: 'tay-ninh-800',
      rulesetTitle: 'Chín chỉ số theo cách của Tây Ninh',
      decision: 'QĐ 7/QĐ-UBND',
    });
    await settle('tt01-2018', '2026-01-01');
    const { body } = await call<{ periods: Period[] }>('GET', '/v1/periods');
    expect(body.periods.find(({ period }) => period === '2027-q1')?.ruleset).toBe('tay-ninh-800');
  });

  it('with the choices that ruleset settles, said to be those of the decision and not our reading', async () => {
    await settle('binh-thuan-1063', '2026-01-01', { notEvaluated: 'noGrade', granularity: 'halfDay' });
    await open('2027-q1', 'quarter', '2027-01-01', '2027-03-31');
    const [row] = await server.db.all<{ choices: string }>("select choices from periods where period = '2027-q1'");
    expect(settledChoices(row?.choices ?? '{}')).toMatchObject({
      notEvaluated: 'weak',
      'satisfaction.label': 'binhThuan',
      granularity: 'halfDay',
    });
    const { body } = await call<Results>('GET', '/v1/periods/2027-q1/results');
    const choice = (key: string) => body.choices.find((each) => each.key === key);
    expect(choice('notEvaluated')).toMatchObject({
      reason: 'Quyết định áp dụng bộ quy tắc đã chọn cách này.',
      cite: 'QĐ 1063/QĐ-UBND ngày 26/4/2019 của UBND tỉnh Bình Thuận (Theo kết quả đã công bố năm 2020 và 2021.)',
    });
    expect(choice('gradeAsIs')?.cite).toBe('Điều 15 TT 01/2018/TT-VPCP (cách hiểu)');
  });
});

it.each([
  ['that does not say what it applies', {}],
  ['that applies contents without points', { ruleset: 'nd118-ev' }],
])('a decision %s is not taken', async (_, named) => {
  const decision = { act: 'QĐ 7/QĐ-UBND', from: '2026-01-01', to: null, ...named };
  const { status, body } = await call<Problem>('PUT', '/v1/tenant', {
    ...{ name: 'Tỉnh mau', decision, hours: DEFAULT_OFFICE_HOURS, choices: {} },
  });
  expect([status, body.issues]).toEqual([422, [{ path: 'decision.ruleset', message: 'chọn một bộ quy tắc cho điểm' }]]);
});

it('a browser of an officer computes with the choices the ruleset in force settles', async () => {
  const chosen = async () => {
    const { device } = server.credentials.mau;
    const { body } = await server.request<DeviceSelf>('GET', '/v1/devices/self', undefined, device);
    return body.settings.choices.notEvaluated;
  };
  await settle('binh-thuan-1063', '2026-11-11');
  // 10/11/2026: the decision holds from tomorrow on.
  expect(await chosen()).toBe('noGrade');
  server.clock.now = new Date('2026-11-11T02:00:00Z');
  expect(await chosen()).toBe('weak');
});

describe('a year in which two rulesets hold in turn', () => {
  // Without a decision TT 01/2018/TT-VPCP holds until 30/6/2025 and NĐ 118/2025/NĐ-CP, which gives no points, from 01/7/2025.
  it('is not opened until the province chooses, and names both', async () => {
    await settle('binh-thuan-1063', '2025-07-01');
    const { status, body } = await year2025();
    expect([status, body.code]).toEqual([422, 'ruleset.straddle']);
    expect(body.message).toContain('Thông tư 01/2018/TT-VPCP');
    expect(body.message).toContain('theo cách của Bình Thuận, áp dụng theo QĐ 7/QĐ-UBND');
    expect(body.message).toContain('Kỳ có nhiều bộ quy tắc lần lượt hiệu lực');
  });

  it('is judged by the one on its last day when that is chosen', async () => {
    await settle('binh-thuan-1063', '2025-07-01', { 'ruleset.straddle': 'lastDay' });
    expect((await year2025()).body).toMatchObject({ ruleset: 'binh-thuan-1063', decision: 'QĐ 7/QĐ-UBND' });
  });

  it('is judged by the one on its first day when that is chosen, on no decision of the province', async () => {
    await settle('binh-thuan-1063', '2025-07-01', { 'ruleset.straddle': 'firstDay' });
    expect((await year2025()).body).toMatchObject({ ruleset: 'tt01-2018', decision: null });
  });

  it('of which the last gives no points opens by the first and is refused by the last', async () => {
    await settle(null, '', { 'ruleset.straddle': 'lastDay' });
    expect((await year2025()).body.code).toBe('ruleset.outside');
    await settle(null, '', { 'ruleset.straddle': 'firstDay' });
    expect((await year2025()).body.ruleset).toBe('tt01-2018');
  });

  it('asks nothing where the decision keeps the same one, nor in a quarter on either side', async () => {
    await settle('tt01-2018', '2025-07-01');
    expect((await year2025()).status).toBe(201);
    await settle('binh-thuan-1063', '2025-07-01');
    expect((await open('2025-q2', 'quarter', '2025-04-01', '2025-06-30')).body.code).toBe('period.overlap');
    await server.db.run("update periods set state = 'closed' where tenant = 'mau'");
    expect((await open('2025-q2', 'quarter', '2025-04-01', '2025-06-30')).body.ruleset).toBe('tt01-2018');
    expect((await open('2025-q3', 'quarter', '2025-07-01', '2025-09-30')).body.ruleset).toBe('binh-thuan-1063');
  });
});

it('a district is judged by the numbers of its last day, which the year outlives', async () => {
  // Districts ended on 30/6/2025 (NĐ 118/2025/NĐ-CP); TT 01/2018/TT-VPCP Điều 13 asks 50 % of one: 30/60.
  await settle('tt01-2018', '2019-01-06');
  const district = { unit: 'huyen-a', name: 'Huyện A', level: 'district', from: '2020-01-01', to: '2025-07-01' };
  await call('POST', '/v1/units', [district]);
  expect((await year2025()).status).toBe(201);
  const oneStop = { listed: 60, receivedAndReturned: 60, wholeCycle: 30, level: 'district' };
  await call('POST', '/v1/unit-facts', [{ unit: 'huyen-a', period: '2025', facts: { oneStop } }]);
  expect((await call('POST', '/v1/periods/2025/close', {})).status).toBe(200);
  const { body } = await call<Results>('GET', '/v1/periods/2025/results');
  expect(body.units.find(({ unit }) => unit === 'huyen-a')?.rows[4]?.official.points).toBe(20);
});

it('what must be known of every result of Tây Ninh stands beside each, with where it is known from', async () => {
  // The seeded quarter, had it been opened under Tây Ninh's ruleset.
  await server.db.run("update periods set ruleset = 'tay-ninh-800' where tenant = 'mau'");
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  for (const step of ['close', 'seal', 'publish'])
    expect((await call('POST', `/v1/periods/2026-q4/${step}`, {})).status).toBe(200);
  const act = 'QĐ 800/QĐ-UBND ngày 04/4/2019 của UBND tỉnh Tây Ninh';
  const caveats = TAY_NINH_800.caveats.map(({ text, cite }) => ({ text, cite: `${act} (${cite.note})` }));
  expect(caveats[0]?.text).toContain('không ghi nhận được sự không hài lòng');
  const source = `${act} (${TAY_NINH_800.settledBy.note})`;
  const known = { rulesetTitle: 'Chín chỉ số theo cách của Tây Ninh', rulesetCite: source, caveats };

  expect((await call<Results>('GET', '/v1/periods/2026-q4/results')).body.period).toMatchObject(known);
  const path = '/v1/public/periods/2026-q4/results';
  expect((await server.request<PublicResults>('GET', `${path}?tenant=mau`)).body.period).toMatchObject(known);
  const page = (await server.request('GET', '/cong-khai/mau')).text;
  for (const { text, cite } of caveats)
    expect(page).toContain(`<p class="note" lang="vi">${text} <span class="small">${cite}</span></p>`);
  expect(page).toContain(`Bộ quy tắc: Chín chỉ số theo cách của Tây Ninh. Nguồn: ${source}`);
  const [header, ...rows] = (await server.request('GET', `${path}.csv?tenant=mau`)).text.trim().split('\n');
  expect(header).toMatch(/snapshot,ruleset,notes$/);
  expect(rows.length).toBeGreaterThan(1);
  const notes = caveats.map(({ text, cite }) => `${text} ${cite}`).join(' ');
  for (const row of rows) expect(row.replaceAll('"', '').endsWith(`2026-q4.1,tay-ninh-800,${notes}`)).toBe(true);
});
