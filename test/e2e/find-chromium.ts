import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installIfRoot, onPath } from './packages.ts';

const NAMES = ['chromium', 'chromium-browser'];
/** The same engine without a window, tabs and extensions: pages cost about half the processor in it. */
const HEADLESS = 'chromium-headless-shell';
/** Letters such as «ệ» and «ữ» are boxes without one of these. */
const FONTS = ['fonts-noto-core'];

/** Chromium on this machine, or `null`. Chrome itself no longer loads an unpacked extension from the command line. */
export function chromiumOrNull(): string | null {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return NAMES.map(onPath).find((path) => path !== null) ?? null;
}

function hasVietnameseFont(): boolean {
  const list = spawnSync('fc-list', [':lang=vi', 'family'], { encoding: 'utf8' });
  return list.status === 0 && /Noto Sans|DejaVu Sans/.test(list.stdout);
}

/**
 * Path of a Chromium with Vietnamese fonts beside it; on Debian as root it is installed when missing.
 * @throws Error that says what to install: the browser tests are never skipped.
 */
export function findChromium(): string {
  installIfRoot([...(chromiumOrNull() ? [] : ['chromium']), ...(hasVietnameseFont() ? [] : FONTS)]);
  const path = chromiumOrNull();
  if (path && hasVietnameseFont()) return path;
  throw new Error(
    `Browser tests need Chromium and a Vietnamese font. Install them and run again:
  Debian, Ubuntu   sudo apt-get install -y chromium fonts-noto-core
  Fedora           sudo dnf install chromium google-noto-sans-fonts
  elsewhere        set CHROMIUM to the path of a Chromium binary (not Chrome) and install «Noto Sans»`,
  );
}

/** Path of a Chromium for pages alone, without extensions: the headless shell, or Chromium itself where no package brings one. */
export function findHeadless(): string {
  const chromium = findChromium();
  if (process.env.CHROMIUM) return chromium;
  try {
    if (!onPath(HEADLESS)) installIfRoot([HEADLESS]);
  } catch {
    return chromium;
  }
  return onPath(HEADLESS) ?? chromium;
}
