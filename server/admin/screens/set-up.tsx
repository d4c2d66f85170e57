import type { ComponentType } from 'preact';
import type { Role } from '#wire/access.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { linkTo, type Place } from '../place.ts';
import { type TextKey, text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { SetUpDevices } from './set-up-devices.tsx';
import { SetUpEmbed } from './set-up-embed.tsx';
import { SetUpKiosks } from './set-up-kiosks.tsx';
import { SetUpOfficers } from './set-up-officers.tsx';
import { SetUpPassword } from './set-up-password.tsx';
import { SetUpPortalKeys } from './set-up-portal-keys.tsx';
import { SetUpPrivacy } from './set-up-privacy.tsx';
import { SetUpProcedures } from './set-up-procedures.tsx';
import { SetUpTenant } from './set-up-tenant.tsx';
import { SetUpUnits } from './set-up-units.tsx';
import { SetUpUsers } from './set-up-users.tsx';

/** What every part gets; `onUnits` when the list of units changed. */
export interface SetUpPartProps {
  readonly units: readonly Unit[];
  readonly onUnits: () => void;
  /** What a link asks to see within the part. */
  readonly query: URLSearchParams;
}

const PROVINCE: readonly Role[] = ['province-admin'];
const ADMINS: readonly Role[] = ['province-admin', 'unit-admin'];
const ALL: readonly Role[] = [...ADMINS, 'reviewer', 'viewer'];

/** In the order a province sets itself up. */
const PARTS: readonly {
  path: string;
  label: TextKey;
  who: readonly Role[];
  Part: ComponentType<SetUpPartProps>;
}[] = [
  { path: 'tinh', label: 'setUp.tenant', who: PROVINCE, Part: SetUpTenant },
  { path: 'don-vi', label: 'setUp.units', who: PROVINCE, Part: SetUpUnits },
  { path: 'thu-tuc', label: 'setUp.procedures', who: PROVINCE, Part: SetUpProcedures },
  { path: 'tai-khoan', label: 'setUp.users', who: PROVINCE, Part: SetUpUsers },
  { path: 'can-bo', label: 'setUp.officers', who: ADMINS, Part: SetUpOfficers },
  { path: 'may', label: 'setUp.devices', who: ADMINS, Part: SetUpDevices },
  { path: 'ki-ot', label: 'setUp.kiosks', who: ADMINS, Part: SetUpKiosks },
  { path: 'khoa-cong', label: 'setUp.portalKeys', who: PROVINCE, Part: SetUpPortalKeys },
  { path: 'rieng-tu', label: 'setUp.privacy', who: PROVINCE, Part: SetUpPrivacy },
  { path: 'ma-nhung', label: 'setUp.embed', who: ALL, Part: SetUpEmbed },
  { path: 'mat-khau', label: 'setUp.password', who: [...ALL, 'inspector'], Part: SetUpPassword },
];

export function SetUp({ place }: { place: Place }) {
  const { api, session } = useAdmin();
  const units = useLoad('units', (signal) => api.units(signal));
  const parts = PARTS.filter((p) => p.who.includes(session.role));
  const part = parts.find((p) => p.path === place.path[1]) ?? parts[0];
  return (
    <>
      <h1 tabIndex={-1}>
        {text('setUp.title')}
        {part && <span class="muted"> · {text(part.label)}</span>}
      </h1>
      <div class="beside">
        <nav aria-label={text('setUp.nav')}>
          <ul class="choose">
            {parts.map((p) => (
              <li key={p.path}>
                <a href={linkTo(['thiet-lap', p.path])} aria-current={p === part ? 'true' : undefined}>
                  {text(p.label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <Loaded of={units}>
            {({ units: list }) =>
              part && <part.Part key={part.path} units={list} onUnits={units.again} query={place.query} />
            }
          </Loaded>
        </div>
      </div>
    </>
  );
}
