import type { FlagLine } from '#wire/flag.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo } from '../../place.ts';
import { text } from '../../text.ts';
import { flagLink } from '../flags/flag-place.ts';

interface FlagSectionProps {
  period: string;
  /** On the page of a unit: with the way to all of its flags, and whom each asks. */
  unit?: string;
  unitName?: string;
  flags: readonly FlagLine[];
}

/** What the close asks who this page is about, each opened on its own screen; nothing where it asks nothing. */
export function FlagSection({ period, unit, unitName = '', flags }: FlagSectionProps) {
  if (flags.length === 0) return null;
  return (
    <section aria-labelledby="can-xem-lai">
      <h2 id="can-xem-lai">⚑ {text('flags.ofUnit')}</h2>
      <p class="muted">{text('flags.ofUnit.help')}</p>
      <SortableTable
        caption={`${text('flags.list')} (${flags.length})`}
        rows={flags}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'flag',
            label: text('flags.flag'),
            by: ({ name }) => name,
            cell: ({ id, name }) => (
              <a href={flagLink(period, id)} lang="vi">
                {name}
              </a>
            ),
          },
          ...(unit === undefined
            ? []
            : [
                {
                  key: 'asked',
                  label: text('flags.asked'),
                  by: ({ officer }: FlagLine) => officer ?? '',
                  cell: ({ officer }: FlagLine) => officer ?? unitName,
                },
              ]),
          {
            key: 'seen',
            label: text('flags.seen'),
            cell: ({ sentence }) => <span lang="vi">{sentence}</span>,
          },
          {
            key: 'state',
            label: text('flags.state'),
            by: ({ state }) => text(`flags.state.${state}`),
            cell: ({ state }) => text(`flags.state.${state}`),
          },
        ]}
      />
      {unit !== undefined && (
        <p>
          <a href={linkTo(['can-xem-lai'], { ky: period, 'don-vi': unit })}>{text('flags.ofUnit.all')}</a>
        </p>
      )}
    </section>
  );
}
