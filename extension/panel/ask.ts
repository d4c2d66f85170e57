import { browser } from 'wxt/browser';
import { texts } from '../language.ts';
import type { PanelAct, PanelDraft, PanelQuestion, PanelState, Reply, StoredContent } from '../messages.ts';
import type { PackAct, PackQuestion, PackState } from '../pack-messages.ts';
import type { Answered, WorkAct, WorkAnswers, WorkQuestion } from '../work-messages.ts';

const say = texts(
  { lost: 'Phần mềm vừa khởi động lại. Thử lại lần nữa.' },
  { lost: 'The extension has just restarted. Try once more.' },
);

/** Asks the background for everything the panel shows. */
export async function askState(): Promise<PanelState | null> {
  return browser.runtime.sendMessage({ type: 'panel.state' } satisfies PanelQuestion);
}

/** Asks how pages are read, and how well. */
export async function askPacks(): Promise<PackState | null> {
  return browser.runtime.sendMessage({ type: 'panel.packs' } satisfies PackQuestion);
}

/** Asks for everything kept on this computer, without its secrets. */
export async function askStored(): Promise<StoredContent | null> {
  return browser.runtime.sendMessage({ type: 'panel.stored' } satisfies PanelQuestion);
}

/** Asks for the lines of the diagnosis. */
export async function askDiagnosis(): Promise<readonly string[] | null> {
  return browser.runtime.sendMessage({ type: 'panel.diagnose' } satisfies PanelQuestion);
}

/** Asks the background to do something; resolves to `null` when done, else to a sentence for the officer. */
export async function askDo(message: PanelAct | PanelDraft | WorkAct | PackAct): Promise<string | null> {
  const reply = (await browser.runtime.sendMessage(message).catch(() => null)) as Reply | null;
  if (!reply) return say('lost');
  return reply.ok ? null : reply.message;
}

/** Asks for what an officer works with; an answer that did not come is a sentence too. */
export async function askFor<Type extends WorkQuestion['type']>(
  message: Extract<WorkQuestion, { type: Type }>,
): Promise<Answered<WorkAnswers[Type]>> {
  const answer = (await browser.runtime.sendMessage(message).catch(() => null)) as Answered<WorkAnswers[Type]> | null;
  return answer ?? { ok: false, message: say('lost') };
}
