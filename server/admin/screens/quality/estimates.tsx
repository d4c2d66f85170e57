import { MISSING } from '#rules/format.ts';
import type { QualityEffect, SurveyQuality } from '#wire/survey-quality.ts';
import { Figure } from '../../parts/figure.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { text } from '../../text.ts';

type Quality = NonNullable<SurveyQuality['quality']>;

const labelOf = ({ part, key }: QualityEffect) =>
  part === 'channel'
    ? text(`quality.channel.${key as Quality['channels'][number]['key']}`)
    : text(`quality.proof.${key as Quality['proofs'][number]['key']}`);

function Effects({ part, effects }: { part: QualityEffect['part']; effects: readonly QualityEffect[] }) {
  const rows = effects.filter((each) => each.part === part);
  if (rows.length === 0) return <p class="muted">{text(`quality.effect.${part}.none`)}</p>;
  return (
    <SortableTable
      caption={text(`quality.effect.${part}`)}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'key', label: text(`quality.${part}`), cell: labelOf, by: labelOf },
        { key: 'share', label: text('quality.effect.share'), number: true, cell: ({ share }) => <Figure of={share} /> },
        { key: 'n', label: 'n', number: true, cell: ({ share }) => <Figure of={share} show="n" /> },
        {
          key: 'others',
          label: text('quality.effect.others'),
          number: true,
          cell: ({ others }) => <Figure of={others} />,
        },
        {
          key: 'difference',
          label: text('quality.effect.difference'),
          number: true,
          cell: ({ difference }) => <Figure of={difference} />,
          by: ({ difference }) => difference.value,
        },
        {
          key: 'interval',
          label: text('quality.range'),
          number: true,
          cell: ({ difference }) => <Figure of={difference} show="interval" />,
        },
      ]}
    />
  );
}

/** Whether the way of asking moves the satisfied share, and what it would be with the mix of procedures of all dossiers; of the province. */
export function Estimates({ quality: { effects, byMix } }: { quality: Quality }) {
  const rows = [
    { key: 'plain', figure: byMix.plain },
    { key: 'weighted', figure: byMix.weighted },
  ] as const;
  return (
    <section aria-labelledby="uoc-luong">
      <h2 id="uoc-luong">{text('quality.estimates')}</h2>
      <p>{text('quality.estimates.intro')}</p>
      <Effects part="channel" effects={effects} />
      <Effects part="proof" effects={effects} />
      <SortableTable
        caption={text('quality.mix')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'how', label: text('quality.mix.how'), cell: ({ key }) => text(`quality.mix.${key}`) },
          {
            key: 'share',
            label: text('quality.effect.share'),
            number: true,
            cell: ({ figure }) => <Figure of={figure} />,
          },
          {
            key: 'interval',
            label: text('quality.range'),
            number: true,
            cell: ({ figure }) => (figure.value === null ? MISSING : <Figure of={figure} show="interval" />),
          },
          { key: 'n', label: 'n', number: true, cell: ({ figure }) => <Figure of={figure} show="n" /> },
        ]}
      />
      {byMix.coverage.value !== null && (
        <p>
          {text('quality.mix.coverage')} <Figure of={byMix.coverage} />.
        </p>
      )}
      <p class="small muted">{text('quality.estimates.note')}</p>
    </section>
  );
}
