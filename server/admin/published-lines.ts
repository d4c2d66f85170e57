import type { PublishedTable } from '#rules/published-table.ts';

type Group = PublishedTable['groups'][number];
type Part = Group['parts'][number];

/** `8.868` as printed → 8868; nothing = the report gives none; anything else is refused by the server by name. */
const countOf = (cell: string | undefined): number | null =>
  cell === undefined || cell === '' || cell === '—' ? null : Number(cell.replaceAll(/[.\s]/g, ''));

/** Cells of a line copied from a sheet (tabs) or of a CSV file (semicolons or commas, quoted where they hold one). */
function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  const mark = line.includes(';') ? ';' : ',';
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === mark && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += char;
  }
  return [...cells, cell.trim()];
}

/**
 * Groups of a report from lines of a sheet: group · line · number · percentage · beside · whole · what is counted · «không» where the
 * lines are only some of the whole. A group goes on while its cell is empty or the same.
 */
export function groupsOf(lines: string): Group[] {
  const groups: { -readonly [K in keyof Group]: K extends 'parts' ? Part[] : Group[K] }[] = [];
  for (const line of lines.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [title = '', label = '', count, percent = '', beside = '', whole, counted = '', all = ''] = cellsOf(line);
    const part: Part = {
      label,
      count: countOf(count),
      ...(percent === '' ? {} : { percent: percent.replace(/\s*%$/, '') }),
      ...(beside === '' ? {} : { beside }),
    };
    const last = groups.at(-1);
    if (last && (title === '' || title === last.title)) {
      last.parts.push(part);
      continue;
    }
    const of = counted === '' ? 'đơn vị' : counted;
    const exhaustive = all.toLowerCase() !== 'không';
    groups.push({ title, counted: of, whole: { label: of, count: countOf(whole) }, exhaustive, parts: [part] });
  }
  return groups;
}

/** What the lines do not say of a group that was there before: the name of its whole, and the units named on a line. */
export function withUntyped(groups: readonly Group[], before: readonly Group[]): Group[] {
  return groups.map((group) => {
    const old = before.find(({ title }) => title === group.title);
    const parts = group.parts.map((part) => {
      const units = old?.parts.find(({ label }) => label === part.label)?.units;
      return units ? { ...part, units } : part;
    });
    return { ...group, parts, whole: { ...group.whole, label: old?.whole.label ?? group.whole.label } };
  });
}

/** The same lines of a table that is kept, to be changed. */
export function linesOf(groups: readonly Group[]): string {
  return groups
    .flatMap(({ title, counted, whole, exhaustive, parts }) =>
      parts.map(({ label, count, percent, beside }, i) =>
        [title, label, count ?? '', percent ?? '', beside ?? '', ...(i > 0 ? [] : [whole.count ?? '', counted])]
          .concat(i === 0 && !exhaustive ? ['không'] : [])
          .join('\t'),
      ),
    )
    .join('\n');
}

/** `Sở Tài chính⇥15,9⇥Xuất sắc⇥Rất hài lòng` for each unit the report names with its total. */
export function scoresOf(lines: string): PublishedTable['scores'] {
  return lines
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [unit = '', total = '', grade = '', satisfaction = ''] = cellsOf(line.replace(/(\d),(\d)/g, '$1.$2'));
      return { unit, total: Math.round(Number(total) * 10), grade, satisfaction };
    });
}

export const scoreLines = (scores: PublishedTable['scores']): string =>
  scores
    .map(({ unit, total, grade, satisfaction }) =>
      [unit, (total / 10).toFixed(1).replace('.', ','), grade, satisfaction].join('\t'),
    )
    .join('\n');
