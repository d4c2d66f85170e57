import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { scorePeriod } from '#rules/score-period.ts';
import { findingsOf } from '#rules/score-record.ts';
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

const INPUT = {
  period: PERIOD,
  ruleset: TT01_2018,
  choices: DEFAULT_CHOICES,
  office: DEFAULT_OFFICE,
  unitFacts: {},
  evaluated: true,
};

function readAll(records: Iterable<DossierRecord>): number {
  let sum = 0;
  for (const record of records) sum += touched(record);
  return sum;
}

/** One unit over one period: three series, indices, officers, grade. */
export function scoringBench(passes: number): Bench {
  const records = benchRecords(DISTINCT);
  return {
    name: 'score a unit over a period',
    what: 'dossiers',
    count: DISTINCT * passes,
    measures: 'points in three series, indices, officers and grade; no sentence is built',
    against: `a loop that reads the same fields (of ${DISTINCT} dossiers, ${passes} times over)`,
    run: () => scorePeriod({ ...INPUT, records: repeated(records, passes) }),
    bare: () => readAll(repeated(records, passes)),
  };
}

/** The same with what a close keeps of each dossier besides: its findings as text. */
export function findingsBench(passes: number): Bench {
  const records = benchRecords(DISTINCT);
  return {
    name: 'with findings built as the close builds them',
    what: 'dossiers',
    count: DISTINCT * passes,
    measures:
      'the row above and, of each dossier that counts, articles, reasons and evidence of the computed and self series as JSON; no database',
    against: `a loop that reads the same fields (of ${DISTINCT} dossiers, ${passes} times over)`,
    run() {
      let length = 0;
      scorePeriod({ ...INPUT, records: repeated(records, passes) }, (scored) => {
        if (!scored.counted.timeliness && !scored.counted.rest) return;
        for (const series of ['computed', 'self'] as const)
          for (const finding of findingsOf(scored, series)) length += JSON.stringify(finding).length;
      });
      return length;
    },
    bare: () => readAll(repeated(records, passes)),
  };
}
