import { html } from 'hono/html';
import { formatCount, formatInterval, formatN, formatPercent, formatTenths, MISSING } from '#rules/format.ts';
import type { PublicUnit } from '#wire/results.ts';
import type { Markup } from './html.ts';

export type ResultOrder = 'ten' | 'diem';

/** Below this many forms the interval is wide: said beside the number. */
const SMALL_N = 30;

const byName = (a: PublicUnit, b: PublicUnit) => a.name.localeCompare(b.name, 'vi');

/** Graded on every indicator: its total may stand beside those of others. Ranks are not published beside a hidden unit. */
const comparable = (unit: PublicUnit) => unit.gradeLabel !== null && unit.total !== null && unit.missing.length === 0;

/** Units that can be compared, then the others, then hidden ones: these by name only, for their place would tell their points. */
export function orderUnits(units: readonly PublicUnit[], order: ResultOrder): PublicUnit[] {
  const group = (unit: PublicUnit) => (unit.hidden ? 2 : comparable(unit) ? 0 : 1);
  return [...units].sort((a, b) => {
    if (order === 'ten') return Number(a.hidden) - Number(b.hidden) || byName(a, b);
    return group(a) - group(b) || (group(a) === 0 ? (b.total ?? 0) - (a.total ?? 0) : 0) || byName(a, b);
  });
}

function total(unit: PublicUnit) {
  if (unit.total === null) return MISSING;
  if (unit.missing.length === 0 || unit.max === null) return formatTenths(unit.total);
  return html`${formatTenths(unit.total)}/${formatCount(unit.max / 10)}<span class="below">chưa đủ chỉ số (thiếu ${unit.missing.join(', ')})</span>`;
}

/** A unit that cannot be compared is told why beside its grade or the lack of one. */
function grade(unit: PublicUnit) {
  if (comparable(unit)) return html`<span class="whole">${unit.gradeLabel}</span>`;
  return html`${unit.gradeLabel ?? MISSING} <span class="below">${unit.because}</span>`;
}

function share(unit: PublicUnit) {
  const { satisfactionShare: s } = unit;
  if (!s) return MISSING;
  return html`${formatPercent(s.value, 1000)} <span class="below">${formatInterval(s.low, s.high)}\u00a0%; ${formatN(s.n)}${s.n < SMALL_N ? ', n nhỏ' : ''}</span>`;
}

const cell = (label: string, content: unknown, number = false) =>
  html`<td${number ? html` class="number"` : ''} data-label="${label}"><div>${content}</div></td>`;

function row(unit: PublicUnit) {
  const head = html`<th scope="row">${unit.name}</th>`;
  if (unit.hidden)
    return html`<tr class="hidden-unit">${head}<td colspan="6"><span class="why">ẩn</span> <a href="#vi-sao-an">vì sao</a></td></tr>`;
  return html`<tr>${head}
${cell('Xếp loại', grade(unit))}
${cell('Mức độ hài lòng theo xếp loại', unit.satisfactionLabel ?? MISSING)}
${cell('Điểm', total(unit), true)}
${cell('Tỷ lệ hài lòng theo phiếu', share(unit), true)}
${cell('Số phiếu', unit.responses === null ? MISSING : formatCount(unit.responses), true)}
${cell('Hồ sơ', unit.dossiers === null ? MISSING : formatCount(unit.dossiers), true)}
</tr>`;
}

/** The ranking of one level. */
export function resultTable(caption: string, units: readonly PublicUnit[], order: ResultOrder): Markup {
  const sorted = (column: ResultOrder, direction: string) => (order === column ? html` aria-sort="${direction}"` : '');
  return html`<table class="cards">
<caption>${caption} (${formatCount(units.length)})</caption>
<thead><tr>
<th scope="col"${sorted('ten', 'ascending')}>Đơn vị</th>
<th scope="col">Xếp loại</th>
<th scope="col">Mức độ hài lòng theo xếp loại</th>
<th scope="col" class="number"${sorted('diem', 'descending')}>Điểm</th>
<th scope="col" class="number">Tỷ lệ hài lòng theo phiếu</th>
<th scope="col" class="number">Số phiếu</th>
<th scope="col" class="number">Hồ sơ</th>
</tr></thead>
<tbody>${orderUnits(units, order).map(row)}</tbody>
</table>`;
}
