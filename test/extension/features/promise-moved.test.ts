// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { deadlineMark } from '../../../extension/features/deadline-mark.tsx';
import { promiseMoved } from '../../../extension/features/promise-moved.tsx';
import { seenOf } from '../../../extension/features/seen.ts';
import type { KnownReading, SeenPromise } from '../../../extension/known-reading.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { readingOf } from '../reading.ts';
import { textOf } from './text-of.ts';

/** Thursday; 24/11/2026 is a public holiday. */
const NOW = '2026-11-26T10:00';
const see = (part: Partial<KnownReading>) => seenOf({ ...readingOf(), ...part }, UNSETTLED, NOW);
const [A, B] = ['2026-11-23T17:00', '2026-12-01T17:00'] as const;
const promise = (date: string, first: string, last: string, afterWait = false): SeenPromise => ({
  date,
  dayOnly: false,
  first,
  last,
  afterWait,
});

describe('a promised date that moved', () => {
  const moved = (last: string, afterWait = false) =>
    see({
      promised: B,
      promises: [promise(A, '2026-11-20T09:00', last), promise(B, '2026-11-26T09:00', NOW, afterWait)],
    });

  it('after it had passed is said plainly, with the innocent explanation and the article of the day', () => {
    const seen = moved('2026-11-25T08:00');
    expect(promiseMoved.sign?.(seen)).toEqual({ sign: 'moved', name: 'Ngày hẹn đổi sau khi đã quá hẹn' });
    expect(promiseMoved.task?.(seen)).toEqual({
      text: 'Ngày hẹn trả lúc 17:00 ngày 23/11/2026 được đổi thành lúc 17:00 ngày 01/12/2026; việc đổi ghi lúc 09:00 ngày 26/11/2026, sau khi đã quá hẹn. Ngày mới trùng ngày hẹn lại; có thể hẹn lại trước hạn nhưng ghi vào phần mềm muộn. Ghi lý do hoặc báo đầu mối.',
      cite: 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP (cách hiểu)',
    });
    expect(textOf(promiseMoved, seen)).toContain('23/11/2026 17:00 → 01/12/2026 17:00, thấy 26/11/2026 09:00');
  });

  it('which nobody saw after it had passed may have moved in time: no word of expiry', () => {
    const seen = moved('2026-11-23T08:00');
    expect(promiseMoved.sign?.(seen)).toEqual({ sign: 'moved', name: 'Ngày hẹn đã đổi' });
    expect(promiseMoved.task?.(seen)).toBeNull();
  });

  it('when papers had come in was printed anew: no sign, only the dates', () => {
    const seen = moved('2026-11-25T08:00', true);
    expect([promiseMoved.sign?.(seen), promiseMoved.task?.(seen)]).toEqual([null, null]);
    expect(textOf(promiseMoved, seen)).toContain('in lại khi hồ sơ bổ sung');
  });

  it('does not make a late dossier punctual: the mark goes by the first promise', () => {
    expect(deadlineMark.mark?.(moved('2026-11-25T08:00'))).toMatchObject({
      status: 'overdue',
      text: 'Quá hạn 1 ngày 2 giờ',
    });
    expect(textOf(deadlineMark, moved('2026-11-25T08:00'))).toContain('Hẹn trả23/11/2026 17:00 (in trên giấy hẹn)');
  });

  it('of a dossier seen once there is nothing to say', () => {
    const seen = see({ promises: [promise(A, NOW, NOW)] });
    expect([promiseMoved.sign?.(seen), textOf(promiseMoved, seen)]).toEqual([null, '']);
  });
});
