import type { Drafts, Entries } from '../features/score-entries.ts';
import { settings } from './settings.ts';
import { currentPerson } from './switch-person.ts';

/** More than an officer leaves half done in a day; the oldest go first. */
const MOST = 200;

async function put(code: string, entries: Entries | null): Promise<void> {
  const person = await currentPerson();
  const before = await settings.session('drafts');
  // A session that ran out while he typed takes nothing away.
  const officer = person?.officer ?? before?.officer;
  if (!officer) return;
  const { [code]: _, ...others } = before?.officer === officer ? before.drafts : {};
  const kept = Object.entries(entries ? { ...others, [code]: entries } : others).slice(-MOST);
  await settings.setSession('drafts', kept.length > 0 ? { officer, drafts: Object.fromEntries(kept) } : null);
}

/** One after the other: each reads what the former wrote. */
let line: Promise<unknown> = Promise.resolve();

/** What the officer at this browser typed of a self-score and has not confirmed; `null` = nothing, or confirmed. Gone with the browser. */
export function keepDraft(code: string, entries: Entries | null): Promise<void> {
  const kept = line.then(() => put(code, entries));
  line = kept.catch(() => {});
  return kept;
}

/** Of the officer who gave his PIN; nobody else finds them. */
export async function draftsOf(officer: string | null): Promise<Drafts> {
  const kept = await settings.session('drafts');
  return kept && kept.officer === officer ? kept.drafts : {};
}
