// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { ImportView } from '#wire/import.ts';
import { createApi } from '../../server/admin/api.ts';
import { Imports } from '../../server/admin/screens/imports.tsx';
import { button, fakeServer, field, Here, hide, pageText, press, settle, show, signedIn } from './mount.tsx';

afterEach(hide);

const DONE: ImportView = {
  id: 'mau.01KA3M5S9W0000000000000001',
  kind: 'dossiers',
  dryRun: false,
  actor: 'user:lan',
  options: {},
  state: 'done',
  read: 31_200,
  created: 31_180,
  updated: 6,
  repeated: 0,
  refused: 14,
  faults: 14,
  notices: 0,
  takenBack: 0,
  kept: 0,
  found: {
    format: 'csv',
    encoding: 'utf-8',
    separator: ';',
    sheet: null,
    dateOrders: [{ column: 'Ngày nhận', order: 'undecided' }],
    columns: [{ header: 'Số hồ sơ', as: 'Mã hồ sơ' }],
    droppedColumns: ['Chủ hồ sơ'],
    otherColumns: [],
  },
  failure: null,
  startedAt: '2026-11-10T02:00:00.000Z',
  updatedAt: '2026-11-10T02:05:00.000Z',
  endedAt: '2026-11-10T02:05:00.000Z',
};

it('a file is tried, its reading shown, then taken in as a stream under an id of its own', async () => {
  const sent: { path: string; body: unknown }[] = [];
  const api = createApi(async (path, init) => {
    if (init?.method !== 'POST') return Response.json({ imports: [] });
    sent.push({ path, body: init.body });
    const trial = path.includes('dryRun=1');
    return Response.json({ ...DONE, dryRun: trial });
  });
  await show(signedIn(api, <Here of={Imports} />));
  expect(pageText()).toContain('Chưa có lần nhập nào.');
  await press(button('Nhập thử'));
  expect(pageText()).toContain('Chọn một tệp trước.');
  expect(document.activeElement).toBe(field('Tệp'));

  const file = new File(['Mã hồ sơ\n'], 'ho-so.csv');
  const input = field('Tệp');
  Object.defineProperty(input, 'files', { value: [file] });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
  await press(button('Nhập thử'));
  expect(sent[0]?.body).toBe(file);
  expect(pageText()).toContain('31.180 mới, 6 cập nhật, 0 lặp lại; 14 dòng không nhập được');
  expect(pageText()).toContain('Số hồ sơ → Mã hồ sơ');
  expect(pageText()).toContain('Ngày nhận: không rõ, đọc là ngày trước');
  expect(pageText()).toContain('Chủ hồ sơ');
  expect(pageText()).toContain('CSV · utf-8 · Dấu chấm phẩy');
  // No heading skips a level: the screen's own is the first.
  expect([...document.querySelectorAll('h3')]).toEqual([]);

  await press(button('Nhập dữ liệu'));
  expect(pageText()).toContain('Đã nhập 31.186 dòng');
  expect(pageText()).toContain('14 dòng chưa nhập được');
  const ids = sent.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('id'));
  expect(ids[0]).not.toBe(ids[1]);
});

it('an import is taken back after asking, one that was interrupted is gone on with under its id', async () => {
  const { api, sent } = fakeServer({
    'GET /v1/imports': {
      body: {
        imports: [
          { ...DONE, state: 'interrupted' },
          { ...DONE, id: `${DONE.id.slice(0, -1)}2` },
        ],
      },
    },
    [`POST /v1/imports/${DONE.id.slice(0, -1)}2/undo`]: { body: { ...DONE, state: 'undone' } },
  });
  await show(signedIn(api, <Here of={Imports} />));
  await press(button('Hoàn tác'));
  expect(pageText()).toContain('Hoàn tác lần nhập Hồ sơ lúc 10/11/2026 09:00?');
  await press(button('Hoàn tác'));
  expect(sent.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
    `/v1/imports/${DONE.id.slice(0, -1)}2/undo`,
  ]);
  await press(button('Nhập tiếp'));
  expect(pageText()).toContain('Chọn lại đúng tệp của lần nhập bị ngắt');
});

it('an undo says how far it is, a file saved anew since it was chosen is asked for again', async () => {
  const undoing: ImportView = { ...DONE, state: 'undoing', takenBack: 2048, kept: 3 };
  const { api, sent } = fakeServer({ 'GET /v1/imports': { body: { imports: [undoing] } } });
  await show(signedIn(api, <Here of={Imports} />));
  expect(pageText()).toContain('Đang hoàn tác 2.051/31.186 mục');
  const file = new File(['Mã hồ sơ\n'], 'ho-so.csv');
  file.slice = () => {
    throw new DOMException('', 'NotReadableError');
  };
  const input = field('Tệp');
  Object.defineProperty(input, 'files', { value: [file] });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(pageText()).toContain('Chọn tệp khácho-so.csv');
  await press(button('Nhập thử'));
  expect(pageText()).toContain('Tệp đã đổi hoặc không còn đọc được từ lúc chọn.');
  expect(sent.some(({ method }) => method === 'POST')).toBe(false);
});
