import type { LocalTime } from '#rules/law.ts';
import { apologyOwedMark } from './features/apology-owed.tsx';
import { punctualityOf } from './features/deadline-mark.tsx';
import { seenOf } from './features/seen.ts';
import { isOn } from './features/switches.ts';
import type { KnownReading } from './known-reading.ts';
import type { OfficeSettings } from './office-rules.ts';

export interface DueCounts {
  readonly overdue: number;
  readonly dueToday: number;
  readonly apology: number;
}

/** What presses among dossiers that are not finished. One that is overdue is not counted as due today as well. */
export function dueCounts(
  dossiers: readonly { readonly reading: KnownReading }[],
  settings: OfficeSettings,
  now: LocalTime,
): DueCounts {
  const counts = { overdue: 0, dueToday: 0, apology: 0 };
  for (const { reading } of dossiers) {
    const seen = seenOf(reading, settings, now);
    const found = punctualityOf(seen);
    if (!found || found.finished) continue;
    if (found.status === 'overdue') counts.overdue += 1;
    else if (found.dueToday) counts.dueToday += 1;
    if (isOn(apologyOwedMark.id) && apologyOwedMark.sign?.(seen)) counts.apology += 1;
  }
  return counts;
}
