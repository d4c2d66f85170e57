import type { Choices } from '#rules/choices.ts';
import type { UnitFacts } from '#rules/facts.ts';
import type { IndicatorId } from '#rules/finding.ts';
import type { Appraised } from '#rules/official.ts';
import { year } from '#rules/period.ts';
import { pooledYear } from '#rules/pooled-year.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { group, type LawCase } from './case.ts';
import { type PeriodGiven, scoreGiven } from './scored-period.ts';

type Quarter = Pick<PeriodGiven, 'records' | 'unitFacts'>;
interface Given {
  /** From the first quarter of 2021 on. */
  readonly quarters: readonly Quarter[];
  readonly unitFacts?: UnitFacts;
  readonly appraised?: Appraised;
  readonly choices?: Partial<Choices>;
  readonly show: readonly IndicatorId[];
  /** An officer whose year is shown in place of the unit's. */
  readonly officer?: string;
}
interface Expect {
  readonly indices: readonly (readonly [value: number | null, n: number])[];
  readonly label: string | null;
}

const ENDS = ['2021-03-31', '2021-06-30', '2021-09-30', '2021-12-31'];

function run({ quarters, choices, show, officer, unitFacts, appraised }: Given): Expect {
  const scored = quarters.map((quarter, i) =>
    scoreGiven({ ...quarter, ...(choices && { choices }), show }, ENDS[i] ?? ''),
  );
  const ofUnit = pooledYear({
    period: year(2021),
    ruleset: TT01_2018,
    quarters: scored,
    evaluated: true,
    ...(unitFacts && { unitFacts }),
    ...(appraised && { appraised }),
  });
  const shown = officer ? ofUnit.officers.find((each) => each.officer === officer) : ofUnit;
  if (!shown) throw new Error(`no officer ${officer}`);
  return { indices: show.map((id) => [shown.official[id].value, shown.official[id].n]), label: shown.grade.label };
}

const c = (
  name: string,
  given: Given,
  indices: Expect['indices'],
  worked: string,
  label: string | null = null,
): LawCase<Given, Expect> => ({
  name,
  on: '2021-12-31',
  given,
  expect: { indices, label },
  article: 'Điều 15 TT 01/2018/TT-VPCP',
  worked,
});

const MONTHS = ['03', '06', '09', '12'];
const system = { 'index1.source': 'system' } as const;
const mean = { ...system, 'year.pool': 'meanOfQuarters' } as const;
/** So many dossiers of quarter `q` that were early, and so many that were late. */
function dossiers(q: 1 | 2 | 3 | 4, early: number, late: number, officer = 'CB-01'): Quarter {
  const day = (d: string) => `2021-${MONTHS[q - 1]}-${d}`;
  const one = (ready: string) => ({
    dossier: { officer, received: `${day('01')}T08:00`, promised: `${day('15')}T17:00`, ready: `${day(ready)}T10:00` },
  });
  return { records: [...Array(early).fill(one('14')), ...Array(late).fill(one('16'))] };
}
const facts = (unitFacts: UnitFacts): Quarter => ({ records: [], unitFacts });
const petitions = (received: number, onTime: number) => facts({ petitions: { received, onTime, prolonged: 0 } });
const online = (onlineProcedures: number, filed: number, all: number) =>
  facts({
    online: { eligibleProcedures: 10, onlineProcedures, dossiers: all, onlineDossiers: filed, abandonedOrOverdue: 0 },
  });
const oneStop = (wholeCycle: number) =>
  facts({ oneStop: { listed: 10, receivedAndReturned: 10, wholeCycle, level: 'province' } });

const UNEVEN = [dossiers(1, 9, 0), dossiers(2, 0, 1)];
const [QUIET, BUSY] = [petitions(0, 0), petitions(10, 8)];

export const YEARS = group('Kết quả năm từ các quý', run, [
  c(
    'Cộng dồn hồ sơ: quý ít hồ sơ nhẹ hơn',
    { quarters: UNEVEN, choices: system, show: [1] },
    [[18, 10]],
    '(9 × 2 + 0) : 10 = 1,8',
  ),
  c(
    'Trung bình các quý: quý một hồ sơ nặng bằng quý chín hồ sơ',
    { quarters: UNEVEN, choices: mean, show: [1] },
    [[10, 2]],
    '(2,0 + 0,0) : 2 = 1,0',
  ),
  c(
    'Quý không có hồ sơ không kéo trung bình xuống',
    { quarters: [dossiers(1, 1, 0), facts({}), dossiers(3, 1, 0)], choices: mean, show: [1] },
    [[20, 2]],
    '(2,0 + 2,0) : 2; quý II không có chỉ số',
  ),
  c(
    'Cả năm không có hồ sơ',
    { quarters: [facts({}), facts({})], choices: mean, show: [1] },
    [[null, 0]],
    'không có gì để chia',
  ),
  c(
    'Trung bình các quý đã làm tròn',
    { quarters: [dossiers(1, 2, 1), dossiers(2, 1, 2)], choices: mean, show: [1] },
    [[10, 2]],
    '(1,3 + 0,7) : 2 = 1,0',
  ),
  c(
    'Trung bình rơi đúng nửa thì làm tròn lên',
    { quarters: [dossiers(1, 2, 1), dossiers(2, 1, 0)], choices: mean, show: [1] },
    [[17, 2]],
    '(1,3 + 2,0) : 2 = 1,65; làm tròn lên 1,7',
  ),
  c(
    'Trung bình rơi đúng nửa, cắt bỏ phần lẻ',
    { quarters: [dossiers(1, 2, 1), dossiers(2, 1, 0)], choices: { ...mean, rounding: 'truncate' }, show: [1] },
    [[16, 2]],
    '(1,3 + 2,0) : 2 = 1,65; cắt còn 1,6',
  ),
  c(
    'Một cán bộ làm việc hai quý, cộng dồn',
    { quarters: [dossiers(1, 1, 0), dossiers(2, 0, 3)], choices: system, show: [1], officer: 'CB-01' },
    [[5, 4]],
    '(2 + 0 + 0 + 0) : 4 = 0,5',
  ),
  c(
    'Một cán bộ làm việc hai quý, trung bình các quý',
    { quarters: [dossiers(1, 1, 0), dossiers(2, 0, 3)], choices: mean, show: [1], officer: 'CB-01' },
    [[10, 2]],
    '(2,0 + 0,0) : 2 = 1,0',
  ),
  c(
    'Cán bộ chỉ làm việc một quý',
    { quarters: [dossiers(1, 1, 0), dossiers(2, 1, 1, 'CB-02')], choices: system, show: [1], officer: 'CB-02' },
    [[10, 2]],
    '(2 + 0) : 2 = 1,0',
  ),
  c(
    'Phản ánh của năm là tổng các quý',
    { quarters: [QUIET, BUSY, petitions(10, 10), QUIET], show: [8] },
    [[10, 1]],
    '18 : 20 = 90% đúng hạn: 1 điểm',
  ),
  c(
    'Trung bình các quý: quý II dưới 90% được không điểm',
    { quarters: [QUIET, BUSY, petitions(10, 10), QUIET], choices: mean, show: [8] },
    [[15, 4]],
    '(2 + 0 + 2 + 2) : 4 = 1,5',
  ),
  c(
    'Một quý không khai phản ánh thì năm chưa biết',
    { quarters: [QUIET, facts({}), QUIET], show: [8] },
    [[null, 0]],
    'thiếu quý II',
  ),
  c(
    'Hồ sơ trực tuyến cộng dồn, danh mục thủ tục lấy quý cuối',
    { quarters: [online(10, 10, 10), online(2, 5, 40)], show: [9] },
    [[20, 1]],
    '15 : 50 = 30%; 2 : 10 = 20%',
  ),
  c(
    'Danh mục thủ tục quý cuối không đủ 20%',
    { quarters: [online(10, 10, 10), online(1, 5, 40)], show: [9] },
    [[10, 1]],
    '1 : 10 = 10%',
  ),
  c(
    'Quý cuối không khai trực tuyến',
    { quarters: [online(10, 10, 10), facts({})], show: [9] },
    [[null, 0]],
    'chưa biết danh mục cuối năm',
  ),
  c(
    'Quý đầu không khai trực tuyến',
    { quarters: [facts({}), online(10, 10, 10)], show: [9] },
    [[null, 0]],
    'thiếu hồ sơ quý I',
  ),
  c(
    'Bộ phận Một cửa lấy như quý cuối',
    { quarters: [oneStop(10), oneStop(1)], show: [5] },
    [[10, 1]],
    '1 : 10 = 10%, dưới 20%; đưa ra đủ',
  ),
  c(
    'Công khai xấu nhất trong các quý',
    {
      quarters: [facts({ disclosure: 'both' }), facts({ disclosure: 'one' }), facts({ disclosure: 'both' })],
      show: [6],
    },
    [[10, 1]],
    'quý II chỉ một hình thức',
  ),
  c(
    'Một quý công khai sai',
    { quarters: [facts({ disclosure: 'faulty' }), facts({ disclosure: 'one' })], show: [6] },
    [[0, 1]],
    'quý I không chính xác',
  ),
  c(
    'Cả năm công khai bằng cả hai hình thức',
    { quarters: [facts({ disclosure: 'both' }), facts({ disclosure: 'both' })], show: [6] },
    [[20, 1]],
    'mọi quý đều đủ',
  ),
  c(
    'Một quý không khai công khai',
    { quarters: [facts({ disclosure: 'both' }), facts({})], show: [6] },
    [[null, 0]],
    'thiếu quý II',
  ),
  c(
    'Số liệu khai riêng cho năm thay số cộng dồn',
    { quarters: [BUSY], unitFacts: { petitions: { received: 0, onTime: 0, prolonged: 0 } }, show: [8] },
    [[20, 1]],
    'năm khai không có phản ánh',
  ),
  c(
    'Thẩm định của năm thay số kê khai',
    { quarters: [facts({ disclosure: 'both' })], appraised: { 6: 10 }, show: [6] },
    [[10, 1]],
    'thẩm định 1 điểm',
  ),
  c(
    'Thẩm định của năm cũng thay trung bình các quý',
    { quarters: [facts({ disclosure: 'both' })], appraised: { 6: 10 }, choices: mean, show: [6] },
    [[10, 1]],
    'thẩm định 1 điểm',
  ),
]);
