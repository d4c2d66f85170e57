import { html } from 'hono/html';
import type { Check, CheckFamily, Subject } from '#rules/checks/check.ts';
import { FAMILY_RATE, SUBJECT_RATE } from '#rules/checks/control.ts';
import { CHECKS } from '#rules/checks/index.ts';
import { FAMILY_WORDS, METHOD_WORDS } from '#rules/checks/method-words.ts';
import { type FormatLang, formatCount, formatPercent } from '#rules/format.ts';
import type { PublishedSample } from '#wire/sample.ts';
import type { Markup } from './html.ts';
import { type PublicHead, publicHref, publicLayout } from './public-layout.ts';
import { inVietnamese, type PublicWord, say } from './public-words.ts';

/** A published period and the list that was drawn of it. */
export interface SampledPeriod {
  readonly label: string;
  /** `null` = none was drawn. */
  readonly sample: PublishedSample | null;
}

const FAMILIES: readonly CheckFamily[] = ['self', 'dates', 'answers', 'figures'];
const SUBJECTS: Readonly<Record<Subject, PublicWord>> = {
  officer: 'checksOfficer',
  unit: 'checksUnit',
  province: 'checksProvince',
};

const percent = (permille: number, lang: FormatLang) => formatPercent(permille, 1000, lang);

/** When it asks: from how many cases, and what it takes as ordinary. */
function whenOf({ smallestN, tolerance, rule }: Check, lang: FormatLang): string {
  const from = say(lang, 'checksFrom', { n: formatCount(smallestN, lang) });
  if (tolerance)
    return `${from} ${say(lang, 'checksUsual', { floor: percent(tolerance.floor, lang), cap: percent(tolerance.cap, lang) })}`;
  return rule ? `${from} ${say(lang, 'checksRule')}` : from;
}

function checkPart(check: Check, lang: FormatLang): Markup {
  const words = METHOD_WORDS[check.id];
  const asks = check.asks.map((subject) => say(lang, SUBJECTS[subject])).join(', ');
  return html`<article class="published"><h3>${inVietnamese(lang, check.name)}</h3>
<p>${words[lang]}</p>
<p class="small muted">${say(lang, 'checksAsks', { who: asks })} ${whenOf(check, lang)}</p>
${words.weak ? html`<p class="note">${say(lang, 'checksWeak')} ${words.weak[lang]}</p>` : ''}
<p>${say(lang, 'checksHonest')}</p>
<ul${lang === 'en' ? html` lang="vi"` : ''}>${check.explanations.map((each) => html`<li>${each}</li>`)}</ul></article>`;
}

function samplePart({ label, sample }: SampledPeriod, lang: FormatLang): Markup {
  const vi = (text: string) => inVietnamese(lang, text);
  if (!sample) return html`<h3>${vi(label)}</h3><p>${say(lang, 'checksNoSample')}</p>`;
  const rows: readonly (readonly [PublicWord, Markup | string])[] = [
    ['checksNumber', html`<strong>${sample.number}</strong>`],
    ['checksSource', vi(sample.source)],
    [
      'checksSize',
      say(lang, 'checksSizeOf', { n: formatCount(sample.size, lang), whole: formatCount(sample.whole, lang) }),
    ],
    ['checksFrame', html`<code>${sample.frameHash}</code>`],
    ['checksSeed', html`<code>${sample.seed}</code>`],
    ['checksList', html`<code>${sample.listHash}</code>`],
  ];
  return html`<h3>${vi(label)}</h3><dl class="hashes">${rows.map(
    ([word, value]) => html`<div><dt>${say(lang, word)}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

/** How the figures are checked, for anybody: made of the checks there are, so that a new one stands here by itself. */
export function checksPage(head: PublicHead, periods: readonly SampledPeriod[]): Markup {
  const { lang } = head;
  const rates = {
    subject: percent(1000 * SUBJECT_RATE, lang),
    family: percent(1000 * FAMILY_RATE, lang),
    n: formatCount(CHECKS.length, lang),
  };
  const words = (...keys: readonly PublicWord[]) => keys.map((key) => html`<li>${say(lang, key, rates)}</li>`);
  return publicLayout(
    head,
    say(lang, 'checksTitle'),
    html`<p>${say(lang, 'checksIntro', rates)}</p>
<section aria-labelledby="khi-nao-hoi"><h2 id="khi-nao-hoi">${say(lang, 'checksWhen')}</h2>
<ul>${words('checksWhenN', 'checksWhenUsual', 'checksWhenSubject', 'checksWhenFamily', 'checksWhenReading')}</ul></section>
<section aria-labelledby="khong-lam-gi"><h2 id="khong-lam-gi">${say(lang, 'checksNot')}</h2>
<ul>${words('checksNotScore', 'checksNotAnswers', 'checksNotNames', 'checksNotSilent')}</ul></section>
${FAMILIES.map(
  (family) => html`<section aria-labelledby="nhom-${family}"><h2 id="nhom-${family}">${FAMILY_WORDS[family][lang]}</h2>
${CHECKS.filter((check) => check.family === family).map((check) => checkPart(check, lang))}</section>`,
)}
<section aria-labelledby="mau-tham-dinh"><h2 id="mau-tham-dinh">${say(lang, 'checksSample')}</h2>
<p>${say(lang, 'checksSampleHow')}</p><p>${say(lang, 'checksSampleBlind')}</p>
<p>${say(lang, 'checksSampleTry')}</p>
<pre class="shell"><code>printf '%s' '&lt;${say(lang, 'checksFrameWord')}&gt;|&lt;${say(lang, 'checksNumberWord')}&gt;' | sha256sum</code></pre>
${periods.length === 0 ? html`<p>${say(lang, 'checksNoPeriod')}</p>` : periods.map((each) => samplePart(each, lang))}</section>
<section aria-labelledby="n-nho"><h2 id="n-nho">${say(lang, 'checksLimits')}</h2>
<ul>${words('checksSmallN', 'checksMissed', 'checksWrong', 'checksMix')}</ul></section>
<p class="back"><a href="${publicHref(head, '')}">${say(lang, 'checksBack')}</a></p>`,
  );
}
