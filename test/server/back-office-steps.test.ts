import { expect, it } from 'vitest';
import { backOfficeSteps } from '../../server/demo/back-office-steps.ts';
import { dossierOf } from '../rules/dossier-of.ts';

/** Taken in on Tuesday 10/11/2026 at 10:30: 90 working minutes are over at 13:30. */
const BEGUN = dossierOf({ received: '2026-11-10T10:30', limitDays: 5 });
const lines = (part: Partial<typeof BEGUN>, now: string) =>
  backOfficeSteps({ ...BEGUN, ...part }, now).map(({ work, limit, started }) => `${started} ${work} ${limit}`.trim());

it('shows what has begun by now', () => {
  expect(lines({}, '2026-11-10T11:00')).toEqual(['2026-11-10T10:30 Tiếp nhận hồ sơ 0.5 ngày']);
  expect(lines({}, '2026-11-11T09:00')).toEqual([
    '2026-11-10T10:30 Tiếp nhận hồ sơ 0.5 ngày',
    '2026-11-10T13:30 Thẩm định hồ sơ 4 ngày',
  ]);
});

it('a request for papers stands between the two appraisals', () => {
  const pauses = [{ kind: 'supplement', from: '2026-11-12T09:00', to: '2026-11-16T09:00' } as const];
  expect(lines({ pauses }, '2026-11-17T09:00').slice(1)).toEqual([
    '2026-11-10T13:30 Thẩm định hồ sơ 4 ngày',
    '2026-11-12T09:00 Yêu cầu bổ sung giấy tờ',
    '2026-11-16T09:00 Thẩm định hồ sơ 4 ngày',
  ]);
});

it('a finished dossier was signed before its result was there', () => {
  // From 10/11 13:30 to 12/11 13:30 are 960 minutes; four fifths of them, 768, are over 78 minutes into 12/11: 210 + 480 + 78.
  expect(lines({ ready: '2026-11-12T13:30' }, '2026-11-20T09:00').slice(2)).toEqual([
    '2026-11-12T08:48 Ký duyệt 0.5 ngày',
    '2026-11-12T13:30 Trả kết quả',
  ]);
});

it('a dossier nobody has taken in yet has no steps', () => {
  expect(lines({ received: null }, '2026-11-20T09:00')).toEqual([]);
});
