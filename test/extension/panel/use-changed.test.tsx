// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useChanged } from '../../../extension/panel/use-changed.ts';

type Listener = (message: unknown, sender: { tab?: unknown }) => void;
let asked = 0;

function Page() {
  useChanged(async () => {
    asked += 1;
  });
  return null;
}
afterEach(() => act(() => render(null, document.body)));

it('asks when shown and when the background says so; a script in a page is not listened to', async () => {
  let tell: Listener = () => {};
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    tell = listener as Listener;
  });
  await act(async () => render(<Page />, document.body));
  expect(asked).toBe(1);
  tell({ type: 'changed' }, {});
  expect(asked).toBe(2);
  for (const [message, sender] of [
    [{ type: 'changed' }, { tab: { id: 7 } }],
    [{ type: 'name' }, {}],
    ['changed', {}],
    [null, {}],
  ] as const)
    tell(message, sender);
  expect(asked).toBe(2);
});
