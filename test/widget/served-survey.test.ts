// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { everythingStored } from './everything-stored.ts';
import { ownServer } from './own-server.ts';
import { openPage, soon } from './page.ts';
import { standInServer } from './stand-in-server.ts';

const own = ownServer();

/** Frees the port; `server` is the one that answers there afterwards. */
async function outage(during: (url: string) => Promise<void>) {
  const { url } = own.server;
  await own.server.close();
  await during(url);
  own.server = await standInServer(Number(new URL(url).port));
}

const ASKED = 'GET /v1/surveys/danhgia-2026?lang=vi&version=1&tenant=mau&unit=H99.01';

it('shows the default survey without asking the server anything', async () => {
  await outage(async (url) => {
    const page = await openPage({ server: url });
    expect(page.all('fieldset:not([hidden])')).toHaveLength(9);
    expect(page.text()).toContain('Nhìn chung, Ông/Bà hài lòng đến mức nào với việc giải quyết hồ sơ này?');
  });
  await openPage({ server: own.server.url });
  expect(own.server.asked).toEqual([]);
});

it('fetches explanations once, when the form is first used; each describes its question though folded', async () => {
  const page = await openPage({ server: own.server.url });
  const [help] = page.root.getElementById('overall')?.getAttribute('aria-describedby')?.split(' ') ?? [];
  const text = page.root.getElementById(help ?? '');
  expect(page.root.querySelector('#q3b details'), 'a question that needs no explanation').toBeNull();
  page.choose('overall', 's4');
  page.choose('q7', 't2');
  await soon(() => expect(text?.textContent).toBe('Hồ sơ là toàn bộ giấy tờ Ông/Bà đã nộp cho một thủ tục.'));
  expect(text?.closest('details')?.open).toBe(false);
  expect(page.radio('q7', 't2').checked).toBe(true);
  page.choose('q7', 't3');
  expect(own.server.asked).toEqual([ASKED]);
});

it('folds away how information is kept, in the words of the province, with its source', async () => {
  const page = await openPage({ server: own.server.url });
  const text = page.root.getElementById('privacy.more');
  const details = text?.closest('details') as HTMLDetailsElement;
  expect(details.querySelector('summary')?.textContent).toBe('Xem cách giữ thông tin');
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await soon(() => expect(text?.textContent).toContain('Căn cứ: '));
  expect(own.server.asked).toEqual([ASKED]);
});

it('says that the survey did not load, in the language of the page, and offers to try again', async () => {
  await outage(async (url) => {
    const page = await openPage({ server: url, lang: 'en' });
    expect(page.text()).toBe('Questions did not load. Check your connection, then try again.Try again');
    expect(page.events).toEqual([{ type: 'dvc-survey-error', detail: { code: 'load' } }]);
  });
});

it('takes up unfinished answers once the survey loads again', async () => {
  const page = await openPage({ server: own.server.url });
  page.choose('overall', 's4');
  await soon(async () => expect(await everythingStored()).toHaveLength(1));
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
  const short = { survey: 'tt32-3' };
  (await openPage({ server: own.server.url, ...short })).leave();
  let page: Awaited<ReturnType<typeof openPage>> | undefined;
  await outage(async (url) => {
    page = await openPage({ server: url, ...short });
    const [radio] = page.all<HTMLInputElement>('input');
    radio?.click();
    page.press('Gửi phiếu');
    await page.shows('Đã lưu trên máy này');
  });
  await page?.networkBack();
  await page?.shows('Đã nhận phiếu');
  expect(own.server.received.map((r) => r.body.survey)).toEqual(['tt32-3']);
});

it('does not bring back a survey that the server has withdrawn, and says why', async () => {
  const short = { survey: 'tt32-3' };
  (await openPage({ server: own.server.url, ...short })).leave();
  own.server.withdraw();
  const gone = await openPage({ server: own.server.url, ...short });
  expect(gone.text()).toBe('Không còn dùng.');
  expect(gone.events).toEqual([{ type: 'dvc-survey-error', detail: { code: 'survey.gone' } }]);
  gone.leave();
  await outage(async (url) =>
    expect((await openPage({ server: url, ...short })).text()).toContain('Không tải được câu hỏi.'),
  );
});

it('says what the server says of a survey nobody knows', async () => {
  const page = await openPage({ server: own.server.url, survey: 'mau-cu' });
  expect(page.text()).toBe('Không có phiếu mau-cu.');
  expect(page.events).toEqual([{ type: 'dvc-survey-error', detail: { code: 'survey.unknown' } }]);
});

it('says that nothing loaded, rather than ask no question, where the survey is not offered at that stage', async () => {
  const page = await openPage({ server: own.server.url, survey: 'tt32-3', stage: 'submitted' });
  expect(page.text()).toContain('Không tải được câu hỏi. Kiểm tra mạng rồi bấm Thử lại.');
});

it('takes the place of the link inside the tag, which is for pages where the script does not run', async () => {
  const page = await openPage({ server: own.server.url });
  page.element.innerHTML = '<a href="/k/mau/H99.01">Mở phiếu đánh giá</a>';
  expect(page.root.querySelector('slot'), 'what is in no slot is not shown').toBeNull();
  expect(page.text()).not.toContain('Mở phiếu đánh giá');
});

it('leaves the receipt on the screen when texts arrive after sending', async () => {
  const page = await openPage({ server: own.server.url });
  const held = own.server.holdTexts();
  page.choose('overall', 's4');
  page.press('English');
  page.press('Gửi phiếu');
  await page.shows('Đã nhận phiếu');
  held.release();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(page.heading()).toContain('Đã nhận phiếu');
  expect(page.root.querySelector('input')?.value).toBe('K7M2-9QXD-4T');
});

it('speaks English on request and comes back', async () => {
  const page = await openPage({ server: own.server.url });
  page.choose('q7', 't3');
  page.press('English');
  await soon(() => expect(page.root.querySelector('form')?.lang).toBe('en'));
  expect(page.radio('q7', 't3').checked).toBe(true);
  expect(page.root.querySelector('#overall legend')?.textContent).toContain('how satisfied are you');
  page.press('Tiếng Việt');
  await page.shows('Nhìn chung, Ông/Bà hài lòng đến mức nào');
});
