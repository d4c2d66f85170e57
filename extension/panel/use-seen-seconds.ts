import { useEffect, useRef } from 'preact/hooks';

/** A panel may stay open for days; a day is as slow as two. */
const LONGEST_SECONDS = 86_400;

/** Tells how long what is shown was on a visible page, since it came up or `key` changed. */
export function useSeenSeconds(key: unknown): () => number {
  const seen = useRef({ ms: 0, since: 0 });
  const now = () => {
    const { ms, since } = seen.current;
    return ms + (since && performance.now() - since);
  };
  useEffect(() => {
    const turn = (ms: number) => {
      // 0 = out of sight.
      seen.current = { ms, since: document.hidden ? 0 : performance.now() };
    };
    const onTurn = () => turn(now());
    turn(0);
    document.addEventListener('visibilitychange', onTurn);
    return () => document.removeEventListener('visibilitychange', onTurn);
  }, [key]);
  return () => Math.min(now() / 1000, LONGEST_SECONDS);
}
