import type { Acts } from '#rules/acts.ts';
import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { custom, quarter } from '#rules/period.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { scorePeriod, type UnitInPeriod } from '#rules/score-period.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import type { SimulatedRecord } from '../../server/simulate/simulate-record.ts';
import { putDossier } from '../../server/store/dossiers.ts';
import { createIntake } from '../../server/store/intake.ts';
import { insertSelfScore } from '../../server/store/self-scores.ts';
import { putUnitFacts } from '../../server/store/unit-facts.ts';
import { insertUnit } from '../../server/store/units.ts';
import { idOf, type TestServer } from './test-server.ts';

export const PERIOD = quarter(2026, 4);
/** From weeks before the quarter, so that dossiers reach over its first day. */
const PLAN = { seed: 2, units: 1, dossiers: 500, period: custom('2026-08-20', '2026-12-31') };

type Membership = Choices['period.membership'];
type Record = DossierRecord & Pick<SimulatedRecord, 'response' | 'selfValues'>;

/** One simulated unit as the rules take it; every answer is about a dossier of the quarter. */
export interface SimulatedQuarter {
  readonly unit: string;
  readonly records: readonly Record[];
  readonly input: (choices: Choices) => UnitInPeriod;
}

/** Without acts, petitions by dossier and paper forms, which not every province puts on record. */
function asKept({ dossier, citizen, self, response, selfValues }: SimulatedRecord): Record {
  const proof = citizen?.proof === 'paper' ? 'citizen' : citizen?.proof;
  return {
    dossier,
    ...(citizen && proof && { citizen: { ...citizen, proof } }),
    ...(self && { self }),
    response,
    selfValues,
  };
}

/** What the office of the simulated unit did about its dossiers, by code, for whoever puts that on record too. */
export function simulatedActs(): ReadonlyMap<string, Acts> {
  const { province, recordsOf } = simulate(PLAN);
  return new Map(
    province.units.flatMap((unit) =>
      [...recordsOf(unit)].flatMap(({ dossier, acts }) => (acts ? [[dossier.code, acts] as const] : [])),
    ),
  );
}

/** A quarter of a simulated unit under `membership`, without answers about dossiers of other quarters or given in them. */
export function simulatedQuarter(membership: Membership): SimulatedQuarter {
  const { province, recordsOf, factsOf } = simulate(PLAN);
  const [unit] = province.units;
  if (!unit) throw new Error('no unit');
  const all = [...recordsOf(unit)].map(asKept);
  const unitFacts = factsOf(unit, { dossiers: 400, online: 200 });
  const input = (choices: Choices): UnitInPeriod => ({
    ...{ period: PERIOD, ruleset: TT01_2018, office: DEFAULT_OFFICE, evaluated: true, choices },
    // No petition at all, so that indicator 7 of the records has a value.
    unitFacts: { ...unitFacts, petitions: { received: 0, onTime: 0, prolonged: 0 } },
  });
  const records: Record[] = [];
  scorePeriod({ ...input({ ...DEFAULT_CHOICES, 'period.membership': membership }), records: all }, (scored) => {
    const { citizen, response, ...rest } = scored.record as Record;
    const counts = scored.counted.timeliness || scored.counted.rest;
    const kept = counts && citizen && response && response.day >= PERIOD.from;
    records.push({ ...rest, ...(kept && { citizen }), response: kept ? response : null });
  });
  return { unit: unit.unit, records, input };
}

/** Puts the quarter on record through the server's store and its one way in for answers. */
export async function keepQuarter({ db, services }: TestServer, quarterOf: SimulatedQuarter): Promise<void> {
  const { unit, records, input } = quarterOf;
  const at = new Date('2026-12-31T10:00:00Z');
  const { unitFacts } = input(DEFAULT_CHOICES);
  await db.batch([
    insertUnit('mau', { unit, level: 'province', name: unit, parent: null, from: '2026-01-01', to: null }),
    ...putUnitFacts('mau', PERIOD.id, unit, unitFacts, 'x', at),
    ...records.flatMap(({ dossier, selfValues }, i) => [
      putDossier('mau', dossier, CALENDAR_VERSION, 'x', at),
      ...(selfValues
        ? [
            insertSelfScore('mau', unit, {
              ...{ dossier: dossier.code, revision: 1, id: idOf(10_000 + i), officer: dossier.officer ?? '' },
              ...{ values: selfValues, bodyHash: String(i), scoredAt: at.toISOString(), named: false, looked: null },
            }),
          ]
        : []),
    ]),
  ]);
  const intake = createIntake({ db, keys: services.keys, now: () => at, windowMs: 0 });
  await Promise.all(
    records.map(async ({ dossier, response, citizen }, i) => {
      if (!response || !citizen || citizen.proof === 'paper') return;
      const { survey, version, stage, day, channel, lang, answers } = response;
      await intake.add({
        ...{ tenant: 'mau', id: idOf(i), bodyHash: String(i), aged: false, linkStage: stage },
        dossier: citizen.proof === 'open' ? null : dossier.code,
        row: {
          ...{ unit, procedure: dossier.procedure, survey, version, stage, day, lang, answers },
          ...{ channel, proof: citizen.proof, assisted: null, way: null, helper: null, comment: null },
        },
      });
    }),
  );
  await intake.close();
}
