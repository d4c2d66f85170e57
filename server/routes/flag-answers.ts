import { type FlagAnswerRequest, flagAnswerRequest } from '#wire/flag.ts';
import { outcomes } from '#wire/problem.ts';
import { actorOf, type Principal } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import type { Db } from '../store/db.ts';
import { flagAnswerHashes, lastAnswers } from '../store/flag-answers.ts';
import { answerFlag, answerHash } from './answer-flag.ts';
import { putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import type { Route } from './route.ts';

/** Plans answers one by one, each on what those before it in the batch will have written. */
async function planner(db: Db, principal: Principal, tenant: string, items: readonly FlagAnswerRequest[], at: Date) {
  const hashes = await flagAnswerHashes(
    db,
    tenant,
    items.map(({ id }) => id),
  );
  const revisions = await lastAnswers(db, tenant, [...new Set(items.map(({ flag }) => flag))]);
  return async (item: FlagAnswerRequest) => {
    const place = `${item.period} ${item.flag}`;
    const revision = revisions.get(place) ?? 0;
    const planned = await answerFlag(db, principal, tenant, item, { hash: hashes.get(item.id), revision }, at);
    if (planned.statements.length > 0) {
      revisions.set(place, revision + 1);
      hashes.set(item.id, answerHash(item));
    }
    return planned;
  };
}

export const flagAnswerRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/flags/answers',
    who: ['officer', 'unit-admin', 'province-admin'],
    scope: 'unit',
    summary:
      'What who is asked by a flag says to it: an officer for himself, a unit for itself, the province for its tables; at most 500, an outcome per item.',
    body: flagAnswerRequest.array(),
    example: [
      {
        id: 'mau.01KAGHZ0000000000000000041',
        period: 'ky-cho-y-kien',
        flag: 'differingCounts//',
        text: 'Bảng năm trước tính cả đơn vị sáp nhập giữa năm; bảng đính chính đã gửi.',
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer') requireUser(principal);
      const { tenant } = principal as Extract<Principal, { kind: 'officer' | 'user' }>;
      const at = now();
      const batch = await readBatch(c, flagAnswerRequest, 'id');
      const outcomes = await putBatch(
        db,
        tenant,
        at,
        batch,
        ({ id }) => id,
        () =>
          planner(
            db,
            principal,
            tenant,
            batch.valid.map(({ item }) => item),
            at,
          ),
        { actor: actorOf(principal), action: 'flags.answer', subject: 'flags' },
      );
      return c.json({ outcomes });
    },
  },
];
