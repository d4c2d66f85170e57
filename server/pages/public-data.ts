import { html } from 'hono/html';
import type { FormatLang } from '#rules/format.ts';
import type { PublicResults } from '#wire/results.ts';
import type { Markup } from './html.ts';
import { say } from './public-words.ts';

/** Files of one period and of the province, each as CSV and JSON. */
export function openDataPart({ tenant, period, snapshot, errata }: PublicResults, lang: FormatLang): Markup {
  const at = `/v1/public/periods/${period.period}`;
  const version = `&snapshot=${encodeURIComponent(snapshot.snapshot)}`;
  const files = (what: string, path: string, more = '') =>
    html`<li>${what}: <a href="${path}.csv?tenant=${tenant}${more}" aria-label="${what} (CSV)">CSV</a> · <a href="${path}?tenant=${tenant}${more}" aria-label="${what} (JSON)">JSON</a></li>`;
  return html`<details><summary>${say(lang, 'openData')}</summary><ul class="links">
${files(say(lang, 'dataResults'), `${at}/results`, version)}
<li>${say(lang, 'dataReport')}: <a href="${at}/results.xlsx?tenant=${tenant}${version}">XLSX</a> · <a href="${at}/results.docx?tenant=${tenant}${version}">DOCX</a></li>
${files(say(lang, 'dataAnswers'), `${at}/distributions`)}
${errata.length > 0 ? files(say(lang, 'dataChanges'), `${at}/changes`) : ''}
${files(say(lang, 'dataHistory'), '/v1/public/history')}
<li>${say(lang, 'dataCatalog')}: <a href="/cong-khai/${tenant}/dcat.jsonld">JSON-LD</a> · <a href="/cong-khai/${tenant}/dcat.ttl">Turtle</a></li></ul>
<p class="small muted">${say(lang, 'dataWords')}</p></details>`;
}
