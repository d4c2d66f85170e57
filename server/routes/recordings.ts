import { outcomes } from '#wire/problem.ts';
import { recording, recordings } from '#wire/recording.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { putRecording, recordingsOf } from '../store/recordings.ts';
import { putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import { ADMINS, type Route } from './route.ts';

export const recordingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/recordings',
    who: ADMINS,
    scope: 'unit',
    summary: "Which of the caller's units put every petition or letter of apology on record, and since when.",
    answer: recordings,
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      return c.json({ recordings: await recordingsOf(db, tenant, unit) }, 200, {
        'cache-control': 'private, no-store',
      });
    },
  },
  {
    method: 'POST',
    path: '/v1/recordings',
    who: ADMINS,
    scope: 'unit',
    summary: 'States since when a unit puts every petition or letter on record: only then «none» is known.',
    body: recording.array(),
    example: [{ unit: 'so-xay-dung', kind: 'apologies', from: '2026-10-01', to: null }],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const at = now();
      const actor = actorOf(principal);
      const outcomes = await putBatch(
        db,
        tenant,
        at,
        await readBatch(c, recording, 'unit'),
        (item) => item.unit,
        async () => async (item) => {
          await requireUnit(db, principal, tenant, item.unit);
          return { outcome: 'updated', statements: [putRecording(tenant, item, actor, at)], logged: item };
        },
        { actor, action: 'recordings.put', subject: 'recordings' },
      );
      return c.json({ outcomes });
    },
  },
];
