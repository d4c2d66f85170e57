import { html } from 'hono/html';
import { formatCount, formatDate, formatDateTime, formatTenths, MISSING } from '#rules/format.ts';
import type { Comparison, PublicErratum, UnitChange } from '#wire/comparison.ts';
import type { PublicResults } from '#wire/results.ts';
import { localTime } from '../clock.ts';
import type { Markup } from './html.ts';

const at = (instant: string) => localTime(new Date(instant));
const tenths = (value: number | null) => (value === null ? MISSING : formatTenths(value));
const count = (value: number | null) => (value === null ? MISSING : formatCount(value));

/** Address of one snapshot of a period. */
const linkOf = ({ tenant, period }: PublicResults, snapshot: string) =>
  `/cong-khai/${tenant}?ky=${encodeURIComponent(period.period)}&ban=${encodeURIComponent(snapshot)}`;

/** One line for each figure of the unit that differs. */
function lines({ total, grade, rank, dossiers, indicators }: UnitChange): [what: string, from: string, to: string][] {
  return [
    ...(total ? [['Điểm', tenths(total.before), tenths(total.after)] as [string, string, string]] : []),
    ...(grade ? [['Xếp loại', grade.before ?? MISSING, grade.after ?? MISSING] as [string, string, string]] : []),
    ...(rank ? [['Hạng', count(rank.before), count(rank.after)] as [string, string, string]] : []),
    ...(dossiers ? [['Hồ sơ', count(dossiers.before), count(dossiers.after)] as [string, string, string]] : []),
    ...indicators.map(({ indicator, before, after }): [string, string, string] => [
      `Chỉ số ${indicator}`,
      tenths(before),
      tenths(after),
    ]),
  ];
}

function changeTable({ units }: Comparison): Markup {
  if (units.length === 0) return html`<p>Không số nào đã công bố thay đổi.</p>`;
  const rows = units.flatMap((unit) =>
    lines(unit).map(
      ([what, from, to]) =>
        html`<tr><th scope="row">${unit.name}</th><td data-label="Số liệu"><div>${what}</div></td><td class="number" data-label="Đã công bố"><div>${from}</div></td><td class="number" data-label="Đính chính"><div>${to}</div></td></tr>`,
    ),
  );
  return html`<table class="cards"><caption>Số liệu thay đổi (${formatCount(units.length)} đơn vị)</caption>
<thead><tr><th scope="col">Đơn vị</th><th scope="col">Số liệu</th><th scope="col" class="number">Đã công bố</th><th scope="col" class="number">Đính chính</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function erratumNote({ at: instant, erratum, snapshot, replaces, changes }: PublicErratum): Markup {
  return html`<section class="note"><h2>Đính chính ngày ${formatDate(at(instant))}</h2>
<p>${erratum}</p>
<p class="small muted">Bản ${snapshot} thay bản ${replaces} đã công bố.</p>
${changes ? html`<details><summary>Số trước và sau đính chính</summary>${changeTable(changes)}</details>` : ''}</section>`;
}

/** What was corrected of these figures, or that they have been replaced: never behind a fold. */
export function errataNotes(results: PublicResults): Markup | string {
  const { supersededBy, errata, snapshot } = results;
  if (supersededBy !== null)
    return html`<p class="note">Bản chốt ${snapshot.snapshot} đã được thay bằng <a href="${linkOf(results, supersededBy)}">bản ${supersededBy}</a>. Số liệu dưới đây không còn hiệu lực.</p>`;
  return html`${errata.toReversed().map(erratumNote)}`;
}

/** The snapshots the public was shown, each at its own address. */
export function versionList(results: PublicResults): Markup | string {
  if (results.versions.length < 2) return '';
  return html`<details><summary>Các bản đã công bố của kỳ này</summary><ul class="links">${results.versions.map(
    ({ snapshot, createdAt }) =>
      html`<li><a href="${linkOf(results, snapshot)}"${snapshot === results.snapshot.snapshot ? html` aria-current="true"` : ''}>${snapshot}</a> <span class="muted">chốt lúc ${formatDateTime(at(createdAt))}</span></li>`,
  )}</ul></details>`;
}
