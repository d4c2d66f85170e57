import { defineConfig } from 'wxt';

const DEMO_ORIGINS = ['http://127.0.0.1/*', 'http://localhost/*'];

export default defineConfig({
  srcDir: 'extension',
  outDir: '.output',
  imports: false,
  webExt: { disabled: true },
  manifest: ({ mode }) => ({
    name: 'Đánh giá DVC',
    description: 'Hạn trả kết quả và tự chấm ngay trên màn hình một cửa',
    default_locale: undefined,
    permissions: ['storage', 'scripting', 'sidePanel', 'alarms'],
    // No host at install: an officer enables one site at a time. The demo build alone knows its own machine beforehand.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(mode === 'demo' ? { host_permissions: DEMO_ORIGINS } : {}),
  }),
});
