import { INDICATOR_IDS } from '#rules/finding.ts';
import type { UnitResult } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import {
  type KeptSeries,
  type OfficerSums,
  type SnapshotSums,
  sumsOrNull,
  type UnitSums,
} from '../store/snapshot-sums.ts';
import { unitResults } from '../store/snapshots.ts';

/** The citizen part of one unit. */
type CitizenPart = Pick<UnitSums, 'unit' | 'citizen' | 'satisfaction'> & {
  readonly n: Pick<UnitSums['n'], 'official' | 'officerLink' | 'open'>;
};

/** As near as an older snapshot tells: its values and how many stand behind them, which give the same values again. */
function ofResult({ unit, rows, n, satisfactionShare: share }: UnitResult): CitizenPart {
  const citizen: { -readonly [K in keyof KeptSeries]: KeptSeries[K] } = {};
  for (const id of INDICATOR_IDS) {
    const cell = rows.find((row) => row.indicator === id)?.citizen;
    if (cell && cell.n > 0) citizen[id] = [cell.points === null ? null : cell.points * cell.n, cell.n];
  }
  return { unit, citizen, n, satisfaction: share ? [Math.round((share.value * share.n) / 1000), share.n] : [null, 0] };
}

async function partsOf(db: Db, tenant: string, from: string) {
  const kept = await sumsOrNull(db, tenant, from);
  if (kept) return kept;
  return { units: (await unitResults(db, tenant, from)).map(ofResult), officers: [] };
}

/**
 * `sums` with the citizen part as it stood in the snapshot `from`. Units and officers that are there no more are left out; those
 * that were not there then have no answers.
 */
export async function withFrozenCitizen(
  db: Db,
  tenant: string,
  from: string,
  sums: SnapshotSums,
): Promise<SnapshotSums> {
  const before = await partsOf(db, tenant, from);
  const units = new Map(before.units.map((part) => [part.unit, part]));
  const key = ({ unit, officer }: Pick<OfficerSums, 'unit' | 'officer'>) => JSON.stringify([unit, officer]);
  const officers = new Map(before.officers.map((part) => [key(part), part.citizen]));
  return {
    units: sums.units.map((unit) => {
      const part = units.get(unit.unit);
      if (!part) return unit;
      const { official, officerLink, open } = part.n;
      return {
        ...unit,
        citizen: part.citizen,
        satisfaction: part.satisfaction,
        n: { ...unit.n, official, officerLink, open },
      };
    }),
    officers: sums.officers.map((officer) => ({ ...officer, citizen: officers.get(key(officer)) ?? {} })),
  };
}
