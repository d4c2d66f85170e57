import { browser } from 'wxt/browser';
import { type Configuration, DEFAULT_PREFERENCES, overlaid, type Preferences } from '../configuration.ts';
import { switchFeatures } from '../features/switches.ts';
import { speak } from '../language.ts';
import { type FieldFault, readConfiguration } from '../read-configuration.ts';
import { killedFeatures } from './province-packs.ts';
import { settings } from './settings.ts';

/** What the province set by the browser's policy, and what of it cannot be taken. */
export async function readPolicy(): Promise<{ configuration: Configuration; faults: readonly FieldFault[] }> {
  // Firefox refuses to answer where no policy speaks of the extension.
  const { packsKey: _, ...given } = await browser.storage.managed.get(null).catch((): Record<string, unknown> => ({}));
  return readConfiguration(given);
}

/** What holds on this browser: the province's policy over the officer's choice over the usual. The background says and counts accordingly from then on. */
export async function currentPreferences(): Promise<Preferences> {
  const [own, { configuration }] = await Promise.all([settings.kept('preferences'), readPolicy()]);
  const chosen = overlaid(overlaid(DEFAULT_PREFERENCES, own ?? {}), configuration);
  const preferences = overlaid(chosen, { features: await killedFeatures() });
  speak(preferences.language);
  switchFeatures(preferences.features);
  return preferences;
}
