import { describe, expect, it } from 'vitest';
import { anyTable } from '../../../extension/hosts/any-table.ts';
import { showsDossiers } from '../../../extension/hosts/columns.ts';
import { countOf } from '../../../extension/hosts/count-of.ts';
import type { ListReading } from '../../../extension/hosts/host.ts';
import { HOSTS } from '../../../extension/hosts/index.ts';
import { openCps } from '../../../extension/hosts/opencps.ts';
import { fixture, pageOf } from '../page-of.ts';

function listOf(name: string): ListReading {
  const list = anyTable.readList(pageOf(fixture(name)));
  if (!list) throw new Error(`${name}: no list found`);
  return list;
}

describe('the OpenCPS list', () => {
  const page = pageOf(fixture('onegate-list'), '#/danh-sach-ho-so/0?page=1');
  const list = openCps.readList(page);
  const rows = list?.rows ?? [];

  it('is recognised by its family before the general reader is asked', () => {
    expect(HOSTS.find((host) => host.recognises(page))).toBe(openCps);
    expect(list?.anchor.id).toBe('table-dossier');
  });

  it('reads code, dates, status and national procedure code past the icon names of its head', () => {
    expect(rows[0]?.reading).toMatchObject({
      code: 'H99.01-261110-0042',
      procedureName: '1.001193 Đăng ký khai sinh',
      procedure: '1.001193',
      received: '2026-11-10T08:15',
      promised: '2026-11-24T17:00',
      hostVerdict: 'Còn 2 ngày',
    });
  });

  it('does not take a status from a hidden menu of other statuses', () => {
    expect(rows[0]?.reading).toMatchObject({ state: 'processing', status: 'Đang xử lý' });
  });

  it('never carries a word of the applicant column', () => {
    expect(JSON.stringify(rows.map((row) => row.reading))).not.toMatch(/NGUYỄN|TRẦN|MẪU/);
    expect(rows.flatMap((row) => row.places).map((cell) => cell.textContent)).not.toContain('NGUYỄN VĂN GIẢ');
  });

  it('leaves a missing due date unknown and still reads the row', () => {
    expect(rows[1]?.reading).toMatchObject({ promised: null, state: 'waitingSupplement' });
  });

  it('makes no record of a row without a code', () => {
    expect(rows[2]).toMatchObject({ code: null, reading: null });
  });

  it('takes a bare day as opening for a start and closing for an end, and flags it', () => {
    expect(rows[3]?.reading).toMatchObject({
      received: '2026-11-19T07:30',
      promised: '2026-11-20T17:00',
      dateOnly: ['received', 'promised'],
    });
  });

  it('does not turn a status nobody knows into "in process"', () => {
    expect(rows[3]?.reading).toMatchObject({ state: null, status: 'Trạng thái chưa ai gặp' });
  });

  it('counts what it could not read, and why', () => {
    expect(list && countOf(list)).toEqual({ total: 4, read: 2, noCode: 1, noDate: 1, duplicates: 0 });
  });
});

it('while placeholders are shown there are no rows to mark', () => {
  const list = openCps.readList(pageOf(fixture('onegate-loading')));
  expect(list).toMatchObject({ loading: true, rows: [] });
});

it('two rows with one code are both left unread, the others are not', () => {
  const { rows } = listOf('duplicate-codes');
  expect(rows.map((row) => [row.duplicate, row.reading?.code ?? null])).toEqual([
    [true, null],
    [false, 'H99.01-261110-0043'],
    [true, null],
  ]);
});

it('a table in a closed dialog and one without codes are passed over', () => {
  expect(listOf('hidden-tables').table.id).toBe('shown');
});

it('a head of plain cells is read; a remaining number gives no due date', () => {
  const { rows } = listOf('webforms-list');
  expect(rows.map((row) => row.reading)).toEqual([
    expect.objectContaining({
      code: 'BN-2026/0815',
      received: '2026-10-11T07:30',
      promised: null,
      state: 'processing',
      hostVerdict: '-3',
    }),
  ]);
});

it('a page without a list of dossiers gives none', () => {
  expect(
    anyTable.readList(pageOf('<table><tr><th>Lĩnh vực</th><th>Tổng</th><th>Quá hạn</th></tr></table>')),
  ).toBeNull();
});

it('the cheap look at a row tells its code of this moment, not that of the reading', () => {
  const list = listOf('duplicate-codes');
  const second = list.rows[1]?.row;
  const cell = second?.children[1];
  if (!second || !cell) throw new Error('second row missing');
  cell.textContent = 'H99.01-261110-0099';
  expect(list.codeOf(second)).toBe('H99.01-261110-0099');
});

it('a table of dossiers that cannot be read is noticed, a table of something else is not', () => {
  const page = (head: string) => pageOf(`<table><tr>${head}</tr><tr><td>1</td></tr></table>`);
  const noticed = (head: string): boolean => showsDossiers(page(head));
  expect(noticed('<th>STT</th><th>Mã hồ sơ</th><th>Phí</th>')).toBe(true);
  expect(noticed('<th>STT</th><th>Thông tin hồ sơ</th>')).toBe(true);
  expect(noticed('<th>Lĩnh vực</th><th>Quá hạn</th><th>Tổng</th>')).toBe(false);
});

const listIn = (head: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const cells = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
  return anyTable.readList(
    pageOf(
      `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`,
    ),
  );
};
const firstOf = (head: readonly string[], row: readonly string[]) => listIn(head, row)?.rows[0]?.reading;

it('of two numbers the dossier code is the code, in whichever order they stand', () => {
  const row = { 'Số biên nhận': 'BN-0815', 'Mã hồ sơ': 'H99.01-261110-0042', 'Hẹn trả': '24/11/2026' };
  for (const head of [Object.keys(row), Object.keys(row).reverse()])
    expect(
      firstOf(
        head,
        head.map((name) => row[name as keyof typeof row]),
      )?.code,
    ).toBe('H99.01-261110-0042');
});

it('a label printed again within its cell is not part of the value', () => {
  const cells = ['Mã hồ sơ: H99.01-261110-0042', 'Hẹn trả: 24/11/2026 17:00', 'Trạng thái: Đang xử lý'];
  expect(firstOf(['Mã hồ sơ', 'Hẹn trả', 'Trạng thái'], cells)).toMatchObject({
    code: 'H99.01-261110-0042',
    promised: '2026-11-24T17:00',
    state: 'processing',
  });
});

it('time that is left, printed under the status or the date, is the word of the host and no fact', () => {
  const cells = ['H99.01-261110-0042', '24/11/2026 17:00<br>Quá 2 ngày', 'Đang xử lý'];
  expect(firstOf(['Mã hồ sơ', 'Hẹn trả', 'Trạng thái'], cells)).toMatchObject({ hostVerdict: 'Quá 2 ngày' });
});

it('a new date under the promised one is read by its label, two bare dates are none', () => {
  const head = ['Mã hồ sơ', 'Hẹn trả', 'Trạng thái'];
  const read = (cell: string) => firstOf(head, ['H99.01-261110-0042', cell, 'Đang xử lý']);
  expect(read('24/11/2026 17:00<br>Hẹn lại: 30/11/2026 17:00')).toMatchObject({
    promised: '2026-11-24T17:00',
    reappointed: '2026-11-30T17:00',
  });
  expect(read('24/11/2026 17:00<br>30/11/2026 17:00')).toMatchObject({ promised: null, reappointed: null });
});

it('rows that are not drawn are neither read nor counted', () => {
  const page = pageOf(
    '<table><tr><th>Mã hồ sơ</th><th>Hẹn trả</th></tr><tr><td>H99.01-0001</td><td>24/11/2026</td></tr><tr style="display: none"><td>H99.01-0002</td><td>24/11/2026</td></tr></table>',
  );
  expect(anyTable.readList(page)).toMatchObject({ total: 1, rows: [{ code: 'H99.01-0001' }] });
});
