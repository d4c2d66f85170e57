import { formatTenths, MISSING } from '#rules/format.ts';
import type { FindingsPage } from '#wire/results.ts';
import type { Listing } from './listing.ts';

/** What stands behind one cell, finding by finding: codes, no applicant. */
export const findings: Listing<FindingsPage['findings'][number]> = {
  sheet: 'Kết luận',
  heads: ['Mã hồ sơ', 'Chỉ số', 'Điểm', 'Vì sao', 'Căn cứ', 'Bằng chứng'],
  widths: [26, 9, 9, 60, 40, 60],
  cellsOf: ({ dossier, indicator, points, because, cite, evidence }) => [
    ...[dossier ?? 'cả đơn vị', String(indicator), points === null ? MISSING : formatTenths(points)],
    ...[because, cite, evidence.map(({ label, value }) => `${label}: ${value}`).join(' · ')],
  ],
};
