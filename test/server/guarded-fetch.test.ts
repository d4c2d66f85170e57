import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuardedFetch, GuardedFault } from '../../server/guarded-fetch.ts';
import { isPublicAddress } from '../../server/public-address.ts';
import { httpsServer } from './https-server.ts';

let other: Awaited<ReturnType<typeof httpsServer>>;
beforeAll(async () => {
  other = await httpsServer(({ path, body }, response) => {
    if (path === '/moved') return response.writeHead(302, { location: 'https://127.0.0.1/secret' }).end();
    if (path === '/silent') return;
    if (path === '/long') return response.end('x'.repeat(5_000));
    response.end(`đã nhận ${body}`);
  });
});
afterAll(() => other.close());

const local =
  (address = '127.0.0.1') =>
  async () => [{ address, family: 4 }];
const open = (more = {}) =>
  createGuardedFetch({ allowed: ['127.0.0.1'], ca: other.ca, resolve: local(), timeoutMs: 2_000, ...more });
const faultOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'none',
    (error: unknown) => (error instanceof GuardedFault ? error.code : String(error)),
  );

describe('asks', () => {
  test('a server at the address its name was looked up as, and at no other', async () => {
    const answer = await open()(`https://nhan.example:${other.port}/a`, { method: 'POST', body: 'tin' });
    expect([answer.status, answer.text]).toEqual([200, 'đã nhận tin']);
    expect(other.came.at(-1)).toMatchObject({ method: 'POST', headers: { host: `nhan.example:${other.port}` } });
  });

  test('and follows no redirect', async () => {
    const before = other.came.length;
    const { status } = await open()(`https://nhan.example:${other.port}/moved`);
    expect([status, other.came.length - before]).toEqual([302, 1]);
  });
});

describe('refuses', () => {
  test('whatever is no HTTPS address, or has a password in it', async () => {
    for (const url of ['http://nhan.example/', 'file:///etc/passwd', 'https://a:b@nhan.example/', 'không phải địa chỉ'])
      expect([url, await faultOf(open()(url))]).toEqual([url, 'url']);
  });

  test('a private address, written or behind a name, before anything is sent', async () => {
    const before = other.came.length;
    const closed = createGuardedFetch({ ca: other.ca, resolve: local() });
    for (const host of [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0x7f.1',
      '2130706433',
      '169.254.169.254',
      'nhan.example',
    ])
      expect([host, await faultOf(closed(`https://${host}:${other.port}/`))]).toEqual([host, 'address']);
    expect(other.came.length).toBe(before);
  });

  test('a name with a private address among public ones', async () => {
    const mixed = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ];
    expect(await faultOf(createGuardedFetch({ resolve: mixed })('https://nhan.example/'))).toBe('address');
  });

  test('a name nobody has', async () => {
    expect(
      await faultOf(open({ resolve: async () => Promise.reject(new Error('ENOTFOUND')) })('https://x.example/')),
    ).toBe('dns');
  });

  test('a certificate nobody known has signed, or of another name', async () => {
    expect(await faultOf(open({ ca: undefined })(`https://nhan.example:${other.port}/`))).toBe('tls');
    expect(await faultOf(open()(`https://khac.example:${other.port}/`))).toBe('tls');
  });

  test('to wait for a server or a name that says nothing, or to read without end', async () => {
    for (const host of ['nhan.example', '127.0.0.1'])
      expect(await faultOf(open({ timeoutMs: 50 })(`https://${host}:${other.port}/silent`))).toBe('timeout');
    const never = () => new Promise<never>(() => {});
    expect(await faultOf(open({ timeoutMs: 50, resolve: never })('https://nhan.example/'))).toBe('timeout');
    expect(await faultOf(open({ maxBytes: 1_000 })(`https://nhan.example:${other.port}/long`))).toBe('large');
    const { status, text } = await open({ maxBytes: 1 })(`https://nhan.example:${other.port}/long`, { wanted: false });
    expect([status, text]).toEqual([200, '']);
  });
});

test('private, shared, reserved and embedding ranges are known as such, public addresses as public', () => {
  const closed = [
    ...[
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.8.8.8',
      '169.254.169.254',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
    ],
    ...['192.0.2.5', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:10.0.0.1', '64:ff9b::a00:1'],
    ...[
      '2001::1',
      '2001:db8::1',
      '2002:a00:1::',
      'fc00::1',
      'fd12::1',
      'fe80::1',
      'fec0::1',
      'ff02::1',
      'localhost',
      '',
    ],
  ];
  expect(closed.filter(isPublicAddress)).toEqual([]);
  const free = [
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '203.162.4.190',
    '2001:4860:4860::8888',
    '2405:4800::1',
  ];
  expect(free.filter((address) => !isPublicAddress(address))).toEqual([]);
});
