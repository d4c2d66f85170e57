import { isPersonalColumn, isPersonalLabel } from '#rules/packs/personal-column.ts';
import { type Sees, visibleLines } from '../hosts/visible-text.ts';
import type { LineChoice } from '../teach-messages.ts';

const LABEL = /^[-–•\s]*([^:\d]{2,40}):\s*\S/;

/** Which lines of these cells may be read. A line of names or numbers of persons is not offered. */
export function linesOf(cells: readonly HTMLElement[], header: string, sees: Sees): readonly LineChoice[] {
  const all = cells.map((cell) => visibleLines(cell, sees)).filter((lines) => lines.length > 0);
  const counts = new Map<number, number>();
  for (const { length } of all) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual = 1] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  const alike = all.filter(({ length }) => length === usual);
  const choices: LineChoice[] = [];
  const whole = all.map((lines) => lines.join(' '));
  if (!isPersonalColumn(usual > 1 ? '' : header, whole)) choices.push({ line: null, label: null });
  if (usual === 1) return choices;
  for (let at = 0; at < usual; at += 1)
    if (
      !isPersonalColumn(
        '',
        alike.map((lines) => lines[at] ?? ''),
      )
    )
      choices.push({ line: { at, of: usual }, label: null });
  const labels = new Map<string, number>();
  for (const line of all.flat()) {
    const label = LABEL.exec(line)?.[1]?.trim();
    if (label) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  // A label stands in row after row; what stands once may be somebody's name.
  for (const [label, times] of labels)
    if (times >= 2 && !isPersonalLabel(label)) choices.push({ line: { label }, label });
  return choices;
}
