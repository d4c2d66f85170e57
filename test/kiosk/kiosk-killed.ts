import { join } from 'node:path';
import { expect } from 'vitest';
import { idHash } from '../../server/store/receipts.ts';
import { startChromium } from '../e2e/killed/chromium-process.ts';
import { kioskServer } from './kiosk-world.ts';

/** In the page: answers one after the other, and says each id once the screen calls it noted. */
const ANSWERING = `(() => {
  const wait = (check) => new Promise((done) => { const look = () => (check() ? done() : setTimeout(look, 5)); look(); });
  const kiosk = () => document.querySelector('dvc-kiosk');
  const find = (selector) => kiosk()?.shadowRoot?.querySelector(selector);
  const go = async () => {
    for (;;) {
      await wait(() => kiosk()?.kiosk?.screen.is === 'attract' && find('.face'));
      said('pressed');
      find('.face').click();
      await wait(() => kiosk().kiosk.screen.is === 'topic' && find('strong')?.textContent.startsWith('Đã ghi'));
      said(kiosk().kiosk.screen.id);
      // Every other touch is left to itself.
      if (Math.random() < 0.5) {
        find('.actions:last-child .main').click();
        await wait(() => kiosk().kiosk.screen.is === 'said');
      }
      kiosk().kiosk.reset();
    }
  };
  addEventListener('load', () => void go());
})()`;

/**
 * Kills the tablet's browser `times` times while people touch it, each time on the same profile, and looks at what arrived in
 * the end: everything the screen called noted, and nothing twice.
 */
export async function kioskKilled(times: number): Promise<void> {
  const server = await kioskServer();
  const profile = join(server.folder, 'profile');
  const noted = new Set<string>();
  let pressed = 0;
  const hear = (said: string) => {
    if (said === 'pressed') pressed += 1;
    else noted.add(said);
  };
  try {
    await server.db.run('update kiosks set interval_seconds = 0');
    const first = startChromium(profile);
    const page = await first.open(`${server.url}/kiosk/`, '', () => undefined);
    const code = await server.code();
    await page.run(`new Promise((done, fail) => {
      const until = Date.now() + 20000;
      const look = () => {
        const kiosk = document.querySelector('dvc-kiosk')?.kiosk;
        if (kiosk?.screen.is === 'attract' && kiosk.survey('quick')) return done(true);
        if (kiosk?.screen.is === 'enrol' && !kiosk.screen.busy) void kiosk.enrol('${code}');
        if (Date.now() > until) return fail(new Error('not enrolled'));
        setTimeout(look, 50);
      };
      look();
    })`);
    await first.kill();
    for (let n = 0; n < times; n += 1) {
      const browser = startChromium(profile);
      await browser.open(`${server.url}/kiosk/`, ANSWERING, hear);
      // From before the page is there to well after many touches.
      await new Promise((resolve) => setTimeout(resolve, 100 + ((n * 389) % 1900)));
      await browser.kill();
    }
    const last = startChromium(profile);
    const end = await last.open(`${server.url}/kiosk/`, '', () => undefined);
    // What could still be taken back goes out after its 12 seconds.
    await end.run(`new Promise((done, fail) => {
      const until = Date.now() + 60000;
      const look = () => {
        const sync = document.querySelector('dvc-kiosk')?.kiosk?.sync;
        if (sync?.settings && sync.queue === 0 && sync.sent !== null) return done(true);
        if (Date.now() > until) return fail(new Error('not delivered: ' + sync?.queue));
        setTimeout(look, 100);
      };
      setTimeout(look, 1000);
    })`);
    await last.kill();
    const rows = await server.db.all<{ id_hash: string }>('select id_hash from receipts');
    const [stored] = await server.db.all<{ n: number }>('select count(*) as n from responses');
    const received = new Set(rows.map((row) => row.id_hash));
    expect([...noted].filter((id) => !received.has(idHash(id)))).toEqual([]);
    expect(stored?.n).toBe(received.size);
    // Of each kill one touch may have been made whose word did not get out of the browser.
    expect(received.size).toBeLessThanOrEqual(pressed + times);
    expect(noted.size).toBeGreaterThan(times * 2);
    console.info(`killed ${times} times: ${pressed} touches, ${noted.size} called noted, ${received.size} stored`);
  } finally {
    await server.close();
  }
}
