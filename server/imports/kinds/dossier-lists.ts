import type { LocalTime } from '#rules/law.ts';
import type { ReadRow } from '../read-row.ts';

/**
 * New promised dates. A file with the column knows of none where it is empty; without it nothing is known. OpenCPS writes earlier dates
 * there as well: those are no postponement.
 */
export function reappointedOf(row: ReadRow, promised: LocalTime | null): LocalTime[] | null {
  const cells = row.rows('reappointed');
  if (cells === null) return row.has('reappointed') ? [] : null;
  const moments = cells.map((cell) => row.momentIn(cell[''], 'reappointed', 'closing'));
  return moments.filter((moment) => moment !== null && (promised === null || moment > promised)) as LocalTime[];
}

/** Times the clock stood still; only JSON can hold them. */
export function pausesOf(row: ReadRow): unknown[] {
  return (row.rows('pauses') ?? []).map((pause) => ({
    kind: row.textIn(pause.kind, 'pauses'),
    from: row.momentIn(pause.from, 'pauses', 'opening'),
    to: row.momentIn(pause.to, 'pauses', 'opening'),
  }));
}

/** Each agency's part; only JSON can hold them. `null` = not in the file. */
export function stepsOf(row: ReadRow): unknown[] | null {
  const steps = row.rows('steps')?.map((step) => ({
    unit: row.textIn(step.unit, 'steps'),
    officer: row.textIn(step.officer, 'steps'),
    due: row.momentIn(step.due, 'steps', 'closing'),
    ended: row.momentIn(step.ended, 'steps', 'closing'),
  }));
  return steps ?? null;
}
