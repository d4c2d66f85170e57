import type { browser, system } from '#wire/session-line.ts';

/** The first that fits: most of them also call themselves Chrome or Safari. */
const BROWSERS: readonly [RegExp, (typeof browser.options)[number]][] = [
  [/coc_coc/i, 'coccoc'],
  [/\bEdg(A|iOS)?\//, 'edge'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
];
const SYSTEMS: readonly [RegExp, (typeof system.options)[number]][] = [
  [/\b(iPhone|iPad|iPod)\b/, 'ios'],
  [/\bAndroid\b/, 'android'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b/, 'macos'],
  [/\bLinux\b/, 'linux'],
];

/** `chrome/windows`: enough to know one's own session by, too coarse to know a machine by. */
export function browserOf(userAgent: string | undefined): string {
  const firstOf = <T extends string>(known: readonly [RegExp, T][]) =>
    known.find(([shape]) => shape.test(userAgent?.slice(0, 512) ?? ''))?.[1] ?? 'other';
  return `${firstOf(BROWSERS)}/${firstOf(SYSTEMS)}`;
}
