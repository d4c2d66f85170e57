import { officerOf } from '#rules/attribution.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier, Step } from '#rules/dossier.ts';
import { judge } from '#rules/dossier-facts.ts';
import type { IndicatorId } from '#rules/finding.ts';
import { dossierOf } from '../dossier-of.ts';
import { group, type LawCase } from './case.ts';

interface Given {
  readonly indicator: IndicatorId;
  readonly dossier: Partial<Dossier>;
  readonly choices?: Partial<Choices>;
}
interface Expect {
  readonly officer: string | null;
  readonly because: string;
}

function run({ indicator, dossier: facts, choices: own }: Given, on: string): Expect {
  const choices = { ...DEFAULT_CHOICES, ...own };
  const dossier = dossierOf(facts);
  const { standing, step } = judge(dossier, `${on}T23:59`, DEFAULT_OFFICE, choices);
  return officerOf(dossier, indicator, choices, step, standing.due?.at ?? null);
}

const c = (
  name: string,
  indicator: IndicatorId,
  dossier: Partial<Dossier>,
  officer: string | null,
  because: string,
  choices: Partial<Choices> = {},
): LawCase<Given, Expect> => ({
  name,
  on: '2026-12-31',
  given: { indicator, dossier, choices },
  expect: { officer, because },
  article: 'Điều 15 TT 01/2018/TT-VPCP',
});

const MAIN = 'Tính cho người xử lý chính.';
const HANDS = 'Hồ sơ đổi người xử lý: tính cho người giữ hồ sơ khi xong hoặc khi đến hạn, lấy lúc đến trước.';
const LAST = 'Không rõ ngày xong và hạn nên tính cho người xử lý sau cùng.';
const RECEIVER = 'Tính cho người tiếp nhận hồ sơ.';
const NO_RECEIVER = 'Không rõ người tiếp nhận nên tính cho người xử lý chính.';
const STEP = 'Tính cho người làm bước được chấm.';
const NO_STEP = 'Không rõ người làm bước được chấm nên tính cho người xử lý chính.';
const UNIT = 'Chỉ số của đơn vị, không thuộc riêng cán bộ nào.';
const main = { 'officer.attribution': 'mainProcessor' } as const;

const own = (officer: string | null, due: string, ended: string): Step => ({ unit: 'so-mau', officer, due, ended });
const early = own('CB-SOM', '2026-11-18T17:00', '2026-11-17T09:00');
const late = own('CB-TRE', '2026-11-18T17:00', '2026-11-19T09:00');
const elsewhere: Step = { unit: 'so-khac', officer: 'CB-KHAC', due: '2026-11-18T17:00', ended: '2026-11-20T09:00' };
const base = { officer: 'CB-CHINH', receivedBy: 'CB-NHAN' };
/** Lan had it until 10/11, Mai from then on. */
const handlers = [
  { officer: 'CB-LAN', from: '2026-11-02T08:00' },
  { officer: 'CB-MAI', from: '2026-11-10T08:00' },
];
const moved = { ...base, officer: 'CB-MAI', handlers };

export const ATTRIBUTION = group('Điểm thuộc về cán bộ nào', run, [
  c('Chỉ số 1 thuộc người xử lý chính', 1, base, 'CB-CHINH', MAIN),
  c('Chỉ số 3 thuộc người tiếp nhận', 3, base, 'CB-NHAN', RECEIVER),
  c('Chỉ số 4 thuộc người tiếp nhận', 4, base, 'CB-NHAN', RECEIVER),
  c('Chỉ số 7 thuộc người tiếp nhận', 7, base, 'CB-NHAN', RECEIVER),
  c('Không có tên người tiếp nhận', 3, { officer: 'CB-CHINH' }, 'CB-CHINH', NO_RECEIVER),
  c('Người tiếp nhận được ghi là không có', 7, { officer: 'CB-CHINH', receivedBy: null }, 'CB-CHINH', NO_RECEIVER),
  c('Không có tên ai', 1, {}, null, MAIN),
  c('Chỉ số 2 thuộc người làm bước', 2, { ...base, steps: [early] }, 'CB-SOM', STEP),
  c('Nhiều bước của đơn vị: thuộc người làm bước tệ nhất', 2, { ...base, steps: [early, late] }, 'CB-TRE', STEP),
  c('Bước tệ nhất đứng trước cũng vậy', 2, { ...base, steps: [late, early] }, 'CB-TRE', STEP),
  c('Bước của cơ quan khác không thuộc cán bộ đơn vị', 2, { ...base, steps: [early, elsewhere] }, 'CB-SOM', STEP),
  c(
    'Chấm bước chậm nhất mà bước đó của cơ quan khác',
    2,
    { ...base, steps: [early, elsewhere] },
    null,
    'Bước bị chấm thuộc cơ quan khác nên không tính cho cán bộ của đơn vị.',
    { 'index2.agencies': 'slowest' },
  ),
  c('Bước không ghi tên người làm', 2, { ...base, steps: [{ ...early, officer: null }] }, 'CB-CHINH', NO_STEP),
  c('Không đọc được bước nào', 2, base, 'CB-CHINH', NO_STEP),
  c('Chọn người xử lý chính: chỉ số 2', 2, { ...base, steps: [late] }, 'CB-CHINH', MAIN, main),
  c('Chọn người xử lý chính: chỉ số 3', 3, base, 'CB-CHINH', MAIN, main),
  c('Chọn người xử lý chính: chỉ số 4', 4, base, 'CB-CHINH', MAIN, main),
  c('Chọn người xử lý chính: chỉ số 7', 7, base, 'CB-CHINH', MAIN, main),
  c(
    'Đổi người, xong khi Lan còn giữ',
    1,
    { ...moved, ready: '2026-11-10T07:59', promised: '2026-11-20T17:00' },
    'CB-LAN',
    HANDS,
  ),
  c(
    'Đổi người, xong đúng lúc Mai nhận',
    1,
    { ...moved, ready: '2026-11-10T08:00', promised: '2026-11-20T17:00' },
    'CB-MAI',
    HANDS,
  ),
  c(
    'Đổi người sau khi đã quá hạn: thuộc người để quá hạn',
    1,
    { ...moved, ready: '2026-11-25T09:00', promised: '2026-11-09T17:00' },
    'CB-LAN',
    HANDS,
  ),
  c('Đổi người, đến hạn khi Mai giữ, chưa xong', 1, { ...moved, promised: '2026-11-20T17:00' }, 'CB-MAI', HANDS),
  c('Đổi người, xong mà không có ngày hẹn', 1, { ...moved, ready: '2026-11-05T09:00' }, 'CB-LAN', HANDS),
  c('Đổi người, xong trước khi ghi người đầu tiên', 1, { ...moved, ready: '2026-11-01T09:00' }, 'CB-LAN', HANDS),
  c('Đổi người, không rõ ngày xong và hạn', 1, moved, 'CB-MAI', LAST),
  c(
    'Danh sách người giữ không theo thứ tự thời gian',
    1,
    { ...moved, handlers: [...handlers].reverse(), ready: '2026-11-05T09:00' },
    'CB-LAN',
    HANDS,
  ),
  c(
    'Danh sách không theo thứ tự, xong khi người sau giữ',
    1,
    { ...moved, handlers: [...handlers].reverse(), ready: '2026-11-25T09:00' },
    'CB-MAI',
    HANDS,
  ),
  c(
    'Danh sách không theo thứ tự, xong trước khi ghi người đầu tiên',
    1,
    { ...moved, handlers: [...handlers].reverse(), ready: '2026-11-01T09:00' },
    'CB-LAN',
    HANDS,
  ),
  c('Danh sách người giữ rỗng', 1, { ...base, handlers: [] }, 'CB-CHINH', MAIN),
  c(
    'Chọn người xử lý chính, đổi người: chia theo ngày như chỉ số 1',
    7,
    { ...moved, ready: '2026-11-05T09:00' },
    'CB-LAN',
    HANDS,
    main,
  ),
  c('Chỉ số 6 của đơn vị', 6, base, null, UNIT),
  c('Chỉ số 5 của đơn vị dù chọn người xử lý chính', 5, base, null, UNIT, main),
]);
