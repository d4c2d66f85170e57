import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE_HOURS, type OfficeHours } from '#rules/calendar/office-hours.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import type { Choices } from '#rules/choices.ts';
import { USUAL_CHOICES } from './usual-choices.ts';

/** What the tenant settled, as the server serves it to an enrolled browser. Plain data: it travels in messages. */
export interface OfficeSettings {
  readonly hours: OfficeHours;
  readonly choices: Choices;
  /** Decision that keeps TT 01/2018 in use after 30/6/2025, or `null`. */
  readonly decision: string | null;
  readonly tenantName: string | null;
}

/** Before enrolment marks are drawn with the usual hours and the default choices; the card says which. */
export const UNSETTLED: OfficeSettings = {
  hours: DEFAULT_OFFICE_HOURS,
  choices: USUAL_CHOICES,
  decision: null,
  tenantName: null,
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Settings out of a server's answer; anything missing falls back to the usual, part by part. */
export function readSettings(body: unknown): OfficeSettings {
  const settings = isObject(body) && isObject(body.settings) ? body.settings : {};
  const { hours, granularity, choices, decision, tenantName } = settings;
  return {
    hours: isObject(hours) && isObject(hours.sessions) ? (hours as unknown as OfficeHours) : UNSETTLED.hours,
    choices: {
      ...UNSETTLED.choices,
      ...(isObject(choices) ? (choices as Partial<Choices>) : {}),
      ...(granularity === 'day' || granularity === 'halfDay' || granularity === 'timestamp' ? { granularity } : {}),
    },
    decision: typeof decision === 'string' ? decision : null,
    tenantName: typeof tenantName === 'string' ? tenantName : null,
  };
}

/** The office working time is counted with. */
export function officeOf(settings: OfficeSettings): Office {
  return { calendar: NATIONAL_CALENDAR, hours: settings.hours };
}
