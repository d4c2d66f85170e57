import type { PortalKeyLine } from '#wire/access.ts';
import type { Unit } from '#wire/unit.ts';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';
import { when } from '../when.ts';

interface PortalKeyTableProps {
  keys: readonly PortalKeyLine[];
  units: readonly Unit[];
  onRevoke: (key: PortalKeyLine) => void;
}

/** Keys in use first, revoked ones below them with the time. */
export function PortalKeyTable({ keys, units, onRevoke }: PortalKeyTableProps) {
  if (keys.length === 0) return <p>{text('keys.none')}</p>;
  const names = (codes: readonly string[]) =>
    codes.map((code) => units.find((unit) => unit.unit === code)?.name ?? code).join(', ') || text('keys.all');
  return (
    <SortableTable
      caption={text('keys.list', { n: keys.length })}
      rows={keys}
      rowKey={(key) => key.id}
      last={(key) => key.revokedAt !== null}
      columns={[
        { key: 'label', label: text('keys.label'), by: (key) => key.label, cell: (key) => key.label },
        { key: 'units', label: text('keys.units'), cell: (key) => names(key.units) },
        { key: 'created', label: text('keys.created'), by: (key) => key.createdAt, cell: (key) => when(key.createdAt) },
        {
          key: 'state',
          label: text('devices.state'),
          cell: (key) =>
            key.revokedAt ? (
              <span class="muted">{text('state.revoked', { time: when(key.revokedAt) })}</span>
            ) : (
              <button
                type="button"
                class="button danger"
                aria-label={text('revoke.named', { label: key.label })}
                onClick={() => onRevoke(key)}
              >
                {text('revoke.do')}
              </button>
            ),
        },
      ]}
    />
  );
}
