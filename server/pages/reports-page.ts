import { html } from 'hono/html';
import { formatCount, formatDate, formatTenths, MISSING } from '#rules/format.ts';
import { type Fault, faultsOf, gapsBetween } from '#rules/integrity.ts';
import type { PublishedGroup, PublishedTable } from '#rules/published-table.ts';
import type { Markup } from './html.ts';
import { type PublicHead, publicLayout } from './public-layout.ts';

function groupTable(group: PublishedGroup) {
  const beside = group.parts.some((part) => part.beside !== undefined);
  const percent = group.parts.some((part) => part.percent !== undefined);
  const cell = (label: string, content: string) =>
    html`<td class="number" data-label="${label}"><div>${content}</div></td>`;
  const rows = group.parts.map(
    (
      part,
    ) => html`<tr><th scope="row">${part.label}${part.units ? html` <span class="small muted">(${part.units.join(', ')})</span>` : ''}</th>
${cell(`Số ${group.counted}`, part.count === null ? MISSING : formatCount(part.count))}
${percent ? cell('Tỷ lệ', part.percent === undefined ? MISSING : `${part.percent}\u00a0%`) : ''}
${beside ? html`<td data-label="Mức độ hài lòng"><div>${part.beside ?? MISSING}</div></td>` : ''}</tr>`,
  );
  const whole = group.whole.count;
  return html`<table class="cards"><caption>${group.title}${whole === null ? '' : ` (${formatCount(whole)} ${group.whole.label})`}</caption>
<thead><tr><th scope="col">Nội dung</th><th scope="col" class="number">Số ${group.counted}</th>
${percent ? html`<th scope="col" class="number">Tỷ lệ</th>` : ''}${beside ? html`<th scope="col">Mức độ hài lòng</th>` : ''}</tr></thead>
<tbody>${rows}</tbody></table>`;
}

function selfCheck(faults: readonly Fault[]) {
  return html`<h3>Số liệu tự kiểm tra</h3>
${
  faults.length === 0
    ? html`<p class="done">Không thấy chỗ nào cộng không khớp.</p>`
    : faults.map((fault) => html`<p class="fault">${fault.message}</p>`)
}`;
}

function report(table: PublishedTable): Markup {
  const { source } = table;
  return html`<article class="published" id="${table.id}" aria-labelledby="${table.id}-ten">
<h2 id="${table.id}-ten">${table.tenantName}: ${table.title}</h2>
<p>Kỳ: ${table.periodText}</p>
${table.groups.map(groupTable)}
${table.scores.map((score) => html`<p>${score.unit}: tổng điểm ${formatTenths(score.total)}, xếp loại ${score.grade}, mức độ ${score.satisfaction}.</p>`)}
${table.notes.map((note) => html`<p>${note}</p>`)}
<p class="small muted">Nguồn: ${source.url ? html`<a href="${source.url}" rel="noreferrer">${source.text}</a>` : source.text}, ngày ${formatDate(source.date)}. Bảng giữ nguyên số liệu đã công bố.</p>
${selfCheck(faultsOf(table))}
</article>`;
}

/** Older reports exactly as published, each with what does not add up in it; gaps between periods at the end. */
export function reportsPage(head: PublicHead, tables: readonly PublishedTable[]): Markup {
  const gaps = gapsBetween(tables);
  return publicLayout(
    head,
    'Các báo cáo đã công bố trước đây',
    html`${tables.length === 0 ? html`<p>Chưa có báo cáo nào được lưu.</p>` : ''}
${
  tables.length > 1
    ? html`<ul class="links">${tables.map((table) => html`<li><a href="#${table.id}">${table.tenantName}, ${table.periodText}</a></li>`)}</ul>`
    : ''
}
${tables.map(report)}
${
  gaps.length > 0
    ? html`<section aria-labelledby="giua-cac-ky"><h2 id="giua-cac-ky">Giữa các kỳ</h2>
${gaps.map((gap) => html`<p class="fault">${gap.message} <span class="small">(${gap.evidence.map((piece) => piece.value).join('; ')})</span></p>`)}</section>`
    : ''
}`,
  );
}
