// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { Drafts } from '../../../extension/features/score-entries.ts';
import type { PanelDraft } from '../../../extension/messages.ts';
import { useDrafts } from '../../../extension/panel/use-drafts.ts';

const CODE = 'H99.01-261110-0042';
const TYPED = { 1: { points: 10, note: 'Nhập muộn', evidence: '' } };
let drafts: Drafts = {};
let keep: ReturnType<typeof useDrafts>['keep'] = () => {};

/** What the browser keeps outside of the page, and for whom. */
let outside: { officer: string; drafts: Drafts } | null = null;
const told: PanelDraft[] = [];
const stateOf = (officer: string | null, left: boolean) => ({
  person: officer === null ? null : { officer, label: officer, expires: '2026-11-26T12:00:00Z' },
  left,
  drafts: outside && outside.officer === officer ? outside.drafts : {},
});

function Panel({ officer, left }: { officer: string | null; left: boolean }) {
  const found = useDrafts(stateOf(officer, left), (draft) => told.push(draft));
  drafts = found.drafts;
  keep = found.keep;
  return null;
}
const sits = (officer: string | null, left = false) =>
  act(() => render(<Panel officer={officer} left={left} />, document.body));
afterEach(async () => {
  await act(() => render(null, document.body));
  outside = null;
  told.length = 0;
});

it('is kept outside of the page as it is typed, and is there when the page is opened again', async () => {
  await sits('CB-01');
  await act(() => keep(CODE, TYPED));
  await act(() => keep(CODE, null));
  expect(told).toEqual([
    { type: 'panel.draft', code: CODE, entries: TYPED },
    { type: 'panel.draft', code: CODE, entries: null },
  ]);
  await act(() => render(null, document.body));
  outside = { officer: 'CB-01', drafts: { [CODE]: TYPED } };
  await sits('CB-01');
  expect(drafts).toEqual({ [CODE]: TYPED });
});

it('is there for its officer alone when the page was opened while no session ran', async () => {
  outside = { officer: 'CB-01', drafts: { [CODE]: TYPED } };
  await sits(null);
  expect(drafts).toEqual({});
  await sits('CB-01');
  expect(drafts).toEqual({ [CODE]: TYPED });
  await act(() => render(null, document.body));
  await sits(null);
  await sits('CB-07');
  expect(drafts).toEqual({});
});

it('outlives a session that ends, for the same officer', async () => {
  await sits('CB-01');
  await act(() => keep(CODE, TYPED));
  await sits(null);
  expect(drafts).toEqual({ [CODE]: TYPED });
  await sits('CB-01');
  expect(drafts).toEqual({ [CODE]: TYPED });
});

it('is gone when the officer leaves, and nothing of it is there for whoever comes', async () => {
  await sits('CB-01');
  await act(() => keep(CODE, TYPED));
  await sits(null, true);
  expect(drafts).toEqual({});
  await sits('CB-01');
  expect(drafts).toEqual({});
});

it('is never shown to another officer, not for the blink of an eye', async () => {
  await sits('CB-01');
  await act(() => keep(CODE, TYPED));
  const shown: Drafts[] = [];
  const Watch = ({ officer }: { officer: string }) => {
    shown.push(useDrafts(stateOf(officer, false), () => {}).drafts);
    return null;
  };
  await sits('CB-07');
  shown.push(drafts);
  await act(() => render(<Watch officer="CB-07" />, document.body));
  expect(shown).toEqual(shown.map(() => ({})));
});
