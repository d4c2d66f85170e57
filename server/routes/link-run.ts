import { addDays } from '#rules/calendar/date.ts';
import { formatCount, formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import type { SurveyLinksRequest } from '#wire/survey-links.ts';
import { localDay } from '../clock.ts';
import { surveyOn } from '../figures/survey-on.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import type { Db } from '../store/db.ts';
import { invitationsOn } from '../store/invitations.ts';
import { randomCrockford } from '../store/secret.ts';
import { issuerOf, type LinkRun } from '../store/survey-links.ts';
import { tenantOf } from '../store/tenants.ts';
import { unitsOf } from '../store/units.ts';
import { periodNamed } from './period-named.ts';

/** Each link is about a dossier on record, two at most for each, so this only stops a run away. */
const LINKS_PER_DAY = 50_000;
const SEED_LENGTH = 10;

async function daysOf(db: Db, tenant: string, { period, returned }: SurveyLinksRequest): Promise<[IsoDate, IsoDate]> {
  if (returned) return [returned.from, addDays(returned.lastDay, 1)];
  const { from, to } = await periodNamed(db, tenant, period ?? '');
  return [from, to];
}

async function quotaLeft({ db, now }: Services, tenant: string, actor: string): Promise<number> {
  const today = localDay(now());
  const left = LINKS_PER_DAY - (await invitationsOn(db, tenant, issuerOf(actor), today));
  if (left > 0) return left;
  throw new Refusal(
    429,
    'busy',
    `Tài khoản này đã tạo đủ ${formatCount(LINKS_PER_DAY)} đường dẫn trong ngày ${formatDate(today)}. Tạo tiếp từ ngày mai.`,
    { headers: { 'retry-after': '3600' } },
  );
}

/**
 * What the caller asks for as a run of the store, in the units and with the quota the caller has.
 * @throws Refusal 403 `scope.denied`, 404 `period.unknown`, 422 `unit.unknown` `stage.unknown`, 429 `busy`.
 */
export async function linkRunOf(services: Services, principal: Principal, body: SurveyLinksRequest): Promise<LinkRun> {
  const { db, now } = services;
  const { tenant, unit: own } = requireUser(principal);
  const { unit = own, procedure = null, limit, days, reminder, groups = [], perGroup, seed } = body;
  if (unit !== null) await requireUnit(db, principal, tenant, unit);
  const today = localDay(now());
  const survey = surveyOn((await tenantOf(db, tenant)).survey, today);
  if (!survey?.stages.returned)
    throw new Refusal(422, 'stage.unknown', 'Phiếu đang dùng không hỏi sau khi trả kết quả. Chọn phiếu khác.', {
      issues: [{ path: 'stage', message: 'phiếu đang dùng không có bước này' }],
    });
  const [from, to] = await daysOf(db, tenant, body);
  const left = await quotaLeft(services, tenant, actorOf(principal));
  const units = (await unitsOf(db, tenant, unit)).map((each) => each.unit);
  const groupOf = new Map(groups.map(({ code, group }) => [code, group]));
  return {
    tenant,
    scope: { units, procedure, from, to, days, reminder },
    groups: { groupOf, perGroup, seed: seed ?? randomCrockford(SEED_LENGTH) },
    limit: Math.min(limit, left),
    today,
  };
}
