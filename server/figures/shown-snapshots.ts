import type { Db } from '../store/db.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { publicationsOf, wasShown } from '../store/publications.ts';

/** Whether the public sees the period at `at`: published, the embargo over, not withdrawn. */
export function isShown({ publishedAt, snapshot, withdrawnAt }: StoredPeriod, at: Date): boolean {
  return publishedAt !== null && publishedAt <= at.toISOString() && snapshot !== null && withdrawnAt === null;
}

/**
 * The snapshots of a period the public may read at `at`, oldest first: the current one and those it was shown before a correction;
 * none while the period is not shown, and none that was withdrawn.
 */
export async function shownSnapshots(db: Db, tenant: string, period: StoredPeriod, at: Date): Promise<string[]> {
  if (!isShown(period, at) || period.snapshot === null) return [];
  const earlier = (await publicationsOf(db, tenant, period.period))
    .filter((publication) => publication.endedAs === 'corrected' && wasShown(publication, at))
    .map(({ snapshot }) => snapshot);
  return [...new Set([...earlier.filter((snapshot) => snapshot !== period.snapshot), period.snapshot])];
}
