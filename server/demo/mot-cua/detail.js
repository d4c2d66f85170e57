import { LABELS } from './labels.js';
import { make } from './make.js';

const DETAIL =
  'applicantName applicantIdNo address contactEmail contactTelNo serviceName onlineDate submitDate receiveDate durationText dueDate dossierNo dossierStatusText extendDate releaseDate finishDate handler'.split(
    ' ',
  );
const TABS = ['XỬ LÝ HỒ SƠ', 'THÀNH PHẦN HỒ SƠ', 'THANH TOÁN', 'LIÊN THÔNG', 'TIẾN TRÌNH XỬ LÝ'];
const STEPS = {
  role: 'Vai trò',
  work: 'Công việc',
  limit: 'Thời hạn quy định',
  startDate: 'Ngày bắt đầu',
  actor: 'Người thực hiện',
  result: 'Kết quả',
};

/** The person who has the dossier, with the host's words on its time: both in one line, as such hosts print them. */
function detailText(dossier, field) {
  return field === 'handler' && !dossier.releaseDate && dossier.dossierOverdue
    ? `${dossier.handler} - ${dossier.dossierOverdue}`
    : dossier[field];
}

function progressTable(steps) {
  const names = Object.keys(STEPS);
  const head = make(
    'thead',
    {},
    make(
      'tr',
      {},
      make('th', { class: 'column' }, '#'),
      ...names.map((name) => make('th', { class: 'column' }, STEPS[name])),
    ),
  );
  const rows = steps.map((step, i) =>
    make('tr', {}, make('td', {}, String(i + 1)), ...names.map((name) => make('td', {}, step[name]))),
  );
  return make('table', { class: 'v-datatable v-table theme--light' }, head, make('tbody', {}, ...rows));
}

/** What the detail page of one dossier shows: its labels, the headings of its tabs, and how the work went. */
export function detailOf(dossier) {
  const lines = DETAIL.filter((field) => dossier[field]).map((field) =>
    make(
      'div',
      { class: 'layout wrap' },
      make('span', { class: 'pr-2' }, `${LABELS[field]}:`),
      make('span', { class: 'text-bold' }, detailText(dossier, field)),
    ),
  );
  const tabs = TABS.map((name, i) =>
    make('span', { class: `v-tabs__item${i === TABS.length - 1 ? ' v-tabs__item--active' : ''}` }, name),
  );
  const over = dossier.finishDate ? [make('p', { class: 'v-alert' }, 'Hồ sơ đã hoàn thành quá trình xử lý')] : [];
  return [
    make('h2', { class: 'row-header' }, 'CHI TIẾT HỒ SƠ'),
    make('div', { class: 'thong-tin-chung' }, ...lines),
    make('div', { class: 'v-tabs' }, ...tabs),
    ...over,
    progressTable(dossier.steps ?? []),
  ];
}
