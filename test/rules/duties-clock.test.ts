import { describe, expect, it } from 'vitest';
import type { Acts } from '#rules/acts.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { checkDuty } from '#rules/duties/check-duties.ts';
import { CLOCK_AFTER_SUPPLEMENT } from '#rules/duties/clock-after-supplement.ts';
import type { DutyFinding } from '#rules/duties/duty.ts';
import { dossierOf } from './dossier-of.ts';

const LATER = '2026-12-20T08:00';

function find(facts: Partial<Dossier>, acts: Acts = {}, now = LATER, choices: Partial<Choices> = {}): DutyFinding {
  return checkDuty(CLOCK_AFTER_SUPPLEMENT, {
    dossier: dossierOf(facts),
    acts,
    now,
    office: DEFAULT_OFFICE,
    choices: { ...DEFAULT_CHOICES, ...choices },
  });
}
const because = (...asked: Parameters<typeof find>) => find(...asked).because;

describe('the clock after a supplement says', () => {
  const pauses = [{ kind: 'supplement', from: '2026-11-12T08:00', to: '2026-11-16T08:00' }] as const;
  const facts = { received: '2026-11-10T08:00', promised: '2026-11-17T17:00', pauses };
  const BOTH =
    'Tính lại từ đầu theo khoản 5 Điều 19 NĐ 118/2025/NĐ-CP thì hạn là lúc 17:00 ngày 23/11/2026; theo lựa chọn trừ thời gian chờ thì hạn là lúc 17:00 ngày 19/11/2026.';

  it('both deadlines where they differ', () => {
    const late = find(facts);
    expect(late.because).toBe(`${BOTH} Chưa có kết quả, đã quá hạn.`);
    expect(late.evidence).toEqual([
      { label: 'Hạn tính lại từ đầu', value: '23/11/2026 17:00' },
      { label: 'Hạn trừ thời gian chờ', value: '19/11/2026 17:00' },
    ]);
    expect(because(facts, {}, '2026-11-20T08:00')).toBe(`${BOTH} Chưa có kết quả.`);
    expect(because({ ...facts, ready: '2026-11-20T08:00' })).toBe(`${BOTH} Xử lý xong lúc 08:00 ngày 20/11/2026.`);
    expect(because({ ...facts, state: 'waitingPayment' })).toBe(`${BOTH} Hồ sơ đang tạm dừng.`);
    expect(because({ ...facts, state: 'stopped' })).toBe(`${BOTH} Dữ liệu không có ngày kết thúc xử lý.`);
  });

  it('one deadline where both ways agree', () => {
    // Waited from the moment of receipt on: nothing had run yet, so nothing is lost by starting again.
    const at = [{ kind: 'supplement', from: '2026-11-10T17:00', to: '2026-11-12T17:00' }] as const;
    expect(because({ ...facts, received: '2026-11-10T17:00', pauses: at })).toBe(
      'Tính lại từ đầu hay trừ thời gian chờ đều ra hạn lúc 17:00 ngày 19/11/2026. Chưa có kết quả, đã quá hạn.',
    );
  });

  it('why there is none', () => {
    expect(because({ ...facts, pauses: [] })).toBe('Không có lần bổ sung nào xong trước khi hết hạn.');
    expect(because({})).toBe('Dữ liệu không có ngày hẹn trả hoặc thời hạn để tính.');
    const open = { ...facts, limitDays: 3, pauses: [{ ...pauses[0], to: null }] };
    expect(find(open, {}, LATER, { compareWith: 'legal' })).toMatchObject({
      state: 'notApplicable',
      because: 'Hồ sơ đang tạm dừng, thời hạn chưa chạy tiếp.',
    });
    expect(find({ limitDays: 3 }, {}, LATER, { compareWith: 'legal' }).state).toBe('unknown');
  });

  it('both by the limit of the procedure where punctuality is compared with that', () => {
    // Three days: again from 16/11 are 17, 18, 19/11; 11, 12, 13/11 and the two days of waiting end on 17/11.
    const found = find({ ...facts, limitDays: 3 }, {}, LATER, { compareWith: 'legal' });
    expect(found.evidence.map(({ value }) => value)).toEqual(['19/11/2026 17:00', '17/11/2026 17:00']);
  });
});
