import type { UnitFigures } from '#wire/unit-figures.ts';
import { localDay } from '../clock.ts';
import type { Db } from '../store/db.ts';
import { openPeriodOn, periodsOf } from '../store/periods.ts';
import { periodView } from './period-view.ts';
import { publicResults } from './public-results.ts';
import { received } from './received.ts';
import { isShown } from './shown-snapshots.ts';

/** The unit in the newest period the public sees, as the public sees it. */
async function published(
  db: Db,
  tenant: string,
  unit: string,
  baseUrl: string,
  at: Date,
): Promise<UnitFigures['published']> {
  const newest = (await periodsOf(db, tenant)).find((period) => isShown(period, at));
  const results = newest && (await publicResults(db, tenant, newest.period, at));
  const own = results?.units.find((each) => each.unit === unit);
  if (!results || !own) return null;
  const { hidden, gradeLabel, responses, satisfactionShare } = own;
  const url = `${baseUrl}/cong-khai/${tenant}?ky=${encodeURIComponent(results.period.period)}`;
  return { label: results.period.label, url, hidden, gradeLabel, responses, satisfactionShare };
}

/** What a browser of `unit` may show of its citizens' answers. Units below it are not told of: each counter sees its own. */
export async function unitFigures(
  db: Db,
  tenant: string,
  unit: string,
  baseUrl: string,
  at: Date,
): Promise<UnitFigures> {
  const day = localDay(at);
  const open = await openPeriodOn(db, tenant, day);
  const counts = open && (await received(db, tenant, unit, day));
  const n = counts?.units.find((each) => each.unit === unit)?.n ?? 0;
  return {
    open: open && { label: periodView(open, at).label, received: n },
    published: await published(db, tenant, unit, baseUrl, at),
  };
}
