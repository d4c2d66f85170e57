// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { ReadingCount } from '../../../extension/messages.ts';
import { Chip } from '../../../extension/overlay/chip.tsx';

const ALL: ReadingCount = { total: 15, read: 15, noCode: 0, noDate: 0, duplicates: 0 };
const nothing = () => {};

function show(part: Partial<ReadingCount> = {}): void {
  act(() =>
    render(
      <Chip
        count={{ ...ALL, ...part }}
        unreadable={false}
        doubled={[]}
        unsent={0}
        hidden={false}
        keys="Alt+M"
        onHide={nothing}
        onTeach={nothing}
      />,
      document.body,
    ),
  );
}
afterEach(() => act(() => render(null, document.body)));

const fold = () => document.querySelector<HTMLElement>('[aria-expanded]');
/** Pressed by a person: what a script dispatches is not trusted. */
function press(isTrusted: boolean): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  return act(() => void fold()?.dispatchEvent(event));
}

it('folded it leaves the corner to the host, and opens by itself once more is lacking', async () => {
  show();
  await press(false);
  expect(document.body.textContent).toBe('Đọc được 15/15 dòngẨn dấu (Alt+M)–');
  await press(true);
  expect(document.body.textContent).toBe('15/15');
  expect(fold()?.getAttribute('aria-label')).toBe('Đọc được 15/15 dòng');
  show({ total: 20, read: 18, noDate: 2 });
  expect(document.body.textContent).toContain('2 dòng thiếu ngày hẹn trả');
});
