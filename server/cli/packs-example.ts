import type { PackBundle } from '#rules/packs/pack-bundle.ts';

/** A complete file to be signed; every kind of place, line and parser stands in it once. */
export const PACKS_EXAMPLE: PackBundle = {
  format: 'dvc-packs/1',
  tenant: 'mau',
  sequence: 1,
  issued: '2026-11-24',
  expires: '2027-05-31',
  packs: [
    {
      format: 'dvc-host-pack/1',
      id: 'motcua-tinh-mau',
      name: 'Một cửa tỉnh Mẫu',
      version: 1,
      origins: ['https://motcua.example.gov.vn'],
      lists: [
        {
          root: '#danh-sach table',
          row: null,
          columns: [
            { meaning: 'code', place: { header: 'Hồ sơ' }, line: { at: 0, of: 3 }, parser: 'asIs' },
            { meaning: 'received', place: { column: 2, under: '' }, line: { at: 1, of: 3 }, parser: 'asIs' },
            { meaning: 'promised', place: { column: 2, under: '' }, line: { at: 2, of: 3 }, parser: 'onlyDate' },
            { meaning: 'status', place: { header: 'Diễn biến' }, line: { label: 'Tình hình' }, parser: 'asIs' },
            { meaning: 'remaining', place: { header: 'Số ngày' }, line: null, parser: 'daysLeft' },
          ],
        },
      ],
      detail: [
        { meaning: 'code', place: { label: 'Số biên nhận' }, parser: 'asIs' },
        { meaning: 'promised', place: { selector: 'span.hen-tra' }, parser: 'onlyDate' },
      ],
      dateOrder: 'dmy',
      statuses: [{ words: 'Đợi dân nộp thêm', state: 'waitingSupplement' }],
    },
  ],
  killedPacks: [{ id: 'motcua-cu', upTo: 3, reason: 'Trang đã đổi, gói cũ đọc nhầm ngày hẹn.' }],
  killedFeatures: [],
};
