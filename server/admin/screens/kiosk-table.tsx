import type { KioskLine } from '#wire/kiosk.ts';
import type { Unit } from '#wire/unit.ts';
import { kioskState } from '../kiosk-state.ts';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';

interface KioskTableProps {
  readonly kiosks: readonly KioskLine[];
  readonly units: readonly Unit[];
  readonly now: number;
  readonly onOpen: (kiosk: string) => void;
}

/** How each tablet stands; never what was answered on it. */
export function KioskTable({ kiosks, units, now, onOpen }: KioskTableProps) {
  const known = (n: number | null) => (n === null ? '–' : String(n));
  return (
    <SortableTable
      caption={text('kiosks.list', { n: kiosks.length })}
      rows={kiosks}
      rowKey={(kiosk) => kiosk.kiosk}
      last={(kiosk) => kiosk.revokedAt !== null}
      columns={[
        {
          key: 'counter',
          label: text('kiosks.counter'),
          by: (k) => k.counter,
          cell: (k) => (
            <button type="button" class="button" onClick={() => onOpen(k.kiosk)}>
              {k.counter}
            </button>
          ),
        },
        {
          key: 'unit',
          label: text('field.unit'),
          by: (k) => k.unit,
          cell: (k) => units.find((u) => u.unit === k.unit)?.name ?? k.unit,
        },
        {
          key: 'state',
          label: text('devices.state'),
          cell: (k) => {
            const { words, bad } = kioskState(k, now);
            return bad ? <strong>{words}</strong> : words;
          },
        },
        { key: 'queue', label: text('kiosks.queue'), number: true, by: (k) => k.queue, cell: (k) => known(k.queue) },
        {
          key: 'aside',
          label: text('kiosks.aside'),
          cell: (k) => text('kiosks.aside.counts', { outside: k.outsideHours, interval: k.interval }),
        },
        {
          key: 'version',
          label: text('kiosks.version'),
          by: (k) => k.version,
          cell: (k) =>
            k.battery === null
              ? (k.version ?? '–')
              : text('kiosks.version.battery', { version: k.version ?? '–', percent: k.battery }),
        },
      ]}
    />
  );
}
