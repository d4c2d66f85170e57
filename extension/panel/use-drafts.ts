import { useEffect, useState } from 'preact/hooks';
import type { Drafts, Entries } from '../features/score-entries.ts';
import type { PanelDraft, PanelState } from '../messages.ts';

const NONE: Drafts = {};

/**
 * What was typed, also after the panel was closed and opened again. A session that ends takes nothing away; who left finds nothing when he
 * comes back, and another officer who sits down finds nothing of the former.
 * @param tell keeps it outside of this page, until the browser is closed.
 */
export function useDrafts(
  { person, left, drafts: kept }: Pick<PanelState, 'person' | 'left' | 'drafts'>,
  tell: (draft: PanelDraft) => void,
): {
  drafts: Drafts;
  keep: (code: string, entries: Entries | null) => void;
} {
  const officer = person?.officer ?? null;
  const [owner, setOwner] = useState(officer);
  const [drafts, setDrafts] = useState<Drafts>(kept);
  const foreign = owner !== null && (officer === null ? left : officer !== owner);
  useEffect(() => {
    if (foreign) setDrafts(kept);
    // The page was opened while the session was out.
    else if (owner === null && officer !== null) setDrafts((typed) => ({ ...kept, ...typed }));
    if (foreign || officer !== null) setOwner(officer);
  }, [officer, foreign]);
  const keep = (code: string, entries: Entries | null): void => {
    setDrafts(({ [code]: _, ...others }) => (entries ? { ...others, [code]: entries } : others));
    tell({ type: 'panel.draft', code, entries });
  };
  return { drafts: foreign ? NONE : drafts, keep };
}
