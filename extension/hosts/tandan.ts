import { family, shows } from './family.ts';
import type { Host } from './host.ts';

/** Tân Dân and other hosts on ant design: one column «Thông tin hồ sơ» holds all; the detail is a modal that changes no address. */
export const tanDan: Host = family({
  id: 'tandan',
  recognises: (page) => shows(page, '.ant-table'),
  wrappers: ['.ant-table-wrapper'],
});
