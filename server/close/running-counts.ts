import { dateChecks } from '#rules/date-checks/date-checks.ts';
import type { LocalTime } from '#rules/law.ts';
import { ownersOf } from '#rules/period-sums.ts';
import { scoreRecord, scoringContext } from '#rules/score-record.ts';
import type { Services } from '../services.ts';
import { coursesOf } from '../store/courses.ts';
import { actsOf } from '../store/dossier-acts.ts';
import { promiseChangesOf } from '../store/dossier-changes.ts';
import { besideDossiers, periodDossiers } from '../store/period-dossiers.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { standingSelfScores } from '../store/self-scores.ts';
import type { CountRow } from '../store/snapshot-counts.ts';
import { type CloseContext, contextOf } from './context.ts';
import type { SunkDossier } from './count-sinks.ts';
import { timelinessCounts } from './timeliness-counts.ts';

/** Beside the families of `timelinessCounts`: dossiers, those with a self-score, and those whose dates do not fit each other. */
const IN_HAND = 'inHand';
const NO_POINTS = { computed: {}, self: {}, score: undefined };

/** Gives way to requests, and ends where it can be taken up again. */
export type Pause = () => Promise<void>;

async function eachPage(
  { db, tenant, period, choices }: CloseContext,
  unit: string,
  take: (
    page: readonly SunkDossier['scored']['record'][],
    changes: ReadonlyMap<string, SunkDossier['changes']>,
    courses: Awaited<ReturnType<typeof coursesOf>>,
  ) => void,
  pause: Pause,
): Promise<number> {
  let scored = 0;
  for await (const dossiers of periodDossiers(db, tenant, unit, period, choices['period.membership'])) {
    const codes = dossiers.map(({ code }) => code);
    const acts = await actsOf(db, tenant, codes);
    scored += (await standingSelfScores(db, tenant, codes)).size;
    const moved = dossiers.flatMap(({ code, reappointed }) => (reappointed?.length ? [code] : []));
    const changes = moved.length > 0 ? await promiseChangesOf(db, tenant, moved) : new Map<string, never>();
    take(
      dossiers.map((dossier) => {
        const known = acts.get(dossier.code);
        return { dossier, ...(known && { acts: known }) };
      }),
      changes,
      await coursesOf(db, tenant, codes),
    );
    await pause();
  }
  return scored;
}

/**
 * What is counted of the time of `unit` in a period that runs, as of `now`: by the rules and the function a close counts by, so that the
 * figures of an open period become those of its snapshot. Reads every dossier the unit had in hand.
 */
export async function runningCountsOf(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  tenant: string,
  period: StoredPeriod,
  unit: string,
  now: LocalTime,
  pause: Pause,
): Promise<CountRow[]> {
  const ctx = contextOf({ db, keys }, tenant, { period, number: 0, choices: period.choices });
  const { choices, office } = ctx;
  const end: LocalTime = `${period.to}T00:00`;
  const at = now < end ? now : end;
  const scoring = { ...scoringContext(ctx.period, office, choices, false), now: at };
  const counts = timelinessCounts(ctx, at);
  const inHand = { dossiers: 0, scored: 0, faults: 0 };
  inHand.scored = await eachPage(
    ctx,
    unit,
    (page, changesOf, courses) => {
      for (const record of page) {
        const scored = scoreRecord(record, scoring);
        const { dossier, acts = {} } = record;
        const changes = changesOf.get(dossier.code) ?? [];
        const course = courses.get(dossier.code);
        counts.add({ scored, owners: ownersOf(scored, choices), ...NO_POINTS, changes, course });
        inHand.dossiers += 1;
        if (dateChecks({ dossier, acts, changes, office, choices }).length > 0) inHand.faults += 1;
      }
    },
    pause,
  );
  for await (const page of besideDossiers(db, tenant, unit, period, choices['period.membership'])) {
    for (const dossier of page) counts.addBeside(dossier);
    await pause();
  }
  return [...counts.rows(unit), { unit, family: IN_HAND, key: '', counts: inHand }];
}
