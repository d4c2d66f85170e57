import { setUp, setUpQuery, setUpScreen as setUpScreenBody, surveyChoice } from '#wire/set-up.ts';
import { localDay } from '../clock.ts';
import { setUpScreen } from '../figures/set-up-screen.ts';
import { setUpState } from '../figures/set-up-state.ts';
import { surveyOn } from '../figures/survey-on.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { putSurvey, tenantOf } from '../store/tenants.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'no-store' };

export const setUpRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/set-up',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'What each step of the set-up has come to, and what one step edits: `?step=`, else the first that is open.',
    query: setUpQuery,
    answer: setUpScreenBody,
    async handle(c, { db, now }, principal) {
      const { step } = check(setUpQuery, c.req.query());
      const { tenant } = requireUser(principal);
      return c.json(await setUpScreen(db, tenant, localDay(now()), step), 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/tenant/survey',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'The survey shown where a link or a tag names none; links already sent keep the one they were made with.',
    body: surveyChoice,
    example: { survey: 'danhgia-2026' },
    answer: setUp,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { survey } = check(surveyChoice, await readJson(c, 1024));
      const at = now();
      if (!surveyOn(survey, localDay(at))?.stages.returned)
        throw new Refusal(422, 'survey.unusable', 'Mẫu phiếu này không hỏi được sau khi có kết quả. Chọn mẫu khác.', {
          issues: [{ path: 'survey', message: 'chọn một mẫu có phần sau khi có kết quả' }],
        });
      const before = (await tenantOf(db, tenant)).survey;
      await withAudit(
        db,
        tenant,
        at,
        { actor: actorOf(principal), action: 'survey.choose', subject: survey, detail: { before, after: survey } },
        [putSurvey(tenant, survey)],
      );
      return c.json(await setUpState(db, tenant, localDay(at)), 200, NO_STORE);
    },
  },
];
