import type { UnitSpan } from '#rules/units/unit-tree.ts';

const LINE =
  /^(?<unit>[^:(]+)(?: \(tên (?<name>[^)]+)\))?: từ (?<from>\S{10})(?:, thôi từ (?<to>\S{10}))?(?:, thuộc (?<parent>[^,]+?)(?: đến trước (?<until>\S{10}))?)?(?:, kế tục là (?<heirs>.+))?$/;
const LEVELS = { Sở: 'province', Huyện: 'district' } as const;

/**
 * The life of a unit as a sentence: `Xã Một: từ 2016-01-01, thôi từ 2025-07-01, thuộc Huyện Mẫu đến trước 2025-07-01, kế tục là Xã Ba và
 * Xã Tư`. Its name is its code; `(tên …)` gives another. «Sở» and «Huyện» tell the level, everything else is a commune.
 */
export function unitsTold(lines: readonly string[]): UnitSpan[] {
  return lines.map((line) => {
    const { unit = '', name = unit, from = '', to = null, parent = null, until, heirs } = LINE.exec(line)?.groups ?? {};
    if (!unit) throw new Error(`unreadable: ${line}`);
    const word = unit.split(' ')[0] ?? '';
    return {
      unit,
      name,
      level: LEVELS[word as keyof typeof LEVELS] ?? 'commune',
      parent: [{ from, value: parent }, ...(until ? [{ from: until, value: null }] : [])],
      from,
      to,
      successors: heirs?.split(' và ') ?? [],
    };
  });
}
