import { calendarKnownOn } from '#rules/calendar/calendar.ts';
import { addDays } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { touchedBy } from '#rules/calendar-change.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import { dossierOf } from '../dossier-of.ts';
import { group, type LawCase } from './case.ts';

const SWAP_2024 = '2450/VPCP-KGVX ngày 12/4/2024';
const SWAP_2026 = '12729/VPCP-KGVX ngày 25/12/2025';

const movedBy = (facts: Partial<Dossier>, on: IsoDate) => {
  const [moved] = touchedBy(
    calendarKnownOn(addDays(on, -1)),
    calendarKnownOn(on),
    [dossierOf(facts)],
    DEFAULT_OFFICE_HOURS,
    DEFAULT_CHOICES,
  );
  return moved ? { before: moved.before, after: moved.after } : null;
};

type Moved = { readonly before: LocalTime | null; readonly after: LocalTime | null } | null;

const moved = (
  name: string,
  on: IsoDate,
  given: Partial<Dossier>,
  expect: Moved,
  worked: string,
): LawCase<Partial<Dossier>, Moved> => ({
  name,
  on,
  given,
  expect,
  article: on === '2024-04-12' ? SWAP_2024 : SWAP_2026,
  worked,
});

/** `on` is the day of the notice: hạn as counted the day before against hạn as counted that day. */
export const CALENDAR_CHANGES = group('Hồ sơ đang xử lý có hạn đổi khi lịch đổi', movedBy, [
  moved(
    'Hết hạn đúng ngày 29/4/2024 nay nghỉ hoán đổi',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 11 },
    { before: '2024-04-29T17:00', after: '2024-05-02T17:00' },
    '12, 15, 16, 17, 19, 22, 23, 24, 25, 26/4 là 10 ngày (18/4 Giỗ Tổ); ngày 11 trước là 29/4, nay là 2/5.',
  ),
  moved(
    'Hết hạn trước ngày 29/4/2024 thì không đổi',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 10 },
    null,
    'Ngày 10 là 26/4.',
  ),
  moved(
    'Hết hạn giữa ngày nghỉ và ngày làm bù thì lùi một ngày',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 12 },
    { before: '2024-05-02T17:00', after: '2024-05-03T17:00' },
    'Trước: 29/4 thứ 11, 2/5 thứ 12. Nay: 2/5 thứ 11, 3/5 thứ 12.',
  ),
  moved(
    'Ngày cuối sang thứ Bảy làm bù 04/5/2024',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 13 },
    { before: '2024-05-03T17:00', after: '2024-05-04T17:00' },
    'Trước: 3/5 thứ 13. Nay: 4/5 thứ 13.',
  ),
  moved(
    'Hết hạn sau ngày làm bù thì không đổi',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 14 },
    null,
    'Ngày 14 là 6/5 theo cả hai lịch.',
  ),
  moved(
    'Nhận sau ngày làm bù thì không đổi',
    '2024-04-12',
    { received: '2024-05-06T08:00', limitDays: 3 },
    null,
    '7, 8, 9/5.',
  ),
  moved(
    'Hồ sơ đã xong không có trong danh sách',
    '2024-04-12',
    { received: '2024-04-11T08:00', limitDays: 11, ready: '2024-04-11T16:00' },
    null,
    'Đã có kết quả.',
  ),
  moved(
    'Hồ sơ đang chờ bổ sung: hạn chưa kể lần chờ cũng đổi',
    '2024-04-12',
    {
      received: '2024-04-11T08:00',
      limitDays: 11,
      pauses: [{ kind: 'supplement', from: '2024-04-11T10:00', to: null }],
    },
    { before: '2024-04-29T17:00', after: '2024-05-02T17:00' },
    'Không kể lần chờ, hạn tính như hồ sơ không chờ.',
  ),
  moved(
    'Hồ sơ đang chờ bổ sung, hạn chưa kể lần chờ không đổi',
    '2024-04-12',
    {
      received: '2024-04-11T08:00',
      limitDays: 10,
      pauses: [{ kind: 'supplement', from: '2024-04-11T10:00', to: null }],
    },
    null,
    'Ngày 10 là 26/4.',
  ),
  moved(
    'Ngày hẹn trả tính lại sau khi bổ sung cũng đổi',
    '2024-04-12',
    {
      received: '2024-04-22T08:00',
      promised: '2024-04-24T16:00',
      pauses: [{ kind: 'supplement', from: '2024-04-23T08:00', to: '2024-04-25T08:00' }],
    },
    { before: '2024-04-29T16:00', after: '2024-05-02T16:00' },
    'Hẹn 2 ngày (23, 24/4); tính lại từ 25/4: trước là 26, 29/4, nay là 26/4, 2/5.',
  ),
  moved(
    'Ngày hẹn trả không có lần chờ nào là ngày đã in, không đổi',
    '2024-04-12',
    { received: '2024-04-22T08:00', promised: '2024-04-29T16:00' },
    null,
    'Ngày in trên giấy hẹn.',
  ),
  moved(
    'Không biết thời hạn thì không nói được',
    '2024-04-12',
    { received: '2024-04-11T08:00' },
    null,
    'Thiếu số ngày.',
  ),
  moved(
    'Hạn tính theo giờ cũng đổi',
    '2024-04-12',
    { received: '2024-04-26T15:00', limitDays: 0.5 },
    { before: '2024-04-29T09:30', after: '2024-05-02T09:30' },
    '2 giờ ngày 26/4, 2 giờ sáng ngày làm việc sau.',
  ),
  moved(
    'Nghỉ 02/01/2026 quyết định ngày 25/12/2025',
    '2025-12-25',
    { received: '2025-12-24T08:00', limitDays: 6 },
    { before: '2026-01-02T17:00', after: '2026-01-05T17:00' },
    '25, 26, 29, 30, 31/12 là 5 ngày; ngày 6 trước là 2/01, nay là 5/01.',
  ),
  moved(
    'Làm bù 10/01/2026 kéo hạn về trước',
    '2025-12-25',
    { received: '2025-12-31T08:00', limitDays: 6 },
    { before: '2026-01-09T17:00', after: '2026-01-10T17:00' },
    'Trước: 2, 5, 6, 7, 8, 9/01. Nay: 5, 6, 7, 8, 9, 10/01.',
  ),
]);
