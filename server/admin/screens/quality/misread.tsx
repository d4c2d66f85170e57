import type { QualityMisread } from '#wire/survey-quality.ts';
import { Figure } from '../../parts/figure.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { text } from '../../text.ts';

/** What answers say against the records, old wording beside new; nothing of it changes a point. */
export function Misread({ lines }: { lines: readonly QualityMisread[] }) {
  return (
    <section>
      <h2>{text('quality.misread')}</h2>
      {lines.length === 0 && <p>{text('quality.misread.none')}</p>}
      {lines.length > 0 && (
        <SortableTable
          caption={text('quality.misread.caption')}
          rows={lines}
          rowKey={({ figure }) => figure.id}
          columns={[
            {
              key: 'form',
              label: text('quality.form'),
              cell: ({ survey, indicator }) =>
                text(indicator === null ? 'quality.form.new' : 'quality.form.old', { survey }),
            },
            {
              key: 'what',
              label: text('quality.misread.what'),
              cell: ({ indicator }) =>
                indicator === null
                  ? text('quality.misread.unrecorded')
                  : text('quality.misread.suspected', { indicator }),
            },
            { key: 'share', label: text('quality.share'), number: true, cell: ({ figure }) => <Figure of={figure} /> },
            {
              key: 'interval',
              label: text('quality.range'),
              number: true,
              cell: ({ figure }) => <Figure of={figure} show="interval" />,
            },
            { key: 'n', label: 'n', number: true, cell: ({ figure }) => <Figure of={figure} show="n" /> },
          ]}
        />
      )}
      <ul lang="vi">
        {lines.map(({ figure, because, cite }) => (
          <li key={figure.id}>
            {because} <span class="small muted">{cite}</span>
          </li>
        ))}
      </ul>
      <p class="small muted">{text('quality.misread.note')}</p>
    </section>
  );
}
