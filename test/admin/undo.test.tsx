// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ApiFault } from '../../server/admin/api.ts';
import { type Done, Undo } from '../../server/admin/parts/undo.tsx';
import { button, hide, pageText, show } from './mount.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
});
afterEach(() => {
  hide();
  vi.useRealTimers();
});

const has = () => [...document.querySelectorAll('button')].some((b) => b.textContent === 'Hoàn tác');
const pass = (ms: number) => act(async () => void vi.advanceTimersByTime(ms));
const done = (back: Done['back'] = async () => {}): Done => ({ said: 'Đã thu hồi.', back });

it('is offered for ten seconds; what was done stays said', async () => {
  await show(<Undo done={done()} />);
  await pass(8_000);
  expect(has()).toBe(true);
  await pass(2_100);
  expect([has(), pageText()]).toEqual([false, 'Đã thu hồi.']);
});

it('waits while somebody is at its button', async () => {
  await show(<Undo done={done()} />);
  await act(async () => button('Hoàn tác').focus());
  await pass(60_000);
  expect(has()).toBe(true);
  await act(async () => button('Hoàn tác').blur());
  await pass(10_100);
  expect(has()).toBe(false);
});

it('that the server refuses says why and may be tried again', async () => {
  const back = vi.fn(() => Promise.reject(new ApiFault(410, { code: 'undo.late', message: 'Đã quá lúc hoàn tác.' })));
  await show(<Undo done={done(back)} />);
  await act(async () => button('Hoàn tác').click());
  await pass(10);
  expect([pageText().includes('Đã quá lúc hoàn tác.'), has()]).toEqual([true, true]);
});

it('is not offered where nothing takes the act back', async () => {
  await show(<Undo done={{ said: 'Đã ghi.' }} />);
  expect([has(), pageText()]).toEqual([false, 'Đã ghi.']);
});
