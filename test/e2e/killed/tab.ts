import { setTimeout as pause } from 'node:timers/promises';
import words from '#rules/surveys/words/citizen.vi.json' with { type: 'json' };
import { chance, pick, type Random } from '../../../server/simulate/random.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { type Hand, type Look, putHand, type Said } from './hand.ts';
import { type FormBook, type Given, type Ledger, same } from './ledger.ts';

export interface TabPlace {
  readonly chrome: ChromiumProcess;
  readonly portal: string;
  /** How far the clock of the device is off, in ms. */
  readonly ahead: number;
  readonly ledger: Ledger;
  readonly random: Random;
  /** What a page says, and every draft read back, as it comes. */
  readonly told: (what: Said['what'] | 'draft') => void;
}

const DEADLINE_MS = 20_000;

/** One form open in one tab; compares the draft it finds with what an earlier visit kept. */
export async function openTab({ chrome, portal, ahead, ledger, random, told }: TabPlace, form: FormBook) {
  /** What was last sent from this tab. */
  let current: Given | undefined;
  const kept = form.kept;
  const page = await chrome.open(`${portal}/?${form.query}`, `(${putHand})(${ahead})`, (text) => {
    const said = JSON.parse(text) as Said;
    ledger.hear(current, said);
    told(said.what);
  });
  const hand = <K extends keyof Hand>(act: K, ...args: Parameters<Hand[K]>) =>
    page.run<Awaited<ReturnType<Hand[K]>>>(`hand.${act}(${args.map((arg) => JSON.stringify(arg)).join()})`);
  for (const late = Date.now() + DEADLINE_MS; !(await page.run('globalThis.hand?.look()')); await pause(10))
    if (Date.now() > late) throw new Error(`Nothing is shown for ${form.query}.`);

  if ((await hand('look'))?.heading.startsWith('Đã lưu'))
    for (const item of await hand('outbox')) if (item.form.includes(form.name)) ledger.find(item);
  const draft = await hand('draft', form.name);
  const why = chrome.emptied();
  if (why !== null) ledger.empty(why);
  ledger.restore(form, draft, Math.min(kept, form.kept));
  if (chance(random, 90) ? await hand('press', words['draft.continue']) : null) {
    const shown = await hand('look');
    if (!draft || !shown || !same(shown.chosen, draft))
      ledger.faults.push(`${form.name}: hiện ${JSON.stringify(shown?.chosen)}, giữ ${JSON.stringify(draft)}`);
  } else if (await hand('press', words['draft.restart'])) form.kept = -1;

  const note = (now: Look | null) => {
    if (now) form.states.push(now.chosen);
    return now;
  };

  /** Fills in what is needed, under a comment of its own, and sends it. */
  async function send(chosen: Look['chosen']): Promise<void> {
    if (!chosen.overall) note(await hand('choose', 0, random()));
    const nth = current ? ledger.given.indexOf(current) : ledger.given.length;
    const now = note(await hand('write', `Phiếu ${nth}.${current?.versions.length ?? 0}`));
    if (!now) return;
    current = ledger.give(form, now.chosen, current);
    await hand('press', words.send);
  }

  const acts = {
    send,
    write: async () => void note(await hand('write', `Chữ ${Math.floor(random() * 100)}`)),
    choose: async () => void note(await hand('choose', random(), random())),
  };

  return {
    /** One more thing somebody does who waits for nothing. */
    async step(): Promise<void> {
      const now = await hand('look');
      const has = (label: string) => now?.buttons.includes(label);
      if (now && has(words.send)) {
        if (chance(random, 20)) {
          const draft = await hand('draft', form.name);
          if (draft) ledger.keep(form, draft);
          if (draft) told('draft');
        } else await acts[pick(random, { send: 3, write: 1, choose: 4 })](now.chosen);
      } else if (has(words.edit) && chance(random, 30)) await hand('press', words.edit);
      else if (has(words.close) && chance(random, 50)) {
        current = undefined;
        await hand('press', words.close);
      }
    },
    /** Where everything in the outbox of the portal stands. */
    outbox: () => hand('outbox'),
  };
}
export type Tab = Awaited<ReturnType<typeof openTab>>;
