import { useEffect, useState } from 'preact/hooks';
import type { Entries } from '../features/score-entries.ts';

/** Self-scores typed and not confirmed yet, by dossier code. */
export type Drafts = Readonly<Record<string, Entries>>;

const NONE: Drafts = {};

/**
 * What was typed, as long as the panel is open. A session that ends takes nothing away; who left finds nothing when he comes back, and
 * another officer who sits down finds nothing of the former.
 */
export function useDrafts(
  officer: string | null,
  left: boolean,
): {
  drafts: Drafts;
  keep: (code: string, entries: Entries | null) => void;
} {
  const [owner, setOwner] = useState(officer);
  const [drafts, setDrafts] = useState<Drafts>(NONE);
  const foreign = owner !== null && (officer === null ? left : officer !== owner);
  useEffect(() => {
    if (foreign) setDrafts(NONE);
    if (foreign || officer !== null) setOwner(officer);
  }, [officer, foreign]);
  const keep = (code: string, entries: Entries | null): void =>
    setDrafts(({ [code]: _, ...others }) => (entries ? { ...others, [code]: entries } : others));
  return { drafts: foreign ? NONE : drafts, keep };
}
