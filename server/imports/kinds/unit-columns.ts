import { labelKey } from '#rules/labels.ts';
import type { UnitRequest } from '#wire/unit.ts';
import type { ColumnSet } from '../columns.ts';
import type { ReadRow } from '../read-row.ts';

const LEVELS: ReadonlyMap<string, UnitRequest['level']> = new Map(
  (
    [
      ['province', ['province', 'tinh', 'cap tinh', 'so', 'so, nganh', 'so nganh']],
      ['district', ['district', 'huyen', 'cap huyen', 'quan']],
      ['commune', ['commune', 'xa', 'cap xa', 'phuong', 'xa, phuong', 'dac khu']],
    ] as const
  ).flatMap(([level, words]) => words.map((word) => [labelKey(word), level] as const)),
);

/** The level as people write it. */
export const levelIn = (row: ReadRow) => row.word('level', LEVELS, 'Cấp này chưa biết. Ghi «tỉnh», «xã» hoặc «huyện».');

/** Code, name, level and parent of a unit: the same columns wherever a file tells of units. */
export function unitColumns(example: { readonly unit: string; readonly name: string }): ColumnSet['columns'] {
  return [
    {
      key: 'unit',
      label: 'Mã đơn vị',
      names: ['Mã', 'Mã cơ quan', 'govAgencyCode'],
      needed: true,
      example: example.unit,
    },
    {
      key: 'name',
      label: 'Tên đơn vị',
      names: ['Tên', 'Tên cơ quan', 'Đơn vị', 'govAgencyName'],
      needed: true,
      example: example.name,
    },
    { key: 'level', label: 'Cấp', names: ['Cấp đơn vị'], needed: true, example: 'tỉnh' },
    { key: 'parent', label: 'Mã đơn vị cấp trên', names: ['Trực thuộc', 'Đơn vị cấp trên'], example: '' },
  ];
}
