import { formatCount, formatDate } from '#rules/format.ts';
import { useAdmin } from '../admin-context.ts';
import { dayOrMonth } from '../case-words.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';

/** When the inspectorate's own are due; nothing of what they are about. */
export function WithheldCases() {
  const { api } = useAdmin();
  const list = useLoad('withheld', (signal) => api.cases({ withheld: '1' }, signal));
  return (
    <>
      <p>{text('cases.withheld.intro')}</p>
      <Loaded of={list}>
        {({ cases, counts, late }) => (
          <>
            <p>
              {text('cases.counts', {
                open: formatCount(counts.new + counts.taken),
                late: formatCount(late),
                answered: formatCount(counts.answered),
                closed: formatCount(counts.closed),
              })}
            </p>
            {cases.length === 0 ? (
              <p>{text('cases.withheld.none')}</p>
            ) : (
              <SortableTable
                caption={text('cases.withheld')}
                rows={cases}
                rowKey={(it) => it.id}
                columns={[
                  { key: 'due', label: text('cases.due'), cell: (it) => formatDate(it.due), by: (it) => it.due },
                  { key: 'asked', label: text('cases.asked'), cell: (it) => dayOrMonth(it.asked) },
                  {
                    key: 'state',
                    label: text('cases.stands'),
                    cell: (it) => text(it.late ? 'cases.state.late' : `cases.state.${it.state}`),
                  },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
