import { useState } from 'preact/hooks';
import type { Role } from '#wire/access.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { RolePlace, WHOLE } from './role-place.tsx';

/** A new account with a first password, which its owner changes. */
export function UserForm({ units, onAdded }: { units: readonly Unit[]; onAdded: () => void }) {
  const { api } = useAdmin();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('unit-admin');
  const [unit, setUnit] = useState('');
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState('');
  const add = useAction(async () => {
    await api.addUser({ login: login.trim(), password, role, unit: WHOLE.includes(role) ? null : unit || null });
    setAdded(login.trim());
    setLogin('');
    setPassword('');
    setTried(false);
    onAdded();
  });
  const wrong = (value: string, path: string) =>
    tried && value.trim() === '' ? text('field.needed') : issueOf(add.fault, path);
  const unitMissing = role === 'unit-admin' && unit === '';

  return (
    <Form
      fault={add.fault}
      onSubmit={() => {
        setAdded('');
        setTried(true);
        if (login.trim() && password && !unitMissing) void add.run();
      }}
    >
      {add.fault && <FaultText beside fault={add.fault} />}
      <Field
        label={text('signIn.login')}
        help={text('first.login.help')}
        value={login}
        onValue={setLogin}
        error={wrong(login, 'login')}
      />
      <RolePlace
        role={role}
        onRole={setRole}
        unit={unit}
        onUnit={setUnit}
        units={units}
        error={tried && unitMissing ? text('field.needed') : issueOf(add.fault, 'unit')}
      />
      <Field
        secret
        label={text('users.password')}
        help={text('users.password.help')}
        value={password}
        onValue={setPassword}
        error={wrong(password, 'password')}
        autocomplete="new-password"
      />
      <div class="actions">
        <WorkButton label={text('users.add')} busyLabel={text('state.saving')} busy={add.busy} />
      </div>
      <p role="status">{added && text('users.added', { login: added })}</p>
    </Form>
  );
}
