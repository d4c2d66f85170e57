import { useState } from 'preact/hooks';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Fold } from '../parts/fold.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { PortalOriginsForm } from './portal-origins-form.tsx';

function Frames() {
  const { api } = useAdmin();
  const origins = useLoad('portal-origins', (signal) => api.portalOrigins(signal));
  return <Loaded of={origins}>{(loaded) => <PortalOriginsForm origins={loaded.origins} />}</Loaded>;
}

const CARRIED = 'danhgia-2026';

/** The lines a portal pastes, for one unit; none before it is known which. Which sites may frame the page without script. */
export function SetUpEmbed({ units, survey }: { units: readonly Unit[]; survey?: string }) {
  const { session } = useAdmin();
  const [unit, setUnit] = useState('');
  const { origin } = location;
  // The script carries this survey; another one is named.
  const named = survey && survey !== CARRIED ? ` survey="${survey}"` : '';
  const snippet = `<style>dvc-survey:not(:defined){display:block;min-height:100vh}</style>
<script type="module" src="${origin}/widget.js"></script>
<dvc-survey server="${origin}" tenant="${session.tenant}" unit="${unit}"${named} stage="returned"><a href="${origin}/k/${session.tenant}/${unit}">Mở phiếu đánh giá</a></dvc-survey>`;
  return (
    <>
      <p>{text('embed.intro')}</p>
      <UnitSelect units={units} value={unit} onValue={setUnit} />
      <h2 id="doan-ma">{text('embed.code')}</h2>
      {unit === '' ? (
        <p class="note">{text('embed.choose')}</p>
      ) : (
        <>
          <pre class="snippet">
            <code>{snippet}</code>
          </pre>
          <p class="actions">
            <CopyButton value={snippet} />
            <a class="button" href={`${origin}/widget-check?${new URLSearchParams({ tenant: session.tenant, unit })}`}>
              {text('embed.check')}
            </a>
          </p>
        </>
      )}
      <ul>
        <li>{text('embed.style')}</li>
        <li>{text('embed.token')}</li>
        <li>{text('embed.csp', { origin })}</li>
        <li>{text('embed.test')}</li>
      </ul>
      {session.role === 'province-admin' && (
        <Fold summary={text('origins.title')}>
          <Frames />
        </Fold>
      )}
    </>
  );
}
