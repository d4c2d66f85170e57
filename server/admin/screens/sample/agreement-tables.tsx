import { formatCount } from '#rules/format.ts';
import type { AgreementRow, SamplesView } from '#wire/sample.ts';
import { Figure } from '../../parts/figure.tsx';
import { type Column, SortableTable } from '../../parts/sortable-table.tsx';
import { language, text } from '../../text.ts';

const PAIRS = ['selfAppraised', 'computedAppraised', 'selfComputed'] as const;

/** Why nothing is told is said once a row. */
const shareColumn = (key: 'agree' | 'higher' | 'lower'): Column<AgreementRow> => ({
  key,
  label: text(`agreement.${key}`),
  number: true,
  cell: ({ [key]: figure }) => (
    <>
      <Figure of={key === 'agree' ? figure : { ...figure, because: null }} />
      {figure.value !== null && (
        <span class="below whole">
          <Figure of={figure} show="interval" />
        </span>
      )}
    </>
  ),
});

/** How far self, appraiser and computed agree, by indicator; of too few nothing is told. */
export function AgreementTables({ view: { agreement, changed, kappaNote } }: { view: SamplesView }) {
  const columns: Column<AgreementRow>[] = [
    {
      key: 'indicator',
      label: text('agreement.indicator'),
      cell: ({ indicator, label }) => (
        <>
          {indicator}. <span lang="vi">{label}</span>
        </>
      ),
    },
    { key: 'n', label: 'n', number: true, cell: ({ n }) => formatCount(n, language()), by: ({ n }) => n },
    shareColumn('agree'),
    shareColumn('higher'),
    shareColumn('lower'),
    {
      key: 'difference',
      label: text('agreement.difference'),
      number: true,
      cell: ({ difference }) => (
        <>
          <Figure of={{ ...difference, because: null }} />
          {difference.value !== null && (
            <span class="below whole">
              <Figure of={difference} show="interval" />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'kappa',
      label: 'Kappa',
      number: true,
      cell: ({ agree, kappa }) => <Figure of={agree.value === null ? { ...kappa, because: null } : kappa} />,
    },
  ];
  return (
    <section aria-labelledby="khop-nhau">
      <h2 id="khop-nhau">{text('agreement.title')}</h2>
      <p>{text('agreement.intro')}</p>
      {agreement.length === 0 && <p class="muted">{text('agreement.none')}</p>}
      {PAIRS.map((pair) => {
        const rows = agreement.filter((row) => row.pair === pair);
        return rows.length === 0 ? null : (
          <SortableTable
            key={pair}
            caption={text(`agreement.pair.${pair}`)}
            rows={rows}
            rowKey={({ indicator }) => `${indicator}`}
            columns={columns}
          />
        );
      })}
      {changed > 0 && <p class="note">{text('agreement.changed', { n: changed })}</p>}
      {agreement.length > 0 && (
        <p class="small muted">
          <span lang="vi">{kappaNote}</span> {text('agreement.interval')}
        </p>
      )}
    </section>
  );
}
