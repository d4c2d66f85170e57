import { useEffect, useState } from 'preact/hooks';
import { useAdmin } from './admin-context.ts';
import { type ApiFault, faultOf } from './api.ts';

/** What a screen knows of one answer. While it loads again the last value stays, with the time it came. */
export interface Load<T> {
  readonly value: T | null;
  readonly at: Date | null;
  readonly fault: ApiFault | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/** Loads when `key` changes, when `again` is called, after signing in anew and once a second step that was owed is on. `null` key: nothing to load yet. */
export function useLoad<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Load<T> {
  const { admitted } = useAdmin();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<{ key: string | null; value: T | null; at: Date | null; fault: ApiFault | null }>({
    key: null,
    value: null,
    at: null,
    fault: null,
  });
  const [loading, setLoading] = useState(true);

  // `load` is made anew on every render; `key` says what it would ask for.
  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    setLoading(true);
    load(stop.signal)
      .then((value) => ({ key, value, at: new Date(), fault: null }))
      .catch((error: unknown) => ({ fault: faultOf(error) }))
      .then((next) => {
        if (stop.signal.aborted) return;
        setState((last) =>
          next.fault ? { ...last, ...next, value: last.key === key ? last.value : null } : { ...last, ...next },
        );
        setLoading(false);
      });
    return () => stop.abort();
  }, [key, round, admitted]);

  const fresh = state.key === key;
  return {
    value: fresh ? state.value : null,
    at: fresh ? state.at : null,
    fault: state.fault,
    loading,
    again: () => setRound((n) => n + 1),
  };
}
