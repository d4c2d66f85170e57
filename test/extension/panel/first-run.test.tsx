// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { PanelState } from '../../../extension/messages.ts';
import { FirstRun } from '../../../extension/panel/first-run.tsx';
import { panelStateOf } from '../panel-state-of.ts';

function show(part: Partial<PanelState>): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  act(() => render(<FirstRun state={panelStateOf(part)} onLater={() => {}} />, root));
  return root;
}

afterEach(() => document.body.replaceChildren());

it('asks a revoked browser for a new code and says that its work is kept', () => {
  const root = show({ revoked: true, unsent: 3 });
  expect(root.querySelector('h2')?.textContent).toBe('Nhập mã đăng ký mới');
  expect(root.querySelector('[role=status]')?.textContent).toBe(
    'Máy này không còn được đăng ký. Xin mã mới từ quản trị đơn vị; 3 việc chưa gửi vẫn còn.',
  );
});

it('promises in its first step only what the program does', () => {
  const text = show({ device: null, sites: [], consent: null }).textContent;
  expect(text).toContain('Không đọc, không gửi tên, số căn cước, điện thoại, địa chỉ.');
  expect(text).not.toContain('bản in');
});
