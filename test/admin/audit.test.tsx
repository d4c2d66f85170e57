// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, fakeServer, hide, pageText, press, show, signedIn, type } from './mount.tsx';

afterEach(hide);

const ENTRY = {
  seq: 3,
  at: '2026-11-10T02:00:00.000Z',
  actor: 'user:lan',
  action: 'period.seal',
  subject: '2026-q3',
  detail: '{"head":"9c41"}',
  hash: 'ab'.repeat(32),
};
const at = (hash: string) => <SetUp place={placeOf(hash)} />;

it('shows entries with what stands behind them, and keeps the filter in the address', async () => {
  const { api, sent } = fakeServer({
    'GET /v1/audit?action=period': { body: { entries: [ENTRY], next: null } },
  });
  await show(signedIn(api, at('#/thiet-lap/nhat-ky?viec=period')));
  expect(sent.map(({ path }) => path)).toEqual(['/v1/audit?action=period']);
  expect(pageText()).toContain('10/11/2026 09:00');
  expect(pageText()).toContain('Khóa sổ period.seal');
  const link = [...document.querySelectorAll('td a, th a')].find((a) => a.textContent === 'user:lan');
  expect(link?.getAttribute('href')).toBe('#/thiet-lap/nhat-ky?viec=period&ai=user%3Alan');
});

it('says from which entry on the chain is broken and what to do, and looks for a printed hash', async () => {
  const verdict = { entries: 40, head: 'cd34', brokenAt: 7, headFound: false, changedSnapshots: ['2026-q3.1'] };
  const { api, sent } = fakeServer({
    'GET /v1/audit?': { body: { entries: [], next: null } },
    'POST /v1/audit/verify': { body: verdict },
  });
  await show(signedIn(api, at('#/thiet-lap/nhat-ky')));
  expect(pageText()).toContain('Không có dòng nào trong bộ lọc này.');
  await type('Mã in trên báo cáo (nếu có)', ' 9C41D0AA77E2 ');
  await press(button('Kiểm tra cả chuỗi'));
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ head: '9c41d0aa77e2' });
  expect(pageText()).toContain('Nhật ký không liền từ dòng 7.');
  expect(pageText()).toContain('Bản chốt 2026-q3.1 khác mã lúc chốt');
  expect(pageText()).toContain('Giữ nguyên tệp dữ liệu và so với bản sao lưu.');
});
