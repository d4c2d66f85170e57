import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A portal that is always there: pages of one origin, the address of each says which form is on it. */
export async function openPortal(survey: string) {
  const script = readFileSync('.output/widget/widget.js');
  const portal = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://x');
    if (asked.pathname === '/widget.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      return response.end(script);
    }
    const form = ['token', 'procedure'].flatMap((name) => {
      const value = asked.searchParams.get(name);
      return value ? `${name}="${value}"` : [];
    });
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="vi"><title>Cổng</title>
<script type="module" src="/widget.js"></script>
<dvc-survey server="${survey}" tenant="mau" unit="so-a" stage="returned" ${form.join(' ')}></dvc-survey></html>`);
  });
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(portal.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => portal.close(resolve).closeAllConnections()),
  };
}
