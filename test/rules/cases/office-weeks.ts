import { isWorkingDay, sessionsOn } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { dueAt } from '#rules/due.ts';
import type { LocalTime } from '#rules/law.ts';
import { dossierOf } from '../dossier-of.ts';
import { group } from './case.ts';
import { type OfficeWords, officeNamed } from './offices.ts';

const B = '8 giờ (07:30–11:30, 13:00–17:00)';
const OPEN_SATURDAY = '8 giờ và sáng thứ Bảy không tính ngày';
const COUNTED_SATURDAY = '8 giờ và sáng thứ Bảy tính ngày';
const SHORT_MAKE_UP = '8 giờ, ngày làm bù chỉ mở buổi sáng';
const TWO_MORNINGS = 'chỉ mở sáng thứ Ba và thứ Năm, đủ năm ngày tính hạn';
const LAW = 'Điều 111, 112 BLLĐ 2019 (cách hiểu)';
const SWAP = '9859/VPCP-KGVX và Thông báo 9441/TB-BNV năm 2025';

export const OFFICE_DAYS = group(
  'Một ngày của cơ quan: có tính vào hạn không, mở mấy phút',
  ({ office: words }: { readonly office: OfficeWords }, on) => {
    const office = officeNamed(words);
    const minutes = sessionsOn(on, office).reduce((sum, { from, to }) => sum + to - from, 0);
    return { counts: isWorkingDay(on, office), minutes };
  },
  [
    {
      name: 'Thứ Bảy thường: không tính, đóng cửa',
      on: '2026-11-21',
      given: { office: B },
      expect: { counts: false, minutes: 0 },
      article: LAW,
    },
    {
      name: 'Sáng thứ Bảy mở cửa: có giờ, không thành ngày của hạn',
      on: '2026-11-21',
      given: { office: OPEN_SATURDAY },
      expect: { counts: false, minutes: 240 },
      article: LAW,
    },
    {
      name: 'Cơ quan coi sáng thứ Bảy là một ngày của hạn',
      on: '2026-11-21',
      given: { office: COUNTED_SATURDAY },
      expect: { counts: true, minutes: 240 },
      article: LAW,
    },
    {
      name: 'Ngày nghỉ lễ đóng cửa dù là thứ Ba',
      on: '2026-11-24',
      given: { office: B },
      expect: { counts: false, minutes: 0 },
      article: 'Nghị quyết 28/2026/QH16',
    },
    {
      name: 'Ngày liền trước ngày nghỉ lễ vẫn đủ 8 giờ',
      on: '2026-11-23',
      given: { office: B },
      expect: { counts: true, minutes: 480 },
      article: LAW,
    },
    {
      name: 'Thứ Bảy làm bù có giờ của thứ Hai',
      on: '2026-08-22',
      given: { office: B },
      expect: { counts: true, minutes: 480 },
      article: SWAP,
    },
    {
      name: 'Thứ Bảy làm bù có giờ riêng của cơ quan',
      on: '2026-08-22',
      given: { office: SHORT_MAKE_UP },
      expect: { counts: true, minutes: 240 },
      article: SWAP,
    },
    {
      name: 'Thứ Bảy làm bù ở nơi vốn mở sáng thứ Bảy: cả ngày',
      on: '2026-08-22',
      given: { office: OPEN_SATURDAY },
      expect: { counts: true, minutes: 480 },
      article: SWAP,
    },
    {
      name: 'Thứ Bảy làm bù ở nơi đóng cửa thứ Hai: tính ngày, không có giờ',
      on: '2026-08-22',
      given: { office: TWO_MORNINGS },
      expect: { counts: true, minutes: 0 },
      article: SWAP,
    },
    {
      name: 'Thứ Tư đóng cửa nhưng vẫn là ngày của hạn',
      on: '2026-11-18',
      given: { office: TWO_MORNINGS },
      expect: { counts: true, minutes: 0 },
      article: LAW,
    },
  ],
);

interface Given {
  readonly office: OfficeWords;
  readonly received: LocalTime;
  readonly days: number;
}

export const OFFICE_WEEKS = group(
  'Hạn theo tuần làm việc của từng cơ quan',
  ({ office, received, days }: Given) =>
    dueAt(dossierOf({ received, limitDays: days }), officeNamed(office), DEFAULT_CHOICES)?.at ?? null,
  [
    {
      name: 'Sáng thứ Bảy không thành ngày của hạn',
      on: '2026-11-20',
      given: { office: OPEN_SATURDAY, received: '2026-11-20T08:00', days: 1 },
      expect: '2026-11-23T17:00',
      article: LAW,
      worked: '23/11 là ngày thứ nhất.',
    },
    {
      name: 'Nơi tính sáng thứ Bảy: hạn hết lúc 11:30 thứ Bảy',
      on: '2026-11-20',
      given: { office: COUNTED_SATURDAY, received: '2026-11-20T08:00', days: 1 },
      expect: '2026-11-21T11:30',
      article: LAW,
      worked: '21/11 là ngày thứ nhất, đóng cửa 11:30.',
    },
    {
      name: 'Nhận sáng thứ Bảy ở nơi mở cửa: thứ Hai là ngày thứ nhất',
      on: '2026-11-21',
      given: { office: OPEN_SATURDAY, received: '2026-11-21T09:00', days: 2 },
      expect: '2026-11-25T17:00',
      article: LAW,
      worked: '23 và 25/11; 24/11 nghỉ.',
    },
    {
      name: 'Nhận sáng thứ Bảy, nửa ngày chạy theo giờ ngay trong sáng đó',
      on: '2026-11-21',
      given: { office: OPEN_SATURDAY, received: '2026-11-21T07:30', days: 0.5 },
      expect: '2026-11-21T11:30',
      article: LAW,
      worked: 'Nửa ngày là 4 giờ: 07:30 đến 11:30.',
    },
    {
      name: 'Nhận 09:30 thứ Bảy, nửa ngày sang thứ Hai',
      on: '2026-11-21',
      given: { office: OPEN_SATURDAY, received: '2026-11-21T09:30', days: 0.5 },
      expect: '2026-11-23T09:30',
      article: LAW,
      worked: '2 giờ thứ Bảy, 2 giờ thứ Hai.',
    },
    {
      name: 'Ngày cuối là thứ Bảy làm bù: hạn theo giờ của ngày làm bù',
      on: '2026-08-21',
      given: { office: SHORT_MAKE_UP, received: '2026-08-21T08:00', days: 1 },
      expect: '2026-08-22T11:30',
      article: SWAP,
      worked: '22/8 là ngày thứ nhất, chỉ mở buổi sáng.',
    },
    {
      name: 'Ngày cuối đóng cửa: giữ giờ nhận',
      on: '2026-11-17',
      given: { office: TWO_MORNINGS, received: '2026-11-17T08:20', days: 1 },
      expect: '2026-11-18T08:20',
      article: LAW,
      worked: '18/11 tính hạn nhưng không mở cửa nên không có giờ đóng cửa.',
    },
    {
      name: 'Ngày cuối mở cửa: hạn là giờ đóng cửa',
      on: '2026-11-17',
      given: { office: TWO_MORNINGS, received: '2026-11-17T08:20', days: 2 },
      expect: '2026-11-19T11:30',
      article: LAW,
      worked: '18, 19/11; thứ Năm mở đến 11:30.',
    },
  ],
);
