// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPage } from './page.ts';
import { standInServer } from './stand-in-server.ts';

let server: Awaited<ReturnType<typeof standInServer>>;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  server = await standInServer();
});
afterEach(async () => {
  document.body.replaceChildren();
  await server.close();
});

type Page = Awaited<ReturnType<typeof openPage>>;
const explanation = (page: Page, code: string) => page.root.querySelector(`#${code} details`) as HTMLDetailsElement;
const unfold = (details: HTMLDetailsElement) => {
  details.open = true;
};
const HELP = 'Hồ sơ là toàn bộ giấy tờ Ông/Bà đã nộp cho một thủ tục.';

it('fetches the explanations once, when the first one is unfolded', async () => {
  const page = await openPage({ server: server.url });
  page.choose('overall', 's4');
  expect(server.asked).toEqual([]);
  unfold(explanation(page, 'overall'));
  expect(explanation(page, 'overall').textContent).toContain('Đang tải câu hỏi…');
  await page.shows(HELP);
  const describedBy = page.root.getElementById('overall')?.getAttribute('aria-describedby')?.split(' ')[0];
  expect(page.root.getElementById(describedBy ?? '')?.textContent).toBe(HELP);
  expect(explanation(page, 'overall').open).toBe(true);
  expect(page.radio('overall', 's4').checked).toBe(true);
  unfold(explanation(page, 'q1'));
  expect(explanation(page, 'q1').textContent).toContain('Giấy hẹn là Giấy tiếp nhận hồ sơ');
  expect(server.asked).toEqual(['GET /v1/surveys/danhgia-2026?lang=vi&version=1']);
});

it('says that an explanation did not load, and tries again', async () => {
  const port = Number(new URL(server.url).port);
  await server.close();
  const page = await openPage({ server: `http://127.0.0.1:${port}` });
  unfold(explanation(page, 'q3'));
  await page.shows('Không tải được câu hỏi. Kiểm tra mạng rồi bấm Thử lại.');
  expect(page.heading()).toBe('Đánh giá việc giải quyết hồ sơ');
  server = await standInServer(port);
  page.press('Thử lại');
  await page.shows('Tính cả gọi điện, nhắn tin và làm trên mạng.');
});

it('opens the text on how information is kept, with its source, and moves focus there', async () => {
  const page = await openPage({ server: server.url });
  page.press('Xem cách giữ thông tin');
  await page.shows('Căn cứ: ');
  expect(page.root.activeElement?.id).toBe('privacy');
});

it('leaves the receipt on the screen when texts arrive after sending', async () => {
  const held = server.holdTexts();
  const page = await openPage({ server: server.url });
  page.choose('overall', 's4');
  page.press('English');
  page.press('Gửi phiếu');
  await page.shows('Đã nhận phiếu');
  held.release();
  await page.shows('Received. Thank you.');
  expect(page.root.querySelector('input')?.value).toBe('K7M2-9QXD-4T');
});

it('speaks English on request and comes back', async () => {
  const page = await openPage({ server: server.url });
  page.choose('q7', 't3');
  page.press('English');
  await vi.waitFor(() => expect(page.root.querySelector('form')?.lang).toBe('en'));
  expect(page.radio('q7', 't3').checked).toBe(true);
  expect(page.root.querySelector('#overall legend')?.textContent).toContain('how satisfied are you');
  page.press('Tiếng Việt');
  await page.shows('Nhìn chung, Ông/Bà hài lòng đến mức nào');
});
