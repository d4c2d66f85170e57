import type { DossierReading, RowReading } from '../hosts/host.ts';
import type { KnownReading } from '../known-reading.ts';
import type { OverlayKnown, ReadingCount } from '../messages.ts';
import type { Ask } from './start-overlay.tsx';

/** Most readings in one message; a longer list goes in several. */
const BATCH = 200;
const NONE: ReadingCount = { total: 0, read: 0, noCode: 0, noDate: 0, duplicates: 0 };

/** Whether two readings say the same. Most readings are new, or met again as they were: none is written out for it. */
function same(one: DossierReading, other: DossierReading): boolean {
  const fields = Object.keys(one) as (keyof DossierReading)[];
  const equal = (field: keyof DossierReading): boolean => {
    const [a, b] = [one[field], other[field]];
    return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
  };
  return one === other || (fields.length === Object.keys(other).length && fields.every(equal));
}

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
 * @param learned an answer came. `news` = of some dossier more is known now than its row says, and its mark may say so.
 */
export function reportReadings(
  ask: Ask,
  day: () => string,
  learned: (unsent: number, news: boolean) => void,
): Reporter {
  const told = { list: new Map<string, DossierReading>(), detail: new Map<string, DossierReading>() };
  /** Dossiers of which more is known than a row says, and what that row said. */
  const known = new Map<string, { from: DossierReading | null; reading: KnownReading }>();
  const texts = new WeakMap<DossierReading, string>();
  let counted = '';
  let today = '';

  const textOf = (reading: DossierReading): string => {
    const text = texts.get(reading) ?? JSON.stringify(reading);
    texts.set(reading, text);
    return text;
  };
  const isTold = (reading: DossierReading): boolean => {
    const before = told[reading.source].get(reading.code);
    return before !== undefined && same(before, reading);
  };
  const forget = (): void => {
    told.list.clear();
    told.detail.clear();
  };

  return {
    again: forget,
    best({ reading }) {
      if (!reading) return null;
      const more = known.get(reading.code);
      // What the background knows may be older than what the row says by now.
      const best = more?.from && same(more.from, reading) ? more.reading : reading;
      return { reading: best, text: textOf(best) };
    },
    async tell(readings, count) {
      if (today !== day()) forget();
      today = day();
      const fresh = readings.filter((reading) => !isTold(reading));
      const counts = JSON.stringify(count);
      if (fresh.length === 0 && (!count || counts === counted)) return;
      if (count) counted = counts;
      for (const reading of fresh) told[reading.source].set(reading.code, reading);
      let news = false;
      for (let at = 0; at === 0 || at < fresh.length; at += BATCH) {
        const part = fresh.slice(at, at + BATCH);
        const answer = await ask<OverlayKnown>({ type: 'overlay.reading', readings: part, count: count ?? NONE });
        if (!answer) {
          // Not taken: told again with the next reading of the page.
          for (const reading of fresh.slice(at)) told[reading.source].delete(reading.code);
          return;
        }
        answer.readings.forEach((reading, i) => {
          const from = part[i];
          if (!from) return;
          const before = known.get(from.code);
          if (!reading && !before && from.source === 'list') return;
          known.set(from.code, {
            from: from.source === 'list' ? from : (before?.from ?? null),
            reading: reading ?? from,
          });
          news = true;
        });
        if (at === 0 || at + BATCH >= fresh.length) {
          learned(answer.unsent, news);
          news = false;
        }
      }
    },
  };
}
