import type { HostPack } from '#rules/packs/host-pack.ts';

/** A pack for a site whose list names its columns oddly. */
export const PACK: HostPack = {
  format: 'dvc-host-pack/1',
  id: 'motcua-mau',
  name: 'Một cửa tỉnh Mẫu',
  version: 3,
  origins: ['https://motcua.example.vn'],
  lists: [
    {
      root: '#danh-sach',
      row: null,
      columns: [
        { meaning: 'code', place: { header: 'Mã HS' }, line: null, parser: 'asIs' },
        { meaning: 'promised', place: { column: 4, under: '' }, line: { at: 2, of: 3 }, parser: 'onlyDate' },
        { meaning: 'status', place: { selector: 'td.tt > span' }, line: { label: 'Tình hình' }, parser: 'afterColon' },
      ],
    },
  ],
  detail: [],
  dateOrder: null,
  statuses: [{ words: 'Đợi dân nộp thêm', state: 'waitingSupplement' }],
};

/** The pack with one value replaced; `path` as in a fault. */
export function packWith(path: string, value: unknown): unknown {
  const copy = structuredClone(PACK) as unknown as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = copy;
  for (const name of names) at = at[name] as Record<string, unknown>;
  at[last] = value;
  return copy;
}
