import type { IndicatorId } from '#rules/finding.ts';
import { ownersOf } from '#rules/period-sums.ts';
import { scoreRecord, scoringContext } from '#rules/score-record.ts';
import { contextOf } from '../close/context.ts';
import type { Services } from '../services.ts';
import { actsOf } from '../store/dossier-acts.ts';
import { dossiersByCode } from '../store/dossiers.ts';
import type { StoredPeriod } from '../store/periods.ts';

/** Whose result is looked for, as a snapshot with these choices (JSON) counts it. */
interface Owning {
  readonly officer: string;
  readonly indicator: IndicatorId;
  readonly choices: string;
}

/** Those of `codes` whose indicator is the result of the officer, as the dossiers are on record now. */
export async function ownedDossiers(
  parts: Pick<Services, 'db' | 'keys'>,
  tenant: string,
  period: StoredPeriod,
  codes: readonly string[],
  { officer, indicator, choices: settled }: Owning,
): Promise<ReadonlySet<string>> {
  const { choices, office, period: range } = contextOf(parts, tenant, { period, number: 0, choices: settled });
  const context = scoringContext(range, office, choices, false);
  const acts = await actsOf(parts.db, tenant, codes);
  const owned = (await dossiersByCode(parts.db, tenant, codes)).filter((dossier) => {
    const known = acts.get(dossier.code);
    const scored = scoreRecord({ dossier, ...(known && { acts: known }) }, context);
    return ownersOf(scored, choices)[indicator] === officer;
  });
  return new Set(owned.map(({ code }) => code));
}
