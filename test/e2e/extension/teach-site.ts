import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PackFile } from '#wire/packs.ts';
import { fixtureOf } from '../../extension/fixtures/index.ts';
import { unlabelled, webForms } from '../../extension/fixtures/packs/pages.ts';
import { applicant } from '../../extension/fixtures/planted.ts';

/** The host's own script: counts what reaches its page, and presses our layer by itself when told to. */
const HOST_SCRIPT = `<script>
window.got = [];
for (const type of ['click', 'mousedown', 'pointerdown', 'keydown'])
  document.addEventListener(type, (event) => window.got.push(type + ' ' + event.target.tagName));
window.forge = () => document.querySelector('dvc-teach')?.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 200, clientY: 100 }));
</script>`;
/** One dossier in full under labels no list of ours has. */
const detail = `<!doctype html><meta charset="utf-8"><title>Hồ sơ</title>${[
  ['Ký hiệu', 'BN-2026/0815'],
  ['Công dân', applicant(0).name],
  ['Hạn cuối', '09/11/2026 17:00'],
]
  .map(([label, value]) => `<p><b>${label}:</b> <span>${value}</span></p>`)
  .join('')}`;
const PAGES: Readonly<Record<string, string>> = {
  '/cu': unlabelled().replace('</body>', `${HOST_SCRIPT}</body>`),
  '/luoi': fixtureOf('igate/list').html(),
  '/chi-tiet': detail,
  '/web': webForms([5, 3, 2, 6, 0, 4, 1]),
};

/** A back office of two screens no family reads, which also hands out the province's file. */
export interface TeachSite {
  readonly origin: string;
  readonly publish: (file: PackFile) => void;
  readonly stop: () => void;
}

export async function startTeachSite(): Promise<TeachSite> {
  let published: PackFile = { file: null, key: null };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const isPacks = pathname === '/v1/packs';
    response.writeHead(200, { 'content-type': `${isPacks ? 'application/json' : 'text/html'}; charset=utf-8` });
    response.end(isPacks ? JSON.stringify(published) : (PAGES[pathname] ?? ''));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish(file) {
      published = file;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
