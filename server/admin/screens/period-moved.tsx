import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { useLoad } from '../use-load.ts';

/** What changed of the records since the result was computed from them: to be scored anew, or said why not, before the seal. */
export function PeriodMoved({ period }: { period: Period }) {
  const { api } = useAdmin();
  const { value } = useLoad(`moved ${period.snapshot}`, (signal) => api.check(period.period, signal));
  const moved = value?.advisory.find(({ code }) => code === 'records.moved');
  return moved ? <p class="note">{moved.message}</p> : null;
}
