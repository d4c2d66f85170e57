import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../../server/cli/run.ts';
import { auditHead } from '../../server/store/audit.ts';
import { bindSubject } from '../../server/store/sso.ts';
import { signIn } from './sign-in.ts';
import { urlOf } from './test-database.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;

async function cli(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await run(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    read: () => Promise.reject(new Error('reads nothing')),
  });
  return { code, ...said };
}

const passwordIn = (text: string) => /: ([0-9A-Z-]{23})$/m.exec(text)?.[1] ?? '';

beforeAll(async () => {
  server = await testServer();
  vi.stubEnv('DATABASE_URL', urlOf(server.database));
  // The test runner has a BASE_URL of its own that is no address.
  vi.stubEnv('BASE_URL', '');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('an account made in the shell signs in with the password shown once, beside the running server', async () => {
  const { code, out } = await cli('user', 'add', 'minh', '--role', 'unit-admin', '--unit', 'so-a', '--tenant', 'mau');
  expect(code).toBe(0);
  await signIn(server, 'minh', passwordIn(out));
});

test('a lost password is replaced, the old one and open sessions end', async () => {
  const before = await signIn(server, 'viewer');
  const { out } = await cli('user', 'password', 'viewer', '--tenant', 'mau');
  await signIn(server, 'viewer', passwordIn(out));
  expect((await server.request('GET', '/v1/session', undefined, before)).status).toBe(401);
});

test('an account is unbound from the single sign-on, and ended with it', async () => {
  const bind = (login: string) =>
    server.db.batch([bindSubject('mau', 'https://sso.example', `sub-${login}`, login, new Date())]);
  const bound = () => server.db.all('select login from sso_subjects order by login');
  await bind('reviewer');
  await bind('minh');
  const before = await signIn(server, 'reviewer');
  expect((await cli('user', 'sso-unbind', 'reviewer', '--tenant', 'mau')).out).toContain('Đã gỡ đăng nhập một lần');
  expect(await bound()).toEqual([{ login: 'minh' }]);
  expect((await server.request('GET', '/v1/session', undefined, before)).status).toBe(401);
  expect((await cli('user', 'deactivate', 'minh', '--tenant', 'mau')).code).toBe(0);
  expect(await bound()).toEqual([]);
});

test('a deactivated account is listed as such', async () => {
  expect((await cli('user', 'list', '--tenant', 'mau')).out).toContain('minh\tunit-admin\tso-a\tđã ngừng\n');
});

test('wrong calls say what to do and change nothing', async () => {
  const head = await auditHead(server.db, 'mau');
  for (const [args, words] of [
    [['user', 'list'], 'Cần --tenant với một trong: kia, mau.'],
    [['user', 'add', 'hoa', '--role', 'unit-admin', '--tenant', 'mau'], 'unit: quản trị đơn vị cần mã đơn vị'],
    [['user', 'add', 'hoa', '--role', 'viewer', '--unit', 'so-z', '--tenant', 'mau'], 'Không có đơn vị «so-z»'],
    [['user', 'add', 'viewer', '--role', 'viewer', '--tenant', 'mau'], 'Đã có tài khoản'],
    [['user', 'password', 'khong-co', '--tenant', 'mau'], 'Không có tài khoản «khong-co»'],
    [['user', 'toString', 'x'], 'Cách dùng'],
    [['user', 'add'], 'Cách dùng'],
    [['user', 'list', '--xyz'], 'Không hiểu'],
  ] as const) {
    const { code, err, out } = await cli(...args);
    expect([code, out], args.join(' ')).toEqual([2, '']);
    expect(err).toContain(words);
  }
  expect(await auditHead(server.db, 'mau')).toBe(head);
});

test('a wrong environment variable is named, not thrown', async () => {
  vi.stubEnv('PORT', 'abc');
  expect(await cli('user', 'list')).toMatchObject({ code: 2, err: expect.stringContaining('- PORT: ') });
  vi.stubEnv('PORT', '');
});

test('verify-audit prints the head, misses one that was cut off and names the row that was touched', async () => {
  const head = await auditHead(server.db, 'mau');
  expect(await cli('verify-audit', '--tenant', 'mau')).toMatchObject({ code: 0, out: expect.stringContaining(head) });
  await cli('user', 'deactivate', 'viewer', '--tenant', 'mau');
  // Pages print 12 digits.
  for (const printed of [head, head.slice(0, 12), head.slice(0, 12).toUpperCase()])
    expect((await cli('verify-audit', '--tenant', 'mau', '--head', printed)).code).toBe(0);
  const other = head.startsWith('f') ? 'e'.repeat(12) : 'f'.repeat(12);
  expect((await cli('verify-audit', '--tenant', 'mau', '--head', other)).code).toBe(1);
  for (const wrong of [head.slice(0, 11), `${head}0`, 'không phải mã'])
    expect(await cli('verify-audit', '--tenant', 'mau', '--head', wrong)).toMatchObject({
      code: 2,
      err: expect.stringContaining('từ 12 đến 64'),
    });
  await server.db.run("delete from audit where tenant = 'mau' and hash in (?, ?)", [
    head,
    await auditHead(server.db, 'mau'),
  ]);
  expect((await cli('verify-audit', '--tenant', 'mau')).code).toBe(0);
  expect(await cli('verify-audit', '--tenant', 'mau', '--head', head)).toMatchObject({
    code: 1,
    err: expect.stringContaining('đã bị cắt bỏ'),
  });
  await server.db.run("update audit set actor = 'x' where tenant = 'mau' and seq = 2");
  expect(await cli('verify-audit', '--tenant', 'mau')).toMatchObject({
    code: 1,
    err: expect.stringContaining('không liền từ dòng 2'),
  });
});
