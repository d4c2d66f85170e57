import { labelKey } from '#rules/labels.ts';
import { CONVERSION_HELP, parseConversion } from '#rules/par/conversion-text.ts';
import { RATIO_LABELS, type RatioId } from '#rules/par/ratio.ts';
import type { ColumnSpec } from '../columns.ts';
import type { ReadRow } from '../read-row.ts';

const DECLARED = 'Tự kê khai';

/** How a criterion comes to its points: by a ratio, by its name or its id, or as the province declares it. */
const WAYS = new Map<string, RatioId | 'declared'>([
  [labelKey(DECLARED), 'declared'],
  ...Object.entries(RATIO_LABELS).flatMap(([id, label]): [string, RatioId][] => [
    [labelKey(id), id as RatioId],
    [labelKey(label), id as RatioId],
  ]),
]);
const KINDS = new Map([
  [labelKey('Bậc'), 'steps' as const],
  [labelKey('Tăng đều'), 'linear' as const],
  [labelKey('Đều'), 'linear' as const],
]);

const WAY_HELP = `Ghi «${DECLARED}», để trống, hoặc tên một tỷ lệ: ${Object.values(RATIO_LABELS).join(' · ')}.`;

export const PAR_COLUMNS: readonly ColumnSpec[] = [
  { key: 'year', label: 'Năm', names: ['Năm đánh giá'], needed: true, example: '2026' },
  { key: 'id', label: 'Mã tiêu chí', names: ['Mã', 'Số thứ tự', 'STT'], needed: true, example: '3.1' },
  {
    ...{ key: 'name', label: 'Tên tiêu chí', names: ['Tiêu chí', 'Nội dung', 'Tiêu chí thành phần'] },
    ...{ needed: true, example: 'Hồ sơ cấp xã giải quyết đúng hạn' },
  },
  { key: 'max', label: 'Điểm tối đa', names: ['Điểm chuẩn', 'Thang điểm'], needed: true, example: '2' },
  { key: 'source', label: 'Cách tính', names: ['Tỷ lệ', 'Nguồn điểm'], example: RATIO_LABELS['onTime.commune'] },
  { key: 'kind', label: 'Kiểu quy đổi', names: ['Quy đổi'], example: 'Bậc' },
  { key: 'bounds', label: 'Mốc quy đổi', names: ['Mốc'], example: '90 = 1; 95 = 2' },
  { key: 'declared', label: 'Điểm kê khai', names: ['Điểm tự chấm'], example: '' },
  { key: 'evidence', label: 'Tài liệu kiểm chứng', names: ['Tài liệu', 'Kiểm chứng'], example: '' },
  { key: 'act', label: 'Văn bản', names: ['Văn bản quy định', 'Quyết định'], example: 'QĐ 01/QĐ-UBND ngày 05/01/2026' },
  { key: 'from', label: 'Áp dụng từ ngày', names: ['Từ ngày'], example: '' },
];

/** A number of a spreadsheet or a text, as the schema reads hundredths. */
const decimal = (row: ReadRow, key: string) => row.text(key)?.replace(/\s/g, '') ?? null;

function sourceOf(row: ReadRow): unknown {
  const way = row.word('source', WAYS, `${WAY_HELP} Sửa ô này.`);
  if (way === null) return null;
  if (way === 'declared') {
    const declared = decimal(row, 'declared');
    if (declared === null || !/^\d{1,4}([.,]\d{1,2})?$/.test(declared))
      return row.fault(
        'declared',
        'points.invalid',
        'Ghi điểm kê khai bằng số, nhiều nhất hai chữ số thập phân, ví dụ 1,5.',
      );
    const evidence = row.text('evidence');
    if (evidence === null || evidence.length > 300)
      return row.fault('evidence', 'evidence.invalid', 'Ghi tài liệu kiểm chứng, nhiều nhất 300 chữ.');
    return { declared, evidence };
  }
  const kind = row.word('kind', KINDS, 'Kiểu quy đổi là «Bậc» hoặc «Tăng đều». Sửa ô này.');
  if (kind === null)
    return row.faults.length > 0 ? null : row.fault('kind', 'field.empty', 'Ghi kiểu quy đổi: «Bậc» hoặc «Tăng đều».');
  const conversion = parseConversion(kind, row.text('bounds') ?? '');
  if (!conversion)
    return row.fault(
      'bounds',
      'bounds.invalid',
      `${CONVERSION_HELP}. ${kind === 'linear' ? 'Kiểu «Tăng đều» cần đúng hai mốc.' : 'Cần ít nhất một mốc.'}`,
    );
  const text = (hundredths: number) => String(hundredths / 100);
  const bound = (at: { readonly ratio: number; readonly points: number }) => ({
    ratio: text(at.ratio),
    points: text(at.points),
  });
  return {
    ratio: way,
    conversion:
      conversion.kind === 'steps'
        ? { kind, steps: conversion.steps.map(({ from, points }) => ({ from: text(from), points: text(points) })) }
        : {
            kind,
            below: text(conversion.below),
            from: bound(conversion.from),
            to: bound(conversion.to),
          },
  };
}

/** One row as a criterion, in the form its schema reads. */
export function criterionOf(row: ReadRow): unknown {
  const from = row.day('from');
  const act = row.text('act');
  return {
    ...{
      year: row.count('year') ?? '',
      id: row.text('id') ?? '',
      name: row.text('name') ?? '',
      max: decimal(row, 'max') ?? '',
    },
    ...{ source: sourceOf(row), from, act },
  };
}
