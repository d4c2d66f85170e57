// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { ownServer } from './own-server.ts';
import { openPage } from './page.ts';

const own = ownServer();

it('names the question, keeps the answers and moves focus to the summary', async () => {
  const message = 'Câu 4 có phương án không còn dùng. Mời Ông/Bà chọn lại.';
  own.server.replies.push({
    status: 422,
    body: { code: 'answer.unknown', message, issues: [{ path: 'answers.q4', message }] },
  });
  const page = await openPage({ server: own.server.url });
  page.choose('overall', 's4');
  page.choose('q4', 'other0');
  page.press('Gửi phiếu');
  await page.shows('Có 1 chỗ cần xem lại');
  expect(page.root.activeElement?.id).toBe('summary');
  expect(page.root.querySelector('#q4-error')?.textContent).toBe(message);
  expect(page.root.querySelector('#q4-error')?.getAttribute('lang')).toBe('vi');
  expect(page.radio('q4', 'other0').checked).toBe(true);
  page.choose('q4', 'other1');
  page.press('Gửi phiếu');
  await page.shows('Đã nhận phiếu');
});

it('keeps the answers as a draft for the form that takes the place of a withdrawn one', async () => {
  const message = 'Phiếu đánh giá này không còn dùng. Tải lại trang để lấy phiếu mới.';
  const issues = [{ path: 'version', message: 'không có phiên bản này' }];
  own.server.replies.push({ status: 410, body: { code: 'survey.gone', message, issues } });
  const page = await openPage({ server: own.server.url });
  page.choose('overall', 's4');
  page.press('Gửi phiếu');
  await page.shows(message);
  page.leave();
  const next = await openPage({ server: own.server.url });
  next.press('Trả lời tiếp');
  expect(next.radio('overall', 's4').checked).toBe(true);
});

it('gives the next person at the same page an empty form', async () => {
  own.server.replies.push({ status: 503, body: { code: 'busy', message: '' }, retryAfter: '60' });
  const page = await openPage({ server: own.server.url });
  page.choose('overall', 's4');
  page.press('Gửi phiếu');
  await page.shows('Đang có nhiều người gửi');
  page.press('Đóng');
  await page.shows('Câu 1 trong 9');
  expect(page.all('input:checked')).toEqual([]);
  expect(page.seen('draft')).toBe(false);
});

it('says why a closed link opens nothing, and links to the one thing still possible', async () => {
  for (const [status, code, words, path] of [
    [404, 'token.bad', 'Góp ý không kèm mã hồ sơ', 'mau/H99.01'],
    [409, 'token.used', 'Nhập mã phiếu', 'mau.K7M29QXD4TWZ8R3F'],
    [410, 'token.expired', 'Góp ý không kèm mã hồ sơ', 'mau/H99.01'],
  ] as const) {
    own.server.invite({ status, body: { code, message: `Câu của máy chủ: ${code}.` } });
    const page = await openPage({ server: own.server.url, token: 'mau.K7M29QXD4TWZ8R3F' });
    expect(page.text().trim()).toBe(`Câu của máy chủ: ${code}.${words}`);
    expect(page.all('a').map((a) => a.getAttribute('href'))).toEqual([`${own.server.url}/k/${path}?lang=vi`]);
    expect(page.events).toEqual([{ type: 'dvc-survey-error', detail: { code } }]);
  }
});

it('leads from answers that came too late to the form of their own unit, in the language of the form', async () => {
  own.server.replies.push({
    status: 410,
    body: { code: 'period.late', message: 'Đã hết thời gian đánh giá hồ sơ này.' },
  });
  document.documentElement.lang = 'en';
  const page = await openPage({ server: own.server.url });
  page.choose('overall', 's4');
  page.press('Send');
  await page.shows('Đã hết thời gian đánh giá hồ sơ này.');
  expect(page.root.querySelector('[role=alert]')?.getAttribute('lang')).toBe('vi');
  const [link] = page.all('a');
  expect([link?.textContent, link?.getAttribute('href')]).toEqual([
    'Give an opinion without a code',
    `${own.server.url}/k/mau/H99.01?lang=en`,
  ]);
  document.documentElement.lang = '';
});

it('offers to try again when the invitation does not load', async () => {
  own.server.invite({ status: 500, body: {} });
  const page = await openPage({ server: own.server.url, token: 'mau.K7M29QXD4TWZ8R3F' });
  expect(page.text()).toContain('Không tải được câu hỏi. Kiểm tra mạng rồi bấm Thử lại.');
  own.server.invite({
    status: 200,
    body: {
      ...{ unit: 'H99.01', unitName: 'Sở Tư pháp', procedure: null, procedureName: null, stage: 'submitted' },
      ...{ dossier: 'H99.01-261110-0042', survey: 'danhgia-2026', version: 1, expires: '2026-12-31' },
    },
  });
  page.press('Thử lại');
  await page.shows('Mời Ông/Bà trả lời 4 câu hỏi ngắn về hồ sơ H99.01-261110-0042.');
  expect(page.text()).toContain('việc tiếp nhận hồ sơ này?');
});

it('leads to the page without script where the host forbids requests to the server, not where it only reports them', async () => {
  const page = await openPage({ server: own.server.url, unit: 'H99.02' });
  const violation = (disposition: string) =>
    document.dispatchEvent(
      Object.assign(new Event('securitypolicyviolation'), {
        ...{ disposition, effectiveDirective: 'connect-src', blockedURI: `${own.server.url}/v1/responses` },
      }),
    );
  violation('report');
  expect(page.heading()).toBe('Đánh giá việc giải quyết hồ sơ');
  violation('enforce');
  expect(page.root.querySelector('a')?.href).toBe(`${own.server.url}/k/mau/H99.02`);
  expect(page.text()).toBe('Mở phiếu đánh giá');
  expect(page.events.at(-1)).toEqual({ type: 'dvc-survey-error', detail: { code: 'csp' } });
});
