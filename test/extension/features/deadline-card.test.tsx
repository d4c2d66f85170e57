// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { deadlineMark } from '../../../extension/features/deadline-mark.tsx';
import { seenOf } from '../../../extension/features/seen.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { readingOf } from '../reading.ts';

function card(received: string, promised: string): string {
  const root = document.createElement('div');
  render(
    deadlineMark.explain?.(seenOf(readingOf({ received, promised }), UNSETTLED, '2026-11-26T10:00')) ?? null,
    root,
  );
  return root.textContent ?? '';
}

it('the card says which days the deadline crosses are not announced, and that it may move', () => {
  expect(card('2027-01-28T08:00', '2027-02-05T17:00')).toContain(
    'Ngày nghỉ Tết Âm lịch năm 2027 chưa có thông báo chính thức. Hạn này có thể đổi.',
  );
});

it('and says nothing of the kind when all days are known', () => {
  expect(card('2026-11-10T08:15', '2026-11-25T17:00')).not.toContain('có thể đổi');
});
