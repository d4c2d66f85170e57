import type { PrivacySettings } from '#wire/privacy.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useLoad } from '../use-load.ts';
import { PrivacyForm } from './privacy-form.tsx';

/** What citizens read of how their answers are kept, and for how long the province keeps what it settles itself. */
export function SetUpPrivacy() {
  const { api } = useAdmin();
  const privacy = useLoad('privacy', (signal) => api.privacy(signal));
  return <Loaded of={privacy}>{(settings: PrivacySettings) => <PrivacyForm settings={settings} />}</Loaded>;
}
