import { paperResponse, paperUndo } from '#wire/paper-response.ts';
import type { Outcome } from '#wire/problem.ts';
import { outcomes } from '#wire/problem.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { takePaper } from '../store/paper-forms.ts';
import { paperUndoOf, takeBackPaper } from '../store/take-back-paper.ts';
import { readBatch, refused } from './read-batch.ts';
import { check, readJson } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';

const EXAMPLE = {
  form: '2026/0117',
  unit: 'so-xay-dung',
  day: '2026-11-20',
  survey: 'danhgia-2026',
  version: 1,
  stage: 'returned',
  answers: { overall: 's4', q1: 'on', q3: 'extra0' },
};

export const paperResponseRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/paper-responses',
    who: ADMINS,
    scope: 'unit',
    summary:
      'Paper forms typed in, at most 500, an outcome per item; the same form typed twice is checked, not counted. `undo` takes one back within a minute.',
    body: paperResponse.array(),
    example: [EXAMPLE],
    answer: outcomes,
    async handle(c, { db, keys, intake, now }, principal) {
      const { tenant } = requireUser(principal);
      const { valid, outcomes } = await readBatch(c, paperResponse, 'form');
      const mayTouch = (unit: string) => requireUnit(db, principal, tenant, unit);
      const door = { db, keys, intake, now, mayTouch };
      // Neither forms nor dossiers are named: with them somebody could tell who answered what.
      const entry = { actor: actorOf(principal), action: 'paper.enter', subject: 'paper-responses' };
      if (valid.length) await withAudit(db, tenant, now(), { ...entry, detail: { n: valid.length } });
      await Promise.all(
        valid.map(async ({ index, item }) => {
          try {
            const { status, item: entered } = await takePaper(door, tenant, item);
            const undo = status === 'created' ? await paperUndoOf(door, entered, actorOf(principal)) : undefined;
            outcomes[index] = { outcome: status, id: item.form, ...(undo && { undo }) } satisfies Outcome;
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            outcomes[index] = refused(item.form, error);
          }
        }),
      );
      return c.json({ outcomes });
    },
  },
  {
    method: 'POST',
    path: '/v1/paper-responses/undo',
    who: ADMINS,
    scope: 'unit',
    summary: 'Takes back a paper form its clerk entered within the last minute; it may then be entered anew.',
    body: paperUndo,
    example: { form: EXAMPLE, undo: '2026-11-20T02:00:00.000Z.…' },
    answer: null,
    async handle(c, { db, keys, now }, principal) {
      const { tenant } = requireUser(principal);
      const { form, undo } = check(paperUndo, await readJson(c));
      const mayTouch = (unit: string) => requireUnit(db, principal, tenant, unit);
      await takeBackPaper({ db, keys, now, mayTouch }, tenant, form, undo, actorOf(principal));
      return c.body(null, 204);
    },
  },
];
