import { LABELS, labelKey } from '#rules/labels.ts';
import type { ImportKind, ImportOptions } from '#wire/import.ts';
import { Refusal } from '../refusal.ts';
import type { Column } from './row.ts';

/** A column a kind of file may have. */
export interface ColumnSpec {
  /** The field of the item it fills, as the schema's faults name it: `facts.oneStop.listed`. */
  readonly key: string;
  /** Header in the template, and name in reports. */
  readonly label: string;
  /** Other headers it is known by, best first: of back offices, of their JSON, of the national record. */
  readonly names: readonly string[];
  readonly needed?: boolean;
  /** The option that stands in for it when the file has no such column. */
  readonly orOption?: 'unit' | 'period';
  /** Its cell in the template's example row. */
  readonly example: string;
}

/** What of a kind decides which files fit it. */
export interface ColumnSet {
  readonly kind: ImportKind;
  readonly title: string;
  readonly columns: readonly ColumnSpec[];
}

/** Columns of a file by what they are read as. */
export interface ColumnMap {
  /** The file's column by the key of its spec. */
  readonly read: ReadonlyMap<string, Column>;
  /** Headers of columns about applicants and secrets: never read. */
  readonly dropped: readonly string[];
  /** Headers nobody knows: not read. */
  readonly other: readonly string[];
}

/** Headers that speak of an applicant or hold a secret. By its first words: `Số điện thoại người nộp`, `applicantIdNo`. */
const PERSONAL =
  /^(ho (va )?ten|ho, ten|chu ho so|ten chu ho so|chuhoso|nguoi nop|nguoi duoc uy quyen|nguoi yeu cau|ten (cong dan|nguoi|khach|to chuc|doanh nghiep)|cong dan|applicant|contact|delegate|cccd|cmnd|can cuoc|dinh danh|so (cccd|cmnd|dinh danh|can cuoc|giay to|dien thoai|dt|cmt|ho chieu|tai khoan)|ma (dinh danh|so thue)|sdt|dien thoai|dien thoai|di dong|phone|mobile|tel|email|e-mail|thu dien tu|dia chi|address|noi o|thuong tru|ngay sinh|nam sinh|birth|gioi tinh|mst|pin|ma pin|mat khau|password)/;
const APPLICANT = new Set(LABELS.applicant.map(labelKey));

export function isPersonal(key: string): boolean {
  const last = key.slice(key.lastIndexOf('.') + 1);
  return APPLICANT.has(key) || PERSONAL.test(key) || PERSONAL.test(last);
}

const nameKeys = ({ key, label, names }: ColumnSpec) => [label, key, ...names].map(labelKey);

/** Every header the kind knows, for finding the header row. */
export function knownHeaders({ columns }: ColumnSet): ReadonlySet<string> {
  return new Set(columns.flatMap(nameKeys));
}

/** What each of `found` is read as. Where two would fill one field, the one whose name stands first in the list does. */
export function mapColumns({ columns }: ColumnSet, found: readonly Column[]): ColumnMap {
  const byKey = new Map(found.map((column) => [labelKey(column.key), column]));
  const read = new Map<string, Column>();
  const taken = new Set<string>();
  for (const spec of columns) {
    const name = nameKeys(spec).find((each) => byKey.has(each) && !taken.has(each));
    const column = name === undefined ? undefined : byKey.get(name);
    if (name === undefined || !column) continue;
    taken.add(name);
    read.set(spec.key, column);
  }
  const rest = found.filter((column) => !taken.has(labelKey(column.key)));
  return {
    read,
    dropped: rest.filter((column) => isPersonal(labelKey(column.key))).map((column) => column.label),
    other: rest.filter((column) => !isPersonal(labelKey(column.key))).map((column) => column.label),
  };
}

const missing = (set: ColumnSet, { read }: ColumnMap, options: ImportOptions) =>
  set.columns.filter(({ key, needed, orOption }) => needed && !read.has(key) && !(orOption && options[orOption]));

/**
 * Every needed column is there, or an option stands in for it. `all`: the kinds to suggest instead.
 * @throws Refusal 422 `import.columns` naming what is missing, what was seen and the kind that fits; `file.empty` where nothing was.
 */
export function requireColumns(
  set: ColumnSet,
  map: ColumnMap,
  found: readonly Column[],
  options: ImportOptions,
  all: readonly ColumnSet[],
): void {
  const lacking = missing(set, map, options);
  if (lacking.length === 0) return;
  if (found.length === 0)
    throw new Refusal(
      422,
      'file.empty',
      'Danh sách trong tệp không có mục nào. Chọn đúng tệp, hoặc xuất lại từ phần mềm nguồn.',
    );
  const fitting = all
    .map((other) => ({ other, its: mapColumns(other, found) }))
    .filter(({ other, its }) => other.kind !== set.kind && missing(other, its, options).length === 0)
    .sort((a, b) => b.its.read.size - a.its.read.size)[0];
  const seen = found.slice(0, 30).map(({ label }) => `«${label}»`);
  const named = lacking.map(({ label, orOption }) => `«${label}»${orOption ? ' (hoặc chọn một giá trị chung)' : ''}`);
  const instead = fitting ? ` Tệp này giống loại «${fitting.other.title}».` : '';
  throw new Refusal(
    422,
    'import.columns',
    `Tệp thiếu cột ${named.join(', ')} của loại «${set.title}». Các cột thấy trong tệp: ${seen.join(', ') || 'không có'}.${instead} Sửa dòng tiêu đề theo tệp mẫu rồi gửi lại.`,
    { issues: lacking.map(({ label }) => ({ path: label, message: 'tệp thiếu cột này' })) },
  );
}
