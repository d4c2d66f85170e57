import { paperResponse } from '#wire/paper-response.ts';
import type { Outcome } from '#wire/problem.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { takePaper } from '../store/paper-forms.ts';
import { readBatch, refused } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

export const paperResponseRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/paper-responses',
    who: ADMINS,
    scope: 'unit',
    summary:
      'Paper forms typed in, at most 500, an outcome per item; the same form typed twice is checked, not counted.',
    body: paperResponse.array(),
    example: [
      {
        form: '2026/0117',
        unit: 'so-xay-dung',
        day: '2026-11-20',
        survey: 'danhgia-2026',
        version: 1,
        stage: 'returned',
        answers: { overall: 's4', q1: 'on', q3: 'extra0' },
      },
    ],
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
            const { status } = await takePaper(door, tenant, item);
            outcomes[index] = { outcome: status, id: item.form } satisfies Outcome;
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            outcomes[index] = refused(item.form, error);
          }
        }),
      );
      return c.json({ outcomes });
    },
  },
];
