import { existsSync, readdirSync } from 'node:fs';
import { installIfRoot, onPath } from '../../e2e/packages.ts';

const POSTGRES = '/usr/lib/postgresql';

/** Packages of each program, as Debian 12 calls them. Patroni does not start without idna, which is only recommended to it. */
const PACKAGES = {
  postgres: 'postgresql-15',
  etcd: 'etcd-server',
  patroni: 'patroni python3-idna',
  haproxy: 'haproxy',
  openssl: 'openssl',
  setpriv: 'util-linux',
} as const;

function postgresBin(): string | null {
  if (process.env.POSTGRES_BIN) return process.env.POSTGRES_BIN;
  const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES).sort((a, b) => Number(b) - Number(a)) : [];
  const bins = versions.map((version) => `${POSTGRES}/${version}/bin`);
  return bins.find((bin) => existsSync(`${bin}/postgres`) && existsSync(`${bin}/initdb`)) ?? null;
}

const found = () => ({
  postgres: postgresBin(),
  etcd: onPath('etcd'),
  patroni: onPath('patroni'),
  // Debian keeps it where only root's path leads.
  haproxy: onPath('haproxy') ?? (existsSync('/usr/sbin/haproxy') ? '/usr/sbin/haproxy' : null),
  openssl: onPath('openssl'),
  setpriv: onPath('setpriv'),
});

type Program = keyof typeof PACKAGES;
const missingOf = (programs: ReturnType<typeof found>) =>
  (Object.keys(PACKAGES) as Program[]).filter((program) => programs[program] === null);

/**
 * Paths of PostgreSQL's folder of programs, etcd, Patroni, HAProxy, openssl and setpriv; on Debian as root what is missing is installed.
 * @throws Error that says what to install: what happens when a machine is lost is never left untried.
 */
export function findClusterPrograms(): Readonly<Record<Program, string>> {
  installIfRoot(missingOf(found()).flatMap((program) => PACKAGES[program].split(' ')));
  const programs = found();
  const missing = missingOf(programs);
  if (missing.length === 0) return programs as Readonly<Record<Program, string>>;
  throw new Error(
    `The faults of several machines need ${missing.join(', ')}. Install them and run again:
  Debian, Ubuntu   sudo apt-get install -y --no-install-recommends ${Object.values(PACKAGES).join(' ')}
  elsewhere        put them on the path, and set POSTGRES_BIN to the folder of initdb and postgres`,
  );
}
