import { formatList } from '../format.ts';
import { type Fault, groupFaults } from '../integrity.ts';
import type { Citation } from '../law.ts';
import type { DossierStatistics } from './statistics.ts';

/** The layout, as reports on the national system print it; the form's own text is not at hand. */
export const STATISTICS_CITE: Citation = {
  act: 'Biểu II.06a/VPCP/KSTT',
  certainty: 'secondary',
  note: 'Cột theo báo cáo của hệ thống một cửa; các đẳng thức là phép cộng của chính bảng.',
};

/** Headings of the columns, in the order they are printed. */
export const STATISTICS_COLUMNS = {
  total: 'Tổng số hồ sơ',
  before: 'Kỳ trước chuyển qua',
  inPeriod: 'Tiếp nhận trong kỳ',
  online: 'Trực tuyến',
  direct: 'Trực tiếp, bưu chính',
  channelUnknown: 'Không rõ cách nộp',
  solved: 'Đã giải quyết',
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  overdue: 'Giải quyết quá hạn',
  solvedUnknown: 'Đã giải quyết, không rõ hạn',
  open: 'Đang giải quyết',
  within: 'Trong hạn',
  openOverdue: 'Đang giải quyết quá hạn',
  openUnknown: 'Đang giải quyết, không rõ hạn',
  late: 'Tổng số trễ hạn',
  sentBack: 'Trả lại',
  withdrawn: 'Rút hồ sơ',
  endUnknown: 'Đã kết thúc, không rõ ngày',
} as const;
export type StatisticsColumn = keyof typeof STATISTICS_COLUMNS;

/** A row as typed or published. Absent = the report has no such column; `null` = it has the column and leaves it empty. */
export type StatisticsRow = Readonly<Partial<Record<StatisticsColumn, number | null>>>;

/** What must add up. `also` counts where the report has the column; it need not have it. */
const IDENTITIES: readonly {
  readonly whole: StatisticsColumn;
  readonly parts: readonly StatisticsColumn[];
  readonly also: readonly StatisticsColumn[];
}[] = [
  { whole: 'total', parts: ['before', 'inPeriod'], also: [] },
  { whole: 'inPeriod', parts: ['online', 'direct'], also: ['channelUnknown'] },
  { whole: 'solved', parts: ['early', 'onTime', 'overdue'], also: ['solvedUnknown'] },
  { whole: 'open', parts: ['within', 'openOverdue'], also: ['openUnknown'] },
  { whole: 'late', parts: ['overdue', 'openOverdue'], also: [] },
  { whole: 'total', parts: ['solved', 'open'], also: ['sentBack', 'withdrawn', 'endUnknown'] },
];

/** The printed row of computed counts: every column, with what is not known beside what is. */
export function statisticsRow(counts: DossierStatistics): Readonly<Record<StatisticsColumn, number>> {
  const { before, online, direct, channelUnknown, early, onTime, overdue, solvedUnknown } = counts;
  const { within, openOverdue, openUnknown, sentBack, withdrawn, endUnknown } = counts;
  const inPeriod = online + direct + channelUnknown;
  return {
    total: before + inPeriod,
    before,
    inPeriod,
    online,
    direct,
    channelUnknown,
    solved: early + onTime + overdue + solvedUnknown,
    early,
    onTime,
    overdue,
    solvedUnknown,
    open: within + openOverdue + openUnknown,
    within,
    openOverdue,
    openUnknown,
    late: overdue + openOverdue,
    sentBack,
    withdrawn,
    endUnknown,
  };
}

/** What does not add up in a row. An identity the report has not all columns for is not checked. */
export function identityFaults(row: StatisticsRow): Fault[] {
  return IDENTITIES.flatMap(({ whole, parts, also }) => {
    if (row[whole] === undefined || parts.some((part) => row[part] === undefined)) return [];
    const present = [...parts, ...also].filter((part) => row[part] !== undefined);
    const line = (column: StatisticsColumn) => ({ label: STATISTICS_COLUMNS[column], count: row[column] ?? null });
    return groupFaults({
      title: `${STATISTICS_COLUMNS[whole]} gồm ${formatList(present.map((part) => `«${STATISTICS_COLUMNS[part]}»`))}`,
      counted: 'hồ sơ',
      whole: { ...line(whole), label: `hồ sơ ở cột «${STATISTICS_COLUMNS[whole]}»` },
      exhaustive: true,
      parts: present.map(line),
    });
  });
}
