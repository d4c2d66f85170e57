import type { Look } from '#rules/drawing/drawing.ts';
import { figureOf, levelId } from '#rules/figure-id.ts';
import type { Figure } from '#rules/print-figure.ts';
import { SATISFACTION_LABELS } from '#rules/rulesets/binh-thuan-1063.ts';
import type { PointsRuleset, UnitGradeCode } from '#rules/rulesets/ruleset.ts';
import type { ReportLevel } from './report-source.ts';

const LOOKS: Readonly<Record<UnitGradeCode, Look>> = {
  excellent: 'lv-5',
  good: 'lv-4',
  fair: 'lv-3',
  average: 'lv-2',
  weak: 'lv-1',
};

export const NO_GRADE = 'Chưa xếp loại';

export interface LabelCount {
  readonly label: string;
  readonly look: Look;
  /** Of the shown units of its level. */
  readonly count: Figure;
}

/** How many of the shown units have each grade, best first; the last are those without one. Grades nobody has are among them. */
export function gradeCounts({ level, shown }: ReportLevel, { unitGrades }: PointsRuleset): LabelCount[] {
  const steps = unitGrades.flatMap(({ value }) => value ?? []);
  const of = (code: string, label: string | null) =>
    figureOf(levelId(level, 'grade', code), 'count', shown.filter(({ grade }) => grade.text === label).length, {
      of: shown.length,
    });
  const graded = (Object.keys(LOOKS) as UnitGradeCode[]).flatMap((code): LabelCount[] => {
    const label = steps.find((step) => step.code === code)?.label;
    return label === undefined ? [] : [{ label, look: LOOKS[code], count: of(code, label) }];
  });
  return [...graded, { label: NO_GRADE, look: 'lv-none', count: of('none', null) }];
}

/** The same of «mức độ hài lòng theo xếp loại»; labels nobody has are left out. */
export function satisfactionCounts({ level, shown }: ReportLevel): LabelCount[] {
  return (Object.keys(LOOKS) as UnitGradeCode[]).flatMap((code): LabelCount[] => {
    const { label } = SATISFACTION_LABELS[code];
    const n = shown.filter(({ satisfaction }) => satisfaction.text === label).length;
    if (n === 0) return [];
    const count = figureOf(levelId(level, 'satisfaction', code), 'count', n, { of: shown.length });
    return [{ label, look: LOOKS[code], count }];
  });
}
