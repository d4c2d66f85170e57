import { createHash } from 'node:crypto';
import { addDossier } from '#rules/checks/sums/add-dossier.ts';
import { emptyUnit } from '#rules/checks/sums/empty-unit.ts';
import { settleUnit } from '#rules/checks/sums/settle-unit.ts';
import type { UnitSums } from '#rules/checks/sums.ts';
import type { CountRow } from '../store/snapshot-counts.ts';
import { checkedDossier } from './checked-dossier.ts';
import type { CloseContext } from './context.ts';
import type { CountSink } from './count-sinks.ts';

/** Results and the overdue ones among them, for the period after to be held against: rows of this family. */
export const CHECKED = 'checks';

/** Asked for the few dossiers a check would name; 64 bits tell those of a province apart. */
const hashOf = (code: string) => createHash('sha256').update(code).digest().toString('hex', 0, 8);

/** Adds up what the checks go by while dossiers stream by; small however many there are. */
export interface ChecksSink extends CountSink {
  /** By code, once all are gone through. */
  units(): ReadonlyMap<string, UnitSums>;
}

export function checksSink(ctx: CloseContext): ChecksSink {
  const units = new Map<string, UnitSums>();
  let open: UnitSums | null = null;
  function settle(): void {
    if (open) settleUnit(open);
    open = null;
  }
  return {
    table: 'snapshot_slices',
    begin(unit) {
      settle();
      open = emptyUnit(unit);
      units.set(unit, open);
    },
    add(dossier) {
      const checked = open && checkedDossier(open.unit, dossier, ctx);
      if (open && checked) addDossier(open, checked, hashOf);
    },
    rows: () =>
      [...units].map(
        ([
          unit,
          {
            dates: { finished, overdue },
          },
        ]): CountRow => {
          return { unit, family: CHECKED, key: '', counts: { finished, overdue } };
        },
      ),
    units() {
      settle();
      return units;
    },
  };
}
