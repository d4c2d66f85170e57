import { html } from 'hono/html';
import { type Drawing, type LegendEntry, type MarkForm, NUMBERS_LABEL, type Shape } from '#rules/drawing/drawing.ts';
import { MARK_PATHS } from '#rules/drawing/mark-paths.ts';
import type { Markup } from './html.ts';

const percent = (thousandths: number) => `${+(thousandths / 10).toFixed(3)}%`;

function mark(form: MarkForm, look: string, hollow: boolean): Markup {
  return html`<path class="mark ${look}${hollow ? ' hollow' : ''}" d="${MARK_PATHS[form]}"/>`;
}

/** The inner svg gives a mark its own px around a place in percent. */
function shape(s: Shape): Markup {
  if (s.kind === 'rect')
    return html`<rect class="${s.look}" x="${percent(s.x)}" y="${s.y}" width="${percent(s.width)}" height="${s.height}"/>`;
  if (s.kind === 'line')
    return html`<line class="${s.look}" x1="${percent(s.x1)}" y1="${s.y1}" x2="${percent(s.x2)}" y2="${s.y2}"/>`;
  if (s.kind === 'text')
    return html`<text class="${s.look}" x="${percent(s.x)}" y="${s.y}" text-anchor="${s.anchor}">${s.text}</text>`;
  return html`<svg x="${percent(s.x)}" y="${s.y}" overflow="visible">${mark(s.form, s.look, s.hollow)}</svg>`;
}

function legendEntry({ label, look, form }: LegendEntry): Markup {
  const sign = form
    ? html`<svg x="9" y="9" overflow="visible">${mark(form, look, false)}</svg>`
    : html`<rect class="${look}" x="1" y="1" width="16" height="16"/>`;
  return html`<li><svg class="swatch" width="18" height="18" aria-hidden="true">${sign}</svg> ${label}</li>`;
}

function table({ title, table: { columns, rows } }: Drawing): Markup {
  const number = (i: number) => (columns[i]?.number ? html` class="number"` : '');
  return html`<table><caption class="unseen">${title}</caption>
<thead><tr>${columns.map(({ label }, i) => html`<th scope="col"${number(i)}>${label}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([head, ...cells]) =>
      html`<tr><th scope="row">${head?.text ?? ''}</th>${cells.map(
        ({ text, figure }, i) =>
          html`<td${number(i + 1)}${figure === null ? '' : html` data-figure="${figure}"`}>${text}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}

/** A drawing in a page without script: title, picture, legend, notes, and the same numbers as a table. */
export function drawSvg(drawing: Drawing): Markup {
  const { id, lang, title, height, shapes, legend, notes } = drawing;
  return html`<figure class="chart" id="${id}" lang="${lang}">
<figcaption>${title}</figcaption>
<svg class="drawing" width="100%" height="${height}" role="img" aria-label="${title}">${shapes.map(shape)}</svg>
${legend.length > 0 ? html`<ul class="legend">${legend.map(legendEntry)}</ul>` : ''}
${notes.map((note) => html`<p class="small muted">${note}</p>`)}
<details><summary>${NUMBERS_LABEL[lang]}</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}">${table(drawing)}</div></details>
</figure>`;
}
