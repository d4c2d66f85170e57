// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { ScoreRecord } from '../../../extension/messages.ts';
import { Notices } from '../../../extension/panel/notices.tsx';
import { panelStateOf } from '../panel-state-of.ts';

const recordOf = (code: string, state: ScoreRecord['state']): ScoreRecord => ({
  code,
  id: `mau.${code}`,
  officer: 'CB-0117',
  officerLabel: 'CB-0117',
  at: '2026-11-26T10:02',
  shown: 20,
  own: 40,
  state,
  problem: null,
  conflict: false,
});

afterEach(() => act(() => render(null, document.body)));

it('counts the self-scores the server refused and leads to the first of them', () => {
  const opened: string[] = [];
  const scores = [recordOf('H1', 'sent'), recordOf('H2', 'refused'), recordOf('H3', 'refused')];
  act(() =>
    render(
      <Notices state={panelStateOf({ scores })} onFirstRun={() => {}} onScore={(code) => opened.push(code)} />,
      document.body,
    ),
  );
  expect(document.querySelector('.note')?.textContent).toContain('2 phiếu tự chấm máy chủ không nhận.');
  act(() => document.querySelector('button')?.click());
  expect(opened).toEqual(['H2']);
});
