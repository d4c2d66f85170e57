import type { Page } from 'playwright-core';

const MOST = 400;

/** What stands under the keyboard as a screen reader names it, by its role; '' while it stands nowhere. */
function named(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return '';
    const label = 'labels' in at ? (at as HTMLInputElement).labels?.[0]?.textContent : undefined;
    const name = at.getAttribute('aria-label') ?? label ?? at.textContent ?? '';
    const shown = at.matches(':focus-visible') && at.getClientRects().length > 0;
    return `${name.replace(/\s+/g, ' ').trim()}${shown ? '' : ' (unseen)'}`;
  });
}

/**
 * Presses Tab, or Shift+Tab to go back, until the keyboard stands on `name`, where it can be seen.
 * @throws Error naming what was passed when it is not reached.
 */
export async function tabTo(page: Page, name: string | RegExp, back = false): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < MOST; i += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const at = await named(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`not reached by Tab: ${name}; passed ${[...new Set(passed)].join(' | ')}`);
}

/** Goes to `name` by Tab and strikes it. */
export async function strike(page: Page, name: string | RegExp, key = 'Enter', back = false): Promise<void> {
  await tabTo(page, name, back);
  await page.keyboard.press(key);
}

/** Goes to the field `name` by Tab and types over what it holds. */
export async function typeIn(page: Page, name: string | RegExp, words: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}
