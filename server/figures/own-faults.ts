import type { Fault } from '#rules/integrity.ts';
import { faultsOf } from '#rules/integrity.ts';
import type { PublishedGroup } from '#rules/published-table.ts';
import type { UnitResult } from '#wire/results.ts';

const LEVELS = { province: 'sở, ban, ngành', district: 'cấp huyện', commune: 'cấp xã' } as const;

function gradeGroup(level: keyof typeof LEVELS, units: readonly UnitResult[]): PublishedGroup {
  const labels = [...new Set(units.map((u) => u.gradeLabel ?? 'chưa xếp loại'))];
  return {
    title: `Xếp loại ${LEVELS[level]}`,
    counted: 'đơn vị',
    whole: { label: 'đơn vị', count: units.length },
    exhaustive: true,
    parts: labels.map((label) => ({
      label,
      count: units.filter((u) => (u.gradeLabel ?? 'chưa xếp loại') === label).length,
    })),
  };
}

function punctualityGroup(unit: UnitResult): PublishedGroup {
  const { early, onTime, overdue, unknown, otherPeriod } = unit.punctuality;
  return {
    title: `Thời hạn, ${unit.name}`,
    counted: 'hồ sơ',
    whole: { label: 'hồ sơ', count: unit.n.dossiers },
    exhaustive: true,
    parts: [
      { label: 'trước hạn', count: early },
      { label: 'đúng hạn', count: onTime },
      { label: 'quá hạn', count: overdue },
      { label: 'chưa đủ dữ liệu', count: unknown },
      { label: 'đến hạn ở kỳ khác', count: otherPeriod },
    ],
  };
}

/** The checks applied to other people's reports, applied to our own result before it is shown. */
export function ownFaults(units: readonly UnitResult[]): Pick<Fault, 'code' | 'message'>[] {
  const levels = [...new Set(units.map((u) => u.level))];
  const groups = [
    ...levels.map((level) =>
      gradeGroup(
        level,
        units.filter((u) => u.level === level),
      ),
    ),
    ...units.map(punctualityGroup),
  ];
  const table = { id: '', tenantName: '', title: '', source: { text: '', date: '' }, period: null, periodText: '' };
  return faultsOf({ ...table, groups, scores: [], notes: [] }).map(({ code, message }) => ({ code, message }));
}
