// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PersonSwitch } from '../../../extension/panel/person-switch.tsx';
import { panelStateOf } from '../panel-state-of.ts';

const REFUSAL = 'Mã PIN không đúng. Kiểm tra rồi nhập lại.';
let asked = 0;
let messages: unknown[] = [];

beforeEach(() => {
  asked = 0;
  messages = [];
  fakeBrowser.reset();
  fakeBrowser.runtime.onMessage.addListener(async (message: unknown) => {
    messages.push(message);
    asked += 1;
    return { ok: false, message: REFUSAL };
  });
  const own = panelStateOf();
  const device = own.device && { ...own.device, officers: [{ officer: 'CB-01', label: 'CB-01 · Quầy 1' }] };
  act(() => render(<PersonSwitch state={{ ...own, device }} />, document.body));
  act(() => document.querySelector('button')?.click());
});
afterEach(() => act(() => render(null, document.body)));

const pin = () => document.querySelector('input') as HTMLInputElement;

const officers = () => document.querySelector('select') as HTMLSelectElement;

async function choose(officer: string): Promise<void> {
  await act(() => {
    officers().value = officer;
    officers().dispatchEvent(new Event('change', { bubbles: true }));
  });
}

async function enter(value: string): Promise<void> {
  await act(() => {
    pin().value = value;
    pin().dispatchEvent(new Event('input', { bubbles: true }));
  });
  document.querySelector<HTMLElement>('.primary')?.focus();
  await act(() => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}

const said = () => document.querySelector('[role=alert]')?.textContent;

it.each(['', '123', '12345678a', '123456789'])('asks the server nothing for the PIN «%s»', async (value) => {
  await choose('CB-01');
  await enter(value);
  expect(said()).toBe('Mã PIN gồm 4–8 chữ số.');
  expect(document.activeElement).toBe(pin());
  expect(asked).toBe(0);
});

it('after a refusal the PIN is empty and has the focus', async () => {
  await choose('CB-01');
  await enter('2468');
  await vi.waitFor(() => expect(said()).toBe(REFUSAL));
  expect(pin().value).toBe('');
  expect(document.activeElement).toBe(pin());
});

it('takes nobody for the officer whom nobody chose', async () => {
  expect(officers().selectedOptions[0]?.textContent).toBe('Chọn mã của mình');
  await enter('2468');
  expect(said()).toBe('Chưa chọn cán bộ. Chọn mã của mình trong danh sách.');
  expect(document.activeElement).toBe(officers());
  expect(asked).toBe(0);
});

it('who goes away leaves the computer to nobody', async () => {
  const leaving = () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Rời máy');
  expect(leaving()).toBeUndefined();
  const person = { officer: 'CB-01', label: 'CB-01 · Quầy 1', expires: '2026-11-26T22:00' };
  act(() => render(<PersonSwitch state={panelStateOf({ person })} />, document.body));
  await act(() => leaving()?.click());
  expect(messages.at(-1)).toEqual({ type: 'panel.leave' });
});

it('a PIN begun by one officer is not there for the next who opens the form', async () => {
  await choose('CB-01');
  await act(() => {
    pin().value = '2468';
    pin().dispatchEvent(new Event('input', { bubbles: true }));
  });
  const opener = document.querySelector('button');
  await act(() => opener?.click());
  await act(() => opener?.click());
  expect([pin().value, officers().value]).toEqual(['', '']);
});
