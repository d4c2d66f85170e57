import { html } from 'hono/html';
import type { FormatLang } from '#rules/format.ts';
import type { Period, PublicResults } from '#wire/results.ts';
import type { Markup } from './html.ts';
import { inVietnamese, say } from './public-words.ts';

/** In the middle of a sentence. */
function ruleOf({ rulesetTitle, decision }: Period, lang: FormatLang): string {
  const rule = rulesetTitle.charAt(0).toLowerCase() + rulesetTitle.slice(1);
  return decision ? say(lang, 'ruleBy', { rule, decision }) : rule;
}

/** The ruleset with its source, and what must be known of every figure under it: never behind a fold. */
export function rulesetNote({ rulesetTitle, rulesetCite, caveats }: Period, lang: FormatLang): Markup {
  const title = say(lang, 'ruleset', { title: rulesetTitle });
  return html`<p class="muted">${title}${rulesetCite ? html`. ${say(lang, 'source', { cite: rulesetCite })}` : ''}</p>
${caveats.map(({ text, cite }) => html`<p class="note" lang="vi">${text} <span class="small">${cite}</span></p>`)}`;
}

/** How the figures are made, and each reading of what the rules leave open. */
export function methodPart(results: PublicResults, lang: FormatLang): Markup {
  const choices = results.choices.map(
    (choice) =>
      html`<div><dt>${choice.label}: ${choice.value}</dt><dd>${choice.reason} <span class="muted">${choice.cite}</span></dd></div>`,
  );
  const sentences = [
    say(lang, 'method1'),
    say(lang, 'method2'),
    say(lang, 'method3', { rule: ruleOf(results.period, lang) }),
    say(lang, 'method4'),
  ];
  return html`<details><summary>${say(lang, 'method')}</summary>
<p>${sentences.join(' ')}</p>
<h2>${say(lang, 'readings')}</h2>
<dl class="choices" lang="vi">${choices}</dl></details>`;
}

/** The checks applied to other people's reports, applied to these figures: in sight, found or not. */
export function selfCheckPart({ faults, faultReason }: PublicResults, lang: FormatLang): Markup {
  return html`<section aria-labelledby="tu-kiem-tra"><h2 id="tu-kiem-tra">${say(lang, 'selfCheck')}</h2>
${
  faults.length === 0
    ? html`<p class="done">${say(lang, 'selfCheckDone')}</p>`
    : html`<ul>${faults.map((fault) => html`<li class="fault" lang="vi">${fault.message}</li>`)}</ul>
${faultReason === null ? '' : html`<p>${say(lang, 'shownBecause', { reason: faultReason })}</p>`}`
}</section>`;
}

/** Advice of the check that the office read and left as it is. */
export function asLeftPart({ snapshot: { acknowledged } }: PublicResults, lang: FormatLang): Markup | '' {
  if (acknowledged.length === 0) return '';
  return html`<details><summary>${say(lang, 'asLeft')}</summary><ul>${acknowledged.map(
    ({ message, reason }) => html`<li>${inVietnamese(lang, message)} ${say(lang, 'asLeftLine', { reason })}</li>`,
  )}</ul></details>`;
}
