import type { DateOrder } from '../calendar/printed-date.ts';
import { DOSSIER_STATES, type DossierState } from '../dossier.ts';
import { FieldReader, type PackFault } from './field-reader.ts';
import {
  type DetailField,
  type HostPack,
  type Line,
  type ListRecipe,
  PACK_BOUNDS as MOST,
  PACK_MEANINGS,
  type PackColumn,
  type PackMeaning,
  type PackStatus,
  type Place,
} from './host-pack.ts';
import { PARSERS, type ParserName } from './parse-cell.ts';
import { isPersonalLabel } from './personal-column.ts';

export const PERSONAL_COLUMN = 'Cột này có thông tin cá nhân. Phần mềm không đọc.';

const DATES: ReadonlySet<PackMeaning> = new Set(['received', 'promised', 'reappointed', 'ready', 'returned']);
const ORIGIN = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?(?::\d{1,5})?$/;
/** Names, classes, ids, attributes, steps and counted children; nothing that looks around in the page (`:has`, `:is`, `:not`). */
const SELECTOR =
  /^(?:[\w\s.#>+~,*-]|\[[\w-]+(?:[~|^$*]?="[^"\\\]]*")?\]|:(?:first|last)-child|:nth-(?:child|of-type)\(\d{1,3}\))+$/;

function parserOf(of: FieldReader, meaning: PackMeaning): ParserName {
  const parser = of.oneOf('parser', PARSERS);
  const dated = parser === 'onlyDate' || parser === 'firstDate' || parser === 'lastDate';
  if ((dated && !DATES.has(meaning)) || (parser === 'daysLeft' && meaning !== 'remaining'))
    of.fault('parser', `cách đọc «${parser}» không dùng cho «${meaning}»`);
  return parser;
}

function labelOf(of: FieldReader, name: string): string {
  const label = of.text(name, MOST.label);
  if (isPersonalLabel(label)) of.fault(name, PERSONAL_COLUMN);
  return label;
}

function selectorOf(of: FieldReader, name: string): string {
  const selector = of.text(name, MOST.selector);
  if (selector && !SELECTOR.test(selector))
    of.fault(name, 'chỉ nhận tên thẻ, lớp, id, thuộc tính và thứ tự; không nhận biểu thức');
  return selector;
}

function placeOf(of: FieldReader): Place {
  if (of.has('header')) {
    of.only(['header']);
    return { header: labelOf(of, 'header') };
  }
  if (of.has('column')) {
    of.only(['column', 'under']);
    const under = of.text('under', MOST.label, 0);
    if (isPersonalLabel(under)) of.fault('under', PERSONAL_COLUMN);
    return { column: of.whole('column', 0, MOST.column), under };
  }
  of.only(['selector']);
  return { selector: selectorOf(of, 'selector') };
}

function lineOf(of: FieldReader): Line {
  if (of.has('label')) {
    of.only(['label']);
    return { label: labelOf(of, 'label') };
  }
  of.only(['at', 'of']);
  const lines = of.whole('of', 1, MOST.line);
  return { at: of.whole('at', 0, lines - 1), of: lines };
}

function columnOf(of: FieldReader): PackColumn {
  of.only(['meaning', 'place', 'line', 'parser']);
  const meaning = of.oneOf('meaning', PACK_MEANINGS);
  return {
    meaning,
    place: placeOf(of.object('place')),
    line: of.isNull('line') ? null : lineOf(of.object('line')),
    parser: parserOf(of, meaning),
  };
}

function onceEach(of: FieldReader, name: string, fields: readonly { readonly meaning: PackMeaning }[]): void {
  const meanings = fields.map(({ meaning }) => meaning);
  if (new Set(meanings).size < meanings.length) of.fault(name, 'mỗi nội dung chỉ được chỉ một lần');
  if (fields.length > 0 && !meanings.includes('code')) of.fault(name, 'thiếu mã hồ sơ');
}

function listOf(of: FieldReader): ListRecipe {
  of.only(['root', 'row', 'columns']);
  const root = of.isNull('root') ? null : selectorOf(of, 'root');
  const row = of.isNull('row') ? null : selectorOf(of, 'row');
  const columns = of.list('columns', 1, MOST.columns, columnOf);
  onceEach(of, 'columns', columns);
  if (row !== null && (root === null || columns.some(({ place }) => !('selector' in place))))
    of.fault('row', 'danh sách không phải bảng thì cần «root», và mỗi cột chỉ bằng «selector»');
  return { root, row, columns };
}

function detailOf(of: FieldReader): DetailField {
  of.only(['meaning', 'place', 'parser']);
  const meaning = of.oneOf('meaning', PACK_MEANINGS);
  const place = of.object('place');
  place.only(place.has('label') ? ['label'] : ['selector']);
  return {
    meaning,
    place: place.has('label') ? { label: labelOf(place, 'label') } : { selector: selectorOf(place, 'selector') },
    parser: parserOf(of, meaning),
  };
}

function statusOf(of: FieldReader): PackStatus {
  of.only(['words', 'state']);
  const words = of.text('words', MOST.label);
  if (isPersonalLabel(words)) of.fault('words', PERSONAL_COLUMN);
  return { words, state: of.oneOf<DossierState>('state', DOSSIER_STATES) };
}

/** Reads a pack as part of a larger body; faults go where `of` collects them. */
export function hostPackOf(of: FieldReader): HostPack {
  of.only(['format', 'id', 'name', 'version', 'origins', 'lists', 'detail', 'dateOrder', 'statuses']);
  const lists = of.list('lists', 0, MOST.lists, listOf);
  const detail = of.list('detail', 0, MOST.detail, detailOf);
  onceEach(of, 'detail', detail);
  if (lists.length + detail.length === 0) of.fault('lists', 'gói chưa chỉ cách đọc danh sách hoặc trang chi tiết nào');
  return {
    format: of.oneOf('format', ['dvc-host-pack/1'] as const),
    id: of.pattern('id', /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'chữ thường, số, gạch nối, tối đa 40'),
    name: of.text('name', MOST.name),
    version: of.whole('version', 1, MOST.version),
    origins: of.texts('origins', 1, MOST.origins, ORIGIN, 'địa chỉ trang dạng https://motcua.example.gov.vn'),
    lists,
    detail,
    dateOrder: of.isNull('dateOrder') ? null : of.oneOf<DateOrder>('dateOrder', ['dmy', 'mdy']),
    statuses: of.list('statuses', 0, MOST.statuses, statusOf),
  };
}

/** The pack in parsed JSON, or what is wrong with it; nothing is guessed and nothing unknown is passed over. */
export function readHostPack(value: unknown): { pack: HostPack } | { faults: readonly PackFault[] } {
  const faults: PackFault[] = [];
  const pack = hostPackOf(new FieldReader(value, '', faults));
  return faults.length > 0 ? { faults } : { pack };
}
