import type { Seen } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { runFeatures } from '../features/run-features.ts';
import type { RowReading } from '../hosts/host.ts';
import type { KnownReading } from '../known-reading.ts';
import type { DrawnMark } from './mark-button.tsx';

/** The mark of a dossier, not yet at a place. */
export interface MadeMark {
  readonly drawn: DrawnMark;
  readonly seen: Seen;
}

export type MarkOf = (row: RowReading) => MadeMark | null;

export interface MarkMaker {
  readonly markOf: MarkOf;
  /** The time has come on, or a setting changed: every mark may say something else. */
  readonly forget: () => void;
}

function make(seen: Seen): MadeMark | null {
  const [mark] = runFeatures(FEATURES, 'mark', (feature) => feature.mark?.(seen));
  if (!mark) return null;
  const signs = runFeatures(FEATURES, 'sign', (feature) => feature.sign?.(seen));
  return { drawn: { code: seen.reading.code, mark, signs, spot: null }, seen };
}

/**
 * Makes a mark when it is first asked for and again when its dossier reads otherwise. No code, or a code shared by several rows, no mark.
 * @param best what is known of a row's dossier, and that as one text.
 */
export function markMaker(
  best: (row: RowReading) => { readonly reading: KnownReading; readonly text: string } | null,
  see: (reading: KnownReading) => Seen,
): MarkMaker {
  const made = new Map<string, MadeMark | null>();
  return {
    markOf(row) {
      const known = row.code && !row.duplicate ? best(row) : null;
      if (!known) return null;
      const before = made.get(known.text);
      if (before !== undefined) return before;
      const mark = make(see(known.reading));
      made.set(known.text, mark);
      return mark;
    },
    forget: () => made.clear(),
  };
}
