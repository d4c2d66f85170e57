import { useEffect, useState } from 'preact/hooks';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { KioskForm } from './kiosk-form.tsx';
import { KioskPanel } from './kiosk-panel.tsx';
import { KioskTable } from './kiosk-table.tsx';

/** Tablets at counters: places for them, codes, how they stand, and taking them back. */
export function SetUpKiosks({ units }: { units: readonly Unit[] }) {
  const { api } = useAdmin();
  const kiosks = useLoad('kiosks', (signal) => api.kiosks(signal));
  const [opened, setOpened] = useState('');
  // The tablet is enrolled in another place; on the way back the list must know it.
  useEffect(() => {
    const stop = new AbortController();
    const look = () => document.visibilityState === 'visible' && kiosks.again();
    document.addEventListener('visibilitychange', look, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return (
    <>
      <p>{text('kiosks.intro')}</p>
      <KioskForm
        units={units}
        onAdded={(kiosk) => {
          setOpened(kiosk);
          kiosks.again();
        }}
      />
      <Loaded of={kiosks}>
        {({ kiosks: list }) => {
          const found = list.find(({ kiosk }) => kiosk === opened);
          return (
            <>
              {list.length === 0 ? (
                <p>{text('kiosks.none')}</p>
              ) : (
                <KioskTable kiosks={list} units={units} now={Date.now()} onOpen={setOpened} />
              )}
              {found && <KioskPanel key={found.kiosk} kiosk={found} onChanged={kiosks.again} />}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
