// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { dossierBody } from '../../../extension/background/dossier-body.ts';
import type { PanelState } from '../../../extension/messages.ts';
import { FirstRun } from '../../../extension/panel/first-run.tsx';
import { panelStateOf } from '../panel-state-of.ts';
import { readingOf } from '../reading.ts';

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
  const text = show({ device: null, sites: [], consent: 0 }).textContent;
  // The letter of apology takes one name, when the officer presses for it.
  expect(text).toContain(
    'Không đọc, không gửi tên, số căn cước, điện thoại, địa chỉ; tên chỉ vào bản in khi Anh/Chị bấm lấy.',
  );
});

it('takes the focus to the heading of the next step', async () => {
  const root = show({ device: null, sites: [], consent: 0 });
  await act(() => root.querySelector<HTMLButtonElement>('.primary')?.click());
  expect(document.activeElement?.textContent).toBe('Bước 2/4 Nhập mã đăng ký');
});

it.each<[string, Partial<PanelState>, string]>([
  ['an empty server address', { device: null, server: null }, 'Chưa có địa chỉ máy chủ.'],
  [
    'a server address in the clear',
    { device: null, server: 'http://danhgia.example.vn' },
    'phải bắt đầu bằng https://',
  ],
  ['an empty code', { device: null }, 'Chưa có mã đăng ký.'],
  ['an empty site', { sites: [] }, 'Chưa có địa chỉ trang một cửa.'],
  ['what is no site', { sites: [], offered: ['trang-mot-cua'] }, 'Địa chỉ trang phải bắt đầu bằng https://'],
])('says in its own words what is wrong with %s, and goes to the field', async (_what, part, sentence) => {
  const root = show({ sites: ['https://motcua.example.vn'], ...part });
  await act(() => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  expect(root.querySelector('form [role=alert]')?.textContent).toContain(sentence);
  expect(document.activeElement?.tagName).toBe('INPUT');
});

it('shows what would be sent in words, and to the letter for who wants it', () => {
  const dossier = dossierBody(readingOf(), 'so-a');
  const root = show({ consent: 0, preview: { dossiers: dossier ? [dossier] : [] } });
  const region = root.querySelector('[aria-label="Dữ liệu sẽ gửi"]');
  expect([...(region?.querySelectorAll('.pair') ?? [])].map((pair) => pair.textContent).slice(0, 3)).toEqual([
    'Mã hồ sơH99.01-261110-0042',
    'Thủ tụckhông có mã',
    'Trạng tháiĐang xử lý',
  ]);
  expect(JSON.parse(root.querySelector('details pre')?.textContent ?? '')).toEqual([dossier]);
});

it('says what is new to who agreed to an older text, and nothing of it to who never agreed', () => {
  const again = show({ consent: 1 });
  expect(again.querySelector('h2')?.textContent).toBe('Dữ liệu gửi đi đã đổi, xem lại rồi đồng ý');
  expect(again.textContent).toContain('Mới so với lần Anh/Chị đồng ý trước: các bước của hồ sơ');
  expect(show({ consent: 0 }).textContent).not.toContain('Mới so với');
});
