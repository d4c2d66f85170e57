import { useRef } from 'preact/hooks';
import type { PanelState } from '../messages.ts';

/**
 * A key for what is typed or shown for one officer: another one as soon as another officer sits down or the one at the computer leaves,
 * the same when a session runs out or begins.
 */
export function useOwner({ person, left }: Pick<PanelState, 'person' | 'left'>): string {
  const owner = useRef('');
  const times = useRef(0);
  const now = person?.officer ?? (left ? '' : owner.current);
  if (owner.current && now !== owner.current) times.current += 1;
  owner.current = now;
  return String(times.current);
}
