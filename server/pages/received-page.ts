import { html } from 'hono/html';
import { type FormatLang, formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import { formatReceipt } from '#rules/receipt.ts';
import { questionsOf } from '#rules/surveys/questions-of.ts';
import type { Stage, Survey, Words } from '#rules/surveys/survey.ts';
import type { CaseReply } from '#wire/case.ts';
import type { Markup } from './html.ts';
import { type PublicHead, publicLayout } from './public-layout.ts';
import { say } from './public-words.ts';
import { receiptForm } from './receipt-form.ts';
import { replyPart } from './reply-part.ts';

/** What the server holds under a receipt, as its giver may read it. */
export interface ReceivedForm {
  readonly receipt: string;
  readonly unit: string;
  readonly unitName: string;
  /** Whether it was given through the link of a dossier, which alone opens it for a change. */
  readonly linked: boolean;
  readonly day: IsoDate;
  readonly stage: Stage;
  readonly survey: Survey;
  readonly words: Words;
  readonly answers: Readonly<Record<string, string>>;
  readonly comment: string | null;
  readonly editableUntil: IsoDate;
  readonly editable: boolean;
  readonly reply: CaseReply | null;
}

function answerRows(lang: FormatLang, { survey, words, stage, answers }: ReceivedForm) {
  return questionsOf(survey, stage)
    .filter((question) => question.kind === 'choice' && (!question.followUp || answers[question.code]))
    .map(({ code }) => {
      const chosen = answers[code];
      const said =
        chosen === undefined ? say(lang, 'receivedSkipped') : (words[`${code}.${chosen}`] ?? words[chosen] ?? chosen);
      return html`<div><dt>${words[`${code}@${stage}`] ?? words[code] ?? code}</dt><dd>${said}</dd></div>`;
    });
}

/** Opens the answers on the form they were given in, where no link stands before it. */
function changeForm({ tenant, lang }: PublicHead, { unit, receipt }: ReceivedForm): Markup {
  const path = `/k/${encodeURIComponent(tenant)}/${encodeURIComponent(unit)}`;
  return html`<form method="post" action="${path}${lang === 'en' ? '?lang=en' : ''}">
<input type="hidden" name="receipt" value="${receipt}">
<p class="actions"><button class="button primary" name="act" value="reopen">${say(lang, 'receivedChange')}</button></p>
</form>`;
}

/** The answers received, word for word. */
export function receivedPage(head: PublicHead, form: ReceivedForm): Markup {
  const { lang } = head;
  const until = formatDate(form.editableUntil);
  return publicLayout(
    head,
    say(lang, 'receiptNamed', { receipt: formatReceipt(form.receipt) }),
    html`<p>${say(lang, 'receivedOn', { unit: form.unitName, day: formatDate(form.day) })}</p>
<dl class="choices">${answerRows(lang, form)}
${form.comment ? html`<div><dt>${form.words.comment}</dt><dd>${form.comment}</dd></div>` : ''}</dl>
${form.reply ? replyPart(lang, form.reply) : ''}
<p class="note">${
      form.editable
        ? say(lang, form.linked ? 'receivedUntilLink' : 'receivedUntil', { until })
        : say(lang, 'receivedFixed')
    }</p>
${form.editable && !form.linked ? changeForm(head, form) : ''}
<p class="actions"><a class="button" href="/v1/receipts/${form.receipt}/export" download>${say(lang, 'receivedExport')}</a></p>`,
  );
}

/** The look-up before it has found anything, with the reason when a code opened nothing. */
export function receiptSearchPage(head: PublicHead, typed: string, fault?: string | Markup): Markup {
  return publicLayout(head, say(head.lang, 'receiptTitle'), receiptForm(head, typed, fault));
}
