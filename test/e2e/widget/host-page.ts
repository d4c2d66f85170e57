import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Invitation } from '#wire/invitation.ts';
import { type Listening, listen } from '../../../server/listen.ts';
import { type TestServer, testServer } from '../../server/test-server.ts';
import { findHeadless } from '../find-chromium.ts';

/** A page of a portal: `head` and `body` of an HTML document. */
export interface HostPage {
  readonly head?: string;
  readonly body?: string;
  readonly csp?: string;
  /** The policy forbids nothing. */
  readonly reportOnly?: boolean;
  /** Without a doctype, as pages were before 2000: browsers then lay out by other rules. */
  readonly quirks?: boolean;
  /** Attributes of `<html>`. */
  readonly html?: string;
}

/** One page in a profile of its own, and what was noticed there since. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Directives of the page's policy that something ran against. */
  readonly violations: string[];
  /** Errors thrown or written to the console. */
  readonly faults: string[];
  /** Addresses asked for. */
  readonly requests: string[];
}

interface Told {
  shift: number;
  told(directive: string): void;
}

/**
 * The whole server with the built widget, and pages of portals that embed it, at one port under as many names as a test
 * needs. None of the names is loopback and none has HTTPS, as on a counter's intranet.
 */
export async function openHosts() {
  const server: TestServer = await testServer();
  cpSync('.output/widget', join(server.folder, 'output', 'widget'), { recursive: true });
  const pages = new Map<string, HostPage>();
  /** Milliseconds before an answer. */
  const slow = { script: 0, survey: 0, send: 0 };
  /** As long as `slow` says; less when it says less meanwhile. */
  const wait = async (what: keyof typeof slow) => {
    for (let ms = 0; ms < slow[what]; ms += 50) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  const app = new Hono();
  app.get('/trang/*', (c) => {
    const found = pages.get(c.req.path);
    if (!found) return c.notFound();
    const policy = `content-security-policy${found.reportOnly ? '-report-only' : ''}`;
    const headers: Record<string, string> = found.csp ? { [policy]: found.csp } : {};
    const viewport = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
    const head = `<title>Cổng dịch vụ công</title>${viewport}${found.head ?? ''}`;
    return c.html(
      `${found.quirks ? '' : '<!doctype html>'}<html lang="vi" ${found.html ?? ''}><head>${head}</head><body>${found.body ?? ''}</body></html>`,
      200,
      headers,
    );
  });
  app.get('/tep/:file', (c) => {
    const file = files.get(c.req.param('file'));
    if (file === undefined) return c.notFound();
    return c.body(file, 200, {
      'content-type': c.req.path.endsWith('.css') ? 'text/css' : 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
    });
  });
  const files = new Map<string, string>();
  app.use('*', async (c, next) => {
    const { path, method } = c.req;
    if (path.startsWith('/widget')) await wait('script');
    else if (method === 'GET') await wait('survey');
    else if (method !== 'OPTIONS') await wait('send');
    return next();
  });
  app.mount('/', server.app.fetch);
  const listening: Listening = await listen(app, { host: '0.0.0.0', port: 0, baseUrl: null });
  const browser: Browser = await chromium.launch({
    executablePath: findHeadless(),
    args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP *.test 127.0.0.1'],
  });
  const origin = (name: string) => `http://${name}:${listening.port}`;
  const dvc = origin('danhgia.test');
  let made = 0;

  /** A profile of its own; what its pages notice is gathered. */
  async function profile(look: BrowserContextOptions = {}): Promise<Omit<Opened, 'page'>> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi-VN', ...look });
    context.setDefaultTimeout(30_000);
    const seen = { violations: [] as string[], faults: [] as string[], requests: [] as string[] };
    context.on('weberror', (error) => seen.faults.push(error.error().message));
    context.on('console', (message) => message.type() === 'error' && seen.faults.push(message.text()));
    context.on('request', (request) => seen.requests.push(request.url()));
    await context.exposeFunction('told', (directive: string) => seen.violations.push(directive));
    await context.addInitScript(() => {
      const here = globalThis as unknown as Told;
      document.addEventListener('securitypolicyviolation', (event) => here.told(event.effectiveDirective));
      here.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) here.shift += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    return { context, ...seen };
  }

  /** Puts a page on the portal. @returns its path. */
  function put(page: HostPage): string {
    const path = `/trang/${++made}`;
    pages.set(path, page);
    return path;
  }

  return {
    server,
    browser,
    slow,
    port: listening.port,
    origin,
    /** Address of the survey server, another site than the portals'. */
    dvc,
    put,
    profile,
    /** Serves `text` as a file of the portal. @returns its path. */
    file(name: string, text: string): string {
      files.set(name, text);
      return `/tep/${name}`;
    },
    /** Opens a page of the portal at `at` in a fresh profile. */
    async open(page: HostPage, look: BrowserContextOptions = {}, at = origin('cong.test')): Promise<Opened> {
      const one = await profile(look);
      const tab = await one.context.newPage();
      await tab.goto(at + put(page));
      return { ...one, page: tab };
    },
    /** The link of a dossier of unit so-a. */
    async token(dossier: string, stage = 'returned'): Promise<string> {
      const body = { dossier, unit: 'so-a', procedure: '1.001612', stage };
      const made = await server.request<Invitation>('POST', '/v1/invitations', body, server.credentials.mau.portal);
      return made.body.token;
    },
    async close() {
      await browser.close();
      await listening.close();
      await server.close();
    },
  };
}
export type Hosts = Awaited<ReturnType<typeof openHosts>>;

/** The script and the tag as the guide has them; `from` = the survey server. */
export const tag = (from: string, attributes = '', link = `${from}/k/mau/so-a`): string =>
  `<dvc-survey server="${from}" tenant="mau" unit="so-a" ${attributes}><a href="${link}">Mở phiếu đánh giá</a></dvc-survey>`;
export const script = (from: string): string => `<script type="module" src="${from}/widget.js"></script>`;

/** Sum of all layout shifts so far, without those that a tap or a key of the last half second explains. */
export const layoutShift = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as Told).shift);
