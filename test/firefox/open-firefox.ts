import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findFirefox } from './find-firefox.ts';
import { Marionette } from './marionette.ts';

const START_MS = 60_000;
const LOOK_MS = 100;

const PREFERENCES: Readonly<Record<string, string | number | boolean>> = {
  // Firefox writes the port it found into the profile.
  'marionette.port': 0,
  // A request for an optional permission is granted as if the officer pressed «Allow»; without a press it is still refused.
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
};

export interface Firefox {
  readonly drive: Marionette;
  /** Where downloads go, unasked. */
  readonly downloads: string;
  close(): Promise<void>;
}

async function portOf(profile: string): Promise<number> {
  for (const end = Date.now() + START_MS; Date.now() < end; await wait(LOOK_MS))
    try {
      return Number(readFileSync(join(profile, 'MarionetteActivePort'), 'utf8'));
    } catch {
      // Not written yet.
    }
  throw new Error('Firefox did not start.');
}

/** Firefox ESR without a window and with an empty profile of its own. `policies` as in the `policies.json` of a province. */
export async function openFirefox(policies?: object): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'dvc-firefox-'));
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads);
  const preferences = { ...PREFERENCES, 'browser.download.folderList': 2, 'browser.download.dir': downloads };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  if (policies) {
    const file = join(profile, 'policies.json');
    writeFileSync(file, JSON.stringify({ policies }));
    lines.push(`user_pref("browser.policies.alternatePath", ${JSON.stringify(file)});`);
  }
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const home = join(profile, 'home');
  mkdirSync(home);
  const child = spawn(
    findFirefox(),
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile],
    {
      env: { ...process.env, HOME: home, MOZ_DISABLE_CONTENT_SANDBOX: '1' },
      stdio: 'ignore',
    },
  );
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const end = async (): Promise<void> => {
    child.kill();
    await gone;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const drive = await Marionette.open(await portOf(profile));
    return {
      drive,
      downloads,
      async close() {
        drive.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
