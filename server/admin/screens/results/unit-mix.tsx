import type { UnitPage } from '#wire/unit-page.ts';
import { Figure } from '../../parts/figure.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { text } from '../../text.ts';

/** What the system gave as it is, and as it would be with the procedures of the other units of the level. */
export function UnitMix({ mix }: { mix: UnitPage['mix'] }) {
  return (
    <section aria-labelledby="co-cau-thu-tuc">
      <h2 id="co-cau-thu-tuc">{text('unit.mix')}</h2>
      <p>{text('unit.mix.intro')}</p>
      <SortableTable
        caption={text('unit.mix.caption')}
        rows={mix}
        rowKey={({ indicator }) => `${indicator}`}
        columns={[
          {
            key: 'indicator',
            label: text('agreement.indicator'),
            cell: ({ indicator, label }) => (
              <>
                {indicator}. <span lang="vi">{label}</span>
              </>
            ),
          },
          { key: 'plain', label: text('unit.mix.plain'), number: true, cell: ({ plain }) => <Figure of={plain} /> },
          {
            key: 'weighted',
            label: text('unit.mix.weighted'),
            number: true,
            cell: ({ weighted }) => <Figure of={weighted} />,
          },
          {
            key: 'coverage',
            label: text('unit.mix.coverage'),
            number: true,
            cell: ({ coverage }) => <Figure of={coverage} />,
          },
        ]}
      />
    </section>
  );
}
