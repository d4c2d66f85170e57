import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { addDays } from '#rules/calendar/date.ts';
import type { OfficeHours, Session } from '#rules/calendar/office-hours.ts';
import { sessionsOn } from '#rules/calendar/working-time.ts';
import type { IsoDate } from '#rules/law.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import type { KioskSettings } from '#wire/kiosk.ts';
import { localDay } from '../clock.ts';
import { surveyOn } from '../figures/survey-on.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { kioskOrNull } from '../store/kiosks.ts';
import { tenantOf } from '../store/tenants.ts';
import { unitOrNull } from '../store/units.ts';

/** The one-touch form of every kiosk. */
const QUICK = 'nhanh-3-2026';
/** A tablet that has no line for that long is a matter for staff. */
const DAYS_AHEAD = 31;
/** Whoever came within the hours is still at the counter a while after. */
const GRACE_MINUTES = 30;

/** Sessions of each day to come, with the grace; a day the calendar does not know yet is left out. */
function openingFrom(today: IsoDate, hours: OfficeHours): KioskSettings['opening'] {
  const opening: { day: IsoDate; sessions: Session[] }[] = [];
  for (let n = 0; n < DAYS_AHEAD; n += 1) {
    const day = addDays(today, n);
    if (day < NATIONAL_CALENDAR.covered.from || day >= NATIONAL_CALENDAR.covered.to) continue;
    const sessions = sessionsOn(day, { calendar: NATIONAL_CALENDAR, hours });
    opening.push({ day, sessions: sessions.map(({ from, to }) => ({ from, to: Math.min(1440, to + GRACE_MINUTES) })) });
  }
  return opening;
}

/** How the tablet at `kiosk` is to work from now on. @throws Refusal 404 `kiosk.unknown`. */
export async function kioskSettingsOf({ db, now }: Services, tenant: string, kiosk: string): Promise<KioskSettings> {
  const at = now();
  const today = localDay(at);
  const [place, owner] = await Promise.all([kioskOrNull(db, tenant, kiosk), tenantOf(db, tenant)]);
  if (!place) throw new Refusal(404, 'kiosk.unknown', `Không có ki-ốt ${kiosk}. Xem lại danh sách ki-ốt.`);
  const quick = surveyOn(QUICK, today) ?? findSurvey(QUICK);
  const full = surveyOn(owner.survey, today) ?? quick;
  if (!quick || !full) throw new Error(`Không có phiếu ${QUICK}.`);
  const { unit, counter, officer, mode, lang, intervalSeconds, paused, wipe } = place;
  return {
    ...{ kiosk, tenant, tenantName: owner.name, unit, unitName: (await unitOrNull(db, tenant, unit))?.name ?? unit },
    ...{ counter, officer, mode, lang, intervalSeconds, paused, wipe },
    quick: { id: quick.id, version: quick.version },
    full: { id: full.id, version: full.version },
    opening: openingFrom(today, owner.hours),
    now: at.toISOString(),
  };
}
