import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import type { Dossier } from '#rules/dossier.ts';
import { objectionDue } from '#rules/objection-days.ts';
import { scrub } from '#rules/scrub.ts';
import type { ObjectionRequest } from '#wire/objection.ts';
import { bodyHash } from '../body-hash.ts';
import { localDay } from '../clock.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { insertObjection } from '../store/objections.ts';
import { holdState } from '../store/period-hold.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { requireDossier, requireDossierOf } from '../store/require-dossier.ts';
import { periodNamed } from './period-named.ts';
import type { Planned } from './put-batch.ts';

/** Whether `officer` had a part in the dossier. */
function tookPart({ officer, receivedBy, handlers, steps }: Dossier, who: string): boolean {
  const others = [...(handlers ?? []), ...(steps ?? [])].map((each) => each.officer);
  return [officer, receivedBy, ...others].includes(who);
}

/** @throws Refusal 409 `period.objections`: there is a result to object to from the close until the seal. */
function requireProvisional({ period, state, snapshot }: StoredPeriod): void {
  if (state === 'closed' && snapshot !== null) return;
  throw new Refusal(
    409,
    'period.objections',
    `Kỳ ${period} không nhận ý kiến. Nêu ý kiến sau khi chốt, trước khi khóa sổ.`,
    {
      issues: [{ path: 'period', message: 'kỳ chưa chốt hoặc đã khóa sổ' }],
    },
  );
}

/** @throws Refusal 403 `officer.own`, `dossier.own`: an officer objects for himself, and about dossiers he had a part in. */
function requireOwn(principal: Principal, { officer }: ObjectionRequest, dossier: Dossier | null): string | null {
  if (principal.kind !== 'officer') return officer ?? null;
  if (officer !== undefined && officer !== principal.officer)
    throw new Refusal(403, 'officer.own', 'Anh/Chị chỉ nêu ý kiến về điểm của mình. Bỏ mã cán bộ khác.', {
      issues: [{ path: 'officer', message: 'mã của cán bộ khác' }],
    });
  if (dossier && !tookPart(dossier, principal.officer))
    throw new Refusal(
      403,
      'dossier.own',
      `Hồ sơ ${dossier.code} không có phần việc của Anh/Chị. Kiểm tra lại mã hồ sơ.`,
      {
        issues: [{ path: 'dossier', message: 'hồ sơ của cán bộ khác' }],
      },
    );
  return principal.officer;
}

/**
 * What puts one objection on record.
 * @param before hash of the body under the same id, where there is one.
 * @throws Refusal 403 `scope.denied` `officer.own` `dossier.own`, 409 `period.objections` `objection.repeat`, 422 `tenant.mismatch`
 * `period.unknown` `unit.unknown` `dossier.unknown` `dossier.unit`.
 */
export async function raiseObjection(
  db: Db,
  principal: Principal,
  tenant: string,
  item: ObjectionRequest,
  before: string | undefined,
  at: Date,
): Promise<Planned> {
  const text = scrub(item.text).text;
  // Of the text as it is kept: a number that was hidden could be tried out against a hash that holds it.
  const hash = bodyHash({ ...item, text });
  if (before === hash) return { outcome: 'repeated', statements: [] };
  if (before !== undefined)
    throw new Refusal(409, 'objection.repeat', 'Ý kiến này đã được gửi với nội dung khác. Tải lại rồi gửi ý kiến mới.');
  if (!item.id.startsWith(`${tenant}.`))
    throw new Refusal(422, 'tenant.mismatch', 'Mã ý kiến thuộc một tỉnh khác. Đăng ký lại máy này.', {
      issues: [{ path: 'id', message: 'sai tỉnh' }],
    });
  const { id, unit, indicator = null } = item;
  const mayTouch = (own: string) => requireUnit(db, principal, tenant, own);
  await mayTouch(unit);
  const dossier = item.dossier === undefined ? null : await requireDossier(db, tenant, item.dossier, mayTouch);
  if (dossier) requireDossierOf(dossier, unit);
  const officer = requireOwn(principal, item, dossier);
  const period = await periodNamed(db, tenant, item.period);
  requireProvisional(period);
  const office = { calendar: NATIONAL_CALENDAR, hours: JSON.parse(period.hours) as OfficeHours };
  const told = { id, period: period.period, unit, officer, dossier: dossier?.code ?? null, indicator };
  const due = objectionDue(localDay(at), office);
  const objection = { ...told, text, raisedBy: actorOf(principal), due };
  const statements = [holdState(tenant, period.period, 'closed'), insertObjection(tenant, objection, hash, at)];
  return { outcome: 'created', statements, logged: { ...told, due } };
}
