import { formatCount, formatTenths, MISSING } from '#rules/format.ts';
import type { OfficerResult } from '#wire/results.ts';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';

/** Officers by code; the law grades their share of duty done, not their persons. */
export function UnitOfficers({ officers }: { officers: readonly OfficerResult[] }) {
  if (officers.length === 0) return null;
  return (
    <section aria-labelledby="can-bo">
      <h2 id="can-bo">{text('unit.officers')}</h2>
      <SortableTable
        caption={`${text('unit.officers')} (${officers.length})`}
        rows={officers}
        rowKey={(officer) => officer.officer}
        last={(officer) => officer.completion === null}
        columns={[
          { key: 'officer', label: text('unit.officer'), by: (o) => o.officer, cell: (o) => o.officer },
          {
            key: 'total',
            label: text('unit.officer.total'),
            number: true,
            by: (o) => o.total,
            cell: (o) => (o.total === null ? MISSING : `${formatTenths(o.total)}/${formatCount(o.max / 10)}`),
          },
          {
            key: 'dossiers',
            label: text('unit.dossiers'),
            number: true,
            by: (o) => o.n.dossiers,
            cell: (o) => formatCount(o.n.dossiers),
          },
          {
            key: 'completion',
            label: text('unit.officer.completion'),
            cell: (o) => o.completionLabel ?? <span class="muted">{o.because}</span>,
          },
        ]}
      />
    </section>
  );
}
