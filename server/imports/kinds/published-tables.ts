import type { PublishedTable } from '#rules/published-table.ts';
import { publishedTable } from '#wire/published-table.ts';
import { bodyHash } from '../../body-hash.ts';
import { deletePublishedTable, putPublishedTable, publishedTables as stored } from '../../store/published-tables.ts';
import type { ColumnSpec } from '../columns.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { planItems } from '../plan-items.ts';
import { listAt } from '../read-cell.ts';
import type { ReadRow } from '../read-row.ts';
import type { Cell, Cells } from '../row.ts';

/** A number of JSON as it is; `null` = the report gives none. */
const countOf = (cell: Cell | undefined): unknown => {
  if (cell === undefined) return null;
  return typeof cell === 'object' && 'number' in cell ? cell.number : typeof cell === 'string' ? Number(cell) : NaN;
};

/** Only what the file has: an absent field stays absent. */
const told = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

function toItem(row: ReadRow): unknown {
  const text = (cell: Cell | undefined) => row.textIn(cell, 'groups');
  const partOf = (part: Cells) => ({
    label: text(part.label),
    count: countOf(part.count),
    ...told({
      percent: text(part.percent),
      beside: text(part.beside),
      units: listAt(part, 'units')?.map((unit) => text(unit[''])),
    }),
  });
  const groupOf = (group: Cells) => ({
    title: text(group.title),
    counted: text(group.counted),
    whole: { label: text(group['whole.label']), count: countOf(group['whole.count']) },
    exhaustive: text(group.exhaustive) === 'true',
    parts: (listAt(group, 'parts') ?? []).map(partOf),
  });
  const scoreOf = (score: Cells) => ({
    unit: text(score.unit),
    total: countOf(score.total),
    grade: text(score.grade),
    satisfaction: text(score.satisfaction),
  });
  const [from, to] = [row.day('period.from'), row.day('period.to')];
  return {
    id: row.code('id'),
    tenantName: row.text('tenantName'),
    title: row.text('title'),
    source: {
      text: row.text('source.text'),
      date: row.day('source.date'),
      ...told({ url: row.text('source.url') }),
    },
    period: from === null && to === null ? null : { from, to },
    periodText: row.text('periodText'),
    groups: (row.rows('groups') ?? []).map(groupOf),
    scores: (row.rows('scores') ?? []).map(scoreOf),
    notes: (row.rows('notes') ?? []).map((note) => row.textIn(note[''], 'notes')),
  };
}

async function open({ db, tenant, actor }: Taking) {
  const known = new Map((await stored(db, tenant)).map((table) => [table.id, table]));
  return {
    toItem,
    plan: (items: readonly PublishedTable[]) =>
      planItems(items, 'published-tables.put', async (item) => {
        const before = known.get(item.id) ?? null;
        if (before && bodyHash(before) === bodyHash(item))
          return { outcome: 'repeated', before: null, after: null, statements: [] };
        const statements = [putPublishedTable(tenant, item, { actor, at: null })];
        return { outcome: before ? 'updated' : 'created', before, after: item, statements };
      }),
  };
}

const column = (key: string, label: string, needed = false): ColumnSpec => ({
  key,
  label,
  names: [],
  needed,
  example: '',
});

/** Older reports, kept as published and as drafts until they are shown. They are nested, so they come as JSON: a list of tables, or one. */
export const publishedTables: ImportKindOf<PublishedTable> = {
  kind: 'published-tables',
  title: 'Bảng đã công bố (JSON)',
  who: ['province-admin'],
  columns: [
    column('id', 'id', true),
    column('tenantName', 'tenantName', true),
    column('title', 'title', true),
    column('source.text', 'source.text', true),
    column('source.date', 'source.date', true),
    column('source.url', 'source.url'),
    column('period.from', 'period.from'),
    column('period.to', 'period.to'),
    column('periodText', 'periodText', true),
    column('groups', 'groups'),
    column('scores', 'scores'),
    column('notes', 'notes'),
  ],
  schema: publishedTable,
  keyOf: ({ id }) => id,
  open,
  undo: {
    async current(db, tenant) {
      return new Map((await stored(db, tenant)).map((table) => [table.id, table]));
    },
    held: async () => new Map(),
    back: (tenant, id, before) => [
      before === null
        ? deletePublishedTable(tenant, id)
        : putPublishedTable(tenant, before as PublishedTable, { actor: 'undo', at: null }),
    ],
  },
};
