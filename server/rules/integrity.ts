import { addDays } from './calendar/date.ts';
import { differingDenominators, formatSpan } from './denominators.ts';
import type { Evidence } from './finding.ts';
import { formatCount, formatDate, formatPercent } from './format.ts';
import type { IsoDate } from './law.ts';
import { quarter } from './period.ts';
import { roundHalfUp } from './points.ts';
import { parsePercent } from './printed-percent.ts';
import type { PublishedGroup, PublishedPart, PublishedTable } from './published-table.ts';

export interface Fault {
  readonly code:
    | 'parts.exceed'
    | 'parts.unexplained'
    | 'percent.denominators'
    | 'percent.sum'
    | 'percent.truncated'
    | 'percent.wrong'
    | 'period.gap'
    | 'period.overlap';
  /** One Vietnamese sentence that shows the arithmetic. */
  readonly message: string;
  readonly evidence: readonly Evidence[];
}

const scaled = (units: number, digits: number) => {
  const text = String(units).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)},${text.slice(-digits)}`;
};

function evidenceOf(group: PublishedGroup): Evidence[] {
  const lines = [...group.parts, group.whole].filter((line) => line.count !== null);
  return [
    { label: 'Bảng', value: group.title },
    ...lines.map((line) => ({ label: line.label, value: formatCount(line.count ?? 0) })),
  ];
}

/** Counts must add up exactly; a line without a count leaves a shortfall unknown, but never excuses an excess. */
function countFault(group: PublishedGroup): Fault[] {
  const whole = group.whole.count;
  const counts = group.parts.flatMap((part) => (part.count === null ? [] : [part.count]));
  if (whole === null || counts.length === 0) return [];
  const sum = counts.reduce((total, count) => total + count, 0);
  const shown = `Kiểm tra: ${counts.map((count) => formatCount(count)).join(' + ')}${counts.length > 1 ? ` = ${formatCount(sum)}` : ''}`;
  const evidence = evidenceOf(group);
  // Lines of a selection may overlap, so only each alone is bounded by the whole.
  const excess = group.exhaustive ? sum > whole : counts.some((count) => count > whole);
  if (excess)
    return [
      {
        code: 'parts.exceed',
        message: `${shown}, nhiều hơn ${formatCount(whole)} ${group.whole.label}; đề nghị đính chính.`,
        evidence,
      },
    ];
  if (!group.exhaustive || sum === whole || counts.length < group.parts.length) return [];
  const left = whole - sum;
  const rest = `còn ${formatCount(left)} ${group.counted} (${formatPercent(left, whole)}) báo cáo không giải thích`;
  return [{ code: 'parts.unexplained', message: `${shown}, ${rest}.`, evidence }];
}

/** A printed percentage against its own counts: rounded half up, cut off, or something else. */
function percentFault(part: PublishedPart, group: PublishedGroup): Fault[] {
  const whole = group.whole.count;
  if (part.percent === undefined || part.count === null || !whole) return [];
  const { units, digits } = parsePercent(part.percent);
  const numerator = part.count * 100 * 10 ** digits;
  const right = roundHalfUp(numerator, whole);
  if (units === right) return [];
  const evidence = [
    { label: 'Bảng', value: group.title },
    { label: part.label, value: `${formatCount(part.count)}/${formatCount(whole)}` },
  ];
  const printed = `Tỷ lệ đã công bố ${part.percent}\u00a0%`;
  const rounded = `${scaled(right, digits)}\u00a0%`;
  if (units === Math.floor(numerator / whole))
    return [{ code: 'percent.truncated', message: `${printed} là số bị cắt, số làm tròn là ${rounded}.`, evidence }];
  return [{ code: 'percent.wrong', message: `${printed} không khớp số đếm, số làm tròn là ${rounded}.`, evidence }];
}

/** Rounded parts of a whole may miss 100 by half a unit of the last digit each, and no more. */
function percentSumFault(group: PublishedGroup): Fault[] {
  const printed = group.parts.flatMap((part) => (part.percent === undefined ? [] : [parsePercent(part.percent)]));
  const silent = group.parts.filter((part) => part.percent === undefined);
  if (!group.exhaustive || printed.length === 0 || silent.some((part) => part.count !== 0)) return [];
  const digits = Math.max(...printed.map((each) => each.digits));
  const scale = (from: number) => 10 ** (digits - from);
  const sum = printed.reduce((total, each) => total + each.units * scale(each.digits), 0);
  const twiceAllowed = printed.reduce((total, each) => total + scale(each.digits), 0);
  if (2 * Math.abs(sum - 100 * 10 ** digits) <= twiceAllowed) return [];
  const terms = group.parts.flatMap((part) => part.percent ?? []).join(' + ');
  return [
    {
      code: 'percent.sum',
      message: `Kiểm tra: ${terms} = ${scaled(sum, digits)}\u00a0%, lệch 100\u00a0% nhiều hơn sai số làm tròn.`,
      evidence: [{ label: 'Bảng', value: group.title }],
    },
  ];
}

/** Percentages of lines that name no common whole and cannot have one; where the whole is named, each line is held against it. */
function denominatorFault(group: PublishedGroup): Fault[] {
  const found = group.whole.count === null ? differingDenominators(group) : null;
  if (!found) return [];
  const [small, large] = found.map(({ part, from, to }) => ({
    words: `«${part.label}» trên ${formatSpan(from, to)}`,
    evidence: { label: part.label, value: `${formatCount(part.count)} (${part.percent}\u00a0%)` },
  }));
  if (!small || !large) return [];
  return [
    {
      code: 'percent.denominators',
      message: `Kiểm tra: các tỷ lệ không cùng mẫu số, ${small.words}, ${large.words} ${group.counted}.`,
      evidence: [{ label: 'Bảng', value: group.title }, small.evidence, large.evidence],
    },
  ];
}

/** What does not add up in one group: counts, then the sum of percentages, then each percentage. */
export function groupFaults(group: PublishedGroup): Fault[] {
  return [
    ...countFault(group),
    ...percentSumFault(group),
    ...denominatorFault(group),
    ...group.parts.flatMap((part) => percentFault(part, group)),
  ];
}

/** What does not add up in one published table, in the order it is printed. An empty list = nothing found. */
export function faultsOf(table: PublishedTable): Fault[] {
  return table.groups.flatMap(groupFaults);
}

type Span = NonNullable<PublishedTable['period']> & { readonly table: PublishedTable };

function isQuarter({ from, to }: Span): boolean {
  const y = Number(from.slice(0, 4));
  return [quarter(y, 1), quarter(y, 2), quarter(y, 3), quarter(y, 4)].some((q) => q.from === from && q.to === to);
}

/** Reports from the same first day are one running count, of which the longest is compared: 6 tháng, 9 tháng, cả năm. */
function sequence(spans: readonly Span[]): Span[] {
  const longest = new Map<string, Span>();
  for (const span of spans) if (span.to > (longest.get(span.from)?.to ?? '')) longest.set(span.from, span);
  return [...longest.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** `code` with the days from `from` to the day before `to`. */
function periodFault(code: 'period.gap' | 'period.overlap', from: IsoDate, to: IsoDate, spans: Span[]): Fault {
  const days = `từ ngày ${formatDate(from)} đến ngày ${formatDate(addDays(to, -1))}`;
  return {
    code,
    message: `Kiểm tra: ${days} ${code === 'period.gap' ? 'không thuộc kỳ đánh giá nào' : 'thuộc hai kỳ đánh giá'}.`,
    evidence: spans.map(({ table }) => ({ label: table.title, value: table.periodText })),
  };
}

function sequenceFaults(spans: readonly Span[]): Fault[] {
  const faults: Fault[] = [];
  let reached: Span | null = null;
  for (const next of sequence(spans)) {
    if (reached && reached.to < next.from)
      faults.push(periodFault('period.gap', reached.to, next.from, [reached, next]));
    if (reached && reached.to > next.from) {
      const end = reached.to < next.to ? reached.to : next.to;
      faults.push(periodFault('period.overlap', next.from, end, [reached, next]));
    }
    if (!reached || next.to > reached.to) reached = next;
  }
  return faults;
}

/**
 * Days that belong to no period, or to two, between the tables of the same tenant. Tables without a period are left out. Quarters are
 * compared with quarters and the others with the others, because offices report both by quarter and by year
 * (TT 01/2018/TT-VPCP Điều 15).
 */
export function gapsBetween(tables: readonly PublishedTable[]): Fault[] {
  const spans = tables.flatMap((table) => (table.period ? [{ ...table.period, table }] : []));
  const tenants = new Set(spans.map(({ table }) => table.tenantName));
  return [...tenants].flatMap((tenant) => {
    const own = spans.filter(({ table }) => table.tenantName === tenant);
    return [...sequenceFaults(own.filter(isQuarter)), ...sequenceFaults(own.filter((span) => !isQuarter(span)))];
  });
}
