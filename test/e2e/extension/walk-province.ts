import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readEnv } from '../../../server/env.ts';
import { openServices } from '../../../server/open-services.ts';
import { insertEnrolment, newEnrolmentCode } from '../../../server/store/enrolments.ts';
import { seed } from '../../server/test-server.ts';

/** The clock of the fixtures; a server that is behind it would refuse their dates. */
const FIXTURES_NOW = Date.parse('2026-11-26T03:00:00Z');

/** The real server as a process of its own, that writes every line of its log: province `mau` and a code for a browser of so-a. */
export async function startProvince() {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-walk-'));
  const at = new Date(Math.max(Date.now(), FIXTURES_NOW));
  const variables = { DATABASE_URL: `file:${folder}/a.db`, KEY_DIR: `${folder}/keys`, PORT: '0' };
  const services = await openServices(readEnv({ ...variables, LOG_LEVEL: 'silent' }), () => at);
  await seed(services.db, 'mau');
  const code = newEnrolmentCode('mau');
  const expires = new Date(at.getTime() + 900_000).toISOString();
  await services.db.batch([insertEnrolment('mau', code, { unit: 'so-a', label: '', issuedBy: 'quan-tri' }, expires)]);
  await services.close();
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/server/serve.ts'], {
    env: { PATH: process.env.PATH, ...variables, LOG_LEVEL: 'debug', AT: at.toISOString() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const heard = createInterface({ input: child.stdout });
  child.stderr.on('data', (part: Buffer) => {
    log += part;
  });
  heard.on('line', (line) => {
    log += `${line}\n`;
  });
  const [url] = (await once(heard, 'line')) as [string];
  return {
    ...{ url, code },
    log: () => log,
    /** The bytes of everything the server keeps, as text. */
    kept: () =>
      readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
        .join('\n'),
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
