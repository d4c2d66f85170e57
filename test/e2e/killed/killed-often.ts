import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Invitation } from '#wire/invitation.ts';
import { chance, pick, randomFrom } from '../../../server/simulate/random.ts';
import { counted } from '../../server/counts.ts';
import { startChromium } from './chromium-process.ts';
import type { Said } from './hand.ts';
import { type FormBook, openLedger } from './ledger.ts';
import { openPortal } from './portal.ts';
import { openTab, type Tab, type TabPlace } from './tab.ts';
import { unsteadyServer, type Weather } from './unsteady-server.ts';

const WEATHERS: readonly Weather[] = [
  { none: 1 },
  { slow: 3, none: 1 },
  { busy: 2, gateway: 1, none: 1 },
  { unanswered: 2, none: 1, slow: 1 },
  { cut: 1 },
  { hotel: 1, cut: 1, none: 1 },
  { none: 3, slow: 2, busy: 1, gateway: 1, cut: 1, unanswered: 2, hotel: 1 },
];
/** How long people use the pages of one life at the most. */
const LONGEST_MS = 900;

/** What the kill follows closely: something the page said or read back, something the server stored, the start, nothing at all. */
type Cue = Said['what'] | 'draft' | 'stored' | 'start' | 'time';
const CUES: Readonly<Partial<Record<Cue, number>>> = {
  saved: 4,
  stored: 4,
  sent: 2,
  shown: 2,
  draft: 3,
  start: 1,
  time: 3,
};

/**
 * A browser with one profile, killed `times` times with SIGKILL at moments drawn from `seed` while people answer forms in one
 * tab or two and the server fails them; then a calm server and a last visit. What pages had called saved or received must be
 * stored, once.
 */
export async function widgetKilledOften(times: number, seed: number) {
  const random = randomFrom(seed);
  const server = await unsteadyServer(random);
  const portal = await openPortal(server.url);
  const profile = mkdtempSync(join(tmpdir(), 'dvc-killed-'));
  const ledger = openLedger();
  const forms: FormBook[] = [];
  /** How far the clock of the device is ahead: what waits to be sent again falls due between two lives. */
  let ahead = 0;

  async function newForm(): Promise<FormBook> {
    const n = forms.length;
    const body = { dossier: `H99.01-261110-${1000 + n}`, unit: 'so-a', procedure: '1.001612', stage: 'returned' };
    const { portal: key } = server.server.credentials.mau;
    const { token } = (await server.server.request<Invitation>('POST', '/v1/invitations', body, key)).body;
    const [kind, name] = chance(random, 50) ? ['token', token] : ['procedure', `1.00${2000 + n}`];
    const form = { name, query: `${kind}=${name}`, states: [], kept: -1 };
    forms.push(form);
    return form;
  }

  async function live(): Promise<void> {
    server.turn(WEATHERS[Math.floor(random() * WEATHERS.length)] as Weather);
    ahead += chance(random, 50) ? 31_000 + random() * 300_000 : 0;
    const cue = pick(random, CUES as Record<Cue, number>);
    const delay = random() * (cue === 'start' ? 600 : 12);
    const chrome = startChromium(profile);
    const told = (what: Cue) => what === cue && cued();
    const place: TabPlace = { chrome, portal: portal.url, ahead, ledger, random, told };
    let [dead, cued] = [false, () => {}];
    const killed = new Promise<void>((resolve) => {
      cued = resolve;
    }).then(async () => {
      await pause(delay);
      dead = true;
      await chrome.kill();
    });
    server.onStored(() => cue === 'stored' && cued());
    if (cue === 'start') cued();
    async function use(): Promise<void> {
      const last = forms.at(-1);
      const form = last && chance(random, 60) ? last : await newForm();
      const tabs: Tab[] = [await openTab(place, form)];
      if (chance(random, 40)) tabs.push(await openTab(place, chance(random, 60) ? form : await newForm()));
      for (const late = Date.now() + LONGEST_MS * random(); !dead && Date.now() < late; ) {
        await tabs[Math.floor(random() * tabs.length)]?.step();
        await pause(random() * 15);
      }
    }
    try {
      // What was asked of a browser that is gone may never be answered.
      await Promise.race([use().catch((error) => dead || Promise.reject(error)), killed]);
    } finally {
      cued();
      await killed;
    }
  }

  for (let n = 0; n < times; n += 1) await live();

  // The last visit finds a server that answers, and everything is due.
  server.turn({ none: 1 });
  ahead += 3_600_000;
  const chrome = startChromium(profile);
  const place: TabPlace = { chrome, portal: portal.url, ahead, ledger, random, told: () => {} };
  const tab = await openTab(place, await newForm());
  const until = Date.now() + 30_000;
  const underWay = async () => (await tab.outbox()).filter(({ is }) => is !== 'delivered' && is !== 'refused').length;
  while ((await underWay()) && Date.now() < until) await pause(100);
  const left = await underWay();
  if (left) ledger.faults.push(`${left} phiếu chưa gửi được`);
  await chrome.kill();
  const { db } = server.server;
  const found = await ledger.check(db, server);
  const { rows, receipts } = await counted(db);
  if (rows !== receipts) found.faults.push(`${rows} phiếu, ${receipts} mã phiếu`);
  await portal.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
  const { saved, received, drafts, lost, taken, emptied, double } = found;
  console.info(
    `SEED=${seed}: ${ledger.given.length} phiếu đã điền, ${rows} ở máy chủ; thấy «đã lưu» ${saved} lần, «đã nhận» ${received}, bản nháp còn ${drafts}; mất ${lost}, thừa ${double}; trình duyệt tự xóa kho ${emptied} lần, cùng ${taken} phiếu`,
  );
  return found;
}
