import type { Context } from 'hono';
import type { Lang } from '#rules/surveys/survey.ts';
import { invitationToken, tenantOf } from '#wire/ids.ts';
import { fill } from '../pages/fill.ts';
import { htmlPage, type Markup } from '../pages/html.ts';
import { openSurveyLink } from '../pages/open-survey-link.ts';
import { PLAIN_WORDS } from '../pages/plain-words.ts';
import { receiptLink } from '../pages/receipt-link.ts';
import { refusalText } from '../pages/refusal-text.ts';
import { reopenForm } from '../pages/reopen-form.ts';
import { sentencePage } from '../pages/sentence-page.ts';
import type { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { tenantOrNull } from '../store/tenants.ts';
import { openLinkOrNull } from './open-link.ts';

/** The one thing that can still be done after `refusal`, where there is one. */
async function nextStep(
  c: Context,
  services: Services,
  { code, values }: Refusal,
  lang: Lang,
): Promise<Markup | undefined> {
  const words = PLAIN_WORDS[lang];
  const token = c.req.param('token') ?? '';
  const closed = code === 'token.used' && values.until === undefined;
  // Whoever answered already may have come back to change the answers.
  if ((code === 'token.used' && !closed) || code === 'receipt.bad') return reopenForm(words);
  // Answers that can no longer be changed can still be read; whoever mistyped a link may hold a receipt.
  if (closed || code === 'receipt.late' || code === 'token.bad') {
    const owner = await tenantOrNull(services.db, c.req.param('tenant') ?? tenantOf(token));
    return owner ? receiptLink(owner.tenant, words, lang) : undefined;
  }
  if (code === 'token.revoked' && values.unit) return openSurveyLink(tenantOf(token), values.unit, words, lang);
  if (code !== 'token.expired' || !invitationToken.safeParse(token).success) return undefined;
  const tenant = tenantOf(token);
  const invitation = await openLinkOrNull(services, token);
  return invitation ? openSurveyLink(tenant, invitation.unit, words, lang) : undefined;
}

/** Why the survey page does not do as asked, in the language of the page, with the next step. */
export async function refusedPage(c: Context, services: Services, refusal: Refusal): Promise<Response> {
  const lang: Lang = c.req.query('lang') === 'en' ? 'en' : 'vi';
  const title = PLAIN_WORDS[lang].page ?? '';
  const { status, headers } = refusal;
  const sentence = refusal.code === 'busy' ? fill(PLAIN_WORDS[lang].wait, refusal.values) : refusalText(refusal, lang);
  const body = sentencePage(title, sentence, await nextStep(c, services, refusal, lang));
  return htmlPage(c, { title, lang, status, headers, body });
}
