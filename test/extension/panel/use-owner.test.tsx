// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { useOwner } from '../../../extension/panel/use-owner.ts';

const sat = (officer: string) => ({
  person: { officer, label: officer, expires: '2026-11-27T00:00:00Z' },
  left: false,
});
const ENDED = { person: null, left: false };
const LEFT = { person: null, left: true };
const keys: string[] = [];

function Page({ at }: { at: Parameters<typeof useOwner>[0] }) {
  keys.push(useOwner(at));
  return null;
}
const meets = (...states: readonly Parameters<typeof useOwner>[0][]): string[] => {
  keys.length = 0;
  for (const at of states) act(() => render(<Page at={at} />, document.body));
  return [...keys];
};
afterEach(() => act(() => render(null, document.body)));

it('stays while one officer signs in, runs out and comes back', () => {
  expect(new Set(meets(ENDED, sat('CB-01'), ENDED, sat('CB-01'))).size).toBe(1);
});

it('is another one for another officer, also after a session that ran out', () => {
  const [first, second] = meets(sat('CB-01'), sat('CB-07'));
  expect(first).not.toBe(second);
  act(() => render(null, document.body));
  const [before, ended, after] = meets(sat('CB-01'), ENDED, sat('CB-07'));
  expect([before === ended, ended === after]).toEqual([true, false]);
});

it('is another one as soon as the officer leaves, whoever comes', () => {
  const [here, left, back] = meets(sat('CB-01'), LEFT, sat('CB-01'));
  expect([here === left, left === back]).toEqual([false, true]);
});
