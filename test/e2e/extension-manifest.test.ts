import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../extension/read-configuration.ts';

type Manifest = Readonly<Record<string, unknown>>;
const built = (name: string): Manifest => JSON.parse(readFileSync(`.output/${name}/manifest.json`, 'utf8'));
const README = readFileSync('extension/README.md', 'utf8');

describe.each([
  ['chrome-mv3', ['activeTab', 'alarms', 'scripting', 'sidePanel', 'storage']],
  ['firefox-mv3', ['activeTab', 'alarms', 'scripting', 'storage']],
])('the release for %s', (name, permissions) => {
  const manifest = built(name);

  it('may read no site when it is installed; a site is asked for one by one', () => {
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
    expect(manifest.content_scripts ?? []).toEqual([]);
  });

  it('has exactly the permissions the guide explains', () => {
    expect([...(manifest.permissions as string[])].sort()).toEqual(permissions);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    for (const permission of [...permissions, 'notifications']) expect(README).toContain(`| \`${permission}\` |`);
  });

  it('takes no key of the browser and shows nothing of itself to a page', () => {
    for (const command of Object.values(manifest.commands as Record<string, object>))
      expect(command).not.toHaveProperty('suggested_key');
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });
});

it('the build that is shown differs by the addresses of its own machine and by nothing else', () => {
  const { host_permissions, ...rest } = built('chrome-mv3-demo');
  expect(host_permissions).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  expect(rest).toEqual(built('chrome-mv3'));
});

it('the button opens the panel: a popup named in the manifest would take its place', () => {
  expect(built('chrome-mv3').action).not.toHaveProperty('default_popup');
  expect(built('firefox-mv3').sidebar_action).toMatchObject({ open_at_install: false });
});

describe('the policy of a province', () => {
  const schema = JSON.parse(readFileSync('.output/chrome-mv3/managed-schema.json', 'utf8'));
  const READ_APART = new Set(['packsKey']);
  const chromium = JSON.parse(readFileSync('extension/deploy/chrome-linux.json', 'utf8'));
  const firefox = JSON.parse(readFileSync('extension/deploy/firefox-policies.json', 'utf8'));
  const [ofChromium] = Object.values<Record<string, unknown>>(chromium['3rdparty'].extensions);
  const ofFirefox = firefox.policies['3rdparty'].Extensions['danhgia-dvc@mot-cua'];

  it('may say what the extension reads', () => {
    const named = Object.keys(schema.properties).filter((key) => !READ_APART.has(key));
    const { faults } = readConfiguration(Object.fromEntries(named.map((key) => [key, null])));
    // Each is known and refused as null; none is refused as unknown.
    expect(faults.map(({ field }) => field).sort()).toEqual(named.sort());
    expect(faults.map(({ sentence }) => sentence).join()).not.toContain('không có mục này');
  });

  it('is given in one example for all browsers, and every part of the example is taken', () => {
    const { packsKey: _, ...read } = ofFirefox;
    expect(readConfiguration(read).faults).toEqual([]);
    expect(ofChromium).toEqual(ofFirefox);
  });

  it('names the extension by the id it is built with', () => {
    const gecko = built('firefox-mv3').browser_specific_settings as { gecko: { id: string } };
    expect(Object.keys(firefox.policies.ExtensionSettings)).toContain(gecko.gecko.id);
  });
});
