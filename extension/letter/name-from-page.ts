import { browser } from 'wxt/browser';
import type { NameMessage } from '../messages.ts';
import { patternOf } from '../site-pattern.ts';

/**
 * The applicant's name from an open back-office page that shows the dossier. It goes from that page to this one and nowhere else: not
 * through the background, not to the disk.
 */
export async function nameFromPage(code: string, sites: readonly string[]): Promise<string | null> {
  if (sites.length === 0) return null;
  const message: NameMessage = { type: 'name', code };
  for (const { id } of await browser.tabs.query({ url: sites.map(patternOf) })) {
    const answer: unknown = id === undefined ? null : await browser.tabs.sendMessage(id, message).catch(() => null);
    if (typeof answer === 'string' && answer.length <= 120) return answer;
  }
  return null;
}
