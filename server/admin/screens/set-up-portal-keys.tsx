import { useState } from 'preact/hooks';
import type { PortalKey, PortalKeyLine } from '#wire/access.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { Confirm } from '../parts/confirm.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { PortalKeyIssued } from './portal-key-issued.tsx';
import { PortalKeyTable } from './portal-key-table.tsx';

/** Issues keys to portals, each shown once, for all units or some; takes them back. */
export function SetUpPortalKeys({ units }: { units: readonly Unit[] }) {
  const { api } = useAdmin();
  const keys = useLoad('portal-keys', (signal) => api.portalKeys(signal));
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const [issued, setIssued] = useState<PortalKey | null>(null);
  const [revoking, setRevoking] = useState<PortalKeyLine | null>(null);
  const issue = useAction(async () => {
    setIssued(await api.addPortalKey(label.trim(), [...chosen]));
    setLabel('');
    setChosen([]);
    setTried(false);
    keys.again();
  });

  return (
    <>
      <p>{text('keys.intro')}</p>
      <Form
        fault={issue.fault}
        onSubmit={() => {
          setTried(true);
          if (label.trim()) void issue.run();
        }}
      >
        {issue.fault && <FaultText fault={issue.fault} />}
        <Field
          label={text('keys.label')}
          value={label}
          onValue={setLabel}
          error={tried && !label.trim() ? text('field.needed') : undefined}
        />
        <fieldset aria-describedby="khoa-don-vi">
          <legend>{text('keys.units')}</legend>
          <p class="help" id="khoa-don-vi">
            {text('keys.units.help')}
          </p>
          <div class="choose-many">
            {units.map((unit) => (
              <label key={unit.unit} class="option">
                <input
                  type="checkbox"
                  checked={chosen.includes(unit.unit)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked
                        ? [...chosen, unit.unit]
                        : chosen.filter((code) => code !== unit.unit),
                    )
                  }
                />
                {unit.name}
              </label>
            ))}
          </div>
        </fieldset>
        <div class="actions">
          <WorkButton label={text('keys.issue')} busyLabel={text('keys.issuing')} busy={issue.busy} />
        </div>
      </Form>
      {issued && <PortalKeyIssued issued={issued} />}
      <Loaded of={keys}>
        {({ keys: list }) => <PortalKeyTable keys={list} units={units} onRevoke={setRevoking} />}
      </Loaded>
      {revoking && (
        <Confirm
          title={text('keys.revoke.ask', { label: revoking.label })}
          effect={text('keys.revoke.effect')}
          verb={text('revoke.do')}
          busy={text('revoke.busy')}
          run={async () => {
            await api.revokePortalKey(revoking.id);
            keys.again();
          }}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}
