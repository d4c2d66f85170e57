import { figureOf, timelinessId } from '#rules/figure-id.ts';
import type { Figure } from '#rules/print-figure.ts';
import type { Block } from '#wire/report.ts';
import type { Ink } from './ink.ts';
import { LETTER_PARTS, type LetterPart } from './report-beside.ts';
import type { ReportSource } from './report-source.ts';

const LABELS: Readonly<Record<LetterPart, string>> = {
  inTime: 'Xin lỗi kịp thời',
  late: 'Xin lỗi muộn',
  none: 'Chưa xin lỗi',
  unknown: 'Chưa rõ',
};

/** In time of those whose letter is known to be there or not. */
function inTimeShare(scope: string, letters: Readonly<Record<LetterPart, Figure>>): Figure {
  const known = (letters.inTime.of ?? 0) - (letters.unknown.value ?? 0);
  return figureOf(timelinessId(scope, 'letter-share'), 'share', known === 0 ? null : letters.inTime.value, {
    ...{ of: known, because: known === 0 ? 'Chưa rõ hồ sơ nào đã được xin lỗi.' : null },
  });
}

/** Appendix III: what became of the letter of apology of each late dossier, unit by unit; most without one first. */
export function lettersTable({ units, beside, time }: ReportSource, ink: Ink): Block[] {
  const told = units.flatMap(({ unit, name }) => {
    const letters = beside?.letters.get(unit);
    return letters ? [{ unit, name, letters }] : [];
  });
  if (told.length === 0 || time === null) return [];
  const owed = ({ letters }: (typeof told)[number]) => (letters.none.value ?? 0) + (letters.late.value ?? 0);
  const lateOf = (scope: string, of: number | null) => figureOf(timelinessId(scope, 'letter-all'), 'count', of);
  const rows = [...told]
    .sort((a, b) => owed(b) - owed(a) || a.name.localeCompare(b.name, 'vi'))
    .map(({ unit, name, letters }) => {
      const late = lateOf(unit, letters.inTime.of);
      ink.made(late, { kind: 'sum', of: LETTER_PARTS.map((each) => letters[each].id) });
      return [
        ink.cell(name),
        ...LETTER_PARTS.map((each) => ink.cell(letters[each])),
        ink.cell(late),
        ink.cell(inTimeShare(unit, letters)),
      ];
    });
  for (const each of LETTER_PARTS)
    ink.made(time.letters[each], { kind: 'sum', of: told.map(({ letters }) => letters[each].id) });
  const all = lateOf('all', time.letters.inTime.of);
  ink.made(all, { kind: 'sum', of: told.map(({ unit }) => timelinessId(unit, 'letter-all')) });
  return [
    {
      kind: 'table',
      key: 'letters',
      caption: 'Thư xin lỗi của hồ sơ trễ hạn theo đơn vị',
      columns: [
        { label: 'Đơn vị', number: false, width: 30 },
        ...LETTER_PARTS.map((each) => ({ label: LABELS[each], number: true, width: 12 })),
        { label: 'Hồ sơ trễ hạn', number: true, width: 11 },
        { label: 'Tỷ lệ kịp thời', number: true, width: 11 },
      ],
      rows: [
        ...rows,
        [
          ink.cell('Tổng số'),
          ...LETTER_PARTS.map((each) => ink.cell(time.letters[each])),
          ink.cell(all),
          ink.cell(inTimeShare('all', time.letters)),
        ],
      ],
      total: true,
      wide: false,
      source:
        'Tỷ lệ kịp thời không kể hồ sơ chưa rõ. Chưa rõ: đơn vị chưa khai ghi mọi thư xin lỗi vào sổ, nên không có thư trong sổ chưa chắc là không gửi.',
    },
  ];
}
