// A stand-in for the OpenCPS officer screen: same elements, same habits. The habit that matters most is kept on purpose:
// a `tr` is reused for another dossier when the page changes, only its data cells are replaced.

import { detailOf } from './detail.js';
import { LABELS } from './labels.js';
import { make } from './make.js';

const app = document.querySelector('#app');
const content = document.querySelector('main');
const SIZES = [15, 30];

const fields = (names) => names.split(' ');
const MENUS = [
  {
    title: 'Danh sách hồ sơ',
    columns: fields('serviceName dossierNo applicantName receiveDate dueDate dossierStatusText dossierOverdue'),
  },
  {
    title: 'Tra cứu kết quả',
    columns: fields(
      'dossierNo serviceName receiveDate dueDate releaseDate finishDate dossierStatusText dossierOverdue',
    ),
  },
];
const LEFT = new Set(['serviceName', 'dossierOverdue']);
const SORTABLE = new Set(['receiveDate', 'dueDate']);

const icon = (name) => make('i', { 'aria-hidden': 'true', class: 'v-icon material-icons' }, name);
const placeholder = () => make('div', { class: 'vue-content-placeholders' });

/** Where the hash points: `{ menu, page, size, q }` or `{ menu, id }`. */
function route() {
  const [path, query = ''] = location.hash.slice(1).split('?');
  const [, , menu = '0', view, id] = path.split('/');
  const asked = new URLSearchParams(query);
  return {
    menu: MENUS[Number(menu)] ? Number(menu) : 0,
    id: view === 'chi-tiet-ho-so' ? decodeURIComponent(id ?? '') : null,
    page: Math.max(1, Number(asked.get('page')) || 1),
    size: SIZES.includes(Number(asked.get('size'))) ? Number(asked.get('size')) : SIZES[0],
    q: asked.get('q') ?? '',
  };
}

function hashOf({ menu, page, size, q, id = null }) {
  const query = new URLSearchParams({ page, size, ...(q ? { q } : {}) });
  return `#/danh-sach-ho-so/${menu}${id === null ? '' : `/chi-tiet-ho-so/${encodeURIComponent(id)}`}?${query}`;
}

const go = (change) => () => {
  location.hash = hashOf({ ...route(), ...change() });
};

async function fetchRows(page, size, q) {
  const address = new URL(app.dataset.rows, location.href);
  address.searchParams.set('page', page);
  address.searchParams.set('size', size);
  if (q) address.searchParams.set('q', q);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`Không tải được danh sách (${response.status}).`);
  const body = await response.json();
  return { total: body.total ?? 0, data: body.data ?? [] };
}

function headerCell(field) {
  const label = make('span', { class: 'v-tooltip' }, make('span', {}, make('span', {}, LABELS[field])));
  const sortable = SORTABLE.has(field);
  return make(
    'th',
    { role: 'columnheader', scope: 'col', class: `column ${field}${sortable ? ' sortable' : ''}` },
    label,
    ...(sortable ? [icon('arrow_downward')] : []),
  );
}

const checkbox = () => make('div', { class: 'v-input v-input--selection-controls' }, icon('check_box_outline_blank'));

function buildList(menu) {
  const body = make('tbody');
  const wide = MENUS[menu].columns.length + 3;
  const head = make(
    'thead',
    {},
    make(
      'tr',
      {},
      make('th', { role: 'columnheader' }, checkbox()),
      make('th', { role: 'columnheader', class: 'column' }, 'STT'),
      ...MENUS[menu].columns.map(headerCell),
      make('th', { role: 'columnheader', class: 'column' }, 'Thao tác'),
    ),
    make('tr', { class: 'v-datatable__progress' }, make('th', { class: 'column', colspan: wide })),
  );
  const table = make('table', { class: 'v-datatable v-table theme--light v-datatable--select-all' }, head, body);
  const landing = make(
    'div',
    { id: 'table-dossier', class: 'table-landing table-bordered' },
    make('div', { class: 'v-table__overflow' }, table),
  );
  const search = make('input', { type: 'search', id: 'tim-ho-so', value: route().q });
  search.onchange = go(() => ({ page: 1, q: search.value.trim() }));
  const footer = make('div', { class: 'table-footer' });
  content.replaceChildren(
    make('h2', { class: 'row-header' }, MENUS[menu].title),
    make('p', { class: 'search' }, make('label', { for: 'tim-ho-so' }, 'Tìm theo mã hồ sơ, thủ tục '), search),
    landing,
    footer,
  );
  return { menu, body, footer, wide };
}

function newRow(columns) {
  const open = make('button', { type: 'button', class: 'v-btn v-btn--icon' }, icon('filter_list'));
  const row = make(
    'tr',
    {},
    make('td', {}, checkbox()),
    make('td', { class: 'text-xs-center' }),
    ...columns.map(() => make('td')),
    make('td', { class: 'text-xs-center' }, open),
  );
  row.children[1].append('');
  return row;
}

function showLoading(list) {
  for (const row of list.body.rows)
    if (!row.classList.contains('empty'))
      for (const cell of [...row.cells].slice(2, -1)) cell.replaceChildren(placeholder());
}

function fillRow(list, row, dossier, number) {
  row.cells[1].firstChild.data = String(number);
  MENUS[list.menu].columns.forEach((field, i) => {
    const cell = make(
      'td',
      { class: `${LEFT.has(field) ? '' : 'text-xs-center '}${field}` },
      make('div', {}, make('span', {}, dossier[field] ?? '')),
    );
    row.cells[i + 2].replaceWith(cell);
  });
  const open = row.querySelector('button');
  open.setAttribute('aria-label', `Mở hồ sơ ${dossier.dossierNo}`);
  open.onclick = go(() => ({ id: dossier.dossierId ?? dossier.dossierNo }));
}

function showFooter(list, to, total) {
  const pages = Math.max(1, Math.ceil(total / to.size));
  const link = (text, page, off) => {
    const button = make('button', { type: 'button', class: 'v-pagination__item' }, text);
    button.disabled = off;
    button.onclick = go(() => ({ page }));
    return button;
  };
  const size = make(
    'select',
    { id: 'so-ho-so' },
    ...SIZES.map((n) => make('option', n === to.size ? { value: n, selected: '' } : { value: n }, String(n))),
  );
  size.onchange = go(() => ({ page: 1, size: Number(size.value) }));
  list.footer.replaceChildren(
    make('span', {}, `Tổng số ${new Intl.NumberFormat('vi-VN').format(total)} hồ sơ.`),
    make('span', {}, make('label', { for: 'so-ho-so' }, 'Số hồ sơ mỗi trang '), size),
    make(
      'span',
      { class: 'v-pagination' },
      link('Trang trước', to.page - 1, to.page <= 1),
      make('span', { class: 'page-number' }, ` Trang ${to.page}/${pages} `),
      link('Trang sau', to.page + 1, to.page >= pages),
    ),
  );
}

let [list, remembered, turn] = [null, [], 0];

async function showList(to) {
  const mine = ++turn;
  if (!list || list.menu !== to.menu || !list.body.isConnected) list = buildList(to.menu);
  showLoading(list);
  const { total, data } = await fetchRows(to.page, to.size, to.q);
  if (mine !== turn) return;
  remembered = data;
  list.body.querySelector('.empty')?.remove();
  while (list.body.rows.length > data.length) list.body.rows[list.body.rows.length - 1].remove();
  while (list.body.rows.length < data.length) list.body.append(newRow(MENUS[list.menu].columns));
  data.forEach((dossier, i) => {
    fillRow(list, list.body.rows[i], dossier, (to.page - 1) * to.size + i + 1);
  });
  if (!data.length)
    list.body.append(
      make('tr', { class: 'empty' }, make('td', { colspan: list.wide, class: 'text-xs-center' }, 'Không có hồ sơ nào')),
    );
  showFooter(list, to, total);
}

async function showDetail(to) {
  const mine = ++turn;
  list = null;
  const isIt = (dossier) => String(dossier.dossierId ?? dossier.dossierNo) === to.id;
  const dossier = remembered.find(isIt) ?? (await fetchRows(1, SIZES[0], to.id)).data.find(isIt);
  if (mine !== turn) return;
  const back = make('a', { href: hashOf({ ...to, id: null }) }, 'Quay lại danh sách');
  if (!dossier) return content.replaceChildren(back, make('p', {}, 'Không tìm thấy hồ sơ này.'));
  content.replaceChildren(back, ...detailOf(dossier));
}

async function show() {
  const to = route();
  try {
    await (to.id === null ? showList(to) : showDetail(to));
  } catch (error) {
    content.replaceChildren(make('p', { role: 'alert' }, error.message));
  }
}

addEventListener('hashchange', show);
if (location.hash) show();
else location.replace('#/danh-sach-ho-so/0?page=1');
