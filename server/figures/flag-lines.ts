import { CHECKS } from '#rules/checks/index.ts';
import { flagState } from '#rules/flag-state.ts';
import type { FlagLine } from '#wire/flag.ts';
import type { Db } from '../store/db.ts';
import { flagAnswersOf } from '../store/flag-answers.ts';
import { flagVerdictsOf } from '../store/flag-verdicts.ts';
import { flagsPage } from '../store/flags.ts';
import type { StoredPeriod } from '../store/periods.ts';

/** At most so many are listed beside the figures of a unit; the screen of flags has them all. */
const MOST = 500;

/** What the snapshot of a period asks a unit and its officers, or one officer in it, with how far each is; none while it is open. */
export async function flagLines(
  db: Db,
  tenant: string,
  { period, snapshot }: Pick<StoredPeriod, 'period' | 'snapshot'>,
  unit: string,
  officer: string | null = null,
): Promise<FlagLine[]> {
  if (snapshot === null) return [];
  const flags = await flagsPage(db, tenant, snapshot, { scope: null, unit, officer, check: null }, '', MOST);
  const ids = flags.map(({ id }) => id);
  const answers = await flagAnswersOf(db, tenant, period, ids);
  const verdicts = await flagVerdictsOf(db, tenant, period, ids);
  return flags.map(({ id, check, about, sentence }) => ({
    ...{ id, check, sentence, officer: about.officer },
    name: CHECKS.find((each) => each.id === check)?.name ?? check,
    state: flagState(
      answers.filter(({ flag }) => flag === id).length,
      verdicts.filter(({ flag }) => flag === id),
    ),
  }));
}
