import type { Choices } from '#rules/choices.ts';
import { formatTenths } from '#rules/format.ts';
import { faultsOf } from '#rules/integrity.ts';
import type { PublishedGroup } from '#rules/published-table.ts';
import type { UnitResult } from '#wire/results.ts';

/** What does not add up: a fault of the tables (`rules/integrity.ts`), or `sum.fault`. */
interface OwnFault {
  readonly code: string;
  readonly message: string;
}

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

/** A total that is not the sum of the indices printed beside it. Exact ones added and rounded once may miss it by their rounding. */
function totalFaults(units: readonly UnitResult[], { total: how }: Choices): OwnFault[] {
  return units.flatMap(({ name, total, missing, rows }) => {
    const parts = rows.filter(({ indicator }) => !missing.includes(indicator)).map(({ official }) => official.points);
    const sum = parts.reduce<number>((all, points) => all + (points ?? 0), 0);
    const allowed = how === 'sumOfRounded' ? 0 : parts.length / 2;
    if (total === null || Math.abs(total - sum) <= allowed) return [];
    const message = `${name}: tổng các phần (${formatTenths(sum)}) khác tổng chung (${formatTenths(total)}).`;
    return [{ code: 'sum.fault', message }];
  });
}

/** The checks applied to other people's reports, applied to our own result before it is shown. */
export function ownFaults(units: readonly UnitResult[], choices: Choices): OwnFault[] {
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
  const faults = faultsOf({ ...table, groups, scores: [], notes: [] });
  return [...faults.map(({ code, message }) => ({ code, message })), ...totalFaults(units, choices)];
}
