import { useState } from 'preact/hooks';
import { type ApiFault, faultOf } from './api.ts';

/** One change sent to the server: `busy` while it runs, `fault` when it was refused. A second press while busy does nothing. */
export function useAction<Args extends unknown[]>(act: (...args: Args) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault | null>(null);
  async function run(...args: Args): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      await act(...args);
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setBusy(false);
    }
  }
  return { busy, fault, run };
}
