// @vitest-environment happy-dom
import { fakeBrowser } from 'wxt/testing/fake-browser';
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Notices } from '../../../extension/panel/notices.tsx';
import type { RefusedItem } from '../../../extension/work-messages.ts';
import { panelStateOf } from '../panel-state-of.ts';

const PROBLEM = 'CB-0118 đã chấm hồ sơ này lúc 09:58. Bản gửi sau không được ghi.';
const SCORE: RefusedItem = { id: 'mau.1', kind: 'selfScore', code: 'H2', problem: PROBLEM, officerLabel: 'Quầy 1' };
const DOSSIER: RefusedItem = { id: 'dossier:H3', kind: 'dossier', code: 'H3', problem: null, officerLabel: null };

let asked: unknown[] = [];
beforeEach(() => {
  asked = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    asked.push(message);
    return { ok: true };
  });
});
afterEach(() => act(() => render(null, document.body)));

const show = (refused: readonly RefusedItem[], onScore: (code: string) => void = () => {}) =>
  act(() =>
    render(<Notices state={panelStateOf({ refused })} onFirstRun={() => {}} onScore={onScore} />, document.body),
  );
const press = (name: string) =>
  act(async () => {
    const named = [...document.querySelectorAll('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
    );
    if (!named) throw new Error(`no button ${name}`);
    named.click();
  });

it('lists what the server refused with its words, and leads to a refused score', async () => {
  const opened: string[] = [];
  show([SCORE, DOSSIER], (code) => opened.push(code));
  const list = document.querySelector('details');
  expect(list?.querySelector('summary')?.textContent).toBe('2 việc máy chủ không nhận');
  expect(list?.textContent).toContain(PROBLEM);
  expect(list?.textContent).toContain('Máy chủ không nói lý do. Gửi lại;');
  await press('Mở H2');
  expect(opened).toEqual(['H2']);
});

it('sends again at once, and puts away only after a second press that says what is lost', async () => {
  show([SCORE]);
  await press('Gửi lại H2');
  expect(asked).toEqual([{ type: 'panel.retry', id: 'mau.1' }]);
  await vi.waitFor(() => expect(document.querySelector('[aria-disabled="true"]')).toBeNull());
  await press('Bỏ việc này');
  expect(document.querySelector('dialog')?.open).toBe(true);
  expect(document.querySelector('dialog p')?.textContent).toContain('Hồ sơ vẫn chưa có điểm tự chấm');
  expect(asked).toHaveLength(1);
  await act(async () => {
    document.querySelector<HTMLButtonElement>('dialog .primary')?.click();
  });
  expect(asked.at(-1)).toEqual({ type: 'panel.discard', id: 'mau.1' });
});

it('says nothing where nothing was refused', () => {
  show([]);
  expect(document.querySelector('details')).toBeNull();
});
