import { useEffect } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { PeriodProgress } from '#wire/progress.ts';
import { useAdmin } from '../admin-context.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';

const EVERY_MS = 1500;

function sentence({ state, done, of }: PeriodProgress): string {
  if (state === 'stopped') return text('progress.stopped');
  if (state === 'idle' || state === 'writing') return text(`progress.${state}`);
  return text(`progress.${state}`, { done: formatCount(done), of: formatCount(of) });
}

/** How far the computation of a period has come, asked again and again; `onIdle` when nothing is computed any more. */
export function CloseProgress({ period, onIdle }: { period: string; onIdle?: () => void }) {
  const { api } = useAdmin();
  const load = useLoad(`progress ${period}`, (signal) => api.progress(period, signal));
  const state = load.value?.state;
  useEffect(() => {
    if (load.loading) return;
    if (state === 'idle' || state === 'stopped') {
      onIdle?.();
      return;
    }
    const timer = setTimeout(load.again, EVERY_MS);
    return () => clearTimeout(timer);
  }, [load.loading, load.at, state]);
  return <p role="status">{load.value ? sentence(load.value) : text('close.busy')}</p>;
}
