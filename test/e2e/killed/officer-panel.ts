import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { PanelMessage, PanelState, Reply } from '../../../extension/messages.ts';
import { pick, type Random } from '../../../server/simulate/random.ts';
import { PIN } from '../../server/test-server.ts';
import { localNow } from '../steps.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import type { OfficerLedger } from './officer-ledger.ts';
import { codeOf, isFinished, PER_PAGE } from './officer-page.ts';

const DEADLINE_MS = 20_000;
const CHANGED = { shown: 20, points: 10, evidence: 'Công văn 12' } as const;

/** An unpacked extension is named after its folder. */
const originOf = (folder: string): string =>
  `chrome-extension://${createHash('sha256')
    .update(folder)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (hex) => 'abcdefghijklmnop'[Number.parseInt(hex, 16)] ?? '')}`;

/** The panel of one life of the browser; `told` hears what it called done. */
export async function openOfficerPanel(
  chrome: ChromiumProcess,
  folder: string,
  ledger: OfficerLedger,
  told: (what: 'saved' | 'read') => void,
) {
  const page = await chrome.open(`${originOf(folder)}/sidepanel.html`, '', () => {});
  for (const late = Date.now() + DEADLINE_MS; !(await page.run('!!globalThis.chrome?.runtime?.id')); await pause(10))
    if (Date.now() > late) throw new Error('The panel does not open.');
  const tell = async <T = Reply>(message: PanelMessage): Promise<T> => {
    // A background that is just starting may not listen yet.
    for (const late = Date.now() + DEADLINE_MS; ; await pause(20)) {
      const answer = await page.run<T | null>(
        `chrome.runtime.sendMessage(${JSON.stringify(message)}).catch(() => null)`,
      );
      if (answer) return answer;
      if (Date.now() > late) throw new Error(`No answer to ${message.type}.`);
    }
  };
  const state = () => tell<PanelState>({ type: 'panel.state' });
  const must = (reply: Reply, what: string): void => {
    if (!reply.ok) ledger.faults.push(`${what}: ${reply.message}`);
  };

  const before = await state();
  const why = chrome.emptied();
  if (why !== null) ledger.empty(why);
  ledger.restore(new Set(before.scores.map(({ code }) => code)));
  const known = async () => new Set((await state()).seen.map(({ reading }) => reading.code));

  return {
    tell,
    state,
    sit: async () => must(await tell({ type: 'panel.person', officer: 'CB-01', pin: PIN }), 'PIN'),
    /** One more thing an officer does to one of the dossiers on the page from `from` on. */
    async step(from: number, random: Random): Promise<void> {
      const n = from + Math.floor(random() * PER_PAGE);
      const code = codeOf(n);
      if (!(await known()).has(code)) return;
      told('read');
      const done = ledger.ofDossier(code);
      if (!isFinished(n)) {
        if (done.length > 0) return;
        const promised = `${addWorkingDays(localNow().slice(0, 10), 3, DEFAULT_OFFICE)}T17:00` as const;
        const deed = ledger.begin(code, 'letter');
        const reply = await tell({ type: 'panel.letter', code, promised, reason: 'coordination' });
        must(reply, `văn bản ${code}`);
        deed.promised = reply.ok;
      } else if (done.length === 0 && pick(random, { batch: 1, score: 2 }) === 'batch') {
        const deed = ledger.begin(code, 'batch');
        const values = { 1: { shown: 20, points: 20 } } as const;
        const reply = await tell({ type: 'panel.batch', scores: [{ code, values }], seconds: 1 });
        must(reply, `cả đợt ${code}`);
        deed.promised = reply.ok;
      } else if (done.length < 3) {
        const deed = ledger.begin(code, 'score', `Lý do thứ ${done.length} của hồ sơ ${n}.`);
        const values = { 1: { ...CHANGED, note: deed.note } };
        const reply = await tell({ type: 'panel.score', code, values, seconds: 1 });
        must(reply, `phiếu ${code}`);
        deed.promised = reply.ok;
      } else return;
      told('saved');
    },
  };
}
