import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import { shareCode } from './extension/build/share-code.ts';
import { shorten } from './extension/build/shorten.ts';
import { squeezeZip } from './extension/build/squeeze-zip.ts';

/** What a slow line of a ward has to fetch for an update. */
const MOST_BYTES = 150 * 1024;
const DEMO_ORIGINS = ['http://127.0.0.1/*', 'http://localhost/*'];

/** The demo build is the release but for one line of its manifest; any other mode would bring helps for the developer with it. */
const AS_RELEASED = {
  oxc: { jsx: { development: false } },
  define: { 'import.meta.env.MODE': JSON.stringify('production') },
};

/** Folder of a province's own update lists (`chromium.xml`, `firefox.json`); see extension/README.md. */
const updates = process.env.EXTENSION_UPDATES;

/** Chromium, Edge and Cốc Cốc. */
const CHROMIUM = {
  minimum_chrome_version: '114',
  storage: { managed_schema: 'managed-schema.json' },
  ...(updates ? { update_url: `${updates}/chromium.xml` } : {}),
};
/** 140: asks for consent to the data named below, and allows optional host permissions. */
const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: 'danhgia-dvc@mot-cua',
      strict_min_version: '140.0',
      // Dossier codes, states and dates read from enabled pages; the officer's code and PIN go to the province's server.
      data_collection_permissions: {
        required: ['websiteContent' as const, 'authenticationInfo' as const],
      },
      ...(updates ? { update_url: `${updates}/firefox.json` } : {}),
    },
  },
};

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  imports: false,
  webExt: { disabled: true },
  vite: ({ mode }) => ({
    ...(mode === 'demo' ? AS_RELEASED : {}),
    plugins: [shareCode(), shorten()],
    // The rules are pure: a module of theirs that nothing is used of is left out. So is a shared value that nothing is done with.
    build: {
      // Both browsers know how to; and the background has no document to look for.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        treeshake: {
          moduleSideEffects: (id) => !id.includes('/server/rules/') && !id.startsWith('\0shared:'),
        },
      },
    },
  }),
  zip: {
    name: 'danhgia-dvc',
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // Mozilla's reviewers build it from these and `npm ci`.
    excludeSources: ['**/*'],
    includeSources: [
      'extension/**',
      'server/{rules,wire}/**',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wxt.config.ts',
    ],
  },
  manifest: ({ mode, browser }) => ({
    name: 'Đánh giá DVC',
    description: 'Hạn trả kết quả và tự chấm ngay trên màn hình một cửa',
    // activeTab tells the address of the page on which the officer pressed the button, so that it can be offered for enabling.
    permissions: [
      'storage',
      'scripting',
      'alarms',
      'activeTab',
      ...(browser === 'firefox' ? [] : ['sidePanel' as const]),
    ],
    // Asked for when the officer turns the morning summary on.
    optional_permissions: ['notifications'],
    action: { default_title: 'Đánh giá DVC' },
    // No keys of the browser's are taken: the officer gives them on the browser's own page of shortcuts.
    commands: {
      'open-panel': { description: 'Mở bảng Đánh giá DVC' },
      'hide-marks': { description: 'Ẩn hoặc hiện dấu trên trang một cửa' },
    },
    // No host at install: an officer enables one site at a time. The demo build alone knows its own machine beforehand.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(mode === 'demo' ? { host_permissions: DEMO_ORIGINS } : {}),
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
  }),
  hooks: {
    // The background gives the button a popup only where there is no side panel: with one named here it could open nothing else.
    'build:manifestGenerated': (_wxt, manifest) => {
      delete manifest.action?.default_popup;
    },
    'zip:extension:done': async (_wxt, file) => {
      writeFileSync(file, await squeezeZip(readFileSync(file)));
    },
    'zip:done': (_wxt, files) => {
      for (const file of files.filter((each) => !each.endsWith('-sources.zip'))) {
        const size = statSync(file).size;
        if (size > MOST_BYTES) throw new Error(`${file}: ${size} bytes, ${MOST_BYTES} at most`);
      }
    },
  },
});
