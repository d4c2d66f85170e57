import { dossierId, figureOf } from '#rules/figure-id.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { formatCount } from '#rules/format.ts';
import { meanTenths } from '#rules/points.ts';
import type { ReportBody, Run } from '#wire/report.ts';
import type { DossierPoints } from '../../store/dossier-points.ts';
import { interval, newInk, over, sizeOf } from './ink.ts';
import { bodyOf } from './report-body.ts';
import type { ReportSource } from './report-source.ts';

/** Dossiers of one file: more would keep the server busy and make no document a person reads. */
export const PART = 2_000;

/** Indicators a dossier is scored by. */
const INDICATORS = [1, 2, 3, 4, 6, 7] as const satisfies readonly IndicatorId[];

/**
 * Mẫu 01: every dossier of one unit with the points of the system. It has no cell of a citizen, and cannot have: no answer is kept with a
 * dossier's code. The satisfied share is the unit's, said under the table.
 * @param part 1 = the first `PART` dossiers by code.
 */
export function mau01(source: ReportSource, dossiers: readonly DossierPoints[], part: number): ReportBody {
  const ink = newInk();
  const [unit] = source.units;
  const officer: readonly number[] = source.ruleset.officerTotal;
  const first = (part - 1) * PART;
  const rows = dossiers.map(({ dossier, computed }, i): Run[][] => {
    const cells = INDICATORS.map((id) =>
      figureOf(dossierId(dossier, `${id}`), 'tenths', computed[id] ?? null, { of: 20 }),
    );
    const counted = cells.filter(({ value }, k) => value !== null && officer.includes(INDICATORS[k] ?? 0));
    const sum = counted.reduce((all, { value }) => all + (value ?? 0), 0);
    const known = counted.length > 0;
    const total = figureOf(dossierId(dossier, 'total'), 'tenths', known ? sum : null, { of: counted.length * 20 });
    const mean = figureOf(dossierId(dossier, 'mean'), 'tenths', known ? meanTenths(sum, counted.length) : null, {
      of: 20,
      n: counted.length,
    });
    if (known) ink.made(total, { kind: 'sum', of: counted.map(({ id }) => id) });
    return [
      ink.cell(formatCount(first + i + 1)),
      ink.cell(dossier),
      ...cells.map((cell) => ink.cell(cell)),
      ink.cell(known ? over(total) : total),
      ink.cell(mean),
    ];
  });
  const all = unit?.n?.dossiers ?? 0;
  const shown = `Hồ sơ ${formatCount(first + 1)}–${formatCount(first + rows.length)} trong ${formatCount(all)} hồ sơ.`;
  const blocks: ReportBody['blocks'] = [
    {
      kind: 'paragraph',
      item: false,
      runs: unit?.share.value
        ? ink.say`${unit.name}. Tỷ lệ hài lòng theo phiếu của cả đơn vị: ${unit.share} (khoảng 95\u00a0%: ${interval(unit.share)}; ${sizeOf(unit.share)}).`
        : ink.say`${unit?.name ?? ''}. Chưa đủ 5 phiếu để nêu tỷ lệ hài lòng của đơn vị.`,
    },
    rows.length === 0
      ? {
          kind: 'paragraph',
          item: false,
          runs: ink.say`Không còn kết luận của từng hồ sơ: kỳ này không có hồ sơ trong phần được chọn, hoặc đã hết thời hạn lưu.`,
        }
      : {
          kind: 'table',
          key: 'dossiers',
          caption: 'Điểm hệ thống của từng hồ sơ',
          columns: [
            { label: 'TT', number: true, width: 6 },
            { label: 'Mã hồ sơ', number: false, width: 26 },
            ...INDICATORS.map((id) => ({ label: `Chỉ số ${id}`, number: true, width: 8 })),
            { label: 'Tổng điểm CBCC', number: true, width: 10 },
            { label: 'Điểm bình quân', number: true, width: 10 },
          ],
          rows,
          total: false,
          wide: true,
          source: `${shown} Không có ô của người dân: không phiếu nào được giữ cùng mã hồ sơ.`,
        },
  ];
  return bodyOf(source, 'mau-01', `Mẫu 01. Kết quả đánh giá từng hồ sơ, ${source.period.label}`, blocks, ink);
}
