import { formatCount } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';

interface UnitOfficersProps extends Pick<UnitPage, 'officers' | 'bands'> {
  period: string;
  unit: string;
}

/** Officers by code, and how many reach each level; the law grades their share of duty done, not their persons. */
export function UnitOfficers({ period, unit, officers, bands }: UnitOfficersProps) {
  if (officers.length === 0) return null;
  return (
    <section aria-labelledby="can-bo">
      <h2 id="can-bo">{text('unit.officers')}</h2>
      {bands.length > 0 && (
        <ul class="plain" lang="vi">
          {bands.map(({ code, share }) => (
            <li key={code} data-figure={share.id}>
              {share.because}
            </li>
          ))}
        </ul>
      )}
      <SortableTable
        caption={`${text('unit.officers')} (${officers.length})`}
        rows={officers}
        rowKey={(officer) => officer.officer}
        last={(officer) => officer.completionLabel === null}
        columns={[
          {
            key: 'officer',
            label: text('unit.officer'),
            by: (o) => o.officer,
            cell: (o) => <a href={linkTo(['ket-qua', period, unit, o.officer])}>{o.officer}</a>,
          },
          {
            key: 'total',
            label: text('unit.officer.total'),
            number: true,
            by: (o) => o.total.value,
            cell: (o) => <span data-figure={o.total.id}>{printFigure(o.total, 'over', language())}</span>,
          },
          {
            key: 'dossiers',
            label: text('unit.dossiers'),
            number: true,
            by: (o) => o.dossiers,
            cell: (o) => formatCount(o.dossiers, language()),
          },
          {
            key: 'completion',
            label: text('unit.officer.completion'),
            cell: (o) => (
              <span lang="vi" class={o.completionLabel ? undefined : 'muted'}>
                {o.completionLabel ?? o.because}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}
