import { useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { Procedure } from '#wire/procedure.ts';
import { Field } from '../parts/field.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';

/** A province has about two thousand; a table of more than this is searched, not read. */
const SHOWN = 100;

/** Procedures found by part of code, name or sector. */
export function ProcedureTable({ procedures }: { procedures: readonly Procedure[] }) {
  const [wanted, setWanted] = useState('');
  if (procedures.length === 0) return <p>{text('procedures.none')}</p>;
  const words = wanted.trim().toLowerCase();
  const found = procedures.filter(({ procedure, name, sector }) =>
    [procedure, name, sector ?? ''].some((part) => part.toLowerCase().includes(words)),
  );
  const shown = found.slice(0, SHOWN);
  return (
    <>
      {procedures.length > SHOWN && <Field label={text('procedures.find')} value={wanted} onValue={setWanted} />}
      <SortableTable
        caption={text('procedures.list', { n: formatCount(shown.length), all: formatCount(procedures.length) })}
        rows={shown}
        rowKey={(p) => p.procedure}
        columns={[
          { key: 'procedure', label: text('procedures.code'), by: (p) => p.procedure, cell: (p) => p.procedure },
          { key: 'name', label: text('procedures.name'), by: (p) => p.name, cell: (p) => p.name },
          { key: 'sector', label: text('procedures.sector'), by: (p) => p.sector, cell: (p) => p.sector ?? '—' },
          {
            key: 'limit',
            label: text('procedures.limit'),
            number: true,
            by: (p) => p.limitDays,
            cell: (p) => (p.limitDays === null ? '—' : String(p.limitDays).replace('.', ',')),
          },
        ]}
      />
    </>
  );
}
