import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chance, pick, randomFrom } from '../../../server/simulate/random.ts';
import { insertEnrolment, newEnrolmentCode } from '../../../server/store/enrolments.ts';
import { startChromium } from './chromium-process.ts';
import { openOfficerLedger } from './officer-ledger.ts';
import { openBackOffice, PER_PAGE } from './officer-page.ts';
import { openOfficerPanel } from './officer-panel.ts';
import { unsteadyServer, type Weather } from './unsteady-server.ts';

const BUILT = join(process.cwd(), '.output/chrome-mv3-demo');
const WEATHERS: readonly Weather[] = [
  { none: 1 },
  { slow: 3, none: 1 },
  { busy: 2, gateway: 1, none: 1 },
  { unanswered: 2, none: 1, slow: 1 },
  { cut: 1, none: 1 },
];
/** How long an officer works in one life at the most. */
const LONGEST_MS = 900;

/** What the kill follows closely: something called done or read, something the server stored, the start, nothing at all. */
type Cue = 'saved' | 'read' | 'stored' | 'start' | 'time';
const CUES: Readonly<Record<Cue, number>> = { saved: 4, read: 1, stored: 4, start: 1, time: 2 };

/**
 * A browser with the extension and one profile, killed `times` times with SIGKILL at moments drawn from `seed` while an officer reads
 * lists, scores and records letters and the server fails; then a calm server and a last visit. What the panel had called done must be
 * stored, once, and of two scores of one dossier the later one stands.
 */
export async function extensionKilledOften(times: number, seed: number) {
  const random = randomFrom(seed);
  const [server, office] = [await unsteadyServer(random), await openBackOffice()];
  const profile = mkdtempSync(join(tmpdir(), 'dvc-killed-'));
  const ledger = openOfficerLedger();
  const own = server.server;
  own.clock.now = new Date();
  let from = 0;

  async function begin(): Promise<void> {
    const code = newEnrolmentCode('mau');
    const expires = new Date(Date.now() + 900_000).toISOString();
    await own.db.batch([insertEnrolment('mau', code, { unit: 'so-a', label: '', issuedBy: 'bộ thử' }, expires)]);
    const chrome = startChromium(profile, BUILT);
    const { tell } = await openOfficerPanel(chrome, BUILT, ledger, () => {});
    for (const act of [
      { type: 'panel.enrol', server: server.url, code, label: 'Máy quầy 1' },
      { type: 'panel.consent', agreed: true },
      { type: 'panel.site', origin: office.url, enabled: true },
    ] as const) {
      const reply = await tell(act);
      if (!reply.ok) throw new Error(`${act.type}: ${reply.message}`);
    }
    // The browser writes its own settings a little later than it says.
    await pause(1500);
    await chrome.kill();
  }

  async function live(): Promise<void> {
    // A PIN is checked by the server, and needs one that answers.
    server.turn({ none: 1 });
    own.clock.now = new Date();
    if (chance(random, 40)) from += PER_PAGE;
    const cue = pick(random, CUES);
    const delay = random() * (cue === 'start' ? 600 : 12);
    const chrome = startChromium(profile, BUILT);
    let [dead, cued] = [false, () => {}];
    const killed = new Promise<void>((resolve) => {
      cued = resolve;
    }).then(async () => {
      await pause(delay);
      dead = true;
      await chrome.kill();
    });
    async function use(): Promise<void> {
      const panel = await openOfficerPanel(chrome, BUILT, ledger, (what) => what === cue && cued());
      await panel.sit();
      server.turn(WEATHERS[Math.floor(random() * WEATHERS.length)] as Weather);
      // From here on: a PIN that was given is stored by the server too.
      server.onStored(() => cue === 'stored' && cued());
      await chrome.open(`${office.url}/?from=${from}`, '', () => {});
      for (
        const late = Date.now() + 300 + LONGEST_MS * random();
        !dead && Date.now() < late;
        await pause(random() * 15)
      )
        await panel.step(from, random);
    }
    if (cue === 'start') cued();
    try {
      await Promise.race([use().catch((error) => dead || Promise.reject(error)), killed]);
    } finally {
      server.onStored(() => {});
      cued();
      await killed;
    }
  }

  await begin();
  for (let n = 0; n < times; n += 1) await live();

  server.turn({ none: 1 });
  own.clock.now = new Date();
  const chrome = startChromium(profile, BUILT);
  const panel = await openOfficerPanel(chrome, BUILT, ledger, () => {});
  await panel.sit();
  let last = await panel.state();
  for (const until = Date.now() + 30_000; last.stored.waiting > 0 && Date.now() < until; last = await panel.state()) {
    await panel.tell({ type: 'panel.send' });
    await pause(200);
  }
  if (last.stored.waiting > 0) ledger.faults.push(`${last.stored.waiting} việc chưa gửi được`);
  for (const { code, problem } of last.refused) ledger.faults.push(`${code}: máy chủ không nhận: ${problem}`);
  await chrome.kill();
  const found = await ledger.check(own.db);
  await office.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
  console.info(
    `SEED=${seed}: ${ledger.deeds.length} việc đã làm, ${found.promised} việc bảng báo đã ghi; mất ${found.lost}, thừa ${found.double}; trình duyệt tự xóa kho ${found.emptied} lần, cùng ${found.taken} việc`,
  );
  return found;
}
