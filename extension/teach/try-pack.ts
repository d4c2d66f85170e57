import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { formatDate } from '#rules/format.ts';
import type { HostPack, PackMeaning } from '#rules/packs/host-pack.ts';
import { looksPersonal } from '#rules/packs/personal-column.ts';
import { countOf } from '../hosts/count-of.ts';
import type { DossierReading, Page } from '../hosts/host.ts';
import { fieldIn, findLists, isPersonal } from '../hosts/pack-columns.ts';
import { readPackDetail } from '../hosts/pack-detail.ts';
import { packHost } from '../hosts/pack-host.ts';
import { columnOf, listsFor } from '../hosts/pack-place.ts';
import { type Sees, seesLayout } from '../hosts/visible-text.ts';
import type { TaughtList, Trial, TriedField } from '../teach-messages.ts';
import { columnsOfTable } from './pick-column.ts';
import { fieldsOf } from './pick-field.ts';
import { otherLists } from './pick-part.ts';

const SHOWN = 5;
const LISTS = 5;
const STATUSES = 20;
const MOST_TEXT = 60;

const pageNow = (): Page => ({ document, sees: seesLayout, office: DEFAULT_OFFICE });

const printed = (time: string | null): string | null => time && `${formatDate(time)} ${time.slice(11, 16)}`;

/** A field as the reading has it: what a draft reads is what is shown. */
function used(reading: DossierReading, meaning: PackMeaning): string | null {
  switch (meaning) {
    case 'code':
    case 'status':
      return reading[meaning];
    case 'procedure':
      return reading.procedureName;
    case 'remaining':
      return reading.hostVerdict;
    default:
      return printed(reading[meaning]);
  }
}

const short = (text: string | null): string | null =>
  text === null || looksPersonal(text) ? null : text.slice(0, MOST_TEXT);

/** Reads the page with a draft: five rows, how many rows could be read, and what stands in the way. */
export function tryPack(pack: HostPack): Trial {
  const page = pageNow();
  const [recipe] = pack.lists;
  let list = packHost(pack).readList(page);
  while (list?.more) list = list.more(() => false);
  const [found] = findLists(pack.lists, page);
  const [seen] = recipe ? listsFor(recipe, page) : [];
  const columns = (recipe?.columns ?? []).map((each) => ({
    ...each,
    at: seen ? columnOf(each.place, seen.headers) : null,
  }));
  const personal = seen ? columns.filter((column) => isPersonal(column, seen, page)) : [];
  const missing = columns.filter((column) => !('selector' in column.place) && column.at === null);
  const rows = (list?.rows ?? []).slice(0, SHOWN).map(({ row, reading }) =>
    (found?.columns ?? []).map((column): TriedField => {
      const text = reading && used(reading, column.meaning);
      return { meaning: column.meaning, text: short(text), raw: text ? null : short(fieldIn(row, column, page).raw) };
    }),
  );
  const detail = readPackDetail(pack, page);
  const unknown = [...(list?.rows ?? []).map(({ reading }) => reading), detail].flatMap((reading) =>
    reading?.status && !reading.state ? (short(reading.status) ?? []) : [],
  );
  const fields = pack.detail.map(({ meaning }) => ({
    meaning,
    text: detail && short(used(detail, meaning)),
    raw: null,
  }));
  return {
    count: list && countOf(list),
    rows,
    detail: detail && fields,
    missing: missing.map(({ meaning }) => meaning),
    personal: personal.map(({ meaning }) => meaning),
    unknownStatuses: [...new Set(unknown)].slice(0, STATUSES),
  };
}

/** Lists of the page, tables first, then those that are none, then its labelled values: for whoever does not point. */
export function listsOfPage(sees: Sees = seesLayout): readonly TaughtList[] {
  const fields = [...fieldsOf({ ...pageNow(), sees }).values()];
  const lists = [...document.querySelectorAll('table')]
    .filter((table) => sees(table) > 20 && !table.querySelector('table'))
    .map((table) => ({ table, rows: [...table.tBodies].flatMap((body) => [...body.rows]).length }))
    .filter(({ rows }) => rows > 1)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, LISTS)
    .map(({ table, rows }) => ({ rows, columns: columnsOfTable(table, sees) }))
    .filter(({ columns }) => columns.length > 1);
  const all = [...lists, ...otherLists(document, sees)];
  return fields.length > 1 ? [...all, { rows: 0, columns: fields }] : all;
}
