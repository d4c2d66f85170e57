import { html } from 'hono/html';
import { numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import type { Lang, Question, Survey, Words } from '#rules/surveys/survey.ts';
import type { InvitationView } from '#wire/invitation.ts';
import { fill } from './fill.ts';
import type { Markup } from './html.ts';
import { paragraphs } from './paragraphs.ts';
import { reopenForm } from './reopen-form.ts';
import { type AskedReply, replyQuestion } from './reply-question.ts';
import { surveyQuestion } from './survey-question.ts';

/** Where and about what a form asks; `dossier` is `null` for somebody without a link. */
export type SurveyPlace = Omit<InvitationView, 'dossier' | 'expires'> & { readonly dossier: string | null };

export interface SurveyForm {
  readonly view: SurveyPlace;
  readonly survey: Survey;
  readonly words: Words;
  readonly lang: Lang;
  /** `qr`: opened with the code printed on a slip, whose address says so. */
  readonly channel: 'plain' | 'qr';
  /** Client id in the form: sending the same form twice is one response. */
  readonly id: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly comment: string;
  /** Question code → what is wrong, in the order shown. */
  readonly faults: ReadonlyMap<string, string>;
  /** Said above the form, which stays as filled in; `at` is the part of the form it is about. */
  readonly notice: { readonly text: string; readonly at: string } | null;
  /** The receipt of the answers being changed; `null` for a first sending. */
  readonly receipt: string | null;
  /** Whether a reply is wanted, where the form asks; `null` = it does not ask. */
  readonly reply: AskedReply | null;
}

function summary({ faults, words }: SurveyForm) {
  if (!faults.size) return '';
  const lines = [...faults].map(([code, text]) => html`<li><a href="#${code}">${text}</a></li>`);
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
<h2>${fill(words.problem, { n: faults.size })}</h2>
<ul>${lines}</ul>
</div>`;
}

function commentBox({ words, comment, faults }: SurveyForm, question: Question) {
  const fault = faults.get(question.code);
  const described = ['comment-help', fault && 'comment-fault'].filter(Boolean).join(' ');
  return html`<div class="field">
<label for="comment">${words.comment}</label>
<p class="help" id="comment-help">${words['comment.help']}</p>
${fault ? html`<p class="error" id="comment-fault">${fault}</p>` : ''}
<textarea id="comment" name="comment" rows="5" aria-describedby="${described}"${fault ? html` aria-invalid="true"` : ''}>
${comment}</textarea>
</div>`;
}

/** The whole survey on one page that works without script and without style. */
export function surveyPage(form: SurveyForm): Markup {
  const { view, survey, words, lang, channel, id, answers, faults, notice, receipt } = form;
  const { dossier } = view;
  const numbered = numberedCodes(survey, view.stage);
  const questions = questionsOf(survey, view.stage).map((question) => {
    const { code } = question;
    if (question.kind === 'text') return commentBox(form, question);
    const place = numbered.indexOf(code);
    const text = words[`${code}@${view.stage}`] ?? words[code] ?? code;
    const number = place < 0 ? null : place + 1;
    return surveyQuestion({
      question,
      number,
      text,
      words,
      chosen: answers[code],
      fault: faults.get(code),
      staged: dossier !== null,
    });
  });
  const addressIn = (language: Lang) => `?lang=${language}${channel === 'qr' ? '&via=qr' : ''}`;
  return html`<main class="wrap">
<p><a class="alone" href="${addressIn(lang === 'vi' ? 'en' : 'vi')}" lang="${lang === 'vi' ? 'en' : 'vi'}">${words.other}</a></p>
<h1>${words.title}</h1>
<p>${view.unitName}${dossier === null ? '' : html`<br><strong>${fill(words.dossier, { code: dossier })}</strong>`}${view.procedureName ? html`<br>${view.procedureName}` : ''}</p>
${summary(form)}
${notice ? html`<div class="note" role="alert"><p><a class="alone" href="#${notice.at}">${notice.text}</a></p></div>` : ''}
<p>${dossier === null ? fill(words['intro.open'], { n: numbered.length }) : fill(words.intro, { n: numbered.length, code: dossier })}</p>
<p>${words.safe} ${survey.questions.some((q) => q.required) ? words.must : ''}</p>
<form method="post" action="${addressIn(lang)}">
<input type="hidden" name="id" value="${id}">
${receipt === null ? '' : html`<input type="hidden" name="receipt" value="${receipt}">`}
${questions}
${replyQuestion(form)}
<p class="actions"><button class="button primary" id="send">${words.send}</button>
${receipt === null ? '' : html`<button class="button danger" name="act" value="erase">${words.erase}</button>`}</p>
<p>${words.privacy}</p>
<details><summary>${words['privacy.how']}</summary>${paragraphs(words['privacy.more'] ?? '')}</details>
</form>
${dossier === null && receipt === null ? html`<details><summary>${words.enter}</summary>${reopenForm(words)}</details>` : ''}
</main>`;
}
