import type { KioskLine } from '#wire/kiosk.ts';
import { text } from './text.ts';
import { when } from './when.ts';

/** Three signs of life missed. */
const SILENT_MS = 16 * 60_000;

/** How a kiosk stands, worst first, in words a clerk acts on. */
export function kioskState(kiosk: KioskLine, now: number): { readonly words: string; readonly bad: boolean } {
  const { enrolledAt, revokedAt, wipe, wipedAt, seenAt, fault, paused } = kiosk;
  const bad = (words: string) => ({ words, bad: true });
  const well = (words: string) => ({ words, bad: false });
  if (wipedAt) return well(text('kiosks.state.wiped', { time: when(wipedAt) }));
  if (revokedAt) return well(text('state.revoked', { time: when(revokedAt) }));
  if (!enrolledAt) return well(text('kiosks.state.empty'));
  if (wipe) return bad(text('kiosks.state.wiping'));
  if (fault === 'storage') return bad(text('kiosks.state.storage'));
  if (fault === 'refused') return bad(text('kiosks.state.refused'));
  if (!seenAt) return well(text('kiosks.state.new'));
  if (now - Date.parse(seenAt) > SILENT_MS) return bad(text('kiosks.state.silent', { time: when(seenAt) }));
  return well(paused ? text('kiosks.state.paused') : text('kiosks.state.well', { time: when(seenAt) }));
}
