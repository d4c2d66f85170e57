import { useState } from 'preact/hooks';
import type { Objection } from '#wire/objection.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { useDesk } from '../desk.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';

interface ObjectionOwnerProps {
  objection: Objection;
  onDone: () => void;
}

/** The province names who answers, of those who may. */
function NameOwner({ objection: { id, unit, owner }, onDone }: ObjectionOwnerProps) {
  const { api } = useAdmin();
  const users = useLoad('users', (signal) => api.users(signal));
  const { units } = useDesk();
  const [chosen, setChosen] = useState(owner ?? '');
  const [done, setDone] = useState<Done | null>(null);
  const name = useAction(async () => {
    await api.assignObjection(id, chosen || null);
    onDone();
    const back = async () => {
      await api.assignObjection(id, owner);
      setChosen(owner ?? '');
      onDone();
      setDone({ said: text('undo.done') });
    };
    setDone({ said: text('objections.owner.saved'), back });
  });
  const parent = units.find((each) => each.unit === unit)?.parent ?? null;
  const may = (users.value?.users ?? []).filter(
    (user) =>
      user.active &&
      (user.role === 'reviewer' || user.role === 'province-admin') &&
      (user.unit === null || user.unit === unit || user.unit === parent),
  );
  return (
    <details>
      <summary>{text('objections.owner.name')}</summary>
      <Form fault={name.fault} onSubmit={() => void name.run()}>
        {users.fault && <FaultText fault={users.fault} />}
        {name.fault && <FaultText beside fault={name.fault} />}
        <SelectField
          label={text('objections.owner.field')}
          value={chosen}
          onValue={setChosen}
          error={issueOf(name.fault, 'owner')}
          options={[
            { value: '', label: text('objections.owner.none') },
            ...may.map(({ login, role }) => ({ value: login, label: `${login} · ${text(`role.${role}`)}` })),
          ]}
        />
        <div class="actions">
          <WorkButton label={text('objections.owner.save')} busyLabel={text('state.saving')} busy={name.busy} />
        </div>
      </Form>
      <Undo done={done} />
    </details>
  );
}

/** A reviewer, who knows no other account, takes it on. */
function TakeOn({ objection: { id, owner }, onDone }: ObjectionOwnerProps) {
  const { api, session } = useAdmin();
  const take = useAction(async () => {
    await api.assignObjection(id, session.login);
    onDone();
  });
  if (owner === session.login) return null;
  return (
    <>
      {take.fault && <FaultText fault={take.fault} />}
      <WorkButton
        label={owner === null ? text('objections.owner.take') : text('objections.owner.takeOver', { owner })}
        busyLabel={text('state.saving')}
        busy={take.busy}
        onPress={take.run}
      />{' '}
    </>
  );
}

/** Who answers an objection that waits. */
export function ObjectionOwner(props: ObjectionOwnerProps) {
  const { session } = useAdmin();
  return session.role === 'province-admin' ? <NameOwner {...props} /> : <TakeOn {...props} />;
}
