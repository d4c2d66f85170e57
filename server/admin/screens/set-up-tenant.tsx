import type { Tenant } from '#wire/tenant.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useLoad } from '../use-load.ts';
import { TenantForm } from './tenant-form.tsx';

/** What the province settles for itself. */
export function SetUpTenant() {
  const { api } = useAdmin();
  const tenant = useLoad('tenant', (signal) => api.tenant(signal));
  return <Loaded of={tenant}>{(settings: Tenant) => <TenantForm settings={settings} />}</Loaded>;
}
