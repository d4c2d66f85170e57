import { formatDate } from '#rules/format.ts';
import type { Petition } from '#wire/petition.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Paged } from '../parts/paged.tsx';
import { PasteRows } from '../parts/paste-rows.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { pastedDay } from '../pasted-day.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { usePages } from '../use-pages.ts';
import { Recordings } from './recordings.tsx';

const ABOUT = ['harassment', 'breach', 'other'] as const;
const VERDICTS = ['verified', 'unfounded', 'pending', 'withdrawn'] as const;

const COLUMNS = {
  id: text('petitions.id'),
  unit: text('field.unit'),
  dossier: text('petitions.dossier'),
  about: text('petitions.about'),
  received: text('petitions.received'),
  due: text('petitions.due'),
  answered: text('petitions.answered'),
  prolonged: text('petitions.prolonged'),
  verdict: text('petitions.verdict'),
};

/** The value a cell writes in the words of the screen, or the cell itself, which is refused by name. */
function readAs<V extends string>(cell: string, values: readonly V[], label: (value: V) => string): string {
  return values.find((value) => label(value).toLowerCase() === cell.toLowerCase()) ?? cell;
}
const aboutLabel = (value: Petition['about']) => text(`petitions.about.${value}`);
const verdictLabel = (value: Petition['verdict']) => text(`petitions.verdict.${value}`);
const DRAGGED: Readonly<Record<string, boolean>> = { có: true, không: false };
const draggedLabel = (value: Petition['prolonged']) =>
  Object.keys(DRAGGED).find((word) => DRAGGED[word] === value) ?? '—';

function petitionOf([
  id,
  unit,
  dossier,
  about = '',
  received,
  due,
  answered,
  prolonged = '',
  verdict = '',
]: readonly string[]) {
  return {
    id,
    unit,
    dossier: dossier || null,
    about: readAs(about, ABOUT, aboutLabel),
    received: pastedDay(received),
    due: pastedDay(due) || null,
    answered: pastedDay(answered) || null,
    prolonged: prolonged === '' ? null : (DRAGGED[prolonged.toLowerCase()] ?? prolonged),
    verdict: verdict === '' ? 'pending' : readAs(verdict, VERDICTS, verdictLabel),
  };
}

/** A word the server does not know is told in those it does. */
function unread(field: string): string | undefined {
  const words = { about: ABOUT.map(aboutLabel), verdict: VERDICTS.map(verdictLabel), prolonged: Object.keys(DRAGGED) };
  const values = words[field as keyof typeof words]?.join(', ');
  const column = COLUMNS[field as keyof typeof COLUMNS];
  return values && `${column}: ${text('petitions.unread', { values })}`;
}

const day = (value: string | null) => (value === null ? '—' : formatDate(value));

/** Petitions on record, without petitioner and text: `#/phan-anh`. */
export function Petitions() {
  const { api } = useAdmin();
  const units = useLoad('units', (signal) => api.units(signal));
  const nameOf = (code: string) => units.value?.units.find(({ unit }) => unit === code)?.name ?? code;
  const pages = usePages('petitions', async (after) => {
    const got = await api.petitions(after ?? '');
    return { rows: got.petitions, next: got.next };
  });
  return (
    <>
      <h1 tabIndex={-1}>{text('petitions.title')}</h1>
      <p>{text('petitions.intro')}</p>
      <Loaded of={units}>{({ units: list }) => <Recordings units={list} />}</Loaded>
      <PasteRows columns={COLUMNS} item={petitionOf} why={unread} send={api.putPetitions} onDone={pages.again} />
      <Paged of={pages} none={text('petitions.none')}>
        {(rows) => (
          <SortableTable
            caption={text('petitions.list')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'id', label: COLUMNS.id, by: (p) => p.id, cell: (p) => p.id },
              { key: 'unit', label: COLUMNS.unit, by: (p) => nameOf(p.unit), cell: (p) => nameOf(p.unit) },
              { key: 'dossier', label: COLUMNS.dossier, by: (p) => p.dossier, cell: (p) => p.dossier ?? '—' },
              { key: 'about', label: COLUMNS.about, cell: (p) => aboutLabel(p.about) },
              { key: 'received', label: COLUMNS.received, by: (p) => p.received, cell: (p) => day(p.received) },
              { key: 'due', label: COLUMNS.due, by: (p) => p.due, cell: (p) => day(p.due) },
              { key: 'answered', label: COLUMNS.answered, by: (p) => p.answered, cell: (p) => day(p.answered) },
              { key: 'prolonged', label: COLUMNS.prolonged, cell: (p) => draggedLabel(p.prolonged) },
              { key: 'verdict', label: COLUMNS.verdict, cell: (p) => verdictLabel(p.verdict) },
            ]}
          />
        )}
      </Paged>
    </>
  );
}
