import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../postgres/cluster.ts';
import { newDatabase, urlOf } from './test-database.ts';
import { responseOf, testServer } from './test-server.ts';

/** Programs that start, stop and start again, beside other tests. */
const PATIENCE = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'dvc-main-'));
const running = new Set<ChildProcess>();
let port = 0;
let database = '';

/** `npm start` without the build; resolves when it has said `until`, or when it ends. */
async function start(until: RegExp, more: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_URL: database,
      KEY_DIR: join(folder, 'keys'),
      TENANT: 'mau',
      TENANT_NAME: 'Tỉnh Mẫu',
      ...more,
    },
  });
  running.add(child);
  const said = { text: '' };
  await new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      said.text += chunk.toString();
      if (until.test(said.text)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => resolve());
  });
  return { child, said };
}

/** Waits for a program that ends by itself. */
async function ended(started: ReturnType<typeof start>) {
  const { child, said } = await started;
  running.delete(child);
  return { code: child.exitCode, text: said.text };
}

async function stop(child: ChildProcess): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  running.delete(child);
  return code;
}

beforeAll(async () => {
  port = await freePort();
  database = urlOf(await newDatabase(folder));
});

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('first run, first admin, a stop that ends well, and a second run that knows him', {
  timeout: PATIENCE,
}, async () => {
  const link = /http:\/\/127\.0\.0\.1:\d+\/admin\/#\/bat-dau\/(mau\.fa\.[0-9A-Z]{40})/;
  const first = await start(link);
  const [, token] = link.exec(first.said.text) ?? [];
  const response = await fetch(`http://127.0.0.1:${port}/v1/first-admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, login: 'lan', password: 'mật khẩu đủ dài' }),
  });
  expect([response.status, await response.json()]).toMatchObject([201, { tenantName: 'Tỉnh Mẫu', login: 'lan' }]);

  const taken = await ended(start(/$^/));
  expect(taken).toMatchObject({ code: 1 });
  expect(taken.text).toContain(`Cổng ${port} đang có chương trình khác dùng.`);

  // The answer above left a kept-alive connection behind; the stop does not wait for it.
  expect(await stop(first.child)).toBe(0);

  const second = await start(/đang chạy tại/);
  expect(second.said.text).not.toContain('bat-dau');
  expect(await stop(second.child)).toBe(0);
});

test('on any free port, the printed link names the port listened on', { timeout: PATIENCE }, async () => {
  const started = await start(/bat-dau/, {
    ...{ PORT: '0', DATABASE_URL: urlOf(await newDatabase(folder, 'b.db')) },
  });
  const [, listening] = /đang chạy tại http:\/\/127\.0\.0\.1:(\d+)/.exec(started.said.text) ?? [];
  expect(Number(listening)).toBeGreaterThan(0);
  expect(started.said.text).toContain(`http://127.0.0.1:${listening}/admin/#/bat-dau/mau.fa.`);
  expect(await stop(started.child)).toBe(0);
});

test('places that cannot be used are all named, and nothing of the database is made', {
  timeout: PATIENCE,
}, async () => {
  const file = join(folder, 'la-tep');
  writeFileSync(file, '');
  const { code, text } = await ended(start(/$^/, { DATABASE_URL: 'file:/proc/x/a.db', KEY_DIR: join(file, 'keys') }));
  expect(code).toBe(1);
  for (const fault of ['- DATABASE_URL: không tạo được thư mục /proc/x', '- KEY_DIR: không tạo được thư mục'])
    expect(text).toContain(fault);
});

test('keys that are not where answers need them are told at the start, which goes on', {
  timeout: PATIENCE,
}, async () => {
  const before = await testServer();
  await before.request('POST', '/v1/responses', responseOf(1));
  const copy = join(folder, 'c.db');
  await before.db.run('vacuum into ?', [copy]);
  await before.close();
  const started = await start(/Thiếu khóa/, {
    ...{ PORT: '0', DATABASE_URL: `file:${copy}`, KEY_DIR: join(folder, 'keys-trong'), MIN_FREE_MB: '0' },
  });
  expect(started.said.text).toContain('Thiếu khóa của kỳ mau/2026-q4');
  expect(await stop(started.child)).toBe(0);
});

test('wrong settings end the start before anything is opened', { timeout: PATIENCE }, async () => {
  const { code, text } = await ended(start(/$^/, { PORT: 'abc', TENANT: 'Tỉnh' }));
  expect(code).toBe(1);
  for (const fault of ['- PORT: ', '- TENANT: ']) expect(text).toContain(fault);
  expect(text).not.toContain(' at ');
});
