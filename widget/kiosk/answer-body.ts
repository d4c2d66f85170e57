import { clientId } from '#rules/client-id.ts';
import type { Lang } from '#rules/surveys/survey.ts';
import type { KioskSettings } from '#wire/kiosk.ts';
import type { Response } from '#wire/response.ts';
import type { ServedSurvey } from '#wire/survey.ts';

/** Random bytes without HTTPS: a counter's tablet may have only the office's own network. */
export function newAnswerId({ tenant }: KioskSettings): string {
  return clientId(tenant, Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** An answer at the kiosk's own unit, no dossier behind it. */
export function answerBody(
  { unit }: KioskSettings,
  { id: survey, version }: ServedSurvey,
  id: string,
  lang: Lang,
  answers: Response['answers'],
) {
  return { id, unit, survey, version, stage: 'returned', channel: 'kiosk', lang, answers } as const;
}
