import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { FaultText } from './fault-text.tsx';

/** How long what was done may be taken back without being asked for again. */
const UNDO_MS = 10_000;

/** What was just done, in one sentence. */
export interface Done {
  readonly said: string;
  /** Takes it back on the server; absent = it cannot be, or was. */
  readonly back?: () => Promise<void>;
}

/**
 * Says what was done and offers for ten seconds to take it back: for every act that is not asked about before. While the button has the
 * focus the time stands still, so that nobody loses it on the way.
 */
export function Undo({ done }: { done: Done | null }) {
  const [open, setOpen] = useState(false);
  const [held, setHeld] = useState(false);
  const line = useRef<HTMLSpanElement>(null);
  const undo = useAction(async () => {
    line.current?.focus();
    await done?.back?.();
    setOpen(false);
  });
  useEffect(() => {
    setOpen(done?.back !== undefined);
    setHeld(false);
  }, [done]);
  useEffect(() => {
    if (!open || held) return;
    const timer = setTimeout(() => setOpen(false), UNDO_MS);
    return () => clearTimeout(timer);
  }, [done, open, held]);
  return (
    <>
      <p class="actions">
        <span role="status" tabIndex={-1} ref={line}>
          {done?.said}
        </span>
        {open && (
          <button
            type="button"
            class="button"
            aria-disabled={undo.busy}
            onClick={() => undo.run()}
            onFocus={() => setHeld(true)}
            onBlur={() => setHeld(false)}
          >
            {text('action.undo')}
          </button>
        )}
      </p>
      {undo.fault && <FaultText fault={undo.fault} />}
    </>
  );
}

/**
 * Settings as they stand on the server, and their last change to be taken back by putting before back. `put` tells what was kept; `key`
 * is for the form that edits them, so that it begins anew with what was put back; `onTry` before each try to save.
 */
export function useStanding<T>(first: T, put: (next: T) => Promise<T>, said: string) {
  const [{ stands, key }, setStands] = useState({ stands: first, key: 0 });
  const [done, setDone] = useState<Done | null>(null);
  async function save(next: T): Promise<void> {
    const kept = await put(next);
    setStands({ stands: kept, key });
    const back = async () => {
      await put(stands);
      setStands({ stands, key: key + 1 });
      setDone({ said: text('undo.done') });
    };
    setDone({ said, back });
  }
  return { stands, key, done, save, onTry: () => setDone(null) };
}
