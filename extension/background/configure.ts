import type { Configuration } from '../configuration.ts';
import { DEFAULT_PREFERENCES, overlaid } from '../configuration.ts';
import { texts } from '../language.ts';
import type { Reply } from '../messages.ts';
import { setAlarms } from './alarms.ts';
import { currentPreferences } from './preferences.ts';
import { settings } from './settings.ts';
import { restoreSites } from './sites.ts';

const say = texts(
  { twice: 'Phím ẩn dấu và phím mở bảng phải khác nhau. Chọn một chữ cái khác.' },
  { twice: 'The keys for hiding marks and for opening the panel must differ. Choose another letter.' },
);

/**
 * Sets what `change` names and leaves the rest. Sites are added without a permission: the officer gives it site by site afterwards.
 * What the province settled stays above all of it.
 */
export async function configure({ server, sites, enrolmentHint: _, ...choice }: Configuration): Promise<Reply> {
  const own = overlaid(DEFAULT_PREFERENCES, (await settings.kept('preferences')) ?? {});
  const chosen = overlaid(own, choice);
  if (chosen.keys.hide === chosen.keys.open) return { ok: false, message: say('twice') };
  await settings.keep('preferences', chosen);
  if (sites) {
    await settings.keep('sites', [...new Set([...((await settings.kept('sites')) ?? []), ...sites])]);
    await restoreSites();
  }
  // An enrolled browser keeps its server: the key belongs to it.
  if (server && !(await settings.kept('device'))) await settings.keep('server', server);
  await currentPreferences();
  await setAlarms();
  return { ok: true };
}
