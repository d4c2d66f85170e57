import type { Choices } from '#rules/choices.ts';
import type { Dossier, Step } from '#rules/dossier.ts';
import { group, type LawCase } from './case.ts';
import { type PeriodExpect, type PeriodGiven, runPeriod } from './scored-period.ts';

/** Indicator 2 of one dossier by the system. */
const c = (
  name: string,
  steps: Dossier['steps'],
  value: number | null,
  choices: Partial<Choices> = {},
  dossier: Partial<Dossier> = {},
): LawCase<PeriodGiven, PeriodExpect> => ({
  name,
  on: '2021-12-31',
  given: { records: [{ dossier: { ...dossier, ...(steps !== undefined && { steps }) } }], choices, show: [2] },
  expect: { indices: [[value, value === null ? 0 : 1]], label: null },
  article: 'Điều 13 TT 01/2018/TT-VPCP, chỉ số 2',
});
const slowest = { 'index2.agencies': 'slowest' } as const;

const step = (unit: string, ended: string | null, due: string | null = '2021-10-12T17:00'): Step => ({
  unit,
  officer: null,
  due,
  ended,
});
const OWN_EARLY = step('so-mau', '2021-10-11T10:00');
const OWN_ON_TIME = step('so-mau', '2021-10-12T10:00');
const OWN_LATE = step('so-mau', '2021-10-13T10:00');
const OTHER_EARLY = step('so-khac', '2021-10-11T10:00');
const OTHER_LATE = step('so-khac', '2021-10-13T10:00');
const NO_LIMIT = step('so-mau', '2021-10-11T10:00', null);
const OWN_OPEN = step('so-mau', null);
const running = { state: 'processing', ready: null } as const;

export const CHOICES_OF_STEPS = group('Chỉ số 2: bước nào được chấm', runPeriod, [
  c('Một bước, trước hạn', [OWN_EARLY], 20),
  c('Một bước, đúng hạn', [OWN_ON_TIME], 10),
  c('Một bước, quá hạn', [OWN_LATE], 0),
  c('Không đọc được bước nào', null, null),
  c('Danh sách bước rỗng', [], null),
  c('Hai bước của đơn vị, một bước quá hạn', [OWN_EARLY, OWN_LATE], 0),
  c('Hai bước của đơn vị, bước quá hạn đứng trước', [OWN_LATE, OWN_EARLY], 0),
  c('Hai bước của đơn vị, một đúng hạn', [OWN_EARLY, OWN_ON_TIME], 10),
  c('Hai bước của đơn vị, bước đúng hạn đứng trước', [OWN_ON_TIME, OWN_EARLY], 10),
  c('Cơ quan phối hợp quá hạn không làm đơn vị mất điểm', [OWN_EARLY, OTHER_LATE], 20),
  c('Cơ quan phối hợp quá hạn, chọn chấm bước chậm nhất', [OWN_EARLY, OTHER_LATE], 0, slowest),
  c('Mọi cơ quan trước hạn, chọn chấm bước chậm nhất', [OWN_EARLY, OTHER_EARLY], 20, slowest),
  c('Chỉ có bước của cơ quan khác', [OTHER_EARLY], null),
  c('Chỉ có bước của cơ quan khác, chọn chấm bước chậm nhất', [OTHER_EARLY], 20, slowest),
  c('Một bước không có hạn', [NO_LIMIT], null),
  c('Một bước trước hạn, một bước không có hạn: chưa biết bước tệ nhất', [OWN_EARLY, NO_LIMIT], null),
  c('Một bước quá hạn, một bước không có hạn: quá hạn là chắc chắn', [OWN_LATE, NO_LIMIT], 0),
  c('Hồ sơ chưa xong, bước của đơn vị quá hạn khi hết kỳ', [OWN_OPEN], 0, {}, running),
  c('Hồ sơ chưa xong, chọn chờ đến khi xong', [OWN_OPEN], null, { 'index1.unfinishedOverdue': 'leaveOut' }, running),
  c('Hồ sơ đã xong mà bước không ghi ngày xong', [OWN_OPEN], null),
  c('Hồ sơ chưa xong, bước còn trong hạn khi hết kỳ', [step('so-mau', null, '2022-01-10T17:00')], null, {}, running),
  c('Hồ sơ chưa xong, bước đến hạn đúng ngày cuối kỳ', [step('so-mau', null, '2021-12-31T17:00')], 0, {}, running),
]);
