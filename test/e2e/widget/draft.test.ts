import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  answerAll,
  CHOSEN,
  COMMENT,
  choose,
  countStored,
  expectStored,
  onDisk,
  receiptOf,
  send,
  shownAnswers,
} from './answering.ts';
import { type Hosts, openHosts, script, tag } from './host-page.ts';

/** A try that failed for lack of a network is made again after two seconds. */
const SOON = { timeout: 10_000 };
const ALL = { ...CHOSEN, reply: 'yes', comment: COMMENT };

let hosts: Hosts;
let address: string;
beforeAll(async () => {
  hosts = await openHosts();
});
afterAll(() => hosts?.close());

let dossier = 0;
/** A page with the link of a dossier of its own. */
beforeEach(async () => {
  dossier += 1;
  const token = await hosts.token(`H99.01-261110-${dossier}`);
  address = hosts.origin('cong.test') + hosts.put({ body: script(hosts.dvc) + tag(hosts.dvc, `token="${token}"`) });
});

async function visit(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('form').waitFor();
  return page;
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Trả lời tiếp' }).click();
describe('unfinished answers of every kind come back', () => {
  it.each([
    ['after a reload', (page: Page) => page.reload()],
    ['after going to another page and back', (page: Page) => page.goto('about:blank').then(() => page.goBack())],
    [
      'after the page put another tag in the place of this one, as a router does',
      async (page: Page) => {
        await page.evaluate(() => {
          const { body } = document;
          const html = body.innerHTML;
          body.innerHTML = '<h1>Trang khác</h1>';
          body.innerHTML = html;
        });
      },
    ],
    [
      'after the page is gone without a word',
      async (page: Page) => {
        const session = await page.context().newCDPSession(page);
        const crashed = page.waitForEvent('crash');
        session.send('Page.crash').catch(() => undefined);
        await crashed;
      },
    ],
  ])('%s, and are received as they were', async (_, leave) => {
    const { context } = await hosts.profile();
    const before = await visit(context);
    await answerAll(before);
    await expect.poll(() => onDisk(before), SOON).toContain(COMMENT);
    await leave(before);
    const page = before.url() === address && !_.includes('without') ? before : await visit(context);
    await goOn(page);
    expect(await shownAnswers(page)).toEqual(ALL);
    await send(page);
    await expectStored(hosts.server, await receiptOf(page));
    await expect.poll(() => onDisk(page), SOON).toBe('[]');
    await context.close();
  });

  it('not those of a follow-up whose parent was answered otherwise since', async () => {
    const { context } = await hosts.profile();
    const page = await visit(context);
    await answerAll(page);
    await choose(page, 'q3', 'extra0');
    await expect.poll(() => onDisk(page), SOON).toContain('extra0');
    await page.reload();
    await goOn(page);
    const { q3b: _, ...others } = ALL;
    expect(await shownAnswers(page)).toEqual({ ...others, q3: 'extra0' });
    await context.close();
  });

  it('start again leaves nothing', async () => {
    const { context } = await hosts.profile();
    const page = await visit(context);
    await answerAll(page);
    await expect.poll(() => onDisk(page), SOON).toContain(COMMENT);
    await page.reload();
    await page.getByRole('button', { name: 'Làm lại từ đầu' }).click();
    expect(await shownAnswers(page)).toEqual({ comment: '' });
    await expect.poll(() => onDisk(page), SOON).toBe('[]');
    await context.close();
  });

  it('never on a device that is shared', async () => {
    const { context } = await hosts.profile();
    address = hosts.origin('cong.test') + hosts.put({ body: script(hosts.dvc) + tag(hosts.dvc, 'shared') });
    const page = await visit(context);
    await answerAll(page);
    await page.reload();
    await page.locator('form').waitFor();
    expect(await page.getByText('Ông/Bà đang trả lời dở').isVisible()).toBe(false);
    expect([await shownAnswers(page), await onDisk(page)]).toEqual([{ comment: '' }, '[]']);
    await context.close();
  });
});

it('come back on a device whose disk takes two seconds to open', async () => {
  const { context } = await hosts.profile();
  const before = await visit(context);
  await choose(before, 'overall', 's5');
  await expect.poll(() => onDisk(before), SOON).toContain('s5');
  await context.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (...place) => {
      const opening = open(...place);
      let heard: typeof opening.onsuccess = null;
      opening.addEventListener('success', (event) => setTimeout(() => heard?.call(opening, event), 2000));
      Object.defineProperty(opening, 'onsuccess', { set: (handler) => (heard = handler) });
      return opening;
    };
  });
  const page = await visit(context);
  await goOn(page);
  expect(await shownAnswers(page)).toEqual({ overall: 's5', comment: '' });
  await context.close();
});

it('the option clicked after a reload is sent, not the one before it', async () => {
  const { context } = await hosts.profile();
  const page = await visit(context);
  await choose(page, 'overall', 's5');
  await expect.poll(() => onDisk(page), SOON).toContain('s5');
  await page.reload();
  await page.locator('form').waitFor();
  // Without a word on the unfinished answers: what is clicked counts.
  await page.locator('input[name=overall][value=s1]').click();
  await send(page);
  const receipt = await receiptOf(page);
  const { body } = await hosts.server.request<{ answers: unknown }>('GET', `/v1/receipts/${receipt}`);
  expect(body.answers).toEqual({ overall: 's1' });
  await context.close();
});

it('sent without a network it says where the answers are, and is received once when the network is back', async () => {
  const { context } = await hosts.profile();
  const page = await visit(context);
  const before = await countStored(hosts.server);
  await answerAll(page);
  await context.setOffline(true);
  await send(page);
  await page.getByText('Đã lưu trên máy này. Mã phiếu sẽ hiện khi gửi xong.').waitFor();
  await page.getByText('Máy đang không có mạng.').waitFor();
  expect(await onDisk(page)).toContain('"q4b":"doc"');
  await context.setOffline(false);
  await expectStored(hosts.server, await receiptOf(page));
  expect(await countStored(hosts.server)).toBe(before + 1);
  await context.close();
});

it('sent without a network and closed, it is received once on the next visit to any page of the portal', async () => {
  const { context } = await hosts.profile();
  const gone = await visit(context);
  const before = await countStored(hosts.server);
  await answerAll(gone);
  await context.setOffline(true);
  await send(gone);
  await gone.getByText('Máy đang không có mạng.').waitFor();
  await gone.close();
  await context.setOffline(false);
  const elsewhere = await context.newPage();
  await elsewhere.goto(hosts.origin('cong.test') + hosts.put({ body: script(hosts.dvc) + tag(hosts.dvc) }));
  await expect.poll(() => countStored(hosts.server), SOON).toBe(before + 1);
  const page = await context.newPage();
  await page.goto(address);
  await expectStored(hosts.server, await receiptOf(page));
  expect(await countStored(hosts.server)).toBe(before + 1);
  await context.close();
});

it('two tabs of one form are one response, and each says what became of it', async () => {
  const { context } = await hosts.profile();
  const [first, second] = [await visit(context), await visit(context)];
  const before = await countStored(hosts.server);
  await answerAll(first);
  await choose(second, 'overall', 's5');
  await answerAll(second);
  await Promise.all([send(first), send(second)]);
  await expect.poll(() => countStored(hosts.server), SOON).toBe(before + 1);
  const texts = async () =>
    (await Promise.all([first, second].map((page) => page.locator('[part=base]').innerText()))).map(
      (text) => /Đã nhận phiếu|đã được đánh giá/.exec(text)?.[0],
    );
  await expect.poll(texts, SOON).toContain('Đã nhận phiếu');
  await expect.poll(async () => (await texts()).every(Boolean), SOON).toBe(true);
  expect(await countStored(hosts.server)).toBe(before + 1);
  await expect.poll(() => onDisk(first), SOON).toBe('[]');
  await context.close();
});

it('each of its transactions holds every shelf: two that write at once cost Chromium the whole store when it is killed', async () => {
  const { context } = await hosts.profile();
  await context.addInitScript(() => {
    const held: string[] = [];
    Object.assign(globalThis, { held });
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...asked) {
      const made = transaction.apply(this, asked);
      held.push([...made.objectStoreNames].join());
      return made;
    };
  });
  const page = await visit(context);
  await choose(page, 'overall', 's4');
  await send(page);
  expect(await receiptOf(page)).toBeTruthy();
  const held = await page.evaluate(() => Reflect.get(globalThis, 'held') as string[]);
  expect(held.length).toBeGreaterThan(5);
  expect(new Set(held)).toEqual(new Set(['drafts,outbox,surveys']));
  await context.close();
});
