import type { Look } from '../configuration.ts';

const DARK = '(prefers-color-scheme: dark)';
const WHEN: Readonly<Record<Look, string>> = { system: DARK, light: 'not all', dark: 'all' };
const dark = new WeakSet<CSSMediaRule>();

/** Makes the dark rules of `sheets` hold as the officer chose, and the browser's own fields of `root` with them. */
export function setLook(look: Look, sheets: Iterable<CSSStyleSheet>, root: HTMLElement): void {
  root.style.colorScheme = look === 'system' ? '' : look;
  for (const sheet of sheets)
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      if (rule.media.mediaText === DARK) dark.add(rule);
      if (dark.has(rule)) rule.media.mediaText = WHEN[look];
    }
}
