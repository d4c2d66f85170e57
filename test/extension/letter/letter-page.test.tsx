// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LetterPage } from '../../../extension/letter/letter-page.tsx';
import { panelStateOf } from '../panel-state-of.ts';
import { readingOf } from '../reading.ts';

const CODE = 'H99.01-261110-0042';
const PROMISED = '2026-11-23T17:00';

beforeEach(() => fakeBrowser.reset());
afterEach(() => act(() => render(null, document.body)));

async function open(now: string, part: object = {}): Promise<void> {
  const reading = readingOf({ code: CODE, state: 'processing', promised: PROMISED, ...part });
  const seen = [{ reading, seen: now }];
  fakeBrowser.runtime.onMessage.addListener(async () => panelStateOf({ now, seen }));
  act(() => render(<LetterPage code={CODE} />, document.body));
  await vi.waitFor(() => expect(document.querySelector('form')).not.toBeNull());
}

const note = () => document.querySelector('.note')?.textContent;

it.each([
  ['2026-11-20T16:00', 'Hạn gửi văn bản này: 20/11/2026 17:00.'],
  // A Sunday: the decree counts days, so a letter of today is still in time.
  ['2026-11-22T19:00', /^Nếu không kịp trả, gửi xin lỗi ngay: .* sau ngày 22\/11\/2026 là muộn\.$/],
  ['2026-11-23T08:00', /^Đã quá thời điểm phải gửi \(20\/11\/2026 17:00\)/],
])('for a Monday, at %s it says what the record will say', async (now, sentence) => {
  await open(now);
  expect(note()).toMatch(sentence);
});

it('does not ask for a letter that was sent in time', async () => {
  const letters = [{ sent: '2026-11-20T10:00', promised: '2026-12-01T17:00', state: 'sent', problem: null }];
  await open('2026-11-24T08:00', { letters });
  expect(note()).toBe('Đã xin lỗi lúc 10:00 ngày 20/11/2026, trước hạn.');
});

it('tells at once that the office is closed on the chosen day', async () => {
  await open('2026-11-22T19:00');
  const field = document.querySelector<HTMLInputElement>('#new-date');
  await act(() => {
    if (field) field.value = '2026-11-24T09:00';
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(document.querySelector('#new-date-fault')?.textContent).toBe(
    'Ngày 24/11/2026 cơ quan không làm việc. Chọn một ngày làm việc.',
  );
});
