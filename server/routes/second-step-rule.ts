import { type SecondStepRule, secondStepRule } from '#wire/second-step.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { asksRole, putSecondStepFor, secondStepForOf } from '../store/second-step-rule.ts';
import { secondStepOrNull } from '../store/second-steps.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const PATH = '/v1/second-step-rule';

export const secondStepRuleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Whom the province asks for a second step before anything else.',
    answer: secondStepRule,
    async handle(c, { db }, principal) {
      const askedOf = await secondStepForOf(db, requireUser(principal).tenant);
      return c.json({ askedOf } satisfies SecondStepRule, 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: PATH,
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Whom it asks from now on: who has none turns it on before the next thing; who asks others has one. Who comes through the single sign-on is not asked.',
    body: secondStepRule,
    example: { askedOf: 'nobody' },
    answer: secondStepRule,
    async handle(c, { db, now }, principal) {
      const { tenant, login, role } = requireUser(principal);
      const { askedOf } = check(secondStepRule, await readJson(c, 4096));
      if (asksRole(askedOf, role) && !(await secondStepOrNull(db, tenant, login))?.confirmedAt)
        throw new Refusal(
          409,
          'second.first',
          'Bạn chưa bật mã hai bước của chính mình. Bật ở Thiết lập → Mã hai bước rồi mới yêu cầu người khác.',
        );
      const entry = {
        actor: actorOf(principal),
        action: 'second.rule',
        subject: 'second-step-rule',
        detail: { askedOf },
      };
      await withAudit(db, tenant, now(), entry, [putSecondStepFor(tenant, askedOf)]);
      return c.json({ askedOf } satisfies SecondStepRule, 200, NO_STORE);
    },
  },
];
