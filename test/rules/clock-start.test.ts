import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { clockStart, onClock } from '#rules/clock-start.ts';
import { dueAt } from '#rules/due.ts';
import { NotInForce } from '#rules/law.ts';
import { dossierOf } from './dossier-of.ts';

const dossier = dossierOf({ received: '2026-08-04T09:00', promised: '2026-08-10T17:00', limitDays: 3 });
const elsewhere = { competentReceived: '2026-08-06T09:00' };
const RECEIPT = 'Tính từ khi tiếp nhận hồ sơ, lúc 09:00 ngày 04/08/2026.';

describe('when the clock starts', () => {
  it('at receipt up to 04/8/2026, wherever it was filed', () => {
    for (const [on, act] of [
      ['2018-06-21', 'NĐ 61/2018/NĐ-CP'],
      ['2025-06-30', 'NĐ 61/2018/NĐ-CP'],
      ['2025-07-01', 'NĐ 118/2025/NĐ-CP'],
      ['2026-08-04', 'NĐ 118/2025/NĐ-CP'],
    ] as const)
      expect(clockStart(dossier, elsewhere, on)).toMatchObject({
        at: '2026-08-04T09:00',
        because: RECEIPT,
        cite: { act, certainty: 'reading' },
      });
  });

  it('at the competent agency from 05/8/2026', () => {
    const on = '2026-08-05';
    const note = 'Số điều theo bản lưu, chưa đối chiếu với bản công báo.';
    const cite = { act: 'NĐ 309/2026/NĐ-CP', article: '17', certainty: 'text', note };
    expect(clockStart(dossier, elsewhere, on)).toEqual({
      at: '2026-08-06T09:00',
      cite,
      because: 'Tính từ khi cơ quan có thẩm quyền nhận hồ sơ, lúc 09:00 ngày 06/08/2026.',
    });
    expect(clockStart(dossier, { competentReceived: null }, on)).toEqual({
      at: null,
      cite,
      because: 'Cơ quan có thẩm quyền chưa nhận được hồ sơ nên thời hạn chưa chạy.',
    });
    expect(clockStart(dossier, {}, on)).toEqual({ at: '2026-08-04T09:00', cite, because: RECEIPT });
    expect(clockStart(dossier, { competentReceived: null }, '2026-08-04').at).toBe('2026-08-04T09:00');
  });

  it('is not known without receipt, nor before 21/6/2018', () => {
    expect(clockStart(dossierOf({}), {}, '2026-08-05')).toMatchObject({
      at: null,
      because: 'Dữ liệu không có ngày tiếp nhận.',
    });
    expect(() => clockStart(dossier, {}, '2018-06-20')).toThrow(NotInForce);
  });

  it('moves the legal limit and leaves the promise', () => {
    const moved = onClock(dossier, elsewhere, '2026-08-05');
    expect(moved).toEqual({ ...dossier, received: '2026-08-06T09:00' });
    // 07, 10, 11/8 instead of 05, 06, 07/8.
    expect(dueAt(moved, DEFAULT_OFFICE, DEFAULT_CHOICES)?.at).toBe('2026-08-11T17:00');
    expect(dueAt(dossier, DEFAULT_OFFICE, DEFAULT_CHOICES)?.at).toBe('2026-08-07T17:00');
    expect(
      dueAt(onClock(dossier, { competentReceived: null }, '2026-08-05'), DEFAULT_OFFICE, DEFAULT_CHOICES),
    ).toBeNull();
  });
});
