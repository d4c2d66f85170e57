import type { Figure as Shown } from '#rules/print-figure.ts';
import type { SurveyQuality } from '#wire/survey-quality.ts';
import { Figure } from '../../parts/figure.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { text } from '../../text.ts';

interface PartsProps {
  caption: string;
  head: string;
  parts: readonly { readonly key: string; readonly label: string; readonly figure: Shown }[];
}

/** Forms by what they are told apart by; one of whom there are few says why it is not told. */
function Parts({ caption, head, parts }: PartsProps) {
  return (
    <SortableTable
      caption={caption}
      rows={parts}
      rowKey={({ key }) => key}
      columns={[
        { key: 'part', label: head, cell: ({ label }) => label },
        { key: 'share', label: text('quality.share'), number: true, cell: ({ figure }) => <Figure of={figure} /> },
        {
          key: 'n',
          label: text('quality.forms'),
          number: true,
          cell: ({ figure }) => (figure.value === null ? '—' : <Figure of={{ ...figure, unit: 'count' }} />),
          by: ({ figure }) => figure.value,
        },
      ]}
    />
  );
}

/** How many dossiers were answered for, by unit; and how the forms came. */
export function Rates({ quality }: { quality: NonNullable<SurveyQuality['quality']> }) {
  const { rate, units, channels, proofs, languages } = quality;
  const share = ({ figure: { value, of } }: (typeof units)[number]) => (value === null || !of ? null : value / of);
  return (
    <section>
      <h2>{text('quality.rates')}</h2>
      <p>
        {text('quality.rate.whole')}: <Figure of={rate} />{' '}
        <span class="muted">
          (<Figure of={rate} show="interval" />)
        </span>
      </p>
      <SortableTable
        caption={text('quality.rates.caption')}
        rows={units}
        rowKey={({ unit }) => unit}
        last={({ figure }) => figure.value === null}
        columns={[
          { key: 'unit', label: text('field.unit'), cell: ({ name }) => name, by: ({ name }) => name },
          {
            key: 'share',
            label: text('quality.rate'),
            number: true,
            cell: ({ figure }) => <Figure of={figure} />,
            by: share,
          },
          {
            key: 'interval',
            label: text('quality.range'),
            number: true,
            cell: ({ figure }) => (figure.value === null ? '—' : <Figure of={figure} show="interval" />),
          },
          {
            key: 'forms',
            label: text('quality.officialForms'),
            number: true,
            cell: ({ figure }) => (figure.value === null ? '—' : <Figure of={{ ...figure, unit: 'count' }} />),
            by: ({ figure }) => figure.value,
          },
          {
            key: 'dossiers',
            label: text('quality.dossiers'),
            number: true,
            cell: ({ figure }) => <Figure of={{ ...figure, unit: 'count', value: figure.of }} />,
            by: ({ figure }) => figure.of,
          },
        ]}
      />
      <Parts
        caption={text('quality.channels')}
        head={text('quality.channel')}
        parts={channels.map(({ key, figure }) => ({ key, figure, label: text(`quality.channel.${key}`) }))}
      />
      <Parts
        caption={text('quality.proofs')}
        head={text('quality.proof')}
        parts={proofs.map(({ key, figure }) => ({ key, figure, label: text(`quality.proof.${key}`) }))}
      />
      {languages ? (
        <Parts
          caption={text('quality.languages')}
          head={text('quality.language')}
          parts={languages.map(({ key, figure }) => ({ key, figure, label: text(`quality.language.${key}`) }))}
        />
      ) : (
        <p class="muted">{text('quality.languages.none')}</p>
      )}
    </section>
  );
}
