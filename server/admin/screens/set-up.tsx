import type { ComponentType } from 'preact';
import type { Role } from '#wire/access.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { useDesk } from '../desk.ts';
import { linkTo, type Place } from '../place.ts';
import { type TextKey, text } from '../text.ts';
import { alone } from './set-up-alone.tsx';
import { SetUpAudit } from './set-up-audit.tsx';
import { SetUpDevices } from './set-up-devices.tsx';
import { SetUpEmbed } from './set-up-embed.tsx';
import { SetUpKiosks } from './set-up-kiosks.tsx';
import { SetUpOfficers } from './set-up-officers.tsx';
import { SetUpPassword } from './set-up-password.tsx';
import { SetUpPeriodKeys } from './set-up-period-keys.tsx';
import { SetUpPortalKeys } from './set-up-portal-keys.tsx';
import { SetUpPrivacy } from './set-up-privacy.tsx';
import { SetUpProcedures } from './set-up-procedures.tsx';
import { SetUpSecondStep } from './set-up-second-step.tsx';
import { SetUpSessions } from './set-up-sessions.tsx';
import { SetUpTenant } from './set-up-tenant.tsx';
import { SetUpUnits } from './set-up-units.tsx';
import { SetUpUsers } from './set-up-users.tsx';
import { SetUpWizard, WIZARD } from './set-up-wizard.tsx';
import { SetUpWebhooks } from './webhooks/set-up-webhooks.tsx';

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
const EVERYBODY: readonly Role[] = [...ALL, 'inspector'];

/** In the order a province sets itself up. */
const PARTS: readonly {
  path: string;
  label: TextKey;
  who: readonly Role[];
  Part: ComponentType<SetUpPartProps>;
}[] = [
  {
    path: 'tinh',
    label: 'setUp.tenant',
    who: PROVINCE,
    Part: alone('tenant', (api, signal) => api.tenant(signal), SetUpTenant),
  },
  { path: 'don-vi', label: 'setUp.units', who: PROVINCE, Part: SetUpUnits },
  { path: 'thu-tuc', label: 'setUp.procedures', who: PROVINCE, Part: SetUpProcedures },
  { path: 'tai-khoan', label: 'setUp.users', who: PROVINCE, Part: SetUpUsers },
  {
    path: 'can-bo',
    label: 'setUp.officers',
    who: ADMINS,
    Part: alone('officers', (api, signal) => api.officers(signal), SetUpOfficers),
  },
  {
    path: 'may',
    label: 'setUp.devices',
    who: ADMINS,
    Part: alone('devices', (api, signal) => api.devices(signal), SetUpDevices),
  },
  { path: 'ki-ot', label: 'setUp.kiosks', who: ADMINS, Part: SetUpKiosks },
  { path: 'khoa-cong', label: 'setUp.portalKeys', who: PROVINCE, Part: SetUpPortalKeys },
  { path: 'khoa-ky', label: 'setUp.periodKeys', who: PROVINCE, Part: SetUpPeriodKeys },
  {
    path: 'gui-tin',
    label: 'setUp.webhooks',
    who: PROVINCE,
    Part: alone('webhooks', (api, signal) => api.webhooks(signal), SetUpWebhooks),
  },
  { path: 'rieng-tu', label: 'setUp.privacy', who: PROVINCE, Part: SetUpPrivacy },
  { path: 'nhat-ky', label: 'setUp.audit', who: PROVINCE, Part: SetUpAudit },
  { path: 'ma-nhung', label: 'setUp.embed', who: ALL, Part: SetUpEmbed },
  { path: 'mat-khau', label: 'setUp.password', who: EVERYBODY, Part: SetUpPassword },
  {
    path: 'ma-hai-buoc',
    label: 'setUp.second',
    who: EVERYBODY,
    Part: alone('second-step', (api, signal) => api.secondStep(signal), SetUpSecondStep),
  },
  {
    path: 'phien',
    label: 'setUp.sessions',
    who: EVERYBODY,
    Part: alone('sessions', (api, signal) => api.sessions(signal), SetUpSessions),
  },
];

type SetUpPart = (typeof PARTS)[number];

function Parts({ parts, here }: { parts: readonly SetUpPart[]; here: SetUpPart | null }) {
  const { session } = useAdmin();
  return (
    <nav aria-label={text('setUp.nav')}>
      <ul class="choose">
        {session.role === 'province-admin' && here && (
          <li>
            <a href={linkTo(['thiet-lap', WIZARD])}>{text('wizard.nav')}</a>
          </li>
        )}
        {parts.map((p) => (
          <li key={p.path}>
            <a href={linkTo(['thiet-lap', p.path])} aria-current={p === here ? 'true' : undefined}>
              {text(p.label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function SetUp({ place }: { place: Place }) {
  const { session } = useAdmin();
  const { units, again } = useDesk();
  const parts = PARTS.filter((p) => p.who.includes(session.role));
  const wizard = session.role === 'province-admin' && [undefined, WIZARD].includes(place.path[1]);
  const part = parts.find((p) => p.path === place.path[1]) ?? parts[0];
  if (wizard)
    return (
      <>
        <h1 tabIndex={-1}>{text('setUp.title')}</h1>
        <SetUpWizard place={place} />
        <h2>{text('setUp.nav')}</h2>
        <Parts parts={parts} here={null} />
      </>
    );
  return (
    <>
      <h1 tabIndex={-1}>
        {text('setUp.title')}
        {part && <span class="muted"> · {text(part.label)}</span>}
      </h1>
      <div class="beside">
        <Parts parts={parts} here={part ?? null} />
        <div>{part && <part.Part key={part.path} units={units} onUnits={again} query={place.query} />}</div>
      </div>
    </>
  );
}
