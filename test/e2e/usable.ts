import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './axe.ts';

const SIZES = [
  { width: 390, height: 844 },
  { width: 1366, height: 768 },
] as const;

/** Controls one cannot hit: less than `least` CSS pixels wide or high. The row of a radio or a tick is its label. */
function smallControls(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const root = document.querySelector('dialog[open]') ?? document.body;
    return [...root.querySelectorAll('a[href], button, input:not([type="hidden"]), select, textarea, summary')].flatMap(
      (control) => {
        const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
        const unseen = width === 0 || getComputedStyle(control).visibility === 'hidden';
        return unseen || (width >= least && height >= least)
          ? []
          : [`${control.textContent?.trim()} ${Math.round(width)} × ${Math.round(height)}`];
      },
    );
  }, least);
}

/** On a phone and on an office's screen: axe finds nothing, nothing is cut at the side, every control can be hit. */
export async function expectUsable(page: Page, least: 24 | 44): Promise<void> {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    // Colours do not hang on the width.
    const found = await axeFindings(page, size === SIZES[0] ? {} : { rules: 'but-contrast' });
    expect(found.map(({ id, impact, target }) => `${size.width} ${impact} ${id} ${target}`)).toEqual([]);
    expect(await smallControls(page, least)).toEqual([]);
    const cut = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(cut, `${size.width}: nothing is cut`).toBe(0);
  }
  if (before) await page.setViewportSize(before);
}

/** Where the keyboard is: what the element says, without what a field holds. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return '';
    const label = 'labels' in at ? (at as HTMLInputElement).labels?.[0]?.textContent : undefined;
    return (label ?? at.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}
