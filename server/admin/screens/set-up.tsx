import type { ComponentType } from 'preact';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { linkTo, type Place } from '../place.ts';
import { type TextKey, text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { SetUpDevices } from './set-up-devices.tsx';
import { SetUpEmbed } from './set-up-embed.tsx';
import { SetUpOfficers } from './set-up-officers.tsx';
import { SetUpPortalKeys } from './set-up-portal-keys.tsx';

const PARTS: readonly { path: string; label: TextKey; Part: ComponentType<{ units: readonly Unit[] }> }[] = [
  { path: 'may', label: 'setUp.devices', Part: SetUpDevices },
  { path: 'can-bo', label: 'setUp.officers', Part: SetUpOfficers },
  { path: 'khoa-cong', label: 'setUp.portalKeys', Part: SetUpPortalKeys },
  { path: 'ma-nhung', label: 'setUp.embed', Part: SetUpEmbed },
];

export function SetUp({ place }: { place: Place }) {
  const { api } = useAdmin();
  const units = useLoad('units', (signal) => api.units(signal));
  const part = PARTS.find((p) => p.path === place.path[1]) ?? PARTS[0];
  return (
    <>
      <h1 tabIndex={-1}>
        {text('setUp.title')}
        {part && <span class="muted"> · {text(part.label)}</span>}
      </h1>
      <div class="beside">
        <nav aria-label={text('setUp.nav')}>
          <ul class="choose">
            {PARTS.map((p) => (
              <li key={p.path}>
                <a href={linkTo(['thiet-lap', p.path])} aria-current={p === part ? 'true' : undefined}>
                  {text(p.label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div>
          <Loaded of={units}>{({ units: list }) => part && <part.Part units={list} />}</Loaded>
        </div>
      </div>
    </>
  );
}
