import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SurveyQuality } from '#wire/survey-quality.ts';
import { dossierBody } from './dossier-body.ts';
import { CODES, closableWorld } from './sealed-worlds.ts';
import { responseOf, type TestServer } from './test-server.ts';

const SAME = CODES.map((_, i) => i);
const PATH = '/v1/periods/2026-q4/survey-quality';
let server: TestServer;
const read = (query = '', role: 'province-admin' | 'unit-admin' | 'viewer' = 'province-admin') =>
  server.request<SurveyQuality>('GET', `${PATH}${query}`, undefined, server.credentials.mau[role]);
async function quality(query = '') {
  const { body } = await read(query);
  if (!body.quality) throw new Error('not closed');
  return body.quality;
}
const told = ({
  value,
  of,
  low,
  high,
}: {
  value: number | null;
  of: number | null;
  low: number | null;
  high: number | null;
}) => [value, of, low, high];

// Ten answers by links for so-a, 2 of them quick, 3 forms left at q4 and 6 at q6; 3 answers without a link for so-b.
beforeAll(async () => {
  server = await closableWorld({ citizen: SAME, day: SAME });
  server.clock.now = new Date('2026-12-30T02:00:00Z');
  for (let i = 0; i < 9; i += 1) {
    const path = `/v1/left/mau/so-a/danhgia-2026/${i < 3 ? 'q4' : 'q6'}`;
    expect((await server.request('POST', path)).status).toBe(204);
  }
  for (let i = 50; i < 53; i += 1)
    expect(
      (await server.request('POST', '/v1/responses', responseOf(i, { unit: 'so-b', procedure: undefined }))).status,
    ).toBe(201);
  // So-b’s are fewer than 5, whatever their language.
  await server.db.run(
    "update responses set lang = 'en' where unit = 'so-b' or seq in (select seq from responses where unit = 'so-a' limit 5)",
  );
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterAll(() => server.close());

test('before the close there is nothing', async () => {
  const { status, body } = await read();
  expect([status, body.quality]).toEqual([200, null]);
});

describe('after the close', () => {
  beforeAll(async () => {
    const { 'province-admin': admin } = server.credentials.mau;
    expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  });

  test('a unit with fewer than 5 forms is left out, of the whole too', async () => {
    const { forms, fewUnits, units, questions } = await quality();
    // Three answers for so-b, none for xa-1.
    expect([forms.value, fewUnits]).toEqual([10, 2]);
    const b = units.find(({ unit }) => unit === 'so-b')?.figure;
    expect([b?.value, b?.because]).toEqual([null, 'Ẩn vì dưới 5 phiếu, để không lộ người trả lời.']);
    expect(questions.every(({ n }) => n <= 10)).toBe(true);
    expect((await quality('?unit=so-b')).forms.value).toBe(0);
  });

  test('forms by language are those of the province, told without one of a unit that has too few', async () => {
    const { languages } = await quality();
    expect(languages?.map(({ key, figure }) => [key, figure.value, figure.of])).toEqual([
      ['vi', 5, 10],
      ['en', 5, 10],
    ]);
    expect((await quality('?unit=so-b')).languages).toEqual(languages);
    expect(
      await server.db.all("select unit, survey, channel, bucket, n from survey_steps where step = 'lang'"),
    ).toEqual([
      { unit: '', survey: '', channel: '', bucket: 'en', n: 5 },
      { unit: '', survey: '', channel: '', bucket: 'vi', n: 5 },
    ]);
  });

  test('answers to a question are shares of those who answered it, with Wilson’s interval', async () => {
    const { questions } = await quality();
    const q1 = questions.find(({ question }) => question === 'q1');
    // Citizens 0, 3, 6 and 9 of ten said «sau ngày hẹn».
    expect([q1?.n, q1?.options.map(({ option, figure }) => [option, figure.value])]).toEqual([
      10,
      [['before', 0], ['on', 6], ['after', 4], ...(q1?.options.slice(3).map(({ option }) => [option, 0]) ?? [])],
    ]);
    // 4 of 10: Wilson 16,8–68,7 %.
    expect(told(q1?.options[2]?.figure ?? { value: null, of: null, low: null, high: null })).toEqual([4, 10, 168, 687]);
  });

  test('the rate is of the dossiers of the period, and all answered is no more than all', async () => {
    const { rate, units } = await quality();
    expect(told(rate)).toEqual([10, 10, 722, 1000]);
    expect(units.find(({ unit }) => unit === 'so-a')?.figure.value).toBe(10);
  });

  test('forms left, where, and how long it took', async () => {
    const { invited, funnel, left, pace } = await quality();
    expect(invited.value).toBe(10);
    // 10 sent and 9 left; nobody opened a link.
    expect(
      funnel.map(({ channel, opened, started, sent }) => [channel, opened.value, started.value, sent.value]),
    ).toEqual([['portal', null, 19, 10]]);
    // At q4 there are 3, which is too few to be named.
    expect(left.map(({ question, figure }) => [question, figure.value, figure.of])).toEqual([['q6', 6, 19]]);
    expect(pace).toEqual({ low: 60, high: 120, n: 10 });
  });

  test('what answers say against the records, by wording', async () => {
    const [line, ...more] = (await quality()).misread;
    // Five of ten said they had to add papers; no record says so.
    expect([
      line?.survey,
      line?.indicator,
      told(line?.figure ?? { value: null, of: null, low: null, high: null }),
      more,
    ]).toEqual(['danhgia-2026', null, [5, 10, 237, 763], []]);
    expect(line?.because).toContain('5/10 phiếu nói phải bổ sung');
  });

  test('a unit-admin sees the own unit alone', async () => {
    const own = (await read('', 'unit-admin')).body;
    expect([own.unit, own.quality?.units.map(({ unit }) => unit)]).toEqual(['so-a', ['so-a']]);
    expect((await read('?unit=so-b', 'unit-admin')).status).toBe(403);
  });

  test('after the seal the same, without what is then too few', async () => {
    const before = await quality();
    const { 'province-admin': admin } = server.credentials.mau;
    expect((await server.request('POST', '/v1/periods/2026-q4/seal', {}, admin)).status).toBe(200);
    const { pace, ...after } = await quality();
    const { pace: _, ...same } = before;
    expect(after).toEqual(same);
    expect(after.left.map(({ question, figure }) => [question, figure.value])).toEqual([['q6', 6]]);
    // The two quick ones are of no named pace.
    expect(pace).toEqual({ low: 60, high: 120, n: 8 });
  });
});

test('old and new wording stand side by side, the known misreading first', async () => {
  const world = await closableWorld({ citizen: SAME, day: SAME });
  const { 'province-admin': admin, officer } = world.credentials.mau;
  // Thirteen more dossiers on the old form. Of eight to which nothing was added five tick «1 lần»; of five that had to add once, three.
  const codes = Array.from({ length: 13 }, (_, i) => `H99.01-261103-${String(i + 1).padStart(4, '0')}`);
  const dossiers = codes.map((code, i) =>
    dossierBody({ code, supplements: i < 8 ? 0 : 1, officer: 'CB-01', receivedBy: 'CB-01' }),
  );
  await world.request('POST', '/v1/dossiers', dossiers, officer);
  const forms = codes.map((dossier, i) => ({
    ...{ form: `cu/${i}`, unit: 'so-a', dossier, day: '2026-12-01', survey: 'binh-thuan-2019', version: 1 },
    ...{
      stage: 'returned',
      answers: { l1: i % 2 ? 'shorter' : 'equal', l3: i < 5 || i > 9 ? 'one' : 'none' },
      lang: 'vi',
    },
  }));
  world.clock.now = new Date('2026-12-30T02:00:00Z');
  const typed = await world.request<{ outcomes: { outcome: string }[] }>('POST', '/v1/paper-responses', forms, admin);
  expect(typed.body.outcomes.map(({ outcome }) => outcome)).toEqual(Array(13).fill('created'));
  world.clock.now = new Date('2027-01-04T02:00:00Z');
  expect((await world.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  const { body } = await world.request<SurveyQuality>('GET', PATH, undefined, admin);
  const lines = body.quality?.misread.map(({ survey, indicator, figure }) => [
    survey,
    indicator,
    figure.value,
    figure.of,
  ]);
  expect(lines).toEqual([
    ['binh-thuan-2019', 3, 5, 13],
    ['danhgia-2026', null, 5, 10],
  ]);
  await world.close();
});
