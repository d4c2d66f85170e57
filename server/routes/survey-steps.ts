import { findSurvey } from '#rules/surveys/index.ts';
import { leftOn, surveyStep } from '#wire/survey-step.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import { stepOn } from '../store/survey-steps.ts';
import { unitOrNull } from '../store/units.ts';
import { check } from './read-json.ts';
import type { Route } from './route.ts';

const refused = (path: string, message: string) =>
  new Refusal(422, 'body.invalid', `Trường ${path}: ${message}. Sửa rồi gửi lại.`, { issues: [{ path, message }] });

export const surveyStepRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/left/:tenant/:unit/:survey/:question',
    who: ['anyone', 'kiosk'],
    scope: 'public',
    summary:
      'That a form with an answer in it was left unsent, the last one to this question; only counted. No body; 204. `on`: the day, from a kiosk that had no line then.',
    cors: 'portals',
    query: leftOn,
    answer: null,
    async handle(c, services, principal) {
      const { db, now, calls } = services;
      await calls.responses(c);
      const { tenant, unit, survey, question } = check(surveyStep, c.req.param());
      if (principal.kind !== 'anyone' && principal.tenant !== tenant)
        throw refused('tenant', 'khác tỉnh của khóa đang dùng');
      const known = findSurvey(survey);
      if (!known?.questions.some(({ code }) => code === question))
        throw refused('question', `phiếu không có câu ${question}`);
      if (!(await unitOrNull(db, tenant, unit))) throw refused('unit', `không có đơn vị ${unit}`);
      const channel = principal.kind === 'kiosk' ? 'kiosk' : 'portal';
      const today = localDay(now());
      const { on } = check(leftOn, c.req.query());
      // A kiosk's clock may be ahead; nobody else waits for a line.
      const day = channel === 'kiosk' && on !== undefined && on < today ? on : today;
      await db.batch(await stepOn(db, tenant, day, { unit, survey, channel, step: 'left', bucket: question }));
      return c.body(null, 204);
    },
  },
];
