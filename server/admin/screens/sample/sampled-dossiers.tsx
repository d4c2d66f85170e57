import { formatCount } from '#rules/format.ts';
import { STRATUM_LABELS } from '#rules/sample/strata.ts';
import type { SamplesView } from '#wire/sample.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';

/** The dossiers of one unit by stratum, each with the way to its form. */
export function SampledDossiers({ view, unit }: { view: SamplesView; unit: string }) {
  const { period, strata, dossiers } = view;
  const count = (n: number) => formatCount(n, language());
  if (dossiers.length === 0) return <p>{text('sample.unit.none')}</p>;
  return (
    <>
      <SortableTable
        caption={text('sample.strata')}
        rows={strata}
        rowKey={({ stratum }) => stratum}
        columns={[
          {
            key: 'stratum',
            label: text('sample.stratum'),
            cell: ({ stratum }) => <span lang="vi">{STRATUM_LABELS[stratum]}</span>,
          },
          { key: 'size', label: text('sample.units.size'), number: true, cell: ({ size }) => count(size) },
          { key: 'done', label: text('sample.units.done'), number: true, cell: ({ done }) => count(done) },
        ]}
      />
      <SortableTable
        caption={text('sample.dossiers')}
        rows={dossiers}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'code',
            label: text('sample.dossier'),
            cell: ({ code }) => (
              <a href={linkTo(['tham-dinh'], { ky: period, 'don-vi': unit, 'ho-so': code })}>{code}</a>
            ),
            by: ({ code }) => code,
          },
          {
            key: 'stratum',
            label: text('sample.stratum'),
            // What the officer gave is in the name of the stratum: whoever is to give points is not told.
            cell: ({ stratum }) =>
              stratum === null ? (
                <span class="muted">{text('sample.blind')}</span>
              ) : (
                <span lang="vi">{STRATUM_LABELS[stratum]}</span>
              ),
          },
          {
            key: 'done',
            label: text('sample.state'),
            cell: ({ done }) => text(done ? 'sample.state.done' : 'sample.state.open'),
            by: ({ done }) => Number(done),
          },
        ]}
      />
    </>
  );
}
