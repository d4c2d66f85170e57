// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PanelState } from '../../../extension/messages.ts';
import { Popup } from '../../../extension/panel/popup.tsx';
import { panelStateOf } from '../panel-state-of.ts';
import { readingOf } from '../reading.ts';

const asked: unknown[] = [];
const heard: unknown[] = [];

async function show(part: Partial<PanelState>, url: string | undefined): Promise<void> {
  fakeBrowser.runtime.onMessage.addListener(async (message: unknown) => {
    if ((message as { type: string }).type === 'panel.state') return panelStateOf(part);
    heard.push(message);
    return { ok: true };
  });
  Object.assign(fakeBrowser.tabs, { query: async () => [{ url }] });
  act(() => render(<Popup />, document.body));
  await vi.waitFor(() => expect(document.querySelector('h1')).not.toBeNull());
}
const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find((each) => each.textContent === name);

beforeEach(() => {
  fakeBrowser.reset();
  asked.length = 0;
  heard.length = 0;
  Object.assign(fakeBrowser.permissions, {
    request: async (what: unknown) => {
      asked.push(what);
      return true;
    },
  });
});
afterEach(() => act(() => render(null, document.body)));

it('counts what is overdue and due today among the dossiers seen today', async () => {
  const seen = [
    { reading: readingOf({ code: 'H99.01-261110-0001', promised: '2026-11-23T17:00' }), seen: '2026-11-26T09:00' },
    { reading: readingOf({ code: 'H99.01-261110-0002', promised: '2026-11-26T17:00' }), seen: '2026-11-26T09:00' },
    { reading: readingOf({ code: 'H99.01-261110-0003', promised: '2026-11-20T17:00' }), seen: '2026-11-25T09:00' },
  ];
  await show({ seen }, undefined);
  const counts = [...document.querySelectorAll('li')].map((each) => each.textContent?.replace(/\s+/g, ' ').trim());
  expect(counts).toEqual(['1 quá hạn', '1 đến hạn hôm nay']);
  expect(document.body.textContent).toContain('Trang đang mở không phải là trang web.');
});

it('enables the open site in one press that asks for its host alone', async () => {
  await show({ sites: [] }, 'https://motcua.example.vn/ho-so?q=1');
  await vi.waitFor(() => expect(button('Bật trên trang này')).toBeDefined());
  act(() => button('Bật trên trang này')?.click());
  await vi.waitFor(() =>
    expect(heard).toEqual([{ type: 'panel.site', origin: 'https://motcua.example.vn', enabled: true }]),
  );
  expect(asked).toEqual([{ origins: ['https://motcua.example.vn/*'] }]);
});

it('offers nothing on a site that is enabled, and hides the marks', async () => {
  await show({}, 'https://motcua.example.vn/');
  await vi.waitFor(() => expect(document.body.textContent).toContain('Đã bật trên https://motcua.example.vn.'));
  expect(button('Bật trên trang này')).toBeUndefined();
  act(() => button('Ẩn dấu trên trang')?.click());
  await vi.waitFor(() => expect(heard).toEqual([{ type: 'panel.hide', hidden: true }]));
});

it('a lost permission is mended from here too', async () => {
  await show({ lost: ['https://motcua.example.vn'] }, 'https://motcua.example.vn/');
  act(() => button('Bật lại')?.click());
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(asked).toEqual([{ origins: ['https://motcua.example.vn/*'] }]);
});
