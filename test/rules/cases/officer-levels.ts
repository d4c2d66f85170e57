import type { Choices } from '#rules/choices.ts';
import type { DossierFacts } from '#rules/facts.ts';
import { officerBands } from '#rules/officer-bands.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { group, type LawCase } from './case.ts';
import { type RecordGiven, scoreGiven } from './scored-period.ts';

interface Given {
  readonly records: readonly RecordGiven[];
  readonly choices?: Partial<Choices>;
}
interface Expect {
  /** Officers in each level, best first; `null` = nobody has one. */
  readonly levels: readonly number[] | null;
  readonly ungraded: number;
}

function run({ records, choices }: Given, on: string): Expect {
  const { officers } = scoreGiven({ records, show: [], ...(choices && { choices }) }, on);
  const codes = officers.map(({ grade }) => grade.code);
  if (codes.every((code) => code === null)) return { levels: null, ungraded: codes.length };
  const { bands, ungraded } = officerBands(TT01_2018, codes, on);
  return { levels: bands.map(({ n }) => n), ungraded };
}

const GOOD: DossierFacts = { punctuality: 'early', contacts: 0, otherAgencies: 0, attitude: 'polite' };
/** On the day, sent away never, but to two other agencies. */
const MIDDLING: DossierFacts = { punctuality: 'onTime', contacts: 0, otherAgencies: 2, attitude: 'polite' };

/** A dossier of officer number `n`, received at the counter by another, with a step of his own that was early or late. */
function dossierBy(n: number, citizen: DossierFacts, ended: string): RecordGiven {
  const officer = `CB-${n}`;
  const steps = [{ unit: 'so-mau', officer, due: '2021-10-12T17:00', ended }];
  return { dossier: { code: `H-${n}`, officer, receivedBy: 'CB-NHAN', steps }, citizen };
}
const good = (n: number) => dossierBy(n, GOOD, '2021-10-11T10:00');
const middling = (n: number) => dossierBy(n, MIDDLING, '2021-10-13T10:00');
const NINE_OF_28 = Array.from({ length: 28 }, (_, n) => (n < 9 ? middling(n) : good(n)));
const main = { 'officer.attribution': 'mainProcessor' } as const;
const lent = { 'officer.total': 'withUnit' } as const;

const c = (name: string, given: Given, expect: Expect, worked: string): LawCase<Given, Expect> => ({
  name,
  on: '2021-12-31',
  given,
  expect,
  article: 'Điều 15 TT 01/2018/TT-VPCP',
  worked,
});

export const OFFICER_LEVELS = group('Từ hồ sơ đến mức hoàn thành của cán bộ', run, [
  c(
    'Mọi chỉ số thuộc người xử lý chính: 9 trong 28 cán bộ ở mức từ 70% đến dưới 100%',
    { records: NINE_OF_28, choices: main },
    { levels: [19, 9, 0], ungraded: 0 },
    '19 cán bộ: 2 + 2 + 2 + 2 + 2 = 10; 9 cán bộ: đúng hạn 1, bước trễ 0, không phải liên hệ lại 2, hai cơ quan khác 0, đúng hạn không phản ánh 1 = 4',
  ),
  c(
    'Theo từng bước: người chỉ xử lý và người chỉ tiếp nhận đều không có mức',
    { records: NINE_OF_28 },
    { levels: null, ungraded: 29 },
    '28 người xử lý có chỉ số 1, 2; một người tiếp nhận có chỉ số 3, 4, 7',
  ),
  c(
    'Theo từng bước, một người vừa tiếp nhận vừa xử lý thì có mức',
    { records: [{ ...good(1), dossier: { ...good(1).dossier, receivedBy: 'CB-1' } }, good(2)] },
    { levels: [1, 0, 0], ungraded: 2 },
    'CB-1 đủ năm chỉ số: 10 điểm; CB-2 thiếu 3, 4, 7; CB-NHAN thiếu 1, 2',
  ),
  c(
    'Theo từng bước, chỉ số cán bộ không có thì lấy của đơn vị',
    { records: [good(1), middling(2)], choices: lent },
    { levels: [3, 0, 0], ungraded: 0 },
    'đơn vị: 1,5 · 1,0 · 2,0 · 1,0 · 1,5; CB-1: 2 + 2 + 4,5 = 8,5; CB-2: 1 + 0 + 4,5 = 5,5; CB-NHAN: 2,5 + 4,5 = 7,0',
  ),
  c(
    'Lấy chỉ số của đơn vị mà đơn vị cũng kém',
    { records: [middling(1)], choices: lent },
    { levels: [0, 2, 0], ungraded: 0 },
    'CB-1: 1 + 0 và của đơn vị 2 + 0 + 1 = 4; CB-NHAN: 2 + 0 + 1 và của đơn vị 1 + 0 = 4',
  ),
  c(
    'Đơn vị cũng không có chỉ số đó thì vẫn không có mức',
    { records: [{ ...good(1), citizen: { punctuality: 'early', contacts: 0 } }], choices: lent },
    { levels: null, ungraded: 2 },
    'không ai trả lời về chỉ số 4 và 7',
  ),
]);
