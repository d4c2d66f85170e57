import type { LocalTime } from '#rules/law.ts';
import type { ReadRow } from '../read-row.ts';
import type { Cells } from '../row.ts';

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

/** `Thẩm định | 3 | 02/11/2026 08:00 | 04/11/2026 10:00; Ký duyệt | 0,5 | …`: a step ends at a semicolon or a line, its parts at a bar. */
function writtenSteps(text: string): Cells[] {
  const lines = text.split(/[;\n]/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const parts = ['name', 'limitDays', 'started', 'ended'];
    const texts = line.split('|').map((part) => part.trim());
    return Object.fromEntries(parts.flatMap((part, i) => (texts[i] ? [[part, texts[i]]] : [])));
  });
}

/** The progress table: nested in an item of JSON, written in one cell elsewhere. Absent = the file has no such column, or nothing in it. */
export function courseOf(row: ReadRow): { course?: unknown[] } {
  const rows = row.rows('course')?.flatMap((step) => (typeof step[''] === 'string' ? writtenSteps(step['']) : [step]));
  const course = rows?.map((step) => ({
    name: row.textIn(step.name, 'course'),
    limitDays: row.decimalIn(step.limitDays, 'course'),
    started: row.momentIn(step.started, 'course', 'opening'),
    ended: row.momentIn(step.ended, 'course', 'closing'),
  }));
  return course?.length ? { course } : {};
}
