import { html, raw } from 'hono/html';
import { numberedCodes, questionsOf } from '#rules/surveys/questions-of.ts';
import type { Lang, Question, Stage, Survey, Words } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import type { Markup } from './html.ts';
import { PRINT_WORDS } from './print-words.ts';

export interface PaperForm {
  readonly survey: Survey;
  readonly stage: Stage;
  readonly words: Words;
  readonly lang: Lang;
  readonly unitName: string;
  readonly qr: string;
}

/** Every option with its code beside the box, so that whoever types the form in reads no sentence twice. */
function boxes({ words }: PaperForm, { code, options }: Question) {
  return options.map(
    (option) =>
      html`<li><span class="tick"></span> ${words[`${code}.${option.code}`] ?? words[option.code]} <small>${option.code}</small></li>`,
  );
}

function questionOnPaper(form: PaperForm, question: Question, number: number) {
  const { words, stage } = form;
  const { code, followUp } = question;
  const text = words[`${code}@${stage}`] ?? words[code] ?? code;
  const help = words[`${code}.help`];
  const only = followUp?.when.map((option) => words[`${followUp.of}.${option}`]).join(` ${words.or} `);
  return html`<section class="question${followUp ? ' follow-up' : ''}">
<h2>${number ? `${fill(words.number, { i: number })} ` : ''}${text}</h2>
${only ? html`<p class="help">${fill(words.onlyIf, { options: only })}</p>` : ''}
${help ? html`<p class="help">${help}</p>` : ''}
${question.kind === 'text' ? html`<div class="lines"></div>` : html`<ul class="boxes">${boxes(form, question)}</ul>`}
</section>`;
}

/** As the screen asks on which the form is typed in; what staff wrote for somebody is shown apart. */
function filledBy(print: Words) {
  const who = ['self', 'relative', 'volunteer', 'officer'].map(
    (code) => html`<li><span class="tick"></span> ${print[code]} <small>${code}</small></li>`,
  );
  return html`<section class="question"><h2>${print.filledBy}</h2><ul class="boxes">${who}</ul></section>`;
}

/** The survey as a sheet to fill in by hand: same questions, same order, same words as on the screen. */
export function paperFormPage(form: PaperForm): Markup {
  const { survey, stage, words, lang, unitName, qr } = form;
  const print = PRINT_WORDS[lang];
  const numbered = numberedCodes(survey, stage);
  const asked = questionsOf(survey, stage);
  const needed = asked.flatMap(({ code, required }) => (required ? numbered.indexOf(code) + 1 : []));
  const questions = asked.map((question) => questionOnPaper(form, question, numbered.indexOf(question.code) + 1));
  const other = lang === 'vi' ? 'en' : 'vi';
  return html`<main class="sheet paper">
<p class="screen-only"><a href="?lang=${other}&amp;buoc=${stage}" lang="${other}">${print.other}</a>. ${print.printHelp}</p>
<header><div class="qr">${raw(qr)}</div>
<h1>${words.title}</h1>
<p>${unitName}</p>
<p><small>${fill(print.version, { survey: survey.id, version: survey.version })}</small></p></header>
<p class="blanks">${print.form}: <span class="blank"></span> ${print.dossier}: <span class="blank wide"></span></p>
<p>${words.safe} ${print.mark}${needed.map((i) => html` ${fill(print.needed, { i })}`)}</p>
${questions}
${filledBy(print)}
<p>${print.return}</p>
<p><small>${words.privacy}</small></p>
</main>`;
}
