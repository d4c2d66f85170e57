import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAll, choose, expectStored, onDisk, receiptOf, send } from './answering.ts';
import { type HostPage, type Hosts, layoutShift, openHosts, script, tag } from './host-page.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await openHosts();
});
afterAll(() => hosts?.close());

const trusted = "require-trusted-types-for 'script'";
const page = (csp: string, from = hosts.dvc): HostPage => ({ csp, body: `<h1>Hồ sơ</h1>${script(from)}${tag(from)}` });
const SELF = `default-src 'self'; ${trusted}`;
const twoOrigins = () => `default-src 'none'; script-src ${hosts.dvc}; connect-src ${hosts.dvc}; ${trusted}`;

/** Answers the form of a page with this policy, where nothing may be refused. */
async function answersUnder(csp: string, at?: string, from?: string): Promise<void> {
  const opened = await hosts.open(page(csp, from), {}, at);
  const form = opened.page.locator('form');
  await form.waitFor();
  // Styled: the row of an option is a flex box with a border of its own, 44 px high.
  const row = opened.page.locator('[part=option]').first();
  const style = await row.evaluate((node) => {
    const { display, borderTopWidth, minHeight } = getComputedStyle(node);
    return { display, borderTopWidth, minHeight };
  });
  expect(style).toEqual({ display: 'flex', borderTopWidth: '1px', minHeight: '44px' });
  await answerAll(opened.page);
  await send(opened.page);
  await expectStored(hosts.server, await receiptOf(opened.page));
  expect([opened.violations, opened.faults]).toEqual([[], []]);
  // The policy is in force all the same.
  const markup = () => {
    try {
      document.createElement('p').innerHTML = '<b>a</b>';
      return 'taken';
    } catch {
      return 'refused';
    }
  };
  expect(await opened.page.evaluate(markup)).toBe('refused');
  await opened.context.close();
}

describe('a page whose policy', () => {
  it("is 'self' alone, on the survey server's own address, with Trusted Types", async () => {
    await answersUnder(SELF, hosts.dvc);
  });

  it('forbids everything but the two added origins, with Trusted Types', async () => {
    await answersUnder(twoOrigins());
  });

  it.each([
    ['names no policy', "trusted-types 'none'"],
    ['names one of its own', 'trusted-types cong'],
    ["names one and 'allow-duplicates'", "trusted-types cong 'allow-duplicates'"],
    ['names lit-html', "trusted-types lit-html 'allow-duplicates'"],
  ])('%s for Trusted Types', async (_, directive) => {
    await answersUnder(`${twoOrigins()}; ${directive}`);
  });
});

it('by the tag of the guide the first question takes one request', async () => {
  const { page: tab, context, requests } = await hosts.open(page(twoOrigins()));
  await tab.getByText('Câu 1 trong 9').waitFor();
  expect(requests.filter((address) => !address.includes('/trang/'))).toEqual([`${hosts.dvc}/widget.js`]);
  await context.close();
});

it('a policy that only reports turns nothing into a link', async () => {
  const csp = `default-src 'none'; script-src ${hosts.dvc}`;
  const opened = await hosts.open({ ...page(csp), reportOnly: true });
  await answerAll(opened.page);
  await send(opened.page);
  await expectStored(hosts.server, await receiptOf(opened.page));
  expect(opened.violations).toContain('connect-src');
  await opened.context.close();
});

describe('a page that refuses', () => {
  it('the script leaves the link inside the tag, and it leads to the form', async () => {
    const opened = await hosts.open(page("default-src 'self'; style-src 'unsafe-inline'"));
    expect(opened.violations).toContain('script-src-elem');
    expect(await opened.page.evaluate(() => customElements.get('dvc-survey'))).toBeUndefined();
    await opened.page.getByRole('link', { name: 'Mở phiếu đánh giá' }).click();
    await opened.page.getByRole('heading', { name: 'Đánh giá việc giải quyết hồ sơ' }).waitFor();
    expect(opened.page.url()).toBe(`${hosts.dvc}/k/mau/so-a`);
    await opened.context.close();
  });

  it('its own scripts being changed runs none of ours when the hash is another, and leaves the link', async () => {
    const wrong = `<script type="module" src="${hosts.dvc}/widget.js" integrity="sha384-${'A'.repeat(64)}" crossorigin="anonymous"></script>`;
    const opened = await hosts.open({ body: wrong + tag(hosts.dvc) });
    await opened.page.getByRole('link', { name: 'Mở phiếu đánh giá' }).waitFor();
    expect(opened.faults.join()).toContain('integrity');
    await opened.context.close();
  });

  it.each([
    ['after the first answer, for nothing is asked of the server before', false],
    ['at once where a link of a dossier is looked up', true],
  ])('requests turns the form into the link, %s', async (_, linked) => {
    const token = linked ? await hosts.token('H99.03-261110-1') : '';
    const attributes = linked ? `stage="returned" token="${token}"` : '';
    const csp = `default-src 'none'; script-src ${hosts.dvc}; connect-src 'self'; ${trusted}`;
    const opened = await hosts.open({ csp, body: script(hosts.dvc) + tag(hosts.dvc, attributes) });
    const { page: tab } = opened;
    if (!linked) await tab.locator('input[name=overall][value=s4]').click();
    const link = tab.locator('[part=base]').getByRole('link', { name: 'Mở phiếu đánh giá' });
    await link.waitFor();
    expect(opened.violations).toContain('connect-src');
    await link.click();
    await tab.waitForURL(`${hosts.dvc}/k/${token || 'mau/so-a'}`);
    await tab.getByRole('heading', { name: 'Đánh giá việc giải quyết hồ sơ' }).waitFor();
    await opened.context.close();
  });
});

describe('what lies below the tag', () => {
  const guide = /<style>dvc-survey.*<\/style>/.exec(readFileSync('widget/README.md', 'utf8'))?.[0] ?? 'missing';
  const below = '<p id="below">Tin khác</p>'.repeat(60);

  it.each([
    ['at once', 0, ''],
    ['late', 900, ''],
    ['late in English, whose texts come later still', 900, 'lang="en"'],
  ])('does not move when the form comes %s', async (_, ms, attributes) => {
    hosts.slow.script = ms;
    hosts.slow.survey = ms;
    const body = `<h1>Hồ sơ</h1>${script(hosts.dvc)}${tag(hosts.dvc, attributes)}${below}`;
    const opened = await hosts.open({ head: guide, body });
    await opened.page.locator('form').waitFor();
    await opened.page.waitForTimeout(300);
    hosts.slow.script = hosts.slow.survey = 0;
    expect(await layoutShift(opened.page)).toBe(0);
    await opened.context.close();
  });

  it('does not move when the server takes two seconds to take the answers', async () => {
    hosts.slow.send = 2000;
    const body = `<h1>Hồ sơ</h1>${script(hosts.dvc)}${tag(hosts.dvc)}${below}`;
    const opened = await hosts.open({ head: guide, body });
    await opened.page.locator('input[name=overall][value=s4]').click();
    await opened.page.getByRole('button', { name: 'Gửi phiếu' }).click();
    await opened.page.getByRole('heading', { name: 'Đã lưu trên máy này' }).waitFor({ timeout: 1500 });
    await opened.page.getByRole('heading', { name: 'Đã nhận phiếu' }).waitFor();
    await opened.page.waitForTimeout(300);
    hosts.slow.send = 0;
    expect(await layoutShift(opened.page)).toBe(0);
    await opened.context.close();
  });

  it('does not move when unfinished answers are found', async () => {
    const body = `<h1>Hồ sơ</h1>${script(hosts.dvc)}${tag(hosts.dvc)}${below}`;
    const opened = await hosts.open({ head: guide, body });
    await choose(opened.page, 'overall', 's3');
    await expect.poll(() => onDisk(opened.page), { timeout: 10_000 }).toContain('s3');
    await opened.page.reload();
    await opened.page.getByText('Ông/Bà đang trả lời dở').waitFor();
    await opened.page.waitForTimeout(300);
    expect(await layoutShift(opened.page)).toBe(0);
    await opened.context.close();
  });
});
