// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { type Drafts, useDrafts } from '../../../extension/panel/use-drafts.ts';

const CODE = 'H99.01-261110-0042';
const TYPED = { 1: { points: 10, note: 'Nhập muộn', evidence: '' } };
let drafts: Drafts = {};
let keep: ReturnType<typeof useDrafts>['keep'] = () => {};

function Panel({ officer, left }: { officer: string | null; left: boolean }) {
  const found = useDrafts(officer, left);
  drafts = found.drafts;
  keep = found.keep;
  return null;
}
const sits = (officer: string | null, left = false) =>
  act(() => render(<Panel officer={officer} left={left} />, document.body));
afterEach(() => act(() => render(null, document.body)));

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
    shown.push(useDrafts(officer, false).drafts);
    return null;
  };
  await sits('CB-07');
  shown.push(drafts);
  await act(() => render(<Watch officer="CB-07" />, document.body));
  expect(shown).toEqual(shown.map(() => ({})));
});
