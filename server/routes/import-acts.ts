import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'hono';
import { importView as importViewBody } from '#wire/import.ts';
import { importView } from '../imports/import-view.ts';
import { undoImport } from '../imports/undo-import.ts';
import { faultPlace, log } from '../log.ts';
import { actorOf, type Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { askStop, importOrNull, type StoredImport } from '../store/imports.ts';
import { ADMINS, type Route } from './route.ts';

/** How long an act waits for its end before it is answered; the rest is done behind, and looked at with GET. */
const PATIENCE_MS = 2000;

/** The import named in the path: of a unit's admin their own ones alone. @throws Refusal 404 `import.unknown`. */
export async function importNamed(c: Context, { db, now }: Services, principal: Principal): Promise<StoredImport> {
  const { tenant, role } = requireUser(principal);
  const found = await importOrNull(db, tenant, (c.req.param('id') ?? '').slice(0, 60), now());
  if (found && (role === 'province-admin' || found.actor === actorOf(principal))) return found;
  throw new Refusal(404, 'import.unknown', 'Không có lần nhập này. Xem lại danh sách các lần nhập.');
}

export const importActRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/imports/:id/stop',
    who: ADMINS,
    scope: 'own',
    summary: 'Stops an import after the batch it is at; the same file with the same id goes on.',
    answer: importViewBody,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant } = requireUser(principal);
      const found = await importNamed(c, services, principal);
      const entry = { actor: actorOf(principal), action: 'import.stop', subject: found.id };
      if (found.state === 'running' && found.alive)
        await withAudit(db, tenant, now(), entry, [askStop(tenant, found.id)]);
      return c.json(importView(await importNamed(c, services, principal)), 202);
    },
  },
  {
    method: 'POST',
    path: '/v1/imports/:id/undo',
    who: ADMINS,
    scope: 'own',
    summary: 'Takes an import back (200), or begins to (202: look with GET); again to go on after an interruption.',
    answer: importViewBody,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant } = requireUser(principal);
      const { id } = await importNamed(c, services, principal);
      const work = undoImport(db, tenant, id, actorOf(principal), now).then(() => 200 as const);
      const status = await Promise.race([work, sleep(PATIENCE_MS, 202 as const, { ref: false })]);
      // It stays begun, and the list shows it as interrupted.
      if (status === 202)
        work.catch((error: unknown) => log.error({ ...faultPlace(error), import: id }, 'import.undo'));
      return c.json(importView(await importNamed(c, services, principal)), status);
    },
  },
];
