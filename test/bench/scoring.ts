import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { scorePeriod } from '#rules/score-period.ts';
import type { Bench } from './measure.ts';
import { benchRecords, PERIOD, repeated } from './rows.ts';

const DISTINCT = 100_000;

/** Touches what scoring reads and decides nothing. */
function touched({ dossier, citizen, self, verifiedPetition }: DossierRecord): number {
  const { received, promised, ready, returned, pauses, supplements, limitDays, steps, officer, receivedBy } = dossier;
  let sum = (received?.length ?? 0) + (promised?.length ?? 0) + (ready?.length ?? 0) + (returned?.length ?? 0);
  sum += pauses.length + (supplements ?? 0) + (limitDays ?? 0) + (officer?.length ?? 0) + (receivedBy?.length ?? 0);
  for (const { due, ended } of steps ?? []) sum += (due?.length ?? 0) + (ended?.length ?? 0);
  if (citizen) sum += (citizen.facts.contacts ?? 0) + (citizen.facts.attitude?.length ?? 0) + citizen.proof.length;
  if (self) sum += (self[1] ?? 0) + (self[2] ?? 0) + (self[3] ?? 0) + (self[4] ?? 0) + (self[7] ?? 0);
  return sum + (verifiedPetition ? 1 : 0);
}

/** One unit over one period: three series, indices, officers, grade. */
export function scoringBench(passes: number): Bench {
  const records = benchRecords(DISTINCT);
  const input = {
    period: PERIOD,
    ruleset: TT01_2018,
    choices: DEFAULT_CHOICES,
    office: DEFAULT_OFFICE,
    unitFacts: {},
    evaluated: true,
  };
  return {
    name: 'score a unit over a period',
    what: 'dossiers',
    count: DISTINCT * passes,
    against: `a loop that reads the same fields (of ${DISTINCT} dossiers, ${passes} times over)`,
    run: () => scorePeriod({ ...input, records: repeated(records, passes) }),
    bare() {
      let sum = 0;
      for (const record of repeated(records, passes)) sum += touched(record);
      return sum;
    },
  };
}
