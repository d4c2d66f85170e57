import type { Choices } from '#rules/choices.ts';
import { countsOfficially } from '#rules/proof.ts';
import type { Db } from '../store/db.ts';
import { partsOf, periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { type AnswerCount, procedureAnswerCounts, unitAnswerCounts } from '../store/read-tallies.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { byMember, smallestSurvey } from './answer-groups.ts';
import { SMALLEST_GROUP, suppress } from './suppress.ts';

/** Counts of answers of a period in two families that are never crossed. */
export interface Families {
  readonly units: readonly AnswerCount[];
  /** Units that answered some form fewer than 5 times. */
  readonly mixedUnits: ReadonlySet<string>;
  readonly procedures: readonly AnswerCount[];
  readonly shownProcedures: ReadonlySet<string>;
}

/** The two families of one period that takes its own answers. */
async function familiesOf(db: Db, tenant: string, period: string, choices: Choices, catalogue: readonly string[]) {
  const units = (await unitAnswerCounts(db, tenant, period)).filter(({ proof }) => countsOfficially(proof, choices));
  const procedures = await procedureAnswerCounts(db, tenant, period);
  const byUnit = byMember(units);
  const byProcedure = byMember(procedures);
  const members = [...new Set([...catalogue, ...byProcedure.keys()])];
  const small = suppress(members.map((unit) => ({ unit, family: '', n: smallestSurvey(byProcedure.get(unit) ?? []) })));
  return {
    units,
    mixedUnits: new Set([...byUnit.keys()].filter((unit) => smallestSurvey(byUnit.get(unit) ?? []) < SMALLEST_GROUP)),
    procedures,
    shownProcedures: new Set(members.filter((procedure) => !small.has(procedure))),
  };
}

/** Sums of the parts: what one of them hides, the sum hides, or it would be the sum minus the others. */
function pooled(parts: readonly Families[]): Families {
  return {
    units: parts.flatMap(({ units }) => units),
    mixedUnits: new Set(parts.flatMap(({ mixedUnits }) => [...mixedUnits])),
    procedures: parts.flatMap(({ procedures }) => procedures),
    shownProcedures: new Set(
      [...(parts[0]?.shownProcedures ?? [])].filter((procedure) =>
        parts.every(({ shownProcedures }) => shownProcedures.has(procedure)),
      ),
    ),
  };
}

/**
 * Whether answers are shown by unit at all. The number of a unit's forms is published, so of one that answered a second form fewer
 * than 5 times the answers to the first would tell how many; and were it alone without answers, that it has 1–4 of the second. So
 * one such unit hides the answers of all, and there must be two at least for that to say of neither that it is the one.
 */
export function unitsApart(shown: readonly string[], { mixedUnits }: Families): boolean {
  return shown.length > 1 && !shown.some((unit) => mixedUnits.has(unit));
}

/**
 * The answers of a period, or of the quarters it is made of together; `null` while one of them is not sealed.
 * @param catalogue codes of the procedures the province lists, whether or not anybody answered for them.
 */
export async function answerFamilies(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  catalogue: readonly string[],
): Promise<Families | null> {
  const choices = settledChoices(period.choices);
  const made = partsOf(period).length === 0 ? [period.period] : partsOf(period);
  const states = await Promise.all(made.map(async (each) => (await periodOrNull(db, tenant, each))?.state));
  if (states.some((state) => state !== 'sealed')) return null;
  return pooled(await Promise.all(made.map((each) => familiesOf(db, tenant, each, choices, catalogue))));
}
