import { useState } from 'preact/hooks';
import type { Role } from '#wire/access.ts';
import type { Unit } from '#wire/unit.ts';
import type { User } from '#wire/user.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { RolePlace, WHOLE } from './role-place.tsx';

interface UserChangeProps {
  user: User;
  units: readonly Unit[];
  /** `before`: the account as it stood. */
  onDone: (before: User) => void;
  onClose: () => void;
}

/** Another role or unit for an account that stays; it must sign in again. */
export function UserChange({ user, units, onDone, onClose }: UserChangeProps) {
  const { api } = useAdmin();
  const [role, setRole] = useState<Role>(user.role);
  const [unit, setUnit] = useState(user.unit ?? '');
  const [tried, setTried] = useState(false);
  const missing = role === 'unit-admin' && unit === '';
  const save = useAction(async () => {
    await api.changeUser(user.login, { role, unit: WHOLE.includes(role) ? null : unit || null });
    onDone(user);
    onClose();
  });
  return (
    <Dialog title={text('users.change.named', { login: user.login })} onClose={onClose}>
      <p>{text('users.change.effect')}</p>
      <Form
        fault={save.fault}
        onSubmit={() => {
          setTried(true);
          if (!missing) void save.run();
        }}
      >
        {save.fault && <FaultText beside fault={save.fault} />}
        <RolePlace
          role={role}
          onRole={setRole}
          unit={unit}
          onUnit={setUnit}
          units={units}
          error={tried && missing ? text('field.needed') : issueOf(save.fault, 'unit')}
        />
        <div class="actions">
          <WorkButton label={text('users.change.save')} busyLabel={text('state.saving')} busy={save.busy} />
        </div>
      </Form>
    </Dialog>
  );
}
