import { useEffect, useState } from 'preact/hooks';
import type { EnrolledDevice } from '#wire/device.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import type { Load } from '../use-load.ts';
import { when } from '../when.ts';
import { EnrolmentCode } from './enrolment-code.tsx';

/** Issues a one-time code for an officer's browser; lists the browsers and takes their keys back. */
export function SetUpDevices({
  units,
  held: devices,
}: {
  units: readonly Unit[];
  held: Load<{ devices: readonly EnrolledDevice[] }>;
}) {
  const { api } = useAdmin();
  const [unit, setUnit] = useState('');
  const [label, setLabel] = useState('');
  const [tried, setTried] = useState(false);
  const [issued, setIssued] = useState<{ code: string; expires: string } | null>(null);
  const [revoking, setRevoking] = useState<EnrolledDevice | null>(null);
  const issue = useAction(async () => {
    setIssued(await api.enrol(unit, label.trim()));
    setTried(false);
    setLabel('');
  });
  // The other browser is enrolled in another window; on the way back the list must know it.
  useEffect(() => {
    const stop = new AbortController();
    const look = () => document.visibilityState === 'visible' && devices.again();
    document.addEventListener('visibilitychange', look, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  const needed = (value: string) => (tried && value.trim() === '' ? text('field.needed') : undefined);

  return (
    <>
      <p>{text('devices.intro')}</p>
      <Form
        fault={issue.fault}
        onSubmit={() => {
          setTried(true);
          if (unit && label.trim()) void issue.run();
        }}
      >
        {issue.fault && <FaultText fault={issue.fault} />}
        <UnitSelect units={units} value={unit} onValue={setUnit} error={needed(unit)} />
        <Field
          label={text('devices.label')}
          help={text('devices.label.help')}
          value={label}
          onValue={setLabel}
          error={needed(label)}
        />
        <div class="actions">
          <WorkButton label={text('devices.issue')} busyLabel={text('devices.issuing')} busy={issue.busy} />
        </div>
      </Form>
      {issued && <EnrolmentCode key={issued.code} {...issued} />}
      <Loaded of={devices}>
        {({ devices: list }) =>
          list.length === 0 ? (
            <p>{text('devices.none')}</p>
          ) : (
            <SortableTable
              caption={text('devices.list', { n: list.length })}
              rows={list}
              rowKey={(device) => device.device}
              last={(device) => device.revokedAt !== null}
              columns={[
                { key: 'label', label: text('devices.label'), by: (d) => d.label, cell: (d) => d.label },
                {
                  key: 'unit',
                  label: text('field.unit'),
                  by: (d) => d.unit,
                  cell: (d) => units.find((u) => u.unit === d.unit)?.name ?? d.unit,
                },
                {
                  key: 'enrolled',
                  label: text('devices.enrolled'),
                  by: (d) => d.enrolledAt,
                  cell: (d) => when(d.enrolledAt),
                },
                {
                  key: 'state',
                  label: text('devices.state'),
                  cell: (d) =>
                    d.revokedAt ? (
                      <span class="muted">{text('state.revoked', { time: when(d.revokedAt) })}</span>
                    ) : (
                      <button
                        type="button"
                        class="button danger"
                        aria-label={text('revoke.named', { label: d.label })}
                        onClick={() => setRevoking(d)}
                      >
                        {text('revoke.do')}
                      </button>
                    ),
                },
              ]}
            />
          )
        }
      </Loaded>
      {revoking && (
        <Confirm
          title={text('devices.revoke.ask', { label: revoking.label })}
          effect={text('devices.revoke.effect')}
          verb={text('revoke.do')}
          busy={text('revoke.busy')}
          run={async () => {
            await api.revokeDevice(revoking.device);
            devices.again();
          }}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}
