import { useEffect, useRef, useState } from 'preact/hooks';
import { useAdmin } from './admin-context.ts';
import { type ApiFault, faultOf } from './api.ts';

/** A list that comes in pages. */
export interface Pages<Row> {
  readonly rows: readonly Row[];
  /** The first page has come. */
  readonly loaded: boolean;
  readonly busy: boolean;
  readonly fault: ApiFault | null;
  /** There is more to ask for; also true where the last try failed. */
  readonly more: boolean;
  readonly next: () => void;
  /** Begins anew. */
  readonly again: () => void;
}

interface State<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly loaded: boolean;
  readonly busy: boolean;
  readonly fault: ApiFault | null;
}

/** Loads the first page, and one more each time it is asked; begins anew when `key` changes, and what was still coming is dropped. */
export function usePages<Row>(
  key: string,
  page: (after: string | null) => Promise<{ readonly rows: readonly Row[]; readonly next: string | null }>,
): Pages<Row> {
  const { admitted } = useAdmin();
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<Row>>({ rows: [], next: null, loaded: false, busy: true, fault: null });
  const asked = useRef(0);

  async function load(after: string | null): Promise<void> {
    asked.current += 1;
    const mine = asked.current;
    setState((before) => ({ ...before, busy: true, fault: null }));
    const got = await page(after).catch(faultOf);
    if (mine !== asked.current) return;
    setState((before) =>
      'rows' in got
        ? {
            ...got,
            rows: after === null ? got.rows : [...before.rows, ...got.rows],
            loaded: true,
            busy: false,
            fault: null,
          }
        : { ...before, busy: false, fault: got },
    );
  }
  useEffect(() => {
    setState({ rows: [], next: null, loaded: false, busy: true, fault: null });
    void load(null);
    return () => {
      asked.current += 1;
    };
  }, [key, round, admitted]);

  return {
    rows: state.rows,
    loaded: state.loaded,
    busy: state.busy,
    fault: state.fault,
    more: state.fault !== null || state.next !== null,
    next: () => void load(state.loaded ? state.next : null),
    again: () => setRound((n) => n + 1),
  };
}
