// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Standing } from '#wire/standing-score.ts';
import { seenOf } from '../../../extension/features/seen.ts';
import { switchFeatures } from '../../../extension/features/switches.ts';
import type { PanelState, ScoreRecord } from '../../../extension/messages.ts';
import { UNSETTLED } from '../../../extension/office-rules.ts';
import { StandingPart } from '../../../extension/panel/standing-part.tsx';
import type { Answered } from '../../../extension/work-messages.ts';
import { panelStateOf } from '../panel-state-of.ts';
import { readingOf } from '../reading.ts';

const CODE = 'H99.01-261110-0042';
/** A result before the promised day: 2 points on indicator 1. */
const DONE = readingOf({ state: 'returned', ready: '2026-11-20T10:00', returned: '2026-11-20T14:00' });
const PERSON = { officer: 'CB-01', label: 'Quầy 1', expires: '2026-11-27T00:00:00Z' };
const SCORE = {
  ...{ id: 'mau.9', officer: 'CB-07', officerLabel: 'Quầy 7', at: '2026-11-20T15:00' },
  values: { 1: { shown: 20, points: 10 }, 3: { shown: 10, points: 10 } },
};
const RECORD: ScoreRecord = {
  ...{ code: CODE, id: 'mau.1', officer: 'CB-01', officerLabel: 'Quầy 1', at: '2026-11-20T16:00' },
  ...{ shown: 20, own: 20, state: 'sent', problem: null, conflict: false },
};

let answer: Answered<readonly Standing[]>;
let asked: string[] = [];
const answered = (part: Partial<Standing>): void => {
  answer = { ok: true, value: [{ dossier: CODE, takes: 'open', score: null, ...part }] };
};
beforeEach(() => {
  asked = [];
  answered({});
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    const { type, codes } = message as { type: string; codes?: readonly string[] };
    asked.push(type);
    return type === 'panel.standing' ? (codes?.length ? answer : { ok: true, value: [] }) : { ok: true };
  });
});
afterEach(() => {
  act(() => render(null, document.body));
  switchFeatures({});
});

const text = () => document.body.textContent ?? '';
async function show(part: Partial<PanelState> = {}, entries = {}, reading = DONE): Promise<void> {
  act(() => render(null, document.body));
  const state = panelStateOf({ person: PERSON, ...part });
  const seen = seenOf(reading, UNSETTLED, '2026-11-26T10:00');
  await act(async () =>
    render(
      <StandingPart state={state} seen={seen} entries={entries}>
        {(stopped) => <form>{stopped ?? 'phiếu'}</form>}
      </StandingPart>,
      document.body,
    ),
  );
  await vi.waitFor(() => expect(text()).not.toContain('Đang hỏi'));
}
const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find((each) => each.textContent === name)?.click());

it('where nobody scored it the form is there and nothing is said', async () => {
  await show();
  expect(text()).toBe('phiếu');
});

it('another officer’s score stands beside what this computer would send; there is nothing to confirm', async () => {
  answered({ score: SCORE });
  await show({}, { 1: { points: 0, note: 'x', evidence: '' } });
  expect(text()).toContain('Quầy 7 đã chấm hồ sơ này lúc 20/11/2026 15:00');
  expect(text()).toContain('vẫn còn trên máy này, chưa gửi');
  const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((each) => each.textContent),
  );
  // Indicator, its name, the system, the server, this computer.
  expect(rows.find(([indicator]) => indicator === '1')).toEqual(['1', 'Tổng thời gian', '2', '1', '0']);
  expect(rows.find(([indicator]) => indicator === '3')?.slice(3)).toEqual(['1', '— (trống)']);
  expect([...document.querySelectorAll('button')].map((each) => each.textContent)).toEqual(['Giữ điểm trên máy chủ']);
  expect(document.querySelector('form')).toBeNull();
  await press('Giữ điểm trên máy chủ');
  expect(asked).toContain('panel.keepStanding');
  // Kept: the record of it is shown, and no other can be made.
  await show({ scores: [{ ...RECORD, id: SCORE.id, officer: SCORE.officer }] });
  expect(text()).toContain('Máy chủ không nhận phiếu gửi sau');
  expect(document.querySelector('form')).not.toBeNull();
});

it('one’s own score from elsewhere is kept, or replaced on purpose', async () => {
  answered({ score: { ...SCORE, officer: 'CB-01' } });
  await show();
  expect(text()).toContain('Máy chủ đang giữ điểm Anh/Chị chấm lúc 20/11/2026 15:00');
  await press('Chấm lại');
  expect(text()).toBe('phiếu');
});

it('what this computer sent itself, or is about to replace, is no news; an older one that is replaced elsewhere is', async () => {
  answered({ score: { ...SCORE, id: RECORD.id, officer: 'CB-01' } });
  await show({ scores: [RECORD] });
  expect(text()).toBe('phiếu');
  answered({ score: { ...SCORE, officer: 'CB-01' } });
  await show({ scores: [{ ...RECORD, state: 'queued' }] });
  expect(text()).toBe('phiếu');
  await show({ scores: [RECORD] });
  expect(text()).toContain('không phải từ phiếu trên máy này');
  // Somebody else's is, also while one's own still waits to be sent.
  answered({ score: SCORE });
  await show({ scores: [{ ...RECORD, state: 'queued' }] });
  expect(text()).toContain('Quầy 7 đã chấm');
});

it('a closed period takes no form; what was sent before stays to be seen', async () => {
  answered({ takes: 'closed' });
  await show();
  expect(text()).toContain('đã chốt nên máy chủ không nhận');
  expect(document.querySelector('form')).toBeNull();
  answered({ takes: 'closed', score: { ...SCORE, id: RECORD.id, officer: 'CB-01' } });
  await show({ scores: [RECORD] });
  expect(document.querySelector('form')?.textContent).toContain('đã chốt');
});

it('without an answer it is not known, and the form is there all the same', async () => {
  answer = { ok: false, message: 'Không kết nối được máy chủ.' };
  await show();
  expect(text()).toBe('Chưa rõ hồ sơ này đã được chấm ở nơi khác chưa. Không kết nối được máy chủ.phiếu');
});

it('is asked only where there is somebody to score, something to score, and the switch is on', async () => {
  await show({ person: null });
  await show({}, {}, readingOf());
  switchFeatures({ 'self-score': false });
  await show();
  answered({ score: SCORE });
  expect(text()).toBe('phiếu');
});
