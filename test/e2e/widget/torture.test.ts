import { networkInterfaces } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerAll,
  CHOSEN,
  COMMENT,
  choose,
  countStored,
  expectStored,
  receiptOf,
  send,
  shownAnswers,
  type Within,
} from './answering.ts';
import { type Hosts, openHosts, script, tag } from './host-page.ts';
import { type Torture, torturePages } from './torture-pages.ts';

let hosts: Hosts;
let pages: Readonly<Record<string, Torture>>;
beforeAll(async () => {
  hosts = await openHosts();
  pages = torturePages(hosts);
});
afterAll(() => hosts?.close());

/** Answers the whole form and finds the one response on the server. */
async function answersWhole(at: Within, between = async (): Promise<unknown> => undefined): Promise<void> {
  const before = await countStored(hosts.server);
  await at.locator('form[part=form]').waitFor();
  const [first, ...others] = Object.entries(CHOSEN);
  await choose(at, ...(first as [string, string]));
  await between();
  for (const [question, option] of others) await choose(at, question, option);
  await between();
  await at.locator('textarea').pressSequentially(COMMENT);
  await choose(at, 'reply', 'yes');
  await between();
  expect(await shownAnswers(at)).toEqual({ ...CHOSEN, reply: 'yes', comment: COMMENT });
  await send(at);
  await expectStored(hosts.server, await receiptOf(at));
  expect(await countStored(hosts.server)).toBe(before + 1);
}

const NAMES = [
  'unsets every style',
  'hands down odd styles',
  'was written before 2000',
  'writes from right to left',
  'moves the node between two answers',
  'draws all around it anew between two answers',
  'carries old libraries that changed arrays, objects and text',
  'has a promise of its own',
  'has put its own around requests and JSON',
  'runs jQuery 1.12 and takes keys and clicks',
  'moves and shows it by jQuery 1.12',
  'is like one of Liferay: base address, links and keys taken, a form around',
  'holds it in the shadow tree of a component of its own',
  'draws it with a copy of Lit of its own, again and again',
  'loads the script in two builds',
  'loads the script in two builds, ours last',
];

describe('on a page that', () => {
  it.each(NAMES)('%s the form is answered whole and received', async (name) => {
    const { page: host, between } = pages[name] as Torture;
    const { page, context, faults } = await hosts.open(host);
    const address = page.url();
    await answersWhole(page, () => between?.(page) ?? Promise.resolve());
    expect([faults, page.url()]).toEqual([[], address]);
    await context.close();
  });
});

/** What letters and boxes of the form look like. */
const look = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('dvc-survey')?.shadowRoot;
    return ['h2', 'legend', 'small', '[part=option]', 'textarea', 'summary', '.main', 'p'].map((selector) => {
      const style = getComputedStyle(root?.querySelector(selector) as Element);
      const names = [...style].filter(
        (name) => !/size|width|height|origin|^--|inset|^(top|bottom|left|right)$/.test(name),
      );
      return {
        selector,
        'font-size': style.fontSize,
        ...Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])),
      };
    });
  });

it.each(['unsets every style', 'hands down odd styles', 'was written before 2000', 'writes from right to left'])(
  'looks the same on a page that %s',
  async (name) => {
    const seen = [];
    for (const host of [{ body: script(hosts.dvc) + tag(hosts.dvc) }, (pages[name] as Torture).page]) {
      const { page, context } = await hosts.open(host);
      await page.locator('form').waitFor();
      seen.push(await look(page));
      await context.close();
    }
    expect(seen[1]).toEqual(seen[0]);
  },
);

describe('in a frame', () => {
  const framed = async (sandbox: string, at: string) => {
    const inner = hosts.put({ body: script(hosts.dvc) + tag(hosts.dvc) });
    const body = `<h1>Cổng</h1><iframe ${sandbox} src="${at}${inner}" style="width: 390px; height: 700px"></iframe>`;
    const opened = await hosts.open({ body });
    return { ...opened, frame: opened.page.frameLocator('iframe') };
  };

  it.each([
    ['of the same site', ''],
    ['of another site', 'khac.test'],
  ])('%s the form is answered whole and received', async (_, name) => {
    const { frame, context, faults } = await framed('', name && hosts.origin(name));
    await answersWhole(frame);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('without an origin it keeps the answers in memory, says so while they wait, and delivers', async () => {
    const { frame, context, faults } = await framed('sandbox="allow-scripts"', '');
    const before = await countStored(hosts.server);
    await answerAll(frame);
    await context.setOffline(true);
    await send(frame);
    await frame.getByText('Trình duyệt không cho lưu trên máy. Xin đừng đóng trang cho đến khi gửi xong.').waitFor();
    expect(await frame.locator('body').innerText()).not.toContain('Đã lưu trên máy này');
    expect(await countStored(hosts.server)).toBe(before);
    await context.setOffline(false);
    await expectStored(hosts.server, await receiptOf(frame));
    expect(await countStored(hosts.server)).toBe(before + 1);
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
    await context.close();
  });
});

describe('without HTTPS, at an address that is not loopback,', () => {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

  it.each(own ? ['cong.test', own] : ['cong.test'])(
    '%s, the form is answered, and the receipt copied',
    async (name) => {
      const at = hosts.origin(name);
      // An address of the local network may ask a name of the same machine alone for its script.
      const from = name === own ? at : hosts.dvc;
      const { page, context, faults } = await hosts.open({ body: script(from) + tag(from) }, {}, at);
      const missing = () => [
        isSecureContext,
        'randomUUID' in crypto,
        'clipboard' in navigator,
        'serviceWorker' in navigator,
      ];
      expect(await page.evaluate(missing)).toEqual([false, false, false, false]);
      await answersWhole(page);
      await page.evaluate(() => {
        document.addEventListener('copy', () => Object.assign(globalThis, { copied: true }));
      });
      await page.getByRole('button', { name: 'Sao chép mã' }).click();
      await page.getByText('Đã sao chép').waitFor();
      expect(await page.evaluate(() => Reflect.get(globalThis, 'copied'))).toBe(true);
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});

it('Enter in the form sends no form of the page around, and nothing answered is in it', async () => {
  const host = `<form action="/trang/gui" method="post"><input name="p" value="1">${script(hosts.dvc)}${tag(hosts.dvc)}<button>Tìm</button></form>`;
  const { page, context } = await hosts.open({ body: host });
  const address = page.url();
  await page.evaluate(() => {
    const form = document.forms[0] as HTMLFormElement;
    form.addEventListener('submit', () => Object.assign(globalThis, { submitted: true }));
  });
  await choose(page, 'overall', 's4');
  for (const place of ['input[name=overall][value=s4]', 'textarea', 'summary'])
    await page.locator(place).first().press('Enter');
  await send(page);
  await receiptOf(page);
  await page.locator('#receipt').press('Enter');
  const inHost = () => [...new FormData(document.forms[0])].map(([name]) => name);
  expect(await page.evaluate(inHost)).toEqual(['p']);
  expect([page.url(), await page.evaluate(() => Reflect.get(globalThis, 'submitted'))]).toEqual([address, undefined]);
  await context.close();
});

it('two tags on one page with two builds are two forms, and two responses', async () => {
  const { page, context, faults } = await hosts.open({
    body: `${script(hosts.dvc)}<script type="module" src="/tep/other-build.js"></script>
<section id="a">${tag(hosts.dvc)}</section><section id="b">${tag(hosts.dvc, 'procedure="1.001612"')}</section>`,
  });
  expect(await page.evaluate(() => Reflect.get(globalThis, 'secondBuild'))).toBe(true);
  const before = await countStored(hosts.server);
  for (const [place, option] of [
    ['#a', 's5'],
    ['#b', 's1'],
  ] as const) {
    await choose(page.locator(place), 'overall', option);
    expect(await page.locator(`${place} input:checked`).count()).toBe(1);
  }
  for (const place of ['#a', '#b']) {
    await send(page.locator(place));
    await receiptOf(page.locator(place));
  }
  expect([faults, await countStored(hosts.server)]).toEqual([[], before + 2]);
  await context.close();
});
