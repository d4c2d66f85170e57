import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { dateChecks } from '#rules/date-checks/date-checks.ts';
import type { Pause } from '#rules/dossier.ts';
import { pausesSince } from '#rules/pauses-since.ts';
import { onTime766 } from '#rules/qd766/on-time.ts';
import { petitionOnTime766 } from '#rules/qd766/petition.ts';
import { standing } from '#rules/standing.ts';
import { dossierOf } from './dossier-of.ts';

const RECEIVED = '2026-11-17T10:00';
const NOW = '2026-11-26T10:00';
const pause = (from: string, to: string | null, kind: Pause['kind'] = 'supplement'): Pause => ({ kind, from, to });

describe('pauses since receipt', () => {
  it('are cut at receipt, and gone when they ended by then', () => {
    const pauses = [
      pause('2026-11-10T09:00', '2026-11-17T09:59'),
      pause('2026-11-10T09:00', RECEIVED),
      pause('2026-11-10T09:00', '2026-11-17T10:01'),
      pause('2026-11-10T09:00', null, 'payment'),
      pause(RECEIVED, '2026-11-18T09:00'),
    ];
    expect(pausesSince(RECEIVED, pauses)).toEqual([
      pause(RECEIVED, '2026-11-17T10:01'),
      pause(RECEIVED, null, 'payment'),
      pause(RECEIVED, '2026-11-18T09:00'),
    ]);
  });

  it('are all of them, as they are, when none began earlier or receipt is not known', () => {
    const later = [pause(RECEIVED, '2026-11-18T09:00'), pause('2026-11-19T09:00', null)];
    expect(pausesSince(RECEIVED, later)).toBe(later);
    const earlier = [pause('2026-11-10T09:00', '2026-11-11T09:00')];
    expect(pausesSince(null, earlier)).toBe(earlier);
  });
});

describe('dates that cannot be, in words', () => {
  it('a pause before receipt', () => {
    const of = (pauses: readonly Pause[]) =>
      dateChecks({
        dossier: dossierOf({ code: 'không rõ', received: RECEIVED, pauses }),
        acts: {},
        changes: [],
        office: DEFAULT_OFFICE,
        choices: DEFAULT_CHOICES,
      });
    expect(of([pause('2026-11-12T09:00', '2026-11-18T09:00', 'payment')])).toEqual([
      {
        kind: 'integrity',
        check: 'pausedBeforeReceived',
        cite: null,
        because:
          'Tạm dừng chờ nộp tiền từ lúc 09:00 ngày 12/11/2026, trước khi tiếp nhận lúc 10:00 ngày 17/11/2026. Khoảng trước tiếp nhận không được trừ. Có thể cơ quan đã liên hệ khi hồ sơ mới nộp trực tuyến.',
        evidence: [
          { label: 'Tạm dừng', value: '12/11/2026 09:00' },
          { label: 'Hết tạm dừng', value: '18/11/2026 09:00' },
          { label: 'Tiếp nhận', value: '17/11/2026 10:00' },
        ],
      },
    ]);
    const [open] = of([pause('2026-11-12T09:00', null)]);
    expect(open?.because).toMatch(/^Tạm dừng chờ bổ sung từ lúc 09:00/);
    expect(open?.evidence.map(({ label }) => label)).toEqual(['Tạm dừng', 'Tiếp nhận']);
  });

  it('an end before receipt leaves the standing unknown and keeps the deadline', () => {
    const dossier = dossierOf({ received: RECEIVED, promised: '2026-11-20T17:00', returned: '2026-11-16T09:00' });
    const found = standing(dossier, NOW, DEFAULT_OFFICE, DEFAULT_CHOICES);
    expect(found).toMatchObject({ status: 'unknown', finished: true, minutes: null, due: { at: '2026-11-20T17:00' } });
    expect(found.fault).toEqual(
      new RangeError('Kết thúc 16/11/2026 09:00, trước khi tiếp nhận 17/11/2026 10:00: không biết có kịp hạn không.'),
    );
    const { received, ...rest } = dossier;
    expect(received).toBe(RECEIVED);
    expect(standing({ ...rest, received: null }, NOW, DEFAULT_OFFICE, DEFAULT_CHOICES).status).toBe('early');
  });

  it('index 2.1 and index 5.2', () => {
    const dossier = dossierOf({ received: RECEIVED, promised: '2026-11-20T17:00', ready: '2026-11-16T09:00' });
    expect(onTime766({ dossier }, '2026-12-01T00:00', DEFAULT_OFFICE)).toMatchObject({
      onTime: null,
      counted: true,
      because:
        'Đã xử lý xong lúc 09:00 ngày 16/11/2026, trước khi tiếp nhận lúc 10:00 ngày 17/11/2026: không biết có đúng hạn không.',
    });
    const petition = { received: RECEIVED, answered: '2026-11-16T09:00' };
    expect(petitionOnTime766(petition, NOW, DEFAULT_OFFICE).because).toBe(
      'Trả lời 16/11/2026 09:00, trước khi nhận 17/11/2026 10:00: không biết có đúng hạn không.',
    );
    const published = { received: RECEIVED, answered: '2026-11-19T09:00', published: '2026-11-18T09:00' };
    expect(petitionOnTime766(published, NOW, DEFAULT_OFFICE).because).toBe(
      'Công khai 18/11/2026 09:00, trước khi trả lời 19/11/2026 09:00: không biết có đúng hạn không.',
    );
  });
});
