// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Standing } from '#wire/standing-score.ts';
import { switchFeatures } from '../../../extension/features/switches.ts';
import type { PanelState, ScoreRecord } from '../../../extension/messages.ts';
import { BatchView } from '../../../extension/panel/batch-view.tsx';
import type { SecondLookOffer } from '../../../extension/second-look.ts';
import type { Answered, BatchScore } from '../../../extension/work-messages.ts';
import { panelStateOf } from '../panel-state-of.ts';
import { readingOf } from '../reading.ts';

const codeOf = (n: number) => `H99.01-261102-${String(n).padStart(4, '0')}`;
/** A result before the promised day: nothing stands in the way. */
const clean = (n: number) =>
  readingOf({ code: codeOf(n), state: 'returned', ready: '2026-11-20T10:00', returned: '2026-11-20T14:00' });
const unended = { ...clean(0), ready: null, returned: null };
const PERSON = { officer: 'CB-01', label: 'Quầy 1', expires: '2026-11-27T00:00:00Z' };

let readings = [clean(1)];
let confirmed: (readonly BatchScore[])[] = [];
let asked: unknown[] = [];
let waited: number[] = [];
let standings: Answered<readonly Standing[]> = { ok: true, value: [] };
let state: PanelState;
const opened: string[] = [];

beforeEach(() => {
  [confirmed, asked, waited] = [[], [], []];
  standings = { ok: true, value: [] };
  opened.length = 0;
  state = panelStateOf({ person: PERSON });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const said = message as { type: string; scores?: readonly BatchScore[]; seconds?: number; answer?: string };
    if (said.type === 'panel.unscored') return { ok: true, value: readings };
    if (said.type === 'panel.standing') return standings;
    if (said.scores) confirmed.push(said.scores);
    if (said.seconds !== undefined) waited.push(said.seconds);
    asked.push(said.answer ? `${said.type} ${said.answer}` : said.type);
    return { ok: true };
  });
});
afterEach(() => act(() => render(null, document.body)));

function Page() {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const props = { state, drafts: {}, left, onLeft: setLeft, reload: async () => {} };
  return <BatchView {...props} onOpen={(code) => opened.push(code)} />;
}
async function show(): Promise<void> {
  await act(async () => render(<Page />, document.body));
  await vi.waitFor(() => expect(document.querySelector('.loading')).toBeNull());
}
const press = (name: string) =>
  act(async () => {
    const named = [...document.querySelectorAll('button')].find((each) => each.textContent === name);
    if (!named) throw new Error(`no button ${name} in ${document.body.textContent}`);
    named.click();
  });
const text = () => document.body.textContent ?? '';

const MOMENT = Date.now();
/** `n` scores confirmed together just now. */
const batch = (n: number, part: Partial<ScoreRecord> = {}): ScoreRecord[] =>
  Array.from({ length: n }, (_, i) => ({
    ...{ code: codeOf(i), id: `mau.${i}`, officer: 'CB-01', officerLabel: 'Quầy 1', at: '2026-11-26T10:00' },
    ...{ shown: 20, own: 20, state: 'sent', problem: null, conflict: false, batch: MOMENT, ...part },
  }));

it('an exception stands above and is in no confirmation; nor is what was unmarked', async () => {
  readings = [clean(1), unended, clean(2), clean(3)];
  await show();
  const exceptions = [...document.querySelectorAll('.exceptions button')];
  expect(exceptions.map((each) => each.textContent)).toEqual([`${codeOf(0)}thiếu ngày có kết quả`]);
  expect(text().indexOf('Cần xem riêng 1 hồ sơ')).toBeLessThan(text().indexOf('Không vướng mắc 3 hồ sơ'));
  await press('Xem');
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  await act(async () => boxes[1]?.click());
  await press('Xác nhận 2 hồ sơ');
  expect(confirmed.map((scores) => scores.map(({ code }) => code))).toEqual([[codeOf(1), codeOf(3)]]);
  expect(confirmed[0]?.[0]?.values['1']).toEqual({ shown: 20, points: 20 });
  await act(async () => {
    boxes[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
  expect(opened).toEqual([codeOf(1)]);
});

it('says which remarks are not looked for, by the names of their switches', async () => {
  readings = [clean(1)];
  await show();
  expect(text()).not.toContain('Đang tắt');
  switchFeatures({ 'supplement-count': false });
  await act(() => render(null, document.body));
  await show();
  switchFeatures({});
  expect(text()).toContain('Đang tắt «Đếm số lần yêu cầu bổ sung (②)»');
});

it('what was scored elsewhere is set apart; without an answer nothing is claimed', async () => {
  readings = [clean(1), clean(2)];
  const score = { id: 'mau.9', officer: 'CB-07', officerLabel: 'Quầy 7', at: '2026-11-20T15:00', values: {} };
  standings = { ok: true, value: [{ dossier: codeOf(2), takes: 'open', score }] };
  await show();
  await vi.waitFor(() => expect(text()).toContain(`${codeOf(2)}đã được chấm ở nơi khác`));
  expect(text()).toContain('Xác nhận 1 hồ sơ');
  await act(() => render(null, document.body));
  standings = { ok: false, message: 'Không kết nối được máy chủ.' };
  await show();
  await vi.waitFor(() => expect(text()).toContain('Chưa rõ hồ sơ nào đã được chấm ở nơi khác'));
  expect(text()).toContain('Xác nhận 2 hồ sơ');
});

it('with nothing marked nothing is confirmed', async () => {
  readings = [clean(1)];
  await show();
  await press('Xem');
  await act(async () => document.querySelector<HTMLInputElement>('input')?.click());
  await press('Xác nhận 0 hồ sơ');
  expect(confirmed).toEqual([]);
  expect(text()).toContain('Chưa chọn hồ sơ nào.');
});

it('tells how long the list was up; the offer to look again is of this batch and this officer alone', async () => {
  readings = [clean(1)];
  await show();
  await press('Xác nhận 1 hồ sơ');
  expect(waited).toEqual([expect.any(Number)]);
  const offer: SecondLookOffer = {
    ...{ id: 'mau.1', officer: 'CB-01', batch: MOMENT, confirmed: 21, seconds: 12 },
    ...{ answer: 'none', picked: [], opened: [] },
  };
  const offered = async (part: Partial<PanelState>, change: Partial<SecondLookOffer> = {}) => {
    state = panelStateOf({ person: PERSON, scores: batch(21), secondLook: { ...offer, ...change }, ...part });
    await show();
    return /vừa xác nhận 21 hồ sơ trong 12 giây/.test(text());
  };
  expect(await offered({})).toBe(true);
  await press('Xem 3 hồ sơ ngẫu nhiên');
  await act(() => render(null, document.body));
  await offered({});
  await press('Giữ nguyên');
  expect(asked).toEqual(['panel.batch', 'panel.secondLook looked', 'panel.secondLook kept']);
  expect(await offered({ person: { ...PERSON, officer: 'CB-07' } })).toBe(false);
  expect(await offered({}, { batch: MOMENT - 1 })).toBe(false);
  expect(await offered({}, { answer: 'kept' })).toBe(false);
  expect(await offered({}, { answer: 'looked', picked: [codeOf(1), codeOf(2)], opened: [codeOf(2)] })).toBe(false);
  const sample = [...document.querySelectorAll('.done .list button')];
  expect(sample.map((each) => each.textContent)).toEqual([codeOf(1), `${codeOf(2)}đã mở`]);
  await press(codeOf(1));
  expect(opened).toEqual([codeOf(1)]);
});

it('counts the time the list was in sight alone, anew after each confirmation', async () => {
  let at = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => at);
  const turn = (hidden: boolean) => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  readings = [clean(1)];
  await show();
  at += 4000;
  turn(true);
  at += 600_000;
  turn(false);
  at += 2500;
  await press('Xác nhận 1 hồ sơ');
  await vi.waitFor(() => expect(text()).not.toContain('Đang ghi…'));
  at += 1500;
  await press('Xác nhận 1 hồ sơ');
  // 4 seconds, ten minutes behind another page, 2,5 seconds; then 1,5 seconds.
  expect(waited).toEqual([6.5, 1.5]);
  vi.restoreAllMocks();
});

it('shows how far the batch has come, and lets its own officer alone undo it', async () => {
  readings = [];
  state = panelStateOf({ person: PERSON, scores: [...batch(2), ...batch(1, { code: codeOf(9), state: 'refused' })] });
  await show();
  expect(text()).toContain('Đã ghi 3 hồ sơ lúc 10:00. Máy chủ đã nhận 2/3.');
  expect(text()).toContain('Máy chủ không nhận 1 hồ sơ');
  await press('Hoàn tác cả đợt');
  expect(asked).toEqual(['panel.undo']);
  state = { ...state, person: { ...PERSON, officer: 'CB-07' } };
  await show();
  expect(text()).toContain('Đợt này do Quầy 1 xác nhận.');
  expect(text()).not.toContain('Hoàn tác cả đợt');
});

it('says what to do where no dossier is left', async () => {
  readings = [];
  await show();
  expect(text()).toContain('Mở danh sách hồ sơ trên trang một cửa để đọc thêm.');
});
