import { useState } from 'preact/hooks';
import type { SessionLine } from '#wire/session-line.ts';
import type { Sessions } from '../access-calls.ts';
import { useAdmin } from '../admin-context.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import type { Load } from '../use-load.ts';
import { when } from '../when.ts';

const BROWSERS = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', safari: 'Safari', coccoc: 'Cốc Cốc' };
const SYSTEMS = { windows: 'Windows', macos: 'macOS', linux: 'Linux', android: 'Android', ios: 'iOS' };

function nameOf({ browser, system }: SessionLine): string {
  if (browser === null || system === null) return text('sessions.unknown');
  return text('sessions.on', {
    browser: browser === 'other' ? text('sessions.browser.other') : BROWSERS[browser],
    system: system === 'other' ? text('sessions.system.other') : SYSTEMS[system],
  });
}
const whenOr = (instant: string | null) => (instant === null ? text('sessions.unknown') : when(instant));

/** Everybody's own sessions: looked through, ended one by one or all but this. */
export function SetUpSessions({ held }: { held: Load<Sessions> }) {
  const { api } = useAdmin();
  const [said, setSaid] = useState('');
  const [all, setAll] = useState(false);
  const end = useAction(async (session: string) => {
    await api.endSession(session);
    setSaid(text('sessions.end.done'));
    held.again();
  });

  return (
    <>
      <p>{text('sessions.intro')}</p>
      {end.fault && <FaultText fault={end.fault} />}
      <Loaded of={held}>
        {({ sessions }) => (
          <>
            <SortableTable
              caption={text('sessions.list', { n: sessions.length })}
              rows={sessions}
              rowKey={(line) => line.session}
              columns={[
                { key: 'browser', label: text('sessions.browser'), by: nameOf, cell: nameOf },
                {
                  key: 'started',
                  label: text('sessions.startedAt'),
                  by: (line) => line.startedAt ?? '',
                  cell: (line) => whenOr(line.startedAt),
                },
                {
                  key: 'used',
                  label: text('sessions.usedAt'),
                  by: (line) => line.usedAt ?? '',
                  cell: (line) => whenOr(line.usedAt),
                },
                {
                  key: 'by',
                  label: text('sessions.by'),
                  cell: ({ by }) => text(by === null ? 'sessions.unknown' : `sessions.by.${by}`),
                },
                {
                  key: 'act',
                  label: text('devices.state'),
                  cell: (line) =>
                    line.here ? (
                      text('sessions.here')
                    ) : (
                      <button
                        type="button"
                        class="button danger"
                        disabled={end.busy}
                        aria-label={text('sessions.end.named', { browser: nameOf(line), time: whenOr(line.startedAt) })}
                        onClick={() => void end.run(line.session)}
                      >
                        {text('sessions.end')}
                      </button>
                    ),
                },
              ]}
            />
            {sessions.length > 1 && (
              <p class="actions">
                <button type="button" class="button danger" onClick={() => setAll(true)}>
                  {text('sessions.others')}
                </button>
              </p>
            )}
          </>
        )}
      </Loaded>
      <p role="status">{said}</p>
      {all && (
        <Confirm
          title={text('sessions.others.ask')}
          effect={text('sessions.others.effect')}
          verb={text('sessions.others')}
          busy={text('state.saving')}
          run={async () => {
            await api.endOtherSessions();
            setSaid(text('sessions.others.done'));
            held.again();
          }}
          onClose={() => setAll(false)}
        />
      )}
    </>
  );
}
