import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveAway } from './own-process.ts';

/** A certificate authority for one run, and one certificate all nodes share: `ca.crt`, `node.crt`, `node.key` in `folder`. */
export function makeCertificates(openssl: string, folder: string, addresses: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const run = (...args: string[]) => execFileSync(openssl, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  run('req', '-x509', ...key, '-days', '2', '-subj', '/CN=danhgia thu', '-keyout', 'ca.key', '-out', 'ca.crt');
  run('req', ...key, '-subj', '/CN=csdl', '-keyout', 'node.key', '-out', 'node.csr');
  const names = ['DNS:localhost', ...addresses.map((address) => `IP:${address}`)].join(',');
  writeFileSync(join(folder, 'node.ext'), `subjectAltName=${names}\nextendedKeyUsage=serverAuth,clientAuth\n`);
  const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'node.ext'];
  run('x509', '-req', '-in', 'node.csr', ...signed, '-out', 'node.crt');
  chmodSync(join(folder, 'node.key'), 0o600);
  for (const name of ['', 'node.key', 'node.crt', 'ca.crt']) giveAway(join(folder, name));
}
