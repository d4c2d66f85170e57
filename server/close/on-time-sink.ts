import type { Dossier } from '#rules/dossier.ts';
import { NotInForce } from '#rules/law.ts';
import { onTime766 } from '#rules/qd766/on-time.ts';
import { asOf } from '#rules/statistics/as-of.ts';
import type { CountRow } from '../store/snapshot-counts.ts';
import type { CloseContext } from './context.ts';
import type { CountSink } from './count-sinks.ts';

interface Told {
  onTime: number;
  late: number;
  unknown: number;
}

/**
 * Counts index 2.1 of QĐ 766/QĐ-TTg by unit, as dossiers stood when the period was over: all that were in hand in it, whatever part
 * counts elsewhere. Nothing is counted of a period from before the system was official.
 */
export function onTimeSink({ period, office }: CloseContext): CountSink {
  const units = new Map<string, Told>();
  const periodEnd = `${period.to}T00:00`;
  let told: Told = { onTime: 0, late: 0, unknown: 0 };
  let outside = false;
  function tell(dossier: Dossier): void {
    if (outside) return;
    try {
      const { counted, onTime } = onTime766({ dossier: asOf(dossier, periodEnd), stopped: null }, periodEnd, office);
      if (counted) told[onTime === null ? 'unknown' : onTime ? 'onTime' : 'late'] += 1;
    } catch (error) {
      if (!(error instanceof NotInForce)) throw error;
      outside = true;
    }
  }
  return {
    table: 'snapshot_slices',
    begin(unit) {
      told = { onTime: 0, late: 0, unknown: 0 };
      units.set(unit, told);
    },
    add: ({ scored }) => tell(scored.record.dossier),
    addBeside: tell,
    rows: () =>
      outside
        ? []
        : [...units].map(([unit, counts]): CountRow => ({ unit, family: 'qd766', key: '2.1', counts: { ...counts } })),
  };
}
