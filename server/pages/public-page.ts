import { html } from 'hono/html';
import { formatDate, formatDateRange, formatDateTime } from '#rules/format.ts';
import type { Period, PublicResults } from '#wire/results.ts';
import { localTime } from '../clock.ts';
import { errataNotes, versionList } from './errata-notes.ts';
import { gradeChart } from './grade-chart.ts';
import type { Markup } from './html.ts';
import { type PublicHead, publicLayout } from './public-layout.ts';
import { receiptForm } from './receipt-form.ts';
import { resultSentence } from './result-sentence.ts';
import { type ResultOrder, resultTable } from './result-table.ts';

export interface PublicPage {
  readonly head: PublicHead;
  /** `null`: the period asked for is not published, or none is. */
  readonly results: PublicResults | null;
  /** Id of the period asked for. */
  readonly wanted: string | undefined;
  /** Published periods and those withdrawn, newest first. */
  readonly periods: readonly Period[];
  /** Whether older reports are kept for this tenant. */
  readonly reports: boolean;
  readonly order: ResultOrder;
}

const LEVELS = [
  ['province', 'Cấp tỉnh'],
  ['district', 'Cấp huyện'],
  ['commune', 'Cấp xã'],
] as const;

/** In the middle of a sentence. */
function ruleOf({ rulesetTitle, decision }: Period): string {
  const rule = rulesetTitle.charAt(0).toLowerCase() + rulesetTitle.slice(1);
  return decision ? `${rule}, áp dụng ở tỉnh bằng ${decision}` : rule;
}

/** The ruleset with its source, and what must be known of every figure under it: never behind a fold. */
function rulesetNote({ rulesetTitle, rulesetCite, caveats }: Period) {
  return html`<p class="muted">Bộ quy tắc: ${rulesetTitle}${rulesetCite ? html`. Nguồn: ${rulesetCite}` : ''}</p>
${caveats.map(({ text, cite }) => html`<p class="note">${text} <span class="small">${cite}</span></p>`)}`;
}

function method(results: PublicResults) {
  const choices = results.choices.map(
    (choice) =>
      html`<div><dt>${choice.label}: ${choice.value}</dt><dd>${choice.reason} <span class="muted">${choice.cite}</span></dd></div>`,
  );
  return html`<details><summary>Cách tính trong 5 câu</summary>
<p>Mỗi hồ sơ được so ngày có kết quả với ngày phải trả. Người dân trả lời tối đa 9 câu, không ghi tên. Đơn vị tự chấm riêng; điểm tự chấm không thay số liệu hệ thống. Điểm tính bằng ${ruleOf(results.period)}, phần nào quy định chưa nói rõ được ghi trong mục “Cách hiểu”. Đơn vị có dưới 5 phiếu không công bố riêng.</p>
<h2>Cách hiểu</h2>
<dl class="choices">${choices}</dl></details>`;
}

function selfCheck({ faults, faultReason }: PublicResults) {
  return html`<details${faults.length > 0 ? html` open` : ''}><summary>Số liệu tự kiểm tra</summary>
${
  faults.length === 0
    ? html`<p>Các phần cộng đủ tổng; các tỷ lệ khớp số đếm.</p>`
    : html`<ul>${faults.map((fault) => html`<li class="fault">${fault.message}</li>`)}</ul>
${faultReason === null ? '' : html`<p>Vẫn công khai vì: ${faultReason}</p>`}`
}</details>`;
}

function levels(results: PublicResults, order: ResultOrder) {
  const present = LEVELS.filter(([level]) => results.units.some((unit) => unit.level === level));
  return present.map(([level, name]) => {
    const units = results.units.filter((unit) => unit.level === level);
    const lead = present.length > 1 ? `${name}: ` : 'Kết quả: ';
    return html`<section>
<p class="finding">${lead}${resultSentence(units)}</p>
${gradeChart(present.length > 1 ? name : 'Kết quả', units)}
${resultTable(present.length > 1 ? `Bảng xếp loại ${name.toLowerCase()}` : 'Bảng xếp loại', units, order)}
</section>`;
  });
}

function sortLinks(tenant: string, period: string, order: ResultOrder) {
  const link = (value: ResultOrder, label: string) =>
    html`<a href="/cong-khai/${tenant}?ky=${encodeURIComponent(period)}&sap=${value}"${order === value ? html` aria-current="true"` : ''}>${label}</a>`;
  return html`<nav class="sort" aria-label="Thứ tự trong bảng">${link('ten', 'Sắp theo tên')} ${link('diem', 'Sắp theo điểm')}</nav>`;
}

/** Advice of the check that the office read and left as it is. */
function asLeft({ snapshot: { acknowledged } }: PublicResults) {
  if (acknowledged.length === 0) return '';
  return html`<details><summary>Điều cần lưu ý về số liệu</summary><ul>${acknowledged.map(
    ({ message, reason }) => html`<li>${message} Đã xem, giữ nguyên vì: ${reason}</li>`,
  )}</ul></details>`;
}

function figures(results: PublicResults, order: ResultOrder): Markup {
  const { period, snapshot, tenant, units } = results;
  const { id, time } = { id: snapshot.snapshot, time: formatDateTime(localTime(new Date(snapshot.createdAt))) };
  return html`${errataNotes(results)}
${sortLinks(tenant, period.period, order)}
${levels(results, order)}
${
  units.some((unit) => unit.hidden)
    ? html`<p class="note" id="vi-sao-an">Ẩn vì dưới 5 phiếu, để không lộ người trả lời. Đơn vị chưa có phiếu cũng ẩn. Khi chỉ một đơn vị bị ẩn thì ẩn thêm đơn vị ít phiếu kế tiếp, để không suy ra được. Kỳ gộp từ các quý thì ẩn cả đơn vị đã ẩn ở một quý.</p>`
    : ''
}
<p class="small muted">Khoảng 95\u00a0%: kết quả thật nhiều khả năng nằm trong khoảng này.</p>
<p class="small muted">Bản chốt ${id}, ${period.ruleset}, ${time}, nhật ký ${snapshot.auditHead.slice(0, 12)}.</p>
${asLeft(results)}
${method(results)}
${selfCheck(results)}
${versionList(results)}
<details><summary>Dữ liệu mở</summary><ul class="links">
<li><a href="/v1/public/periods/${period.period}/results.csv?tenant=${tenant}&snapshot=${id}">CSV</a></li>
<li><a href="/v1/public/periods/${period.period}/results?tenant=${tenant}&snapshot=${id}">JSON</a></li>
<li><a href="/v1/public/periods/${period.period}/distributions.csv?tenant=${tenant}">CSV câu trả lời theo đơn vị, theo thủ tục</a></li>
<li><a href="/v1/public/periods/${period.period}/distributions?tenant=${tenant}">JSON câu trả lời</a></li>
${results.errata.length > 0 ? html`<li><a href="/v1/public/periods/${period.period}/changes.csv?tenant=${tenant}">CSV các đính chính</a></li>` : ''}</ul></details>`;
}

const dayOf = (instant: string) => formatDate(localTime(new Date(instant)));

/** Why there is no figure: withdrawn, when and for what, or not published. */
function noFigures(wanted: string | undefined, periods: readonly Period[]) {
  const withdrawn = periods.find(({ period, withdrawnAt }) => period === wanted && withdrawnAt !== null);
  if (!withdrawn?.withdrawnAt) return html`<p class="note">Kỳ này chưa công khai.</p>`;
  return html`<p class="note">Kết quả ${withdrawn.label} đã được rút ngày ${dayOf(withdrawn.withdrawnAt)}. Lý do: ${withdrawn.withdrawnReason ?? ''}</p>`;
}

function history({ tenant }: PublicHead, periods: readonly Period[], reports: boolean) {
  const items = periods.map(
    (period) =>
      html`<li><a href="/cong-khai/${tenant}?ky=${encodeURIComponent(period.period)}">${period.label}</a> <span class="muted">${period.withdrawnAt ? 'đã rút' : 'công khai'} ngày ${dayOf(period.withdrawnAt ?? period.publishedAt ?? period.from)}</span></li>`,
  );
  return html`<details><summary>Các kỳ trước</summary><ul class="links">${items}
${reports ? html`<li><a href="/cong-khai/${tenant}/bao-cao">Các báo cáo đã công bố trước đây</a></li>` : ''}
${items.length === 0 && !reports ? html`<li>Chưa có kỳ nào được công khai.</li>` : ''}</ul></details>`;
}

/** The public result of one period: sentence, chart, table, method, self-check, history, open data, receipt look-up. */
export function publicPage({ head, results, wanted, periods, reports, order }: PublicPage): Markup {
  const period = results?.period;
  const range = period && formatDateRange(period.from, period.lastDay);
  return publicLayout(
    head,
    'Kết quả đánh giá việc giải quyết thủ tục hành chính',
    html`<p>${head.tenantName}${period ? html` · ${period.label} ${range === period.label ? '' : html`<span class="muted">(${range})</span>`}` : ''}</p>
${period?.decision ? html`<p class="muted">Theo ${period.decision}</p>` : ''}
${results ? rulesetNote(results.period) : ''}
${results ? figures(results, order) : noFigures(wanted, periods)}
${history(head, periods, reports)}
<details><summary>Tra cứu theo mã phiếu</summary>${receiptForm(head.tenant, '')}</details>`,
  );
}
