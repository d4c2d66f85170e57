import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function onPath(name: string): string | null {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

function firefoxOrNull(): string | null {
  const named = process.env.FIREFOX;
  if (named) return existsSync(named) ? named : null;
  return onPath('firefox-esr');
}

/**
 * Path of Firefox ESR; on Debian as root it is installed when missing.
 * @throws Error that says what to install: the test is never skipped.
 */
export function findFirefox(): string {
  if (!firefoxOrNull() && process.getuid?.() === 0 && onPath('apt-get')) {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'], options);
  }
  const path = firefoxOrNull();
  if (path) return path;
  throw new Error(
    'This test needs Firefox ESR. Install it (Debian: sudo apt-get install -y firefox-esr), or set FIREFOX to its path.',
  );
}
