// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ObjectionPart } from '../../../extension/panel/objection-part.tsx';
import type { ObjectionDraft, OwnObjections } from '../../../extension/work-messages.ts';
import { panelStateOf } from '../panel-state-of.ts';

const CODE = 'H99.01-261102-0001';
const ENDED = 'Phiên làm việc đã hết. Bấm Đổi người và nhập lại mã PIN; nội dung đang nhập vẫn còn.';
const TEXT = 'Danh sách chưa ghi lần tạm dừng.';
const PERIODS: OwnObjections = {
  periods: [{ period: '2026-q3', label: 'Quý III/2026', takes: true }],
  objections: [],
};

let ended = false;
let raised: ObjectionDraft[] = [];
let reply: object = { ok: true };
beforeEach(() => {
  [ended, raised, reply] = [false, [], { ok: true }];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const asked = message as { type: string; objection?: ObjectionDraft };
    if (asked.type === 'panel.objections') return ended ? { ok: false, message: ENDED } : { ok: true, value: PERIODS };
    if (asked.objection) raised.push(asked.objection);
    return reply;
  });
});
afterEach(() => act(() => render(null, document.body)));

const person = (officer: string | null) => officer && { officer, label: officer, expires: '2026-11-27T00:00:00Z' };
const show = (officer: string | null) =>
  act(async () =>
    render(<ObjectionPart state={panelStateOf({ person: person(officer) || null })} code={CODE} />, document.body),
  );
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find((each) => each.textContent === name)?.click());
const text = () => document.querySelector('textarea');
const type = (words: string) =>
  act(() => {
    const field = text();
    if (!field) throw new Error('no field');
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const send = () =>
  act(async () => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });

async function openFor(officer: string): Promise<void> {
  await show(officer);
  await press('Nêu ý kiến về điểm');
  await vi.waitFor(() => expect(text()).not.toBeNull());
}

it('keeps what is typed when the session ends, and shows none of it to another officer', async () => {
  await openFor('CB-01');
  await type(TEXT);
  ended = true;
  await show(null);
  await vi.waitFor(() => expect(document.body.textContent).toContain(ENDED));
  expect(text()?.value).toBe(TEXT);
  ended = false;
  await show('CB-01');
  expect(text()?.value).toBe(TEXT);
  await show('CB-07');
  await vi.waitFor(() => expect(text()?.value).toBe(''));
});

it('a text sent again after a lost answer keeps its id; a changed one is another objection', async () => {
  await openFor('CB-01');
  await type('Ngắn.');
  await send();
  expect(raised).toEqual([]);
  reply = { ok: false, message: 'Không kết nối được máy chủ.' };
  await type(TEXT);
  await send();
  await vi.waitFor(() => expect(document.body.textContent).toContain('Không kết nối được máy chủ.'));
  expect(text()?.value).toBe(TEXT);
  await send();
  await vi.waitFor(() => expect(raised).toHaveLength(2));
  expect(raised[1]).toEqual(raised[0]);
  expect(raised[0]).toMatchObject({ period: '2026-q3', dossier: CODE, indicator: null, text: TEXT });
  await vi.waitFor(() => expect(document.querySelector('[aria-disabled="true"]')).toBeNull());
  reply = { ok: true };
  await type(`${TEXT} Từ 05/11.`);
  await send();
  await vi.waitFor(() => expect(document.body.textContent).toContain('Máy chủ đã nhận ý kiến.'));
  expect(raised[2]?.id).not.toBe(raised[0]?.id);
  expect(text()?.value).toBe('');
});
