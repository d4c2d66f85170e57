import type { JudgedCheck } from '#rules/checks/flag.ts';
import { CHECKS } from '#rules/checks/index.ts';
import { flagState } from '#rules/flag-state.ts';
import type { FlagState } from '#wire/flag.ts';
import type { AgreementRow, PublishedSample } from '#wire/sample.ts';
import type { Db } from '../../store/db.ts';
import { flagAnswersOf } from '../../store/flag-answers.ts';
import { flagVerdictsOf } from '../../store/flag-verdicts.ts';
import { judgedOf } from '../../store/flags.ts';
import { partsOf, type StoredPeriod } from '../../store/periods.ts';
import { samplesOf } from '../../store/samples.ts';
import type { ClosedPeriod } from '../closed-period.ts';
import { type Estimates, estimates } from '../estimates.ts';
import { publishedOf, samplesView } from '../samples-view.ts';

/** What was asked of a period: by check how many were judged and asked, and how far the questions are. No officer is in it. */
export interface ReportAsked {
  readonly checks: readonly (JudgedCheck & { readonly flags: number })[];
  readonly states: Readonly<Record<FlagState, number>>;
}

/** How the figures were checked, as a report tells it. */
export interface ReportReview {
  /** `null` = none was drawn. */
  readonly sample: PublishedSample | null;
  /** Drawn dossiers that were given points; `null` = not for this audience. */
  readonly done: number | null;
  readonly agreement: readonly AgreementRow[];
  /** `null` = not for this audience, or the snapshot was made before there were checks. */
  readonly asked: ReportAsked | null;
  /** `null` = not for this audience. */
  readonly estimates: Estimates | null;
}

async function askedOf(db: Db, tenant: string, period: string, snapshot: string): Promise<ReportAsked | null> {
  const { flags, judged } = await judgedOf(db, tenant, snapshot);
  if (judged.length === 0) return null;
  const ids = flags.map(({ id }) => id);
  const answered = new Set((await flagAnswersOf(db, tenant, period, ids)).map(({ flag }) => flag));
  const verdicts = await flagVerdictsOf(db, tenant, period, ids);
  const states: Record<FlagState, number> = { new: 0, answered: 0, accepted: 0, verify: 0 };
  for (const id of ids) {
    const own = verdicts.filter(({ flag }) => flag === id);
    states[flagState(answered.has(id) ? 1 : 0, own)] += 1;
  }
  const inOrder = CHECKS.flatMap(({ id }) => judged.filter(({ check }) => check === id));
  return {
    checks: inOrder.map((each) => ({ ...each, flags: flags.filter(({ check }) => check === each.check).length })),
    states,
  };
}

/** All of it, for the province. @param closed the snapshot that counts. */
export async function reportReview(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  closed: ClosedPeriod,
): Promise<ReportReview> {
  const { sample, agreement } = await samplesView(db, tenant, period, null, null);
  const made = partsOf(period).length > 0 ? partsOf(period) : [period.period];
  return {
    sample,
    ...{ done: sample?.done ?? null, agreement },
    asked: await askedOf(db, tenant, period.period, closed.snapshot.snapshot),
    estimates: await estimates(db, tenant, closed, made),
  };
}

/** What the public reads of it: the list that was drawn, by its number and hashes; `null` = none was drawn. */
export async function publicReview(db: Db, tenant: string, period: string): Promise<ReportReview | null> {
  const [newest] = await samplesOf(db, tenant, period);
  return newest ? { sample: publishedOf(newest), done: null, agreement: [], asked: null, estimates: null } : null;
}
