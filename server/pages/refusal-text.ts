import { html } from 'hono/html';
import type { Lang } from '#rules/surveys/survey.ts';
import type { Refusal } from '../refusal.ts';
import { fill } from './fill.ts';
import type { Markup } from './html.ts';

/** What is said of a used link once its period is closed: nothing can be changed any more. */
const USED_CLOSED = 'This application was rated on {date}. With your receipt you can read the answers again.';

/** English of what a citizen can be told, by code; a refusal carries its own Vietnamese sentence. */
const ENGLISH: Readonly<Record<string, string>> = {
  'token.expired': 'This link expired on {date}. You can still give an opinion without an application code.',
  'token.used': 'This application was rated on {date}. With your receipt you can change the answers until {until}.',
  'token.bad': 'This link is not valid. Open it again from your receipt or the message you got.',
  'period.late': 'The time to rate this application ended on {until}. You can still send a complaint or suggestion.',
  'response.conflict': 'This form was already sent with other answers. Open it to see what we received.',
  'response.changed': 'This form was just changed elsewhere. Open it again to see the newest answers.',
  'receipt.bad': 'No form has this receipt. Check each character of the receipt.',
  'receipt.late': 'The time to change or delete this form is over. The receipt still shows the answers we received.',
  'response.erased': 'This form was deleted as its sender asked.',
  'key.lost': 'The server lacks the key of this period and cannot take your answers now. Please try again later.',
  'survey.gone': 'This form is no longer in use. Reload the page; answers that still fit are kept.',
};

/** Why a citizen was refused, in `lang`; what has no English yet stays Vietnamese and is marked as such. */
export function refusalText({ code, message, values }: Refusal, lang: Lang): Markup | string {
  const closed = code === 'token.used' && values.until === undefined;
  const english = closed ? USED_CLOSED : ENGLISH[code];
  if (lang === 'vi') return message;
  return english === undefined ? html`<span lang="vi">${message}</span>` : fill(english, values);
}
