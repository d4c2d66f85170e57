import { formatDate } from '#rules/format.ts';
import type { Petition } from '#wire/petition.ts';
import { useAdmin } from '../admin-context.ts';
import { useDesk } from '../desk.ts';
import { filterBy } from '../filter-by.ts';
import { Paged } from '../parts/paged.tsx';
import { PasteRows } from '../parts/paste-rows.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { pastedDay } from '../pasted-day.ts';
import type { Place } from '../place.ts';
import { text } from '../text.ts';
import { usePages } from '../use-pages.ts';
import { Recordings } from './recordings.tsx';

const ABOUT = ['harassment', 'breach', 'other'] as const;
const VERDICTS = ['verified', 'unfounded', 'pending', 'withdrawn'] as const;

const columns = () => ({
  id: text('petitions.id'),
  unit: text('field.unit'),
  dossier: text('petitions.dossier'),
  about: text('petitions.about'),
  received: text('petitions.received'),
  due: text('petitions.due'),
  answered: text('petitions.answered'),
  prolonged: text('petitions.prolonged'),
  verdict: text('petitions.verdict'),
});

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
  const column = columns()[field as keyof ReturnType<typeof columns>];
  return values && `${column}: ${text('petitions.unread', { values })}`;
}

const day = (value: string | null) => (value === null ? '—' : formatDate(value));

/** Petitions on record, without petitioner and text: `#/phan-anh?don-vi=<unit>`. */
export function Petitions({ place }: { place: Place }) {
  const { api } = useAdmin();
  const { units } = useDesk();
  const nameOf = (code: string) => units.find(({ unit }) => unit === code)?.name ?? code;
  const unit = place.query.get('don-vi') ?? '';
  const pages = usePages(`petitions ${unit}`, async (after) => {
    const got = await api.petitions(after ?? '', unit);
    return { rows: got.petitions, next: got.next };
  });
  return (
    <>
      <h1 tabIndex={-1}>{text('petitions.title')}</h1>
      <p>{text('petitions.intro')}</p>
      <Recordings units={units} />
      <PasteRows columns={columns()} item={petitionOf} why={unread} send={api.putPetitions} onDone={pages.again} />
      {units.length > 1 && (
        <UnitSelect
          none={text('due.anyUnit')}
          units={units}
          value={unit}
          onValue={(chosen) => filterBy(place, { 'don-vi': chosen })}
        />
      )}
      <Paged of={pages} none={text('petitions.none')}>
        {(rows) => (
          <SortableTable
            caption={text('petitions.list')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              { key: 'id', label: columns().id, by: (p) => p.id, cell: (p) => p.id },
              { key: 'unit', label: columns().unit, by: (p) => nameOf(p.unit), cell: (p) => nameOf(p.unit) },
              { key: 'dossier', label: columns().dossier, by: (p) => p.dossier, cell: (p) => p.dossier ?? '—' },
              { key: 'about', label: columns().about, cell: (p) => aboutLabel(p.about) },
              { key: 'received', label: columns().received, by: (p) => p.received, cell: (p) => day(p.received) },
              { key: 'due', label: columns().due, by: (p) => p.due, cell: (p) => day(p.due) },
              { key: 'answered', label: columns().answered, by: (p) => p.answered, cell: (p) => day(p.answered) },
              { key: 'prolonged', label: columns().prolonged, cell: (p) => draggedLabel(p.prolonged) },
              { key: 'verdict', label: columns().verdict, cell: (p) => verdictLabel(p.verdict) },
            ]}
          />
        )}
      </Paged>
    </>
  );
}
