import { expect, it } from 'vitest';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { fixture, pageOf } from '../page-of.ts';

/** The detail page of a dossier with one more line. */
function detailWith(label: string, value: string) {
  const html = fixture('onegate-detail')
    .replace('Thời hạn giải quyết:</span><span>5 ngày làm việc', 'Ghi chú:</span><span>')
    .replace('<h2>', `<div><span class="pr-2">${label}:</span><span>${value}</span></div><h2>`);
  const { detail } = readPage(pageOf(html, '#/danh-sach-ho-so/0/chi-tiet-ho-so/10003'));
  if (!detail) throw new Error('the page is not read');
  return [detail.submittedOnline, detail.limitDays];
}

it.each([
  ['Ngày gửi trực tuyến', '01/11/2026 20:15:30', '2026-11-01T20:15', undefined],
  ['Ngày gửi trực tuyến', '01/11/2026', undefined, undefined],
  ['Ngày nộp hồ sơ', '01/11/2026 20:15:30', undefined, undefined],
  ['Thời hạn giải quyết', '5 ngày làm việc', undefined, 5],
  ['Thời hạn giải quyết', '0,5 ngày làm việc', undefined, 0.5],
  ['Thời hạn giải quyết', '5 ngày', undefined, undefined],
  ['Thời hạn giải quyết', 'Không quy định', undefined, undefined],
])('«%s: %s» is online filing %s, limit %s', (label, value, online, limit) => {
  expect(detailWith(label, value)).toEqual([online, limit]);
});
