import { formatCount, formatPercent } from '#rules/format.ts';
import type { FlagsPage } from '#wire/flag.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { language, text } from '../../text.ts';

/** Every check, also those that found nothing: of how many it had enough, and of how many too little to say anything. */
export function JudgedTable({ judged }: Pick<FlagsPage, 'judged'>) {
  return (
    <section aria-labelledby="da-kiem">
      <h2 id="da-kiem">{text('flags.judged')}</h2>
      <p class="muted">{text('flags.judged.help')}</p>
      <SortableTable
        caption={text('flags.judged')}
        rows={judged}
        rowKey={({ check }) => check}
        columns={[
          {
            key: 'check',
            label: text('flags.check'),
            by: ({ name }) => name,
            cell: ({ name }) => <span lang="vi">{name}</span>,
          },
          {
            key: 'family',
            label: text('flags.family'),
            by: ({ family }) => family,
            cell: ({ family }) => text(`flags.family.${family}`),
          },
          {
            key: 'enough',
            label: text('flags.judged.enough'),
            number: true,
            by: ({ enough }) => enough,
            cell: ({ enough }) => formatCount(enough, language()),
          },
          {
            key: 'few',
            label: text('flags.judged.few'),
            number: true,
            by: ({ few }) => few,
            cell: ({ few }) => formatCount(few, language()),
          },
          {
            key: 'usual',
            label: text('flags.judged.usual'),
            cell: ({ usual }) =>
              usual === null ? (
                <span class="muted">{text('flags.judged.noUsual')}</span>
              ) : (
                formatPercent(usual, 1000, language())
              ),
          },
        ]}
      />
    </section>
  );
}
