import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { faultPlace } from '../../server/log.ts';
import { openServices } from '../../server/open-services.ts';
import { type As, NOW, responseOf, seed } from './test-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'dvc-log-'));
const variables = { DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys'), PORT: '0' };
let url = '';
let admin: As = {};
let child: ReturnType<typeof spawn>;
const lines: string[] = [];
const entries = () => lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));

beforeAll(async () => {
  const services = await openServices(readEnv({ ...variables, LOG_LEVEL: 'silent' }), () => NOW);
  admin = (await seed(services.db, 'mau'))['province-admin'];
  await services.close();
  child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'serve.ts')], {
    env: { PATH: process.env.PATH, ...variables, LOG_LEVEL: 'debug' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const heard = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  heard.on('line', (line) => lines.push(line));
  [url] = (await once(heard, 'line')) as [string];
}, 60_000);

afterAll(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** What stands in a token a portal sealed. */
const SEALED = 'NIEMPHONG'.repeat(9);
/** What people typed or own; none of it may be logged, whatever becomes of the request. */
const PRIVATE = ['Nguyễn Văn Ẩn', '0912345678', 'an@example.vn', 'KHONGPHAIMA', 'H99.01-261110-0001', SEALED];

test('a line says what was asked by whose kind and how it went, and nothing of what was in it', async () => {
  const [name, phone, mail, token, dossier] = PRIVATE;
  const sealed = `mau.${'e'.repeat(60)}..${'i'.repeat(16)}.${SEALED}.${'t'.repeat(22)}`;
  const calls: [string, string, RequestInit][] = [
    ['POST', '/v1/responses', { body: JSON.stringify(responseOf(1, { comment: `${name} ${phone} ${mail}` })) }],
    ['POST', '/v1/responses', { body: JSON.stringify({ ...responseOf(2), unit: name }) }],
    ['POST', '/v1/responses', { body: `{"${name}": ` }],
    ['GET', `/k/mau.${token}?ten=${encodeURIComponent(name ?? '')}`, {}],
    ['GET', `/v1/responses/${token}`, { headers: { 'x-dvc-receipt': phone ?? '' } }],
    ['GET', `/${encodeURIComponent(`${name}\n{"level":"info"}`)}`, { headers: { 'user-agent': `${mail}` } }],
    ['GET', `/v1/periods/${dossier}/results`, { headers: { ...admin } }],
    ['POST', '/v1/session', { body: JSON.stringify({ tenant: 'mau', login: name, password: phone }) }],
    ['GET', '/healthz', {}],
    ['GET', `/k/${sealed}?via=qr`, {}],
    ['GET', `/v1/invitations/${sealed}`, {}],
    ['GET', `/v1/invitations/${sealed}/qr.svg`, {}],
    ['POST', '/v1/responses', { body: JSON.stringify(responseOf(3, { token: sealed })) }],
  ];
  const answers = [];
  for (const [method, path, init] of calls) {
    const answer = await fetch(url + path, { method, ...init });
    answers.push({ status: answer.status, requestId: answer.headers.get('x-request-id') });
  }
  // The last line is out once the answer to a later request is.
  await fetch(`${url}/healthz`);
  while (entries().length < calls.length + 1) await once(child.stdout as NodeJS.ReadableStream, 'data');
  expect(entries().slice(0, calls.length)).toMatchObject(answers);
  for (const planted of PRIVATE) expect(lines.join('\n')).not.toContain(planted);
  expect(lines.join('\n')).not.toMatch(/127\.0\.0\.1(?!:\d+$)|%0A/m);
  const [first] = entries();
  expect(Object.keys(first).sort()).toEqual([
    'level',
    'method',
    'ms',
    'msg',
    'requestId',
    'route',
    'status',
    'time',
    'who',
  ]);
  expect(first).toMatchObject({ level: 'info', route: '/v1/responses', status: 201, who: 'anyone' });
  expect(entries()[3]).toMatchObject({ route: '/k/:token' });
  expect(entries()[5]).toMatchObject({ route: '(không có)', status: 404 });
  expect(entries()[6]).toMatchObject({ tenant: 'mau', who: 'province-admin' });
  expect(entries()[8]).toMatchObject({ level: 'debug', route: '/healthz' });
});

test('an error is logged by its kind and place, however its message is made up', () => {
  const faults = ['chị Ẩn', 'dòng một\n    at chị.Ẩn (/home/chi-an/a.ts:1:2)\n    at file:///chi-an.ts:3:4', ''].map(
    (message) => faultPlace(new TypeError(message)),
  );
  for (const fault of faults) {
    expect(fault).toMatchObject({ fault: 'TypeError' });
    expect(fault.at[0]).toMatch(/^test\/server\/log\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(fault)).not.toMatch(/chị|chi-an/);
  }
  const odd = Object.assign(new Error('x'), { name: 'chị Ẩn', code: 'chị Ẩn' });
  expect(faultPlace(odd)).toEqual({ fault: 'Error', at: expect.any(Array) });
  expect(faultPlace('chị Ẩn')).toEqual({ fault: 'string', at: [] });
});
