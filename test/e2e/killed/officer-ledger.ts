import type { Db } from '../../../server/store/db.ts';

/** One thing an officer did to one dossier, told apart by its own words, or by its dossier alone. */
export interface Deed {
  readonly code: string;
  readonly kind: 'score' | 'batch' | 'letter';
  /** Note of a score. */
  readonly note: string;
  /** The panel said it was done. */
  promised: boolean;
  /** The browser emptied its own store after that. */
  emptied: boolean;
}

interface Found {
  readonly promised: number;
  readonly lost: number;
  readonly taken: number;
  readonly double: number;
  readonly emptied: number;
  readonly faults: readonly string[];
}

/** What was done in the panel, what it called done, and what of it the server must have in the end. */
export function openOfficerLedger() {
  const deeds: Deed[] = [];
  const faults: string[] = [];
  let emptied = 0;
  const ofDossier = (code: string) => deeds.filter((deed) => deed.code === code);
  return {
    deeds,
    faults,
    ofDossier,
    begin(code: string, kind: Deed['kind'], note = ''): Deed {
      const deed = { code, kind, note, promised: false, emptied: false };
      deeds.push(deed);
      return deed;
    },
    /** As in the widget's ledger: a torn entry of its log is the browser's own doing, two writers at once would be ours. */
    empty(why: string): void {
      emptied += 1;
      if (why === 'Unknown corruption') faults.push(`trình duyệt xóa kho: ${why}`);
      for (const deed of deeds) deed.emptied = true;
    },
    /** What the browser has of self-scores at its next start. */
    restore(codes: ReadonlySet<string>): void {
      for (const { code, kind, promised, emptied } of deeds)
        if (promised && !emptied && kind !== 'letter' && !codes.has(code)) faults.push(`${code}: mất phiếu đã ghi`);
    },
    /** Compares what was promised with what the server has. */
    async check(db: Db): Promise<Found> {
      const scores = await db.all<{ dossier: string; points: string; revision: number }>(
        "select dossier, points, revision from self_scores where tenant = 'mau' order by dossier, revision",
      );
      const letters = await db.all<{ dossier: string }>("select dossier from apology_letters where tenant = 'mau'");
      let [lost, taken, double] = [0, 0, 0];
      for (const code of new Set(deeds.map((deed) => deed.code))) {
        const done = ofDossier(code);
        const scored = scores.filter(({ dossier }) => dossier === code);
        const stored = [
          ...scored.map(({ points }) => {
            const own = done.findIndex(({ note }) => note && points.includes(note));
            return own < 0 ? done.findIndex(({ kind }) => kind === 'batch') : own;
          }),
          ...letters
            .filter(({ dossier }) => dossier === code)
            .map(() => done.findIndex(({ kind }) => kind === 'letter')),
        ];
        if (new Set(stored).size < stored.length || stored.includes(-1)) {
          double += 1;
          faults.push(`${code}: máy chủ có ${JSON.stringify(stored)} của ${done.length} việc`);
        }
        const at = done.findLastIndex(({ promised }) => promised);
        if (at < 0 || Math.max(-1, ...stored) >= at) continue;
        if (done[at]?.emptied) taken += 1;
        else {
          lost += 1;
          faults.push(`${code}: việc ${at} đã báo ghi mà máy chủ có ${JSON.stringify(stored)}`);
        }
      }
      return { promised: deeds.filter((deed) => deed.promised).length, lost, taken, double, emptied, faults };
    },
  };
}
export type OfficerLedger = ReturnType<typeof openOfficerLedger>;
