import { defineConfig } from 'wxt';

const DEMO_ORIGINS = ['http://127.0.0.1/*', 'http://localhost/*'];

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  imports: false,
  webExt: { disabled: true },
  manifest: ({ mode }) => ({
    name: 'Đánh giá DVC',
    description: 'Hạn trả kết quả và tự chấm ngay trên màn hình một cửa',
    minimum_chrome_version: '114',
    // activeTab tells the address of the page on which the officer pressed the button, so that it can be offered for enabling.
    permissions: ['storage', 'scripting', 'sidePanel', 'alarms', 'activeTab'],
    action: { default_title: 'Đánh giá DVC' },
    // No host at install: an officer enables one site at a time. The demo build alone knows its own machine beforehand.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(mode === 'demo' ? { host_permissions: DEMO_ORIGINS } : {}),
  }),
});
