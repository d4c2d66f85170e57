import type { PeriodKeysView } from '#wire/period-key.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { when } from '../when.ts';

/** Whether the key of each period is where it should be, and when the keys were last copied. */
export function SetUpPeriodKeys() {
  const { api } = useAdmin();
  const states = useLoad('period-keys', (signal) => api.periodKeys(signal));
  return (
    <>
      <p>{text('periodKeys.intro')}</p>
      <Loaded of={states}>
        {({ keys, backedUpAt }: PeriodKeysView) => (
          <>
            <p class={backedUpAt ? undefined : 'note'}>
              {backedUpAt ? text('periodKeys.backedUp', { time: when(backedUpAt) }) : text('periodKeys.notBackedUp')}
            </p>
            {keys.length === 0 ? (
              <p>{text('periods.none')}</p>
            ) : (
              <SortableTable
                caption={text('periodKeys.list')}
                rows={keys}
                rowKey={({ period }) => period}
                columns={[
                  { key: 'period', label: text('app.period'), cell: ({ label }) => label },
                  {
                    key: 'state',
                    label: text('devices.state'),
                    cell: ({ state }) =>
                      state === 'lost' || state === 'wrong' ? (
                        <strong>{text(`periodKeys.${state}`)}</strong>
                      ) : (
                        text(`periodKeys.${state}`)
                      ),
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
