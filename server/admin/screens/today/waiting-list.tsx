import { formatCount } from '#rules/format.ts';
import type { WaitingKind, WaitingUnits } from '#wire/today.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo } from '../../place.ts';
import { text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { clockTime } from '../../when.ts';

type Row = WaitingUnits['units'][number];

/** Where the work on one unit is done. */
function actOf(kind: WaitingKind, { period, unit }: Row): string {
  if (kind === 'appraisal') return linkTo(['tham-dinh'], { ky: period, 'don-vi': unit });
  if (kind === 'fault') return linkTo(['viec-theo-luat'], { ky: period, 'don-vi': unit, hien: 'doubt' });
  return linkTo(['ky', period]);
}

/** The units behind a line of today, the longest wait first, each with the way to the work. */
export function WaitingList({ kind, unit }: { kind: WaitingKind; unit: string }) {
  const { api } = useAdmin();
  const { periods } = useDesk();
  const labelOf = (id: string) => periods.find(({ period }) => period === id)?.label ?? id;
  const waiting = useLoad(`waiting ${kind}`, (signal) => api.waitingUnits(kind, signal));
  return (
    <Loaded of={waiting}>
      {({ units, countedAt }) => {
        const rows = unit ? units.filter((each) => each.unit === unit) : units;
        return (
          <>
            {countedAt && <p class="muted">{text('waiting.counted', { time: clockTime(countedAt) })}</p>}
            {kind === 'unscored' && <p class="muted">{text('waiting.unscored.help')}</p>}
            {rows.length === 0 ? (
              <p>{text('waiting.none')}</p>
            ) : (
              <SortableTable
                caption={text(`today.key.${kind}`)}
                rows={rows}
                rowKey={(row) => `${row.period} ${row.unit}`}
                columns={[
                  {
                    key: 'unit',
                    label: text('field.unit'),
                    cell: (row) => <a href={actOf(kind, row)}>{row.name}</a>,
                    by: (row) => row.name,
                  },
                  {
                    key: 'period',
                    label: text('pick.period'),
                    cell: (row) => labelOf(row.period),
                    by: (row) => row.period,
                  },
                  {
                    key: 'n',
                    label: text(`waiting.n.${kind}`),
                    cell: (row) => (row.n === null ? '' : formatCount(row.n)),
                    by: (row) => row.n,
                    number: true,
                  },
                  ...(kind === 'appraisal'
                    ? [
                        {
                          key: 'days',
                          label: text('waiting.days'),
                          cell: (row: Row) =>
                            row.days === null ? '' : text('today.days', { n: formatCount(row.days) }),
                          by: (row: Row) => row.days,
                          number: true,
                        },
                      ]
                    : []),
                ]}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
