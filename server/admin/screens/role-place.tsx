import type { Role } from '#wire/access.ts';
import type { Unit } from '#wire/unit.ts';
import { SelectField } from '../parts/select-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { text } from '../text.ts';

const ROLES: readonly Role[] = ['unit-admin', 'reviewer', 'viewer', 'inspector', 'province-admin'];
/** Roles of the whole province alone. */
export const WHOLE: readonly Role[] = ['province-admin', 'inspector'];

interface RolePlaceProps {
  role: Role;
  onRole: (role: Role) => void;
  unit: string;
  onUnit: (unit: string) => void;
  units: readonly Unit[];
  /** About the unit. */
  error: string | undefined;
}

/** What an account may do, and where. */
export function RolePlace({ role, onRole, unit, onUnit, units, error }: RolePlaceProps) {
  return (
    <>
      <SelectField
        label={text('users.role')}
        help={text(`users.role.${role}`)}
        value={role}
        onValue={(value) => onRole(value as Role)}
        options={ROLES.map((value) => ({ value, label: text(`role.${value}`) }))}
      />
      {!WHOLE.includes(role) && (
        <UnitSelect
          label={text('users.scope')}
          none={role === 'unit-admin' ? text('field.choose') : text('app.whole')}
          units={units}
          value={unit}
          onValue={onUnit}
          error={error}
        />
      )}
    </>
  );
}
