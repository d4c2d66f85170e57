import * as z from 'zod';
import { outcomes } from '#wire/problem.ts';
import { type SecondLook, type SecondLooks, secondLook, secondLooks } from '#wire/second-look.ts';
import { localDay } from '../clock.ts';
import { actorOf, type Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { putSecondLook, type StoredSecondLook, secondLookCounts, secondLooksById } from '../store/second-looks.ts';
import { periodNamed } from './period-named.ts';
import { type Planned, putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import { check } from './read-json.ts';
import type { Route } from './route.ts';

type Officer = Extract<Principal, { kind: 'officer' }>;

const query = z.object({ period: z.string().max(40).default('') });

/** Whether `look` says no more than is stored. @throws Refusal 409 `look.repeat` where the stored one is of another batch. */
function repeats(before: StoredSecondLook | undefined, look: StoredSecondLook): boolean {
  if (!before) return false;
  const { officer, confirmed, seconds, answer, opened } = before;
  if (officer !== look.officer || confirmed !== look.confirmed || seconds !== look.seconds)
    throw new Refusal(409, 'look.repeat', 'Lần mời xem lại này đã được ghi cho một đợt khác. Không gửi lại.');
  // An offer that comes late says less than its answer.
  return answer === look.answer ? opened >= look.opened : look.answer === 'none';
}

async function planner(db: Db, { tenant, unit, officer }: Officer, items: readonly SecondLook[], at: Date) {
  const stored = await secondLooksById(
    db,
    tenant,
    items.map(({ id }) => id),
  );
  return async (item: SecondLook): Promise<Planned> => {
    if (!item.id.startsWith(`${tenant}.`))
      throw new Refusal(422, 'tenant.mismatch', 'Mã đợt thuộc một tỉnh khác. Đăng ký lại máy này.', {
        issues: [{ path: 'id', message: 'sai tỉnh' }],
      });
    const [before, look] = [stored.get(item.id), { ...item, officer }];
    if (repeats(before, look)) return { outcome: 'repeated', statements: [] };
    stored.set(item.id, look);
    return {
      outcome: before ? 'updated' : 'created',
      statements: [putSecondLook(tenant, unit, look, localDay(at))],
    };
  };
}

export const secondLookRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/self-scores/second-looks',
    who: ['officer'],
    scope: 'own',
    summary:
      'That a batch was confirmed very fast, a second look was offered, and what came of it; an outcome per item.',
    body: secondLook.array(),
    example: [{ id: 'mau.01KAGHZ0000000000000000003', confirmed: 37, seconds: 12, answer: 'looked', opened: 2 }],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ cán bộ đã chọn tên mới gửi được mục này.');
      const batch = await readBatch(c, secondLook, 'id');
      const [at, items] = [now(), batch.valid.map(({ item }) => item)];
      const outcomes = await putBatch(
        db,
        principal.tenant,
        at,
        batch,
        ({ id }) => id,
        () => planner(db, principal, items, at),
        { actor: actorOf(principal), action: 'second-looks.put', subject: 'second-looks' },
      );
      return c.json({ outcomes });
    },
  },
  {
    method: 'GET',
    path: '/v1/self-scores/second-looks',
    who: ['province-admin', 'unit-admin', 'reviewer'],
    scope: 'unit',
    summary:
      'How often officers confirmed faster than they can read in a period, and what came of the offer to look again. Logged.',
    query,
    answer: secondLooks,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const period = await periodNamed(db, tenant, check(query, c.req.query()).period);
      const body: SecondLooks = {
        period: period.period,
        officers: await secondLookCounts(db, tenant, period, unit),
      };
      if (body.officers.length)
        await withAudit(db, tenant, now(), {
          actor: actorOf(principal),
          action: 'second-looks.read',
          subject: `${period.period}/${unit ?? '*'}`,
          detail: { officers: body.officers.length },
        });
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
