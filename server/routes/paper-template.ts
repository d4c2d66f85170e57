import * as z from 'zod';
import { labelKey } from '#rules/labels.ts';
import { response } from '#wire/response.ts';
import { PAPER_SURVEYS } from '../imports/kinds/paper-headers.ts';
import { Refusal } from '../refusal.ts';
import { paperTemplate } from '../reports/xlsx/paper-template.ts';
import { requireUser } from '../require-user.ts';
import { proceduresOf } from '../store/procedures.ts';
import { unitsOf } from '../store/units.ts';
import { check } from './read-json.ts';
import { ADMINS, type Route } from './route.ts';
import { LISTING_TYPES } from './send-listing.ts';

const query = z.object({ survey: response.shape.survey, version: z.coerce.number().int().positive() });

export const paperTemplateRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/paper-forms.xlsx',
    who: ADMINS,
    scope: 'unit',
    summary:
      'A workbook with drop-downs into which paper forms are typed, taken in as `paper-forms`. Query: `survey`, `version`.',
    query,
    answer: [LISTING_TYPES.xlsx],
    async handle(c, { db }, principal) {
      const { tenant, unit: scope } = requireUser(principal);
      const { survey: id, version } = check(query, c.req.query());
      const survey = PAPER_SURVEYS.find((each) => each.id === id && each.version === version);
      if (!survey)
        throw new Refusal(404, 'survey.unknown', `Không có mẫu phiếu giấy ${id}/${version}. Chọn mẫu khác.`, {
          issues: [{ path: 'survey', message: 'không có mẫu phiếu giấy này' }],
        });
      const [all, own, procedures] = await Promise.all([
        unitsOf(db, tenant),
        unitsOf(db, tenant, scope),
        proceduresOf(db, tenant),
      ]);
      const calledSo = new Map<string, number>();
      for (const { name } of all) calledSo.set(labelKey(name), (calledSo.get(labelKey(name)) ?? 0) + 1);
      const units = own.map(({ unit, name }) => ({ unit, name, named: calledSo.get(labelKey(name)) === 1 }));
      return c.body(paperTemplate(survey, { units, procedures }), 200, {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename="phieu-giay-${survey.id}-${survey.version}.xlsx"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      });
    },
  },
];
