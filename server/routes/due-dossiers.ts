import * as z from 'zod';
import { type DueDossier, type DueDossiersPage, dueDossiersPage, dueKind } from '#wire/today.ts';
import { localTime } from '../clock.ts';
import { dueDossiers, dueView, minutesOfDay } from '../figures/due-dossiers.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { unitsOf } from '../store/units.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

const PAGE = 50;

const query = z.object({
  kind: dueKind.default('overdue'),
  unit: z.string().max(40).optional(),
  after: z.string().max(80).optional(),
});

/** Late ones by how late, the others by how little is left; a place is what a page ends with. */
const placeOf = (kind: DueDossiersPage['kind']) => (row: DueDossier) => {
  const order = kind === 'overdue' ? 99_999_999 - (row.minutes ?? 0) : (row.minutes ?? 0);
  const by = kind === 'letter' ? (row.letter ?? '') : String(order).padStart(8, '0');
  return `${by} ${row.dossier}`;
};

export const dueDossierRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/due-dossiers',
    who: READERS,
    scope: 'unit',
    summary:
      'Dossiers that run and are late, due soon, or owe their applicant a letter; the longest delay first. Query: `kind` overdue | dueSoon | letter, `unit`, `after`. Logged.',
    query,
    answer: dueDossiersPage,
    async handle(c, { db, now }, principal) {
      const { tenant, unit: scope } = requireUser(principal);
      const { kind, unit, after } = check(query, c.req.query());
      if (unit !== undefined) await requireUnit(db, principal, tenant, unit);
      const units = unit === undefined ? (await unitsOf(db, tenant, scope)).map((each) => each.unit) : [unit];
      const at = now();
      const view = await dueView(db, tenant, localTime(at));
      const { dossiers, whole } = await dueDossiers(db, tenant, units, view);
      const place = placeOf(kind);
      const rows = dossiers[kind].map((row) => ({ row, at: place(row) })).sort((a, b) => (a.at < b.at ? -1 : 1));
      const rest = after === undefined ? rows : rows.filter((each) => each.at > after);
      const page = rest.slice(0, PAGE);
      if (page.length > 0)
        await withAudit(db, tenant, at, {
          actor: actorOf(principal),
          action: 'due.read',
          subject: unit ?? scope ?? tenant,
          detail: { kind, n: page.length },
        });
      const body: DueDossiersPage = {
        ...{ at: view.now, kind, n: rows.length, whole, dayMinutes: minutesOfDay(view) },
        dossiers: page.map(({ row }) => row),
        next: rest.length > PAGE ? (page.at(-1)?.at ?? null) : null,
      };
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
