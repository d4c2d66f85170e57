import { qualityQuery, surveyQuality as surveyQualityBody } from '#wire/survey-quality.ts';
import { surveyQuality } from '../figures/survey-quality.ts';
import { requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

export const surveyQualityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/survey-quality',
    who: READERS,
    scope: 'unit',
    summary:
      'How the forms of a closed period fared: answers, response rates, channels, where they were left, what they say against the records. ?unit=',
    query: qualityQuery,
    answer: surveyQualityBody,
    async handle(c, { db, now }, principal) {
      const { tenant, unit: own } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const { unit = own } = check(qualityQuery, c.req.query());
      if (unit !== null) await requireUnit(db, principal, tenant, unit);
      return c.json(await surveyQuality(db, tenant, period, unit, now()), 200, {
        'cache-control': 'private, no-store',
      });
    },
  },
];
