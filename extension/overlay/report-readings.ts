import type { DossierReading, RowReading } from '../hosts/host.ts';
import type { KnownReading } from '../known-reading.ts';
import type { OverlayKnown, ReadingCount } from '../messages.ts';
import type { Ask } from './start-overlay.tsx';

/** Most readings in one message; a longer list goes in several. */
const BATCH = 200;
const NONE: ReadingCount = { total: 0, read: 0, noCode: 0, noDate: 0, duplicates: 0 };

export interface Reporter {
  /** What is known of a row's dossier: this row's own words, completed with what other screens said, once that was asked. */
  readonly best: (row: RowReading) => { readonly reading: KnownReading; readonly text: string } | null;
  /** Tells what is new. @param count `null` while the list is not read to its end. */
  readonly tell: (readings: readonly DossierReading[], count: ReadingCount | null) => Promise<void>;
  /** Something was put on record elsewhere: every reading is told again, for what is known of its dossier by now. */
  readonly again: () => void;
}

/**
 * Tells the background what the page says, each reading once a day and again when it changes.
 * @param day today, so that a page left open over night is told anew.
 * @param learned something came back that a mark may say differently.
 */
export function reportReadings(ask: Ask, day: () => string, learned: (unsent: number) => void): Reporter {
  const told = new Map<string, string>();
  const known = new Map<string, { from: string; reading: KnownReading }>();
  const texts = new WeakMap<DossierReading, string>();
  let counted = '';
  let today = '';

  const textOf = (reading: DossierReading): string => {
    const text = texts.get(reading) ?? JSON.stringify(reading);
    texts.set(reading, text);
    return text;
  };
  const keyOf = ({ source, code }: DossierReading): string => `${source} ${code}`;

  return {
    again: () => told.clear(),
    best({ reading }) {
      if (!reading) return null;
      const more = known.get(reading.code);
      // What the background knows may be older than what the row says by now.
      const best = more?.from === textOf(reading) ? more.reading : reading;
      return { reading: best, text: textOf(best) };
    },
    async tell(readings, count) {
      if (today !== day()) told.clear();
      today = day();
      const fresh = readings.filter((reading) => told.get(keyOf(reading)) !== textOf(reading));
      const counts = JSON.stringify(count);
      if (fresh.length === 0 && (!count || counts === counted)) return;
      if (count) counted = counts;
      for (const reading of fresh) told.set(keyOf(reading), textOf(reading));
      for (let at = 0; at === 0 || at < fresh.length; at += BATCH) {
        const part = fresh.slice(at, at + BATCH);
        const answer = await ask<OverlayKnown>({ type: 'overlay.reading', readings: part, count: count ?? NONE });
        if (!answer) {
          // Not taken: told again with the next reading of the page.
          for (const reading of fresh.slice(at)) told.delete(keyOf(reading));
          return;
        }
        answer.readings.forEach((reading, i) => {
          const from = part[i];
          if (!from) return;
          const before = known.get(from.code);
          const text = from.source === 'list' ? textOf(from) : (before?.from ?? '');
          known.set(from.code, { from: text, reading: reading ?? from });
        });
        if (at === 0 || at + BATCH >= fresh.length) learned(answer.unsent);
      }
    },
  };
}
