import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { standInServer } from '../widget/stand-in-server.ts';
import { axeFindings } from './axe.ts';
import { findHeadless } from './find-chromium.ts';

/** Not loopback and not HTTPS: a counter's intranet page may not have either. */
const HOST = 'http://cong.test/';

export interface Seen {
  /** Addresses asked for, the page itself left out. */
  readonly requests: string[];
  /** What the page's policy refused, by directive. */
  readonly violations: string[];
}

/** A browser, a server of the contract, and pages of a portal that allows their two origins and nothing else. */
export async function openPortal() {
  // Its pages are handed to the browser without an address; such a page may not ask the loopback otherwise.
  const browser: Browser = await chromium.launch({
    executablePath: findHeadless(),
    args: ['--no-sandbox', '--disable-features=LocalNetworkAccessChecks'],
  });
  const server = await standInServer();
  const script = readFileSync('.output/widget/widget.js', 'utf8');
  const csp = `default-src 'none'; style-src 'self'; script-src ${server.url}; connect-src ${server.url}; require-trusted-types-for 'script'; trusted-types 'none'`;
  return {
    server,
    /** A page with `<dvc-survey …attributes>` in a fresh profile. */
    async open(attributes: string, look: Parameters<Browser['newPage']>[0] = {}): Promise<{ page: Page; seen: Seen }> {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 }, ...look });
      const seen: Seen = { requests: [], violations: [] };
      page.on('request', (request) => !request.url().startsWith(HOST) && seen.requests.push(request.url()));
      await page.exposeFunction('refused', (directive: string) => seen.violations.push(directive));
      await page.addInitScript(() => {
        const told = globalThis as unknown as { refused(directive: string): void; shift: number };
        document.addEventListener('securitypolicyviolation', (event) => told.refused(event.effectiveDirective));
        told.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) told.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.route(`${server.url}/widget.js`, (route) =>
        route.fulfill({
          body: script,
          contentType: 'text/javascript',
          headers: { 'access-control-allow-origin': '*' },
        }),
      );
      await page.route(HOST, (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': csp },
          body: `<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width"><title>Cổng</title>
<link rel="stylesheet" href="/cong.css">
<script type="module" src="${server.url}/widget.js"></script>
<main><h1>Hồ sơ của tôi</h1><button id="other">Nút của cổng</button>
<dvc-survey server="${server.url}" tenant="mau" unit="H99.01" stage="returned" ${attributes}><a href="/k/mau/H99.01">Mở phiếu đánh giá</a></dvc-survey>
</main><footer>Cuối trang</footer></html>`,
        }),
      );
      await page.route(`${HOST}cong.css`, (route) =>
        route.fulfill({
          contentType: 'text/css',
          body: 'dvc-survey:not(:defined) { display: block; min-height: 100vh }',
        }),
      );
      await page.goto(HOST);
      return { page, seen };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** What axe finds inside the survey, as rule and element. */
export async function axeFaults(page: Page): Promise<string[]> {
  // The page forbids scripts of others; the check is put in by the browser itself.
  return (await axeFindings(page, { within: 'dvc-survey' })).map(({ id, html }) => `${id}: ${html}`);
}

/** Controls in sight that are smaller than 44 px either way; of a radio the whole row counts. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('dvc-survey')?.shadowRoot;
    const targets = root?.querySelectorAll<HTMLElement>('button, summary, a, textarea, [part=option]') ?? [];
    return [...targets].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      return width && (width < 44 || height < 43.9) ? [`${target.outerHTML} ${width} × ${height}`] : [];
    });
  });
}

/** Sum of all layout shifts so far. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
