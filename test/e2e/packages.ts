import { execFileSync, spawnSync } from 'node:child_process';

/** Path of a program on this machine, or `null`. */
export function onPath(name: string): string | null {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

/** Installs packages where that can be done without asking: on Debian as root. Elsewhere nothing happens. */
export function installIfRoot(packages: readonly string[]): void {
  if (packages.length === 0 || process.getuid?.() !== 0 || !onPath('apt-get')) return;
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
