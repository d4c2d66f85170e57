import type { Figure } from '#rules/print-figure.ts';
import type { Block, Run } from '#wire/report.ts';
import { type Ink, interval, joined } from './ink.ts';
import { levelsOf, type ReportLevel, type ReportSource, type ReportUnit } from './report-source.ts';

/** Names of one line; the others are in the appendix. */
const MOST_NAMED = 5;

interface Below {
  readonly unit: ReportUnit;
  readonly figure: Figure;
}

/** Units surely below `middle`: even the upper end of their interval does not reach it. Lowest first. */
function surelyBelow(level: ReportLevel, of: (unit: ReportUnit) => Figure | undefined, middle: number): Below[] {
  return level.shown
    .flatMap((unit): Below[] => {
      const figure = of(unit);
      if (!figure || figure.value === null || figure.high === null || figure.low === figure.high) return [];
      return figure.high < middle ? [{ unit, figure }] : [];
    })
    .sort((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0) || a.unit.name.localeCompare(b.unit.name, 'vi'));
}

function meanOf(level: ReportLevel, of: (unit: ReportUnit) => Figure | undefined): number | null {
  const values = level.shown.flatMap((unit) => of(unit)?.value ?? []);
  return values.length < 2 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function line(name: string, below: readonly Below[], ink: Ink): Run[] {
  const told = below
    .slice(0, MOST_NAMED)
    .map(({ unit, figure }) => ink.say`${unit.name} (${figure}, khoảng 95\u00a0%: ${interval(figure)})`);
  const rest = below.length - told.length;
  const more = rest > 0 ? ` và ${rest} đơn vị khác` : '';
  return ink.say`${name}: ${joined(told, ', ')}${more}, thấp hơn mức trung bình của các đơn vị cùng cấp.`;
}

/** What is surely below the average of its level, by indicator; a gap that chance explains is not named. */
export function limitLines({ units }: ReportSource, ink: Ink): Run[][] {
  return levelsOf(units).flatMap((level) => {
    const looked: [string, (unit: ReportUnit) => Figure | undefined][] = [
      ['Tỷ lệ hài lòng theo phiếu', ({ share }) => share],
      ...Array.from({ length: 9 }, (_, i): [string, (unit: ReportUnit) => Figure | undefined] => [
        `Chỉ số ${i + 1}`,
        ({ official }) => official[i],
      ]),
    ];
    return looked.flatMap(([name, of]) => {
      const middle = meanOf(level, of);
      const below = middle === null ? [] : surelyBelow(level, of, middle);
      return below.length === 0 ? [] : [line(name, below, ink)];
    });
  });
}

/** II.6: the same as a list, or that there is none. */
export function limitsSection(source: ReportSource, ink: Ink): Block[] {
  const lines = limitLines(source, ink);
  return [
    { kind: 'heading', level: 2, key: 'limits', text: '6. Nội dung còn hạn chế theo đơn vị' },
    ...(lines.length > 0
      ? lines.map((runs): Block => ({ kind: 'paragraph', item: true, runs }))
      : [
          {
            kind: 'paragraph',
            item: false,
            runs: ink.say`Không có đơn vị nào thấp hơn rõ rệt mức trung bình của các đơn vị cùng cấp (khoảng 95\u00a0% không chạm mức đó).`,
          } as const,
        ]),
  ];
}
