import type { DossierState } from '#rules/dossier.ts';
import {
  type DetailField,
  type HostPack,
  type Line,
  type ListRecipe,
  PACK_BOUNDS,
  type PackColumn,
  type PackMeaning,
} from '#rules/packs/host-pack.ts';
import type { ParserName } from '#rules/packs/parse-cell.ts';
import type { PickedColumn } from '../../teach-messages.ts';

/** What is being taught: one list of one site, and the lists of the site taught before. */
export interface Draft {
  readonly origin: string;
  readonly before: HostPack | null;
  readonly root: string | null;
  readonly row: string | null;
  readonly columns: readonly PackColumn[];
  /** Of a page that shows one dossier. */
  readonly fields: readonly DetailField[];
  readonly statuses: Readonly<Record<string, DossierState>>;
}

const nameOf = (origin: string): string => new URL(origin).host;

/** Begins with the list taught last, so that it can be corrected. */
export function draftOf(origin: string, before: HostPack | null): Draft {
  const [list] = before?.lists ?? [];
  const statuses = Object.fromEntries((before?.statuses ?? []).map(({ words, state }) => [words, state]));
  const fields = before?.detail ?? [];
  return {
    origin,
    before,
    root: list?.root ?? null,
    row: list?.row ?? null,
    columns: list?.columns ?? [],
    fields,
    statuses,
  };
}

/** The parsers worth trying for a meaning, the plainest first. */
export const parsersFor = (meaning: PackMeaning): readonly ParserName[] => {
  if (meaning === 'remaining') return ['asIs', 'daysLeft', 'afterColon'];
  if (meaning === 'code' || meaning === 'procedure' || meaning === 'status') return ['asIs', 'afterColon'];
  return ['asIs', 'onlyDate', 'firstDate', 'lastDate', 'afterColon'];
};

/** Whether a picked column is in the list the draft began with. */
export const fits = (draft: Draft, pick: PickedColumn): boolean =>
  'label' in pick.place || draft.columns.length === 0 || (draft.root === pick.root && draft.row === pick.row);

/** The draft with `meaning` at the column picked, in the place of what had that meaning. */
export function withColumn(
  draft: Draft,
  pick: PickedColumn,
  { meaning, line, parser }: { meaning: PackMeaning; line: Line; parser: ParserName },
): Draft {
  const { place } = pick;
  if ('label' in place) {
    const others = draft.fields.filter((each) => each.meaning !== meaning);
    return { ...draft, fields: [...others, { meaning, place, parser }] };
  }
  const column: PackColumn = { meaning, place, line, parser };
  const others = draft.columns.filter((each) => each.meaning !== meaning);
  const { root, row } = pick;
  return { ...draft, root, row, columns: [...others, column] };
}

export function withoutColumn(draft: Draft, meaning: PackMeaning): Draft {
  return { ...draft, columns: draft.columns.filter((each) => each.meaning !== meaning) };
}

export function withoutField(draft: Draft, meaning: PackMeaning): Draft {
  return { ...draft, fields: draft.fields.filter((each) => each.meaning !== meaning) };
}

const hasCode = (fields: readonly { readonly meaning: PackMeaning }[]): boolean =>
  fields.some(({ meaning }) => meaning === 'code');

const sameList = (one: ListRecipe, other: ListRecipe): boolean => one.root === other.root && one.row === other.row;

/** The draft as a pack: its list first, then the others taught before. `null` while neither list nor detail page has a code. */
export function packOf(draft: Draft): HostPack | null {
  if (!hasCode(draft.columns) && !hasCode(draft.fields)) return null;
  const { origin, before, root, row, columns, statuses } = draft;
  const list: ListRecipe = { root, row, columns };
  const others = (before?.lists ?? []).slice(before?.lists[0] && sameList(before.lists[0], list) ? 1 : 0);
  const kept = others.filter((each) => !sameList(each, list));
  const id = nameOf(origin)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return {
    format: 'dvc-host-pack/1',
    id: before?.id ?? (id || 'trang'),
    name: before?.name ?? nameOf(origin).slice(0, PACK_BOUNDS.name),
    version: before ? Math.min(before.version + 1, PACK_BOUNDS.version) : 1,
    origins: [origin],
    lists: [...(hasCode(columns) ? [list] : []), ...kept].slice(0, PACK_BOUNDS.lists),
    detail: hasCode(draft.fields) ? draft.fields : [],
    dateOrder: before?.dateOrder ?? null,
    statuses: Object.entries(statuses).map(([words, state]) => ({ words, state })),
  };
}
