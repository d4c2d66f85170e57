import { looksPersonal } from '#rules/packs/personal-column.ts';

const LONGEST = 300;
const MOST_KNOWN = 2_000;
/** A list says the same few words in hundreds of rows. */
const known = new Map<string, string | null>();

/** A text of the page that is kept, cut to 300 characters, or `null` when it or a part of it seems to be of a person. */
export function withoutPerson(text: string | null): string | null {
  if (text === null) return null;
  const cut = text.slice(0, LONGEST).trim();
  let kept = known.get(cut);
  if (kept === undefined) {
    const parts = cut.split(/\s*[-–:;,()/]\s*/);
    kept = !cut || looksPersonal(cut) || parts.some(looksPersonal) ? null : cut;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(cut, kept);
  }
  return kept;
}
