import { localDay } from '../clock.ts';
import { surveyOn } from '../figures/survey-on.ts';
import type { SurveyPlace } from '../pages/survey-page.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { tenantOrNull } from '../store/tenants.ts';
import { unitOrNull } from '../store/units.ts';

/** Stage asked of somebody without a link; «Tôi chưa có kết quả» moves the answer to the other one. */
const STAGE = 'returned';

/**
 * What somebody without a link is asked at `unit`: the survey in force, about no dossier.
 * @throws Refusal 404 `unit.unknown` when there is no such place today or its survey is not for those without a link.
 */
export async function readOpenPlace({ db, now }: Services, tenant: string, unit: string): Promise<SurveyPlace> {
  const [owner, place] = await Promise.all([tenantOrNull(db, tenant), unitOrNull(db, tenant, unit)]);
  const today = localDay(now());
  const survey = owner && surveyOn(owner.survey, today);
  const open = place && place.from <= today && (place.to === null || today < place.to);
  if (!open || !survey?.stages[STAGE])
    throw new Refusal(404, 'unit.unknown', 'Trang này chưa gắn đúng đơn vị. Mời Ông/Bà báo cho nơi gửi đường dẫn.', {
      issues: [{ path: 'unit', message: `không có đơn vị ${unit}` }],
    });
  const { id, version } = survey;
  return {
    unit,
    unitName: place.name,
    procedure: null,
    procedureName: null,
    dossier: null,
    stage: STAGE,
    survey: id,
    version,
  };
}
