import type { Tenant } from '#wire/tenant.ts';
import { Loaded } from '../parts/loaded.tsx';
import type { Load } from '../use-load.ts';
import { TenantForm } from './tenant-form.tsx';

/** What the province settles for itself; `?cach-hieu=<key>` leads to one choice. */
export function SetUpTenant({ query, held }: { query: URLSearchParams; held: Load<Tenant> }) {
  return (
    <Loaded of={held}>
      {(settings) => <TenantForm settings={settings} wanted={query.get('cach-hieu')} onPut={held.again} />}
    </Loaded>
  );
}
