import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['chromium', 'chromium-browser'];
/** Letters such as «ệ» and «ữ» are boxes without one of these. */
const FONTS = ['fonts-noto-core'];

function onPath(name: string): string | null {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

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

function install(packages: readonly string[]): void {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/**
 * Path of a Chromium with Vietnamese fonts beside it; on Debian as root it is installed when missing.
 * @throws Error that says what to install: the browser tests are never skipped.
 */
export function findChromium(): string {
  const missing = [...(chromiumOrNull() ? [] : ['chromium']), ...(hasVietnameseFont() ? [] : FONTS)];
  if (missing.length && process.getuid?.() === 0 && onPath('apt-get')) install(missing);
  const path = chromiumOrNull();
  if (path && hasVietnameseFont()) return path;
  throw new Error(
    `Browser tests need Chromium and a Vietnamese font. Install them and run again:
  Debian, Ubuntu   sudo apt-get install -y chromium fonts-noto-core
  Fedora           sudo dnf install chromium google-noto-sans-fonts
  elsewhere        set CHROMIUM to the path of a Chromium binary (not Chrome) and install «Noto Sans»`,
  );
}
