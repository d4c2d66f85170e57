import { expect, it } from 'vitest';
import type { DossierReading } from '../../../extension/hosts/host.ts';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { table } from '../fixtures/any-table/plain.ts';
import { DOSSIERS } from '../fixtures/dossiers.ts';
import { esc, PRINT } from '../fixtures/page.ts';
import { applicant } from '../fixtures/planted.ts';
import { pageOf } from '../page-of.ts';

const COLUMNS: readonly (readonly [head: string, cells: readonly string[]])[] = [
  ['STT', DOSSIERS.map((_, i) => String(i + 1))],
  ['Mã hồ sơ', DOSSIERS.map(({ code }) => code)],
  ['Thủ tục', DOSSIERS.map(({ procedure }) => esc(procedure))],
  ['Chủ hồ sơ', DOSSIERS.map((_, i) => applicant(i).name)],
  ['Số điện thoại', DOSSIERS.map((_, i) => applicant(i).phone)],
  ['Ngày nộp', DOSSIERS.map(() => '01/11/2026 08:00')],
  ['Ngày tiếp nhận', DOSSIERS.map(({ received }) => PRINT.minutes(received))],
  ['Hạn xử lý', DOSSIERS.map(() => '25/11/2026 17:00')],
  ['Ngày hẹn trả', DOSSIERS.map(({ promised }) => PRINT.minutes(promised))],
  ['Ghi chú', DOSSIERS.map((_, i) => applicant(i).address)],
  ['Trạng thái', DOSSIERS.map(({ status }) => esc(status))],
  ['Thao tác', DOSSIERS.map(() => '')],
];

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function readingsIn(order: readonly number[]): readonly (DossierReading | null)[] {
  const picked = order.map((at) => COLUMNS[at] as (typeof COLUMNS)[number]);
  const html = table(
    picked.map(([head]) => head),
    DOSSIERS.map((_, i) => picked.map(([, cells]) => cells[i] ?? '')),
  );
  return readPage(pageOf(html)).list?.rows.map(({ reading }) => reading) ?? [];
}

it('columns in any order give the same readings', () => {
  const usual = readingsIn(COLUMNS.map((_, at) => at));
  expect(usual.filter(Boolean)).toHaveLength(DOSSIERS.length);
  const next = chance(2026);
  for (let turn = 0; turn < 40; turn++) {
    const order = COLUMNS.map((_, at) => ({ at, place: next() })).sort((a, b) => a.place - b.place);
    expect(readingsIn(order.map(({ at }) => at))).toEqual(usual);
  }
});
