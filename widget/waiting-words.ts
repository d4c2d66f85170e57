import type { OutboxState } from '#rules/outbox.ts';
import type { Words } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import type { Trouble } from './store.ts';

/**
 * What to say of answers that the server does not have yet: first where they are, then what happens next. Empty = it has
 * them. "Saved" is said only of what the disk holds (`trouble` = null).
 */
export function waitingWords(
  words: Words,
  state: OutboxState,
  trouble: Trouble | null,
  now: number,
): readonly string[] {
  if (state.is === 'delivered') return [];
  const where = words[trouble ?? 'saved'] ?? '';
  if (state.is !== 'waiting') return [where, words.sending ?? ''];
  if (state.reason === 'busy') return [where, words.busy ?? ''];
  if (!trouble && !navigator.onLine) return [where, words['offline.queued'] ?? ''];
  return [where, fill(words, 'send.retry', { s: Math.max(1, Math.ceil((state.retryAt - now) / 1000)) })];
}
