import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SurveyQuality } from '#wire/survey-quality.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import { answerEffects } from '../../server/figures/answer-effects.ts';
import type { FormAnswers } from '../../server/figures/answered-forms.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

type Channel = FormAnswers['channel'];
const KEYS: readonly Channel[] = ['portal', 'kiosk', 'qr', 'paper'];

/** Answers of a unit by one channel: `k` very satisfied, the others not. */
const said = (member: string, channel: Channel, k: number, n: number): FormAnswers[] =>
  (
    [
      ['s5', k],
      ['s1', n - k],
    ] as const
  ).map(([option, count]) => ({
    ...{ member, channel, option, n: count, proof: 'receipt', survey: 'danhgia-2026', question: 'overall' },
  }));
const effects = (...answers: FormAnswers[][]) => answerEffects('channel', KEYS, answers.flat(), (each) => each.channel);
const BOTH = [
  said('a', 'kiosk', 15, 20),
  said('b', 'kiosk', 15, 20),
  said('a', 'portal', 15, 30),
  said('b', 'portal', 15, 30),
];

describe('the effect of a channel', () => {
  it('is its satisfied share less that of all others, with Newcombe’s interval', () => {
    // 30/40 against 30/60: 75 − 50 %; Wilson 59,8–85,8 and 37,7–62,3, so 25 − √(15,2² + 12,3²) to 25 + √(10,9² + 12,3²).
    expect(effects(...BOTH)).toMatchObject([
      { key: 'portal', difference: { value: -250, low: -414, high: -55, n: 60 } },
      {
        ...{ key: 'kiosk', share: { value: 30, of: 40 }, others: { value: 30, of: 60 } },
        difference: { id: 'quality/all/channel-kiosk-effect', value: 250, low: 55, high: 414, few: false },
      },
    ]);
  });

  it('is not told of fewer than five, nor of what would give them away', () => {
    // 3 by QR: with them the next smallest is hidden, so that what is left of the whole is 43 and not 3.
    expect(effects(...BOTH, said('a', 'qr', 1, 3)).map(({ key }) => key)).toEqual(['portal']);
    // Two hidden with 4 together: everything told minus the whole would be those 4.
    expect(effects(...BOTH, said('a', 'qr', 1, 3), said('b', 'paper', 1, 1))).toEqual([]);
    // By one unit alone it would be that unit crossed with a channel.
    expect(effects(...BOTH, said('a', 'qr', 4, 8)).map(({ key }) => key)).toEqual(['portal']);
    expect(effects(said('a', 'kiosk', 15, 20), said('b', 'kiosk', 15, 20))).toEqual([]);
  });
});

describe('weighting by the mix of procedures', () => {
  let server: TestServer;
  const get = async <Body>(path: string) =>
    (await server.request<Body>('GET', `/v1/periods/2026-q4/${path}`, undefined, server.credentials.mau.viewer)).body;

  /** Beside so-a, which has 6 dossiers of the one procedure: so-b with 10 of it and 20 of another. */
  beforeAll(async () => {
    server = await testServer();
    await fillPeriod(server);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
    const slice = (procedure: string, dossiers: number, sum: number) =>
      server.db.run(
        `insert into snapshot_slices (tenant, snapshot, unit, family, key, counts) values ('mau', '2026-q4.1', 'so-b', 'procedure', ?, ?)`,
        [procedure, JSON.stringify({ dossiers, computed: { 1: [sum, dossiers] }, self: {} })],
      );
    await slice('1.001612', 10, 100);
    await slice('2.000001', 20, 400);
    for (const [option, n] of [
      ['s5', 9],
      ['s1', 1],
    ] as const)
      await server.db.run(
        `insert into procedure_tallies (tenant, period, procedure, survey, question, option, n)
         values ('mau', '2026-q4', '2.000001', 'danhgia-2026', 'overall', ?, ?)`,
        [option, n],
      );
  });
  afterAll(() => server.close());

  it('lets each procedure weigh its dossiers, beside the answers as they came', async () => {
    const { quality } = await get<SurveyQuality>('survey-quality');
    // 4 of 7 for 16 dossiers, 9 of 10 for 20: 13/17 as they came; (16 · 4/7 + 20 · 9/10) / 36 = 0,754.
    expect(quality?.byMix).toMatchObject({
      plain: { value: 13, of: 17 },
      weighted: { value: 754, n: 17 },
      coverage: { value: 1000 },
    });
    const { quality: own } = await get<SurveyQuality>('survey-quality?unit=so-a');
    expect(own?.byMix).toEqual(quality?.byMix);
  });

  it('tells a unit what the system would give it with the procedures of its level', async () => {
    // So-b: 500/30 = 16,7; with 15 of the first and 20 of the other (10 · 15 + 20 · 20) / 35 = 15,7.
    expect((await get<UnitPage>('units/so-b')).mix).toMatchObject([
      {
        indicator: 1,
        plain: { id: 'unit/so-b/1/computed/plain', value: 17 },
        weighted: { value: 16 },
        coverage: { value: 1000 },
      },
    ]);
    // So-a has the first alone: 70/5 stays 14, and 15 of 35 compare.
    expect((await get<UnitPage>('units/so-a')).mix[0]).toMatchObject({
      ...{ indicator: 1, plain: { value: 14 }, weighted: { value: 14 }, coverage: { value: 429 } },
    });
  });

  it('is not told of fewer than five answers to a procedure', async () => {
    await server.db.run(`update procedure_tallies set n = 1 where tenant = 'mau'`);
    const { quality } = await get<SurveyQuality>('survey-quality');
    expect(quality?.byMix.weighted).toMatchObject({ value: null, because: expect.stringContaining('Chưa đủ dữ liệu') });
  });
});
