import type { LocalTime } from '#rules/law.ts';
import { scrub } from '#rules/scrub.ts';
import type { NamedStep } from '#rules/step-time.ts';
import { bodyHash } from '../body-hash.ts';
import type { Db, Statement } from './db.ts';
import { hasAny } from './has-any.ts';
import { inList } from './in-list.ts';

const LONGEST_NAME = 120;

/** The progress tables on record, by code; a dossier whose steps nobody read is absent. */
export async function coursesOf(
  db: Db,
  tenant: string,
  codes: readonly string[],
): Promise<Map<string, readonly NamedStep[]>> {
  if (!(await hasAny(db, 'select 1 from dossier_courses where tenant = ?', [tenant]))) return new Map();
  const list = inList(codes);
  const rows = await db.all<{ code: string; steps: string }>(
    `select code, steps from dossier_courses where tenant = ? and code ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map(({ code, steps }) => [code, JSON.parse(steps) as NamedStep[]]));
}

/**
 * A step as it is kept: no person in its name, and a moment that has not come is no fact yet, for some pages print when a step should end.
 */
function kept({ name, limitDays, started, ended }: NamedStep, now: LocalTime): NamedStep {
  const past = (at: LocalTime | null) => (at !== null && at <= now ? at : null);
  return {
    ...{ name: scrub(name).text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME), limitDays },
    ...{ started: past(started), ended: past(ended) },
  };
}

/** A sight of the same step fills in; what it does not show stays. Another step in its place is another one. */
function merged(known: NamedStep | undefined, seen: NamedStep | undefined): NamedStep[] {
  if (!known || !seen || known.name !== seen.name) return [seen ?? known].filter((step) => step !== undefined);
  const { name, limitDays, started, ended } = seen;
  return [
    {
      ...{ name, limitDays: limitDays ?? known.limitDays },
      ...{ started: started ?? known.started, ended: ended ?? known.ended },
    },
  ];
}

/** The course after `seen` of it was read, a page that lists fewer steps showing a part of them; `null` when that says nothing new. */
export function newCourse(
  known: readonly NamedStep[] | undefined,
  seen: readonly NamedStep[] | undefined,
  now: LocalTime,
): readonly NamedStep[] | null {
  if (!seen?.length) return null;
  const told = seen.map((step) => kept(step, now));
  const length = Math.max(told.length, known?.length ?? 0);
  const after = Array.from({ length }, (_, i) => merged(known?.[i], told[i])).flat();
  return known && bodyHash(known) === bodyHash(after) ? null : after;
}

export function putCourse(tenant: string, code: string, course: readonly NamedStep[], by: string, at: Date): Statement {
  return {
    sql: `insert into dossier_courses (tenant, code, steps, updated_by, updated_at) values (?, ?, ?, ?, ?)
      on conflict (tenant, code) do update set steps = excluded.steps, updated_by = excluded.updated_by,
        updated_at = excluded.updated_at`,
    params: [tenant, code, JSON.stringify(course), by, at.toISOString()],
  };
}
