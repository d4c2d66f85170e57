import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../axe.ts';
import { axeFaults, smallTargets } from '../widget-page.ts';
import { type Hosts, openHosts } from './host-page.ts';
import { type State, states } from './states.ts';

let hosts: Hosts;
let all: Readonly<Record<string, State>>;
beforeAll(async () => {
  hosts = await openHosts();
  all = states(hosts);
});
afterAll(() => hosts?.close());

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

/** What the eye cannot tell apart. */
async function pale(page: Page): Promise<string[]> {
  return (await axeFindings(page, { within: 'dvc-survey', rules: 'contrast' })).map(({ html }) => html);
}

/** What sticks out of the window at a side, or out of what it is in. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const inside = [...(document.querySelector('dvc-survey')?.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
    const out = inside.filter((node) => {
      const { left, right, width } = node.getBoundingClientRect();
      return (
        width > 0 &&
        (left < 0 || right > innerWidth || (node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1))
      );
    });
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} in ${clientWidth}`] : []),
      ...out.map((node) => `${node.tagName} ${node.className || node.id || node.textContent?.slice(0, 40)}`),
    ];
  });

const STATES = [
  'loading',
  'form',
  'form with answers, follow-ups and an explanation open',
  'form in English',
  'test mode',
  'draft card',
  'errors',
  'personal data hidden',
  'sending',
  'queued without a network',
  'sent',
  'closed, answered already',
  'closed, a wrong link',
  'failed',
  'failed without a server',
  'barred',
  'dialog closed',
  'dialog open',
  'one at a time, first',
  'one at a time, in the middle',
  'one at a time, review',
];

it('walks every state there is', () => {
  expect(STATES).toEqual(Object.keys(all));
});

it.each(STATES)('%s: axe, targets, contrast in the dark and in forced colours, 320 px, 200 %', async (name) => {
  const { body = '', csp = '', reach, after } = all[name] as State;
  const { page, context } = await hosts.open({ body, csp }, { viewport: PHONE });
  try {
    await reach(page);
    expect(await axeFaults(page), 'phone, light').toEqual([]);
    expect(await smallTargets(page), 'phone').toEqual([]);
    // Width changes no colour and colour no place: between the two all four looks are seen.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize(DESK);
    expect(await axeFaults(page), 'desk, dark').toEqual([]);
    expect(await smallTargets(page), 'desk').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await pale(page), 'forced colours').toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    // 1280 × 800 at 200 % is 640 × 400 to the page; letters alone can be set to twice their size as well.
    for (const [width, letters] of [
      [320, ''],
      [640, ''],
      [390, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height: 400 });
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size;
      }, letters);
      expect(await cut(page), `${width} px ${letters}`).toEqual([]);
    }
  } finally {
    await after?.();
    await context.close();
  }
});
