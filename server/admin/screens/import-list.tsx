import { useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { ImportView } from '#wire/import.ts';
import { useAdmin } from '../admin-context.ts';
import { filterBy } from '../filter-by.ts';
import { Confirm } from '../parts/confirm.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import type { Place } from '../place.ts';
import { type TextKey, text } from '../text.ts';
import { when } from '../when.ts';

interface ImportListProps {
  place: Place;
  imports: readonly ImportView[];
  onResume: (one: ImportView) => void;
  onChange: () => void;
}

const RESUMABLE: readonly ImportView['state'][] = ['interrupted', 'stopped'];
function stateText({ state, dryRun, takenBack, kept, created, updated }: ImportView): string {
  if (dryRun) return text('imports.state.trial');
  if (state === 'undoing' || state === 'undoInterrupted')
    return text(`imports.state.${state}`, {
      n: formatCount(takenBack + kept),
      of: formatCount(created + updated),
    });
  return text(`imports.state.${state}` as TextKey);
}
const mayUndo = ({ state, dryRun }: ImportView) =>
  !dryRun && state !== 'running' && state !== 'undone' && state !== 'undoing';

/** Earlier imports, with what can still be done about each. */
export function ImportList({ place, imports, onResume, onChange }: ImportListProps) {
  const { api } = useAdmin();
  const [undone, setUndone] = useState<ImportView | null>(null);
  const named = (one: ImportView) => ({ kind: text(`imports.kind.${one.kind}`), at: when(one.startedAt) });
  if (imports.length === 0) return <p>{text('imports.list.empty')}</p>;
  const kinds = [...new Set(imports.map(({ kind }) => kind))];
  const wanted = kinds.find((kind) => kind === place.query.get('loai')) ?? '';
  return (
    <>
      {kinds.length > 1 && (
        <SelectField
          label={text('imports.list.kind')}
          value={wanted}
          onValue={(loai) => filterBy(place, { loai })}
          options={[
            { value: '', label: text('imports.list.everyKind') },
            ...kinds.map((kind) => ({ value: kind, label: text(`imports.kind.${kind}`) })),
          ]}
        />
      )}
      <SortableTable
        caption={text('imports.list')}
        rows={imports.filter(({ kind }) => wanted === '' || kind === wanted)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', label: text('imports.list.at'), cell: (one) => when(one.startedAt), by: (one) => one.startedAt },
          { key: 'kind', label: text('imports.kind'), cell: (one) => text(`imports.kind.${one.kind}`) },
          { key: 'state', label: text('imports.list.state'), cell: stateText, by: stateText },
          {
            key: 'read',
            label: text('imports.list.rows'),
            number: true,
            cell: (one) => formatCount(one.read),
            by: (one) => one.read,
          },
          {
            key: 'refused',
            label: text('imports.list.refused'),
            number: true,
            cell: (one) =>
              one.faults + one.notices + one.kept > 0 ? (
                <a href={`/v1/imports/${encodeURIComponent(one.id)}/faults.csv`} download>
                  {formatCount(one.refused)}
                </a>
              ) : (
                formatCount(one.refused)
              ),
            by: (one) => one.refused,
          },
          {
            key: 'acts',
            label: text('imports.list.acts'),
            cell: (one) => (
              <>
                {RESUMABLE.includes(one.state) && !one.dryRun && (
                  <button type="button" class="button" onClick={() => onResume(one)}>
                    {text('imports.resume')}
                  </button>
                )}
                {mayUndo(one) && (
                  <button type="button" class="button" onClick={() => setUndone(one)}>
                    {text('imports.undo')}
                  </button>
                )}
              </>
            ),
          },
        ]}
      />
      {undone && (
        <Confirm
          title={text('imports.undo.title', named(undone))}
          effect={text('imports.undo.effect')}
          verb={text('imports.undo')}
          busy={text('imports.undo.busy')}
          run={async () => {
            await api.undoImport(undone.id);
            onChange();
          }}
          onClose={() => setUndone(null)}
        />
      )}
    </>
  );
}
