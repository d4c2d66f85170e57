import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMMENT, expectAnswers, receiptOf } from './answering.ts';
import { type Hosts, openHosts, script, tag } from './host-page.ts';

let hosts: Hosts;
beforeAll(async () => {
  hosts = await openHosts();
});
afterAll(() => hosts?.close());

const body = (attributes = '') =>
  `<button id="before">Nút của cổng</button>${script(hosts.dvc)}${tag(hosts.dvc, attributes)}<button id="behind">Nút sau</button>`;

interface At {
  readonly name: string;
  /** Of a radio: question and option. */
  readonly value: string;
  readonly id: string;
  /** Outlined, and wholly in the window. */
  readonly seen: boolean;
}

/** Where the keyboard is, inside the survey too. */
const at = (page: Page): Promise<At> =>
  page.evaluate(() => {
    let here = document.activeElement as HTMLInputElement;
    while (here.shadowRoot?.activeElement) here = here.shadowRoot.activeElement as HTMLInputElement;
    const { top, bottom, left, right } = here.getBoundingClientRect();
    // A pixel at most is lost to rounding.
    const inWindow = top >= -1 && left >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
    return {
      name: here.name ?? '',
      value: here.value ?? '',
      id: here.id || here.textContent || '',
      seen: inWindow && getComputedStyle(here).outlineStyle !== 'none',
    };
  });

/** Presses `key` until the keyboard is where `is` says; each stop on the way must be seen. */
async function go(page: Page, is: (at: At) => boolean, key = 'Tab'): Promise<At> {
  const stops: string[] = [];
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press(key);
    const here = await at(page);
    stops.push(`${here.name} ${here.value} ${here.id}`);
    expect(here.seen, stops.join(' → ')).toBe(true);
    if (is(here)) return here;
  }
  throw new Error(`never came there: ${stops.join(' → ')}`);
}

/** To the group of a question, then down to an option. */
async function pick(page: Page, question: string, option: string): Promise<void> {
  const { value } = await go(page, ({ name }) => name === question);
  await page.keyboard.press('Space');
  if (value !== option) await go(page, (here) => here.value === option, 'ArrowDown');
}

const GIVEN = { overall: 's2', q1: 'on', q3: 'extra1', q3b: 'mine', q7: 't2' };

async function fill(page: Page, between = async (): Promise<void> => undefined): Promise<void> {
  for (const [question, option] of Object.entries(GIVEN)) {
    await pick(page, question, option);
    if (question !== 'q3') await between();
    if (question === 'q3b') await between();
  }
}

async function sendAndCopy(page: Page): Promise<void> {
  await go(page, ({ id }) => id === 'Gửi phiếu');
  await page.keyboard.press('Enter');
  const receipt = await receiptOf(page);
  expect((await at(page)).id).toBe('title');
  await go(page, ({ id }) => id === 'Sao chép mã');
  await page.keyboard.press('Enter');
  await page.getByText('Đã sao chép').waitFor();
  await expectAnswers(hosts.server, receipt, GIVEN, COMMENT);
}

it('from the button before to the receipt by the keyboard alone, a fault on the way', async () => {
  const { page, context } = await hosts.open({ body: body() });
  await page.locator('form').waitFor();
  await page.locator('#before').focus();
  await go(page, ({ id }) => id === 'Gửi phiếu');
  await page.keyboard.press('Enter');
  expect((await at(page)).id).toBe('summary');
  await go(page, ({ id }) => id === 'Ông/Bà chọn một ý ở câu 1.');
  await page.keyboard.press('Enter');
  expect(await at(page)).toMatchObject({ name: 'overall', seen: true });
  await page.keyboard.press('Shift+Tab');
  await fill(page);
  await go(page, ({ name }) => name === 'comment');
  await page.keyboard.type(COMMENT);
  await sendAndCopy(page);
  await go(page, ({ id }) => id === 'behind');
  await context.close();
});

it('one question at a time from first to receipt by the keyboard alone, back and forth', async () => {
  const { page, context } = await hosts.open({ body: body('steps') });
  await page.locator('form').waitFor();
  await page.locator('#before').focus();
  const turn = async () => {
    await go(page, ({ id }) => id === 'Tiếp tục');
    await page.keyboard.press('Enter');
  };
  const skipTo = async (title: string) => {
    while ((await at(page)).id !== title) await turn();
  };
  await pick(page, 'overall', GIVEN.overall);
  await turn();
  await pick(page, 'q1', GIVEN.q1);
  await go(page, ({ id }) => id === 'Quay lại');
  await page.keyboard.press('Enter');
  expect((await at(page)).id).toBe('overall-title');
  await turn();
  await turn();
  await pick(page, 'q3', GIVEN.q3);
  await pick(page, 'q3b', GIVEN.q3b);
  await skipTo('q7-title');
  await pick(page, 'q7', GIVEN.q7);
  await skipTo('comment-title');
  await go(page, ({ name }) => name === 'comment');
  await page.keyboard.type(COMMENT);
  await turn();
  expect((await at(page)).id).toBe('title');
  await sendAndCopy(page);
  await context.close();
});

it('a dialog keeps the keyboard inside until it is closed, and gives it back to its button', async () => {
  const { page, context } = await hosts.open({ body: body('mode="dialog"') });
  await page.locator('dvc-survey button').first().waitFor();
  await page.locator('#before').focus();
  await go(page, ({ id }) => id === 'Mở phiếu đánh giá');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await fill(page);
  await go(page, ({ name }) => name === 'comment');
  await page.keyboard.type(COMMENT);
  // Round it goes, past the end of the form, and never to the page.
  const stops = new Set<string>();
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.press('Tab');
    stops.add((await at(page)).id);
  }
  expect([stops.has('Đóng'), stops.has('before'), stops.has('behind')]).toEqual([true, false, false]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect((await at(page)).id).toBe('Mở phiếu đánh giá');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await sendAndCopy(page);
  await page.keyboard.press('Escape');
  expect((await at(page)).id).toBe('Mở phiếu đánh giá');
  await context.close();
});
