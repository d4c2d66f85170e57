import { html } from 'hono/html';
import type { Block, ReportBody, Run } from '#wire/report.ts';
import { drawSvg } from '../pages/draw-svg.ts';
import type { Markup } from '../pages/html.ts';
import { type FiguresById, figuresById, lineText, runText } from './figure-text.ts';
import { dayLine, numberLine } from './head-lines.ts';
import { markLine } from './mark-line.ts';

function runsOf(runs: readonly Run[], figures: FiguresById): Markup[] {
  return runs.map((run) => {
    const text = runText(run, figures);
    return 'figure' in run
      ? html`<data data-figure="${run.figure}" data-show="${run.show}" value="${run.figure}">${text}</data>`
      : html`${text}`;
  });
}

function head(body: ReportBody): Markup {
  const { head: of, kind, title } = body;
  const named = kind === 'report' ? 'BÁO CÁO' : kind === 'notice' ? 'THÔNG BÁO' : null;
  return html`<header class="report-head">
<div><p>${of.above ?? ''}</p><p class="strong ruled">${of.issuer}</p><p class="plain">${numberLine(body)}</p></div>
<div><p class="strong">Cộng hòa xã hội chủ nghĩa Việt Nam</p><p class="strong ruled plain">Độc lập - Tự do - Hạnh phúc</p><p class="plain place">${dayLine(of)}</p></div>
</header>
<h1>${named ? html`${named}<br>` : ''}<span class="report-title">${title}</span></h1>`;
}

function end({ head: of }: ReportBody): Markup {
  const copies = of.copies.length > 0 ? of.copies : ['Như trên', 'Lưu: VT'];
  return html`<footer class="report-end"><div><p class="strong">Nơi nhận:</p><ul>${copies.map((copy, i) => html`<li>${copy}${i === copies.length - 1 ? '.' : ';'}</li>`)}</ul></div>
<div><p class="strong">${of.position ?? '…'}</p><p class="strong signed">${of.signer ?? '…'}</p></div></footer>`;
}

const key = (block: Extract<Block, { kind: 'heading' }>) => html` id="${block.key}"`;

function blockOf(block: Block, body: ReportBody, figures: FiguresById): Markup | '' {
  switch (block.kind) {
    case 'heading':
      if (block.level === 1) return html`<h2${key(block)}>${block.text}</h2>`;
      return block.level === 2 ? html`<h3${key(block)}>${block.text}</h3>` : html`<h4${key(block)}>${block.text}</h4>`;
    case 'paragraph':
      return html`<p${block.item ? html` class="item"` : ''}>${block.item ? '- ' : ''}${runsOf(block.runs, figures)}</p>`;
    case 'table': {
      const number = (i: number, runs?: readonly Run[]) =>
        block.columns[i]?.number && (!runs || lineText(runs, figures).length < 40) ? html` class="number"` : '';
      const rows = block.rows.map(
        ([first, ...cells], r) =>
          html`<tr${block.total && r === block.rows.length - 1 ? html` class="total"` : ''}><th scope="row"${number(0)}>${runsOf(first ?? [], figures)}</th>${cells.map((runs, i) => html`<td${number(i + 1, runs)}>${runsOf(runs, figures)}</td>`)}</tr>`,
      );
      return html`<div class="scroll"><table class="report-table"><caption>${block.caption}</caption><thead><tr>${block.columns.map(({ label }, i) => html`<th scope="col"${number(i)}>${label}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>
<p class="small muted source">${block.source} ${body.footer}</p>`;
    }
    case 'chart':
      return drawSvg(block.drawing);
    case 'fault':
      return html`<p class="fault">${block.text}</p>`;
    case 'own':
      return html`${(block.text ?? '…').split('\n').map((line) => html`<p>${line}</p>`)}`;
    case 'page':
      return '';
  }
}

/** The report as a page to read and to print, with the figures of the document, each marked with its id. */
export function reportPage(body: ReportBody): Markup {
  const figures = figuresById(body);
  const mark = markLine(body);
  const pageAt = body.blocks.findIndex(({ kind }) => kind === 'page');
  const cut = pageAt < 0 ? body.blocks.length : pageAt;
  const draw = (blocks: readonly Block[]) => blocks.map((block) => blockOf(block, body, figures));
  return html`<main class="report" lang="vi">${mark ? html`<p class="draft">${mark}</p>` : ''}${head(body)}
${draw(body.blocks.slice(0, cut))}
${end(body)}
${cut < body.blocks.length ? html`<div class="appendices">${draw(body.blocks.slice(cut))}</div>` : ''}</main>`;
}
