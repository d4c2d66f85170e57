import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { scorePeriod, type UnitInPeriod } from '#rules/score-period.ts';
import type { Results, UnitResult } from '#wire/results.ts';
import { insertAppraisal } from '../../server/store/appraisals.ts';
import { putActs } from '../../server/store/dossier-acts.ts';
import { putPetition } from '../../server/store/petitions.ts';
import { putRecording } from '../../server/store/recordings.ts';
import { ofClose, ofRules } from './close-summary.ts';
import { keepQuarter, PERIOD, type SimulatedQuarter, simulatedActs, simulatedQuarter } from './simulated-unit.ts';
import { type TestServer, testServer } from './test-server.ts';

/** Every ninth dossier has a petition found true; of these no answer is due, so the unit's own count of petitions stands. */
const PETITIONS = { received: 40, onTime: 30, prolonged: 0 };
const APPRAISED = { 5: 10, 6: 0, 8: 20 } as const;
const AT = new Date('2026-12-31T10:00:00Z');

let server: TestServer;
let quarter: SimulatedQuarter;
/** The quarter as the rules take it, with all that is on record beside its dossiers. */
let records: SimulatedQuarter['records'];

const input = (choices: Choices): UnitInPeriod => {
  const given = quarter.input(choices);
  return { ...given, unitFacts: { ...given.unitFacts, petitions: PETITIONS }, appraised: APPRAISED };
};

beforeAll(async () => {
  server = await testServer();
  quarter = simulatedQuarter('ended');
  await keepQuarter(server, { ...quarter, input });
  const acts = simulatedActs();
  const { unit } = quarter;
  records = quarter.records.map((record, i) => {
    const own = acts.get(record.dossier.code);
    return { ...record, verifiedPetition: i % 9 === 0, ...(own ? { acts: own } : {}) };
  });
  await server.db.batch([
    putRecording('mau', { unit, kind: 'petitions', from: '2026-01-01', to: null }, 'x', AT),
    ...records.flatMap(({ dossier: { code, received }, acts: own, verifiedPetition }) => [
      ...(own ? [putActs('mau', code, own, 'x', AT)] : []),
      ...(verifiedPetition
        ? [
            putPetition(
              'mau',
              {
                ...{ id: `PA-${code}`, unit, dossier: code, procedure: null, about: 'harassment', verdict: 'verified' },
                ...{ received: received?.slice(0, 10) ?? '2026-10-01', due: null, answered: null, prolonged: null },
              },
              'x',
              AT,
            ),
          ]
        : []),
    ]),
    ...Object.entries(APPRAISED).map(([indicator, points]) =>
      insertAppraisal('mau', PERIOD.id, {
        ...{ unit, dossier: '', indicator: Number(indicator) as 5 | 6 | 8, points },
        ...{ reason: 'đã đối chiếu sổ tại đơn vị', actor: 'x', at: AT.toISOString() },
      }),
    ),
  ]);
});
afterAll(() => server.close());

/** The unit's result as a re-score under `choices` would come to; each closes what the one before left open. */
async function closed(choices: Partial<Choices>) {
  const admin = server.credentials.mau['province-admin'];
  await server.db.run("update periods set state = 'open', choices = ? where tenant = 'mau'", [JSON.stringify(choices)]);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const path = `/v1/periods/${PERIOD.id}`;
  expect((await server.request('POST', `${path}/close`, {}, admin)).status).toBe(200);
  const { body } = await server.request<Results>('GET', `${path}/results`, undefined, admin);
  const reopened = await server.request('POST', `${path}/reopen`, { reason: 'thử cách hiểu khác' }, admin);
  expect(reopened.status).toBe(200);
  return ofClose(body.units.find(({ unit }) => unit === quarter.unit) as UnitResult, body.officers);
}

it.each<Partial<Choices>>([
  {},
  { appraised: 'every' },
  { compareWith: 'legal' },
  { 'index1.source': 'system' },
  { denominator: 'complete' },
])('petitions, acts and appraisals come to the same under the rules and in the close: %j', async (set) => {
  const plain = scorePeriod({ ...quarter.input({ ...DEFAULT_CHOICES, ...set }), records: quarter.records });
  const score = scorePeriod({ ...input({ ...DEFAULT_CHOICES, ...set }), records });
  // What is on record beside the dossiers says something: else this would try nothing.
  expect(score.series.computed[7].value).not.toBe(plain.series.computed[7].value);
  expect(score.official[5].value).toBe(10);
  expect(await closed(set)).toEqual(ofRules(score));
});
