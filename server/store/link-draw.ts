import { createHmac } from 'node:crypto';
import type { Candidate } from './link-candidates.ts';

/** Filers of many dossiers are asked about a few of them. Group keys are the province's own; nothing here stores them. */
export interface FilerGroups {
  readonly groupOf: ReadonlyMap<string, string>;
  readonly perGroup: number;
  readonly seed: string;
}

interface Drawn {
  readonly code: string;
  readonly lot: string;
}

/** Draws among the dossiers of each group, seen one after the other in whatever order. */
export interface Draw {
  see(candidate: Candidate): void;
  /** Whether a dossier that may get a link gets one; those of no group all do. Asked once all were seen. */
  has(code: string): boolean;
}

/** The lots of the same seed fall the same way: whoever has it can draw again and find the same dossiers. */
export function createDraw({ groupOf, perGroup, seed }: FilerGroups): Draw {
  const asked = new Map<string, number>();
  const drawn = new Map<string, Drawn[]>();
  let chosen: ReadonlySet<string> | null = null;
  const lotOf = (code: string) => createHmac('sha256', seed).update(code).digest('hex');

  return {
    see(candidate) {
      const { code } = candidate;
      const group = groupOf.get(code);
      if (group === undefined) return;
      if (candidate.asked) asked.set(group, (asked.get(group) ?? 0) + 1);
      else if (candidate.verdict === 'free') {
        const lots = [...(drawn.get(group) ?? []), { code, lot: lotOf(code) }];
        drawn.set(group, lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, perGroup));
      }
    },
    has(code) {
      if (!groupOf.has(code)) return true;
      chosen ??= new Set(
        [...drawn].flatMap(([group, lots]) =>
          lots.slice(0, Math.max(0, perGroup - (asked.get(group) ?? 0))).map((each) => each.code),
        ),
      );
      return chosen.has(code);
    },
  };
}
