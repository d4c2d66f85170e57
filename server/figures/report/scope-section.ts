import { figureOf, wholeId } from '#rules/figure-id.ts';
import { formatDate, formatList, formatMoment, formatReportCount } from '#rules/format.ts';
import type { Block } from '#wire/report.ts';
import { localTime } from '../../clock.ts';
import { type Ink, office } from './ink.ts';
import { periodName } from './period-name.ts';
import { levelsOf, type ReportSource } from './report-source.ts';

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** I: on what basis, which period and units, where the numbers come from. */
export function scopeSection(source: ReportSource, own: (section: 'basis') => Block, ink: Ink): Block[] {
  const { period, snapshot, units, head } = source;
  const levels = levelsOf(units);
  const whole = levels.every((level) => level.whole);
  const shown = units.filter(({ hidden }) => !hidden);
  const sum = (of: (unit: (typeof shown)[number]) => number | null | undefined) =>
    shown.reduce((total, unit) => total + (of(unit) ?? 0), 0);
  const dossiers = figureOf(
    wholeId('dossiers'),
    'count',
    sum((unit) => unit.dossiers.value),
  );
  const responses = figureOf(
    wholeId('responses'),
    'count',
    sum((unit) => unit.responses.value),
  );
  ink.made(dossiers, { kind: 'sum', of: shown.map((unit) => ink.keep(unit.dossiers).id) });
  ink.made(responses, { kind: 'sum', of: shown.map((unit) => ink.keep(unit.responses).id) });
  const apart = figureOf(
    wholeId('apart'),
    'count',
    sum(({ n }) => (n ? n.officerLink + n.open : 0)),
  );
  const self = figureOf(
    wholeId('self'),
    'count',
    sum(({ n }) => n?.selfScores),
  );
  const closed = formatMoment(localTime(new Date(snapshot.createdAt)));
  const privately = units.every(({ n }) => n !== null);
  const kinds = formatList(levels.map(({ kind, units: own }) => `${formatReportCount(own.length)} ${kind}`));
  const numbers = !whole
    ? ink.say`Số liệu chốt ${closed}, mã bản chốt ${snapshot.snapshot}. Có đơn vị được ẩn nên không nêu tổng số hồ sơ, phiếu.`
    : privately
      ? ink.say`Số liệu gồm ${office(dossiers)} hồ sơ trên hệ thống, ${office(responses)} phiếu của người dân, tổ chức được tính (ngoài ra có ${office(apart)} phiếu chưa đủ căn cứ gắn với hồ sơ nên để riêng), ${office(self)} phiếu tự chấm; chốt ${closed}, mã bản chốt ${snapshot.snapshot}.`
      : ink.say`Số liệu gồm ${office(dossiers)} hồ sơ trên hệ thống, ${office(responses)} phiếu của người dân, tổ chức được tính; chốt ${closed}, mã bản chốt ${snapshot.snapshot}.`;
  return [
    { kind: 'heading', level: 1, key: 'scope', text: 'I. CĂN CỨ VÀ PHẠM VI ĐÁNH GIÁ' },
    { kind: 'heading', level: 2, key: 'basis', text: '1. Căn cứ' },
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Thực hiện ${period.decision ?? lower(period.rulesetTitle)}, ${head.issuer} báo cáo kết quả ${periodName(period)} như sau:`,
    },
    own('basis'),
    { kind: 'heading', level: 2, key: 'period', text: '2. Kỳ đánh giá và đối tượng' },
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Kỳ đánh giá từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.lastDay)}, gồm ${kinds || '0 đơn vị'}.`,
    },
    { kind: 'heading', level: 2, key: 'numbers', text: '3. Nguồn số liệu' },
    { kind: 'paragraph', item: false, runs: numbers },
    ...source.errata.map(
      ({ at, erratum }): Block => ({
        kind: 'paragraph',
        item: false,
        runs: ink.say`Đính chính ngày ${formatDate(localTime(new Date(at)))}: ${erratum}`,
      }),
    ),
  ];
}
