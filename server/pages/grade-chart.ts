import { html } from 'hono/html';
import { formatCount, formatPercent } from '#rules/format.ts';
import type { PublicUnit } from '#wire/results.ts';
import type { Markup } from './html.ts';
import { countLabels, GRADE_LABELS } from './result-sentence.ts';

interface Segment {
  readonly label: string;
  readonly n: number;
  /** Class of fill and of the number on it. */
  readonly fill: string;
  readonly ink: string;
}

const LOOKS: Readonly<Record<string, readonly [fill: string, ink: string]>> = {
  'Xuất sắc': ['lv-5', 'on-dark'],
  Tốt: ['lv-4', 'on-light'],
  Khá: ['lv-3', 'on-light'],
  'Trung bình': ['lv-2', 'on-light'],
  Yếu: ['lv-1', 'on-dark'],
};

function segmentsOf(units: readonly PublicUnit[]): Segment[] {
  const graded = countLabels(units, GRADE_LABELS, 'gradeLabel').map(({ label, n }) => {
    const [fill = 'lv-none', ink = 'outside'] = LOOKS[label] ?? [];
    return { label, n, fill, ink };
  });
  const rest = units.filter((unit) => unit.gradeLabel === null).length;
  return rest > 0 ? [...graded, { label: 'Chưa xếp loại', n: rest, fill: 'lv-none', ink: 'outside' }] : graded;
}

/** Counts of grades as one bar; label and number repeat what the fill says, and the table below says it all again. */
export function gradeChart(caption: string, units: readonly PublicUnit[]): Markup | '' {
  const shown = units.filter((unit) => !unit.hidden);
  const segments = segmentsOf(shown);
  const [first] = segments;
  if (!first) return '';
  const whole = shown.length;
  const at = (n: number) => `${((100 * n) / whole).toFixed(3)}%`;
  const title = `${caption}: ${formatCount(first.n)}/${formatCount(whole)} đơn vị ${first.label}`;
  const before = (i: number) => segments.slice(0, i).reduce((sum, segment) => sum + segment.n, 0);
  const bars = segments.map(
    ({ n, fill, ink }, i) => html`<rect class="${fill}" x="${at(before(i))}" y="1" width="${at(n)}" height="46"/>
${n / whole >= 0.06 ? html`<text class="${ink}" x="${at(before(i) + n / 2)}" y="30" text-anchor="middle">${formatCount(n)}</text>` : ''}`,
  );
  const legend = segments.map(
    ({ label, n, fill }) =>
      html`<li><svg class="swatch" width="18" height="18" aria-hidden="true"><rect class="${fill}" x="1" y="1" width="16" height="16"/></svg> ${label}: ${formatCount(n)}</li>`,
  );
  const rows = segments.map(
    ({ label, n }) =>
      html`<tr><th scope="row">${label}</th><td class="number">${formatCount(n)}</td><td class="number">${formatPercent(n, whole)}</td></tr>`,
  );
  return html`<figure>
<figcaption>${title}</figcaption>
<svg class="bar" width="100%" height="48" role="img" aria-label="${title}">${bars}</svg>
<ul class="legend">${legend}</ul>
<details><summary>Xem bảng số liệu</summary>
<table><caption class="unseen">${title}</caption>
<thead><tr><th scope="col">Xếp loại</th><th scope="col" class="number">Số đơn vị</th><th scope="col" class="number">Tỷ lệ</th></tr></thead>
<tbody>${rows}</tbody></table></details>
</figure>`;
}
