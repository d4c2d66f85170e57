// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import type { ScoreRecord } from '../../../extension/messages.ts';
import { BatchDone } from '../../../extension/panel/batch-done.tsx';
import { panelStateOf } from '../panel-state-of.ts';

const START = Date.parse('2026-11-26T10:00:00+07:00');
const PERSON = { officer: 'CB-0117', label: 'CB-0117 · Quầy 1', expires: '2026-11-26T22:00' };
const confirmed = (batch: number): ScoreRecord => ({
  code: 'H99.01-261102-0021',
  id: 'mau.1',
  at: '2026-11-26T10:01',
  officer: PERSON.officer,
  officerLabel: PERSON.label,
  shown: 20,
  own: 20,
  state: 'sent',
  problem: null,
  conflict: false,
  batch,
});

const show = (records: readonly ScoreRecord[]) =>
  act(() =>
    render(<BatchDone state={panelStateOf({ person: PERSON })} records={records} onOpen={() => {}} />, document.body),
  );
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

it('promises no more than ten minutes, however long the screen stood open before', () => {
  vi.useFakeTimers({ now: START });
  show([]);
  show([confirmed(START + 14_000)]);
  expect(document.body.textContent).toContain('Còn 10 phút để hoàn tác.');
  act(() => void vi.advanceTimersByTime(15_000 + 9 * 60_000));
  expect(document.body.textContent).toContain('Còn 1 phút để hoàn tác.');
});
