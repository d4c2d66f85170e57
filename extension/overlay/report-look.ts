import type { OverlayMessage, ReadingCount } from '../messages.ts';
import type { Look } from '../site-health.ts';

export const NO_ROWS: ReadingCount = { total: 0, read: 0, noCode: 0, noDate: 0, duplicates: 0 };

/** Tells the background how a look at a list went, once for each outcome; pages without a list say nothing. */
export function reportLook(ask: (message: OverlayMessage) => Promise<unknown>): (look: Look) => void {
  let told = '';
  return (look) => {
    if (look.count.total === 0 && !look.unreadable) return;
    const text = JSON.stringify(look);
    if (text === told) return;
    told = text;
    void ask({ type: 'overlay.look', look });
  };
}
