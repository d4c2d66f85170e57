import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the builds would have written, as far as the routes look: so that a server asked anything has no reason for a 503. */
const FILES: Readonly<Record<string, string>> = {
  'widget/widget.json': JSON.stringify({ file: 'widget-a1B2_c3.js', integrity: 'sha384-x', bytes: 9, gzip: 7 }),
  'widget/widget-a1B2_c3.js': 'export {};',
  'widget/widget-check.html': '<!doctype html><title>Thử</title>',
  'widget/widget-check.js': 'export {};',
  'admin/index.html': '<!doctype html><title>Quản trị</title>',
  'kiosk/index.html': '<!doctype html><title>Ki-ốt</title>',
};

export function putBuilt(outputDir: string): void {
  for (const folder of ['widget', 'admin', 'kiosk']) mkdirSync(join(outputDir, folder), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(outputDir, name), text);
}
