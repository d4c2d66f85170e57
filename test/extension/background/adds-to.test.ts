import { expect, it } from 'vitest';
import { addsTo } from '../../../extension/background/adds-to.ts';
import { readingOf } from '../reading.ts';

const SAID = readingOf();
const promise = (date: string) => ({
  date,
  dayOnly: false,
  first: '2026-11-20T08:00',
  last: '2026-11-20T08:00',
  afterWait: false,
});
const PROMISED = SAID.promised ?? '';

it('what was remembered of a first look adds nothing to what the page said', () => {
  expect(addsTo(SAID, { ...SAID, promises: [promise(PROMISED)] })).toBe(false);
  expect(addsTo(SAID, { ...SAID, promises: [] })).toBe(false);
});

it.each([
  ['a date that moved', { promises: [promise('2026-11-01T17:00'), promise(PROMISED)] }],
  ['an hour that another screen printed', { promises: [promise('2026-11-01T17:00')] }],
  [
    'a letter',
    { letters: [{ sent: '2026-11-26T10:00', promised: '2026-12-01T17:00', state: 'queued' as const, problem: null }] },
  ],
  ['steps of the detail page', { steps: [{ name: 'Tiếp nhận', limitDays: null, started: null, ended: null }] }],
  ['supplements', { supplements: 2 }],
  ['a state', { state: 'ready' as const }],
  ['a limit the list does not print', { limitDays: 5 }],
])('%s adds to it', (_about, more) =>
  expect(addsTo(SAID, { ...SAID, promises: [promise(PROMISED)], ...more })).toBe(true),
);
