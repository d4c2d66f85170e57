// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { Tabs } from '../../../extension/panel/tabs.tsx';

const show = (view: 'today' | 'dossier', opened: number) =>
  act(() =>
    render(
      <Tabs view={view} onView={() => {}} opened={opened}>
        <p>Nội dung</p>
      </Tabs>,
      document.body,
    ),
  );

afterEach(() => act(() => render(null, document.body)));

it('takes the focus to the content when a dossier is opened, and leaves it when only the tab changes', async () => {
  await show('today', 0);
  document.querySelector<HTMLElement>('#tab-today')?.focus();
  await show('dossier', 0);
  expect(document.activeElement?.id).toBe('tab-today');
  await show('dossier', 1);
  expect(document.activeElement?.id).toBe('tab-panel');
});
