import type { Tenant } from '#wire/tenant.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useLoad } from '../use-load.ts';
import type { SetUpPartProps } from './set-up.tsx';
import { TenantForm } from './tenant-form.tsx';

/** What the province settles for itself; `?cach-hieu=<key>` leads to one choice. */
export function SetUpTenant({ query }: SetUpPartProps) {
  const { api } = useAdmin();
  const tenant = useLoad('tenant', (signal) => api.tenant(signal));
  return (
    <Loaded of={tenant}>
      {(settings: Tenant) => <TenantForm settings={settings} wanted={query.get('cach-hieu')} />}
    </Loaded>
  );
}
