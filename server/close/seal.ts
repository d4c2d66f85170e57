import { countsOfficially } from '#rules/proof.ts';
import type { SealRequest } from '#wire/period.ts';
import { proof } from '#wire/response.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { sealCases } from '../store/case-seal.ts';
import { hideCommentCodes } from '../store/comment-codes.ts';
import { dropFewAnswers } from '../store/few-answers.ts';
import { dropOldHandOvers } from '../store/hand-overs.ts';
import { deletePaperRows } from '../store/import-rows.ts';
import { deleteInvitations } from '../store/invitations.ts';
import { forgetLastAnswers } from '../store/kiosks.ts';
import { deleteMintedAnswers } from '../store/minted-answers.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { deleteNumbers } from '../store/response-numbers.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { snapshotOrNull } from '../store/snapshots.ts';
import { sortCounts } from '../store/sort-counts.ts';
import { emptySuperseded } from '../store/superseded-snapshots.ts';
import { deleteMessages } from '../store/survey-messages.ts';
import { blurSteps, keepInvited } from '../store/survey-steps.ts';
import { dropEmptyCounts, dropSmallProcedures, foldDays } from '../store/tallies.ts';
import { type CloseLease, closing, isLeaseLost, takeSeal } from './lease-of-close.ts';
import { requireClosed } from './require-closed.ts';
import { requireKey } from './require-key.ts';
import { requireUnmoved } from './require-unmoved.ts';
import { rewriteResponses } from './rewrite-responses.ts';

type Parts = Pick<Services, 'db' | 'now' | 'keys'>;

/** What `sealPeriod` does once nobody else does. */
async function cutLoose(
  { db, now, keys }: Parts,
  tenant: string,
  { period, from, to, choices }: StoredPeriod,
  snapshot: string,
  actor: string,
  renew: CloseLease['renew'],
): Promise<void> {
  const key = [tenant, period];
  await db.batch([
    renew(),
    // Null is refused: a period that was reopened or sealed meanwhile keeps what it has.
    {
      sql: `update periods set seal_begun_at = coalesce(seal_begun_at, ?),
          state = case when state = 'closed' and snapshot = ? then state end where tenant = ? and period = ?`,
      params: [now().toISOString(), snapshot, ...key],
    },
    deletePaperRows(tenant, period),
    { sql: 'delete from receipts where tenant = ? and period = ?', params: key },
    { sql: 'delete from links where tenant = ? and period = ?', params: key },
    keepInvited(tenant, { period, from, to }),
    deleteInvitations(tenant, to),
    deleteMessages(tenant, to),
    deleteMintedAnswers(tenant, period),
    deleteNumbers(tenant, period, to),
    ...(await emptySuperseded(db, tenant, period, snapshot)),
    ...foldDays(tenant, from, to),
    ...dropEmptyCounts(tenant, period),
    forgetLastAnswers(tenant),
    dropOldHandOvers(tenant, now()),
  ]);
  const official = proof.options.filter((each) => countsOfficially(each, settledChoices(choices)));
  await dropFewAnswers(db, tenant, period, official, SMALLEST_GROUP);
  const { sql, params } = dropSmallProcedures(tenant, period, SMALLEST_GROUP);
  await db.run(sql, params);
  await blurSteps(db, tenant, period, SMALLEST_GROUP);
  await hideCommentCodes(db, tenant, period);
  await sealCases(db, tenant, period, SMALLEST_GROUP);
  keys.destroy(tenant, period);
  await sortCounts(db, tenant, period);
  const rewritten = await rewriteResponses(db, tenant, period, renew);
  await db.settle('file');
  const { factsHash, contentHash } = (await snapshotOrNull(db, tenant, snapshot)) ?? {};
  const detail = { rewritten, snapshot, factsHash, contentHash };
  await withAudit(db, tenant, now(), { actor, action: 'period.seal', subject: period, detail }, [
    {
      sql: "update periods set state = 'sealed', sealed_at = ? where tenant = ? and period = ? and state = 'closed'",
      params: [now().toISOString(), ...key],
    },
    renew(),
  ]);
}

/**
 * Cuts answers loose from dossiers for good: receipts, links, the links to surveys, who made them and the period's key are destroyed,
 * responses take a random order and lose their day and all that is no answer, what fewer than 5 answered of a unit or a procedure is
 * dropped, counts take the order of their keys, days of counts become months, and earlier snapshots lose what they tell beside the
 * current one.
 * The database's own files are cleaned before the period counts as sealed. Can be run again after a crash: each step finds what
 * the last run left.
 * @throws Refusal 409 `period.open` unless the period is closed, `period.closing` while another process seals it, `records.moved`; 503 `key.lost`
 * before anything was cut loose.
 */
export async function sealPeriod(
  parts: Parts,
  tenant: string,
  closed: StoredPeriod,
  actor: string,
  { movedReason }: SealRequest = {},
): Promise<void> {
  const { period, state } = closed;
  if (state === 'sealed') return;
  const snapshot = requireClosed(closed);
  await requireKey(parts, tenant, period, 'seal');
  await requireUnmoved(parts, tenant, closed, actor, movedReason);
  const isDone = async () => (await periodOrNull(parts.db, tenant, period))?.state === 'sealed';
  const lease = await takeSeal(parts, tenant, period, isDone);
  try {
    if (lease) await cutLoose(parts, tenant, closed, snapshot, actor, lease.renew);
  } catch (error) {
    throw isLeaseLost(error) ? closing(period) : error;
  } finally {
    await lease?.drop();
  }
}
