// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { danhgia2026 } from '../../server/rules/surveys/danhgia-2026.ts';
import { everythingStored } from './everything-stored.ts';
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

/** Frees the port; `server` is the one that answers there afterwards. */
async function outage(during: (url: string) => Promise<void>) {
  const { url } = server;
  await server.close();
  await during(url);
  server = await standInServer(Number(new URL(url).port));
}

it('asks once for questions and words; each explanation describes its question though folded', async () => {
  const page = await openPage({ server: server.url });
  const [help] = page.root.getElementById('overall')?.getAttribute('aria-describedby')?.split(' ') ?? [];
  const text = page.root.getElementById(help ?? '');
  expect(text?.textContent).toBe('Hồ sơ là toàn bộ giấy tờ Ông/Bà đã nộp cho một thủ tục.');
  expect(text?.closest('details')?.open).toBe(false);
  expect(page.root.querySelector('#q3b details'), 'a question that needs no explanation').toBeNull();
  expect(server.asked).toEqual(['GET /v1/surveys/danhgia-2026?lang=vi']);
});

it('folds away how information is kept, with its source', async () => {
  const page = await openPage({ server: server.url });
  const text = page.root.getElementById('privacy');
  expect(text?.textContent).toContain('Căn cứ: ');
  expect(text?.closest('details')?.querySelector('summary')?.textContent).toBe('Xem cách giữ thông tin');
});

it('says that the survey did not load, in the language of the page, and offers to try again', async () => {
  await outage(async (url) => {
    const page = await openPage({ server: url, lang: 'en' });
    expect(page.text()).toBe('Questions did not load. Check your connection, then try again.Try again');
    expect(page.events).toEqual([{ type: 'dvc-survey-error', detail: { code: 'load' } }]);
  });
});

it('takes up unfinished answers once the survey loads again', async () => {
  const page = await openPage({ server: server.url });
  page.choose('overall', 's4');
  await vi.waitFor(async () => expect(await everythingStored()).toHaveLength(1));
  page.leave();
  let next = page;
  await outage(async (url) => {
    next = await openPage({ server: url, lang: 'en' });
    expect(next.text()).toContain('Questions did not load.');
  });
  next.press('Try again');
  await next.shows('Continue');
  next.press('Continue');
  expect(next.radio('overall', 's4').checked).toBe(true);
});

it('lets whoever has been here before answer while the server is away', async () => {
  (await openPage({ server: server.url })).leave();
  let page: Awaited<ReturnType<typeof openPage>> | undefined;
  await outage(async (url) => {
    page = await openPage({ server: url });
    page.choose('overall', 's2');
    page.press('Gửi phiếu');
    await page.shows('Đã lưu trên máy này');
  });
  await page?.networkBack();
  await page?.shows('Đã nhận phiếu');
  expect(server.received.map((r) => r.body.answers)).toEqual([{ overall: 's2' }]);
});

it('does not bring back a survey that the server has withdrawn', async () => {
  (await openPage({ server: server.url })).leave();
  server.withdraw();
  const gone = await openPage({ server: server.url });
  expect(gone.text()).toContain('Không tải được câu hỏi.');
  gone.leave();
  await outage(async (url) => expect((await openPage({ server: url })).text()).toContain('Không tải được câu hỏi.'));
});

it('says that nothing loaded, rather than ask no question, where the survey is not offered at that stage', async () => {
  server.offer({ returned: danhgia2026.stages.returned });
  const page = await openPage({ server: server.url, stage: 'submitted' });
  expect(page.text()).toContain('Không tải được câu hỏi. Kiểm tra mạng rồi bấm Thử lại.');
});

it('takes the place of the link inside the tag, which is for pages where the script does not run', async () => {
  const page = await openPage({ server: server.url });
  page.element.innerHTML = '<a href="/k/mau/H99.01">Mở phiếu đánh giá</a>';
  expect(page.root.querySelector('slot'), 'what is in no slot is not shown').toBeNull();
  expect(page.text()).not.toContain('Mở phiếu đánh giá');
});

it('leaves the receipt on the screen when texts arrive after sending', async () => {
  const page = await openPage({ server: server.url });
  const held = server.holdTexts();
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
