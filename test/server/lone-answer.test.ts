import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommentPage } from '#wire/comment.ts';
import type { Results } from '#wire/results.ts';
import { routes } from '../../server/routes/index.ts';
import { dossierBody } from './dossier-body.ts';
import { callNaming, showing } from './route-calls.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
/** Unit so-b, its officer and a procedure have one dossier and one answer; so-a has six. */
const NAMES = {
  ...{ unit: 'so-b', officer: 'CB-09', dossier: CODE, period: '2026-q4' },
  ...{ device: 'may-1', login: 'viewer', id: 'x', kiosk: 'mau.0000000001' },
};
const GOOD = { answers: { overall: 's5', q1: 'on', q3: 'extra0', q7: 't3' }, comment: 'Rất nhanh' };
const BAD = { answers: { overall: 's1', q1: 'after', q3: 'extra1', q7: 't0' }, comment: 'Rất chậm' };
type Said = typeof GOOD;

const servers: TestServer[] = [];

/** @param alone what the one citizen of so-b said. @param others what each of the six of so-a said. */
async function worldOf(alone: Said, others: Said): Promise<void> {
  const server = await testServer();
  servers.push(server);
  const { 'province-admin': admin, portal } = server.credentials.mau;
  for (let n = 1; n <= 7; n += 1) {
    const [unit, officer, procedure] = n === 1 ? ['so-b', 'CB-09', '2.000111'] : ['so-a', 'CB-01', '1.001612'];
    const code = CODE.replace(/1$/, String(n));
    const handlers = [{ officer, from: '2026-11-02T08:00' }];
    const dossier = dossierBody({ code, unit, officer, receivedBy: officer, handlers, procedure });
    await server.request('POST', '/v1/dossiers', [dossier], admin);
    const asked = { dossier: code, unit, procedure, stage: 'returned' };
    const { token } = (await server.request<{ token: string }>('POST', '/v1/invitations', asked, portal)).body;
    const body = responseOf(n, { unit, procedure, token, ...(n === 1 ? alone : others) });
    expect((await server.request('POST', '/v1/responses', body)).status).toBe(201);
  }
}

const WHO = ['anyone', 'officer', 'viewer', 'unit-admin', 'inspector', 'province-admin'] as const;

/** Named in a query, which the walk over all routes leaves out. */
const ASKED = [
  '/v1/comments?period=2026-q4&unit=so-b',
  '/v1/comments?period=2026-q4',
  '/v1/periods/2026-q4/units/so-b/findings?series=computed&indicator=4',
  '/v1/periods/2026-q4/units/so-b/findings?series=self&indicator=4',
  '/v1/public/periods/2026-q4/results?tenant=mau',
  '/v1/public/periods/2026-q4/results.csv?tenant=mau',
  '/v1/public/periods/2026-q4/distributions?tenant=mau',
  '/v1/public/periods/2026-q4/distributions.csv?tenant=mau',
  '/cong-khai/mau?ky=2026-q4',
];

/** What everybody is answered wherever something is read or tried out, without lots, hashes of everything, and where one is signed in, which is in the order of chance. */
async function everythingRead(server: TestServer): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  const asking = routes.filter(({ method, path }) => method === 'GET' || path.endsWith('/preview'));
  for (const caller of WHO) {
    const put = (call: string, { status, text }: { readonly status: number; readonly text: string }) =>
      read.set(`${caller} ${call}`, `${status} ${text.replace(/[0-9a-f]{64}|"seed":"\w+"/g, '')}`);
    for (const route of asking.filter(({ path }) => !/readyz|widget|sessions$/.test(path)))
      put(
        `${route.method} ${route.path}`,
        await callNaming(server, route, NAMES, await showing(server, 'mau', caller)),
      );
    const as = await showing(server, 'mau', caller);
    for (const path of ASKED) put(path, await server.request('GET', path, undefined, as));
  }
  return read;
}

/** Calls that are answered otherwise by the second server than by the first; those of whom too many came are left out. */
async function differing(): Promise<string[]> {
  const [one, other] = [await everythingRead(servers[0] as TestServer), await everythingRead(servers[1] as TestServer)];
  const told = [...one].filter(([call, text]) => ![text, other.get(call)].some((each) => each?.startsWith('429')));
  expect(told.filter(([, text]) => text.startsWith('200')).length).toBeGreaterThan(60);
  return told.filter(([call, text]) => other.get(call) !== text).map(([call]) => call);
}

async function act(...steps: readonly string[]): Promise<void> {
  for (const server of servers)
    for (const step of steps) {
      const { 'province-admin': admin } = server.credentials.mau;
      expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
    }
}

beforeAll(async () => {
  await worldOf(GOOD, GOOD);
  await worldOf(BAD, GOOD);
  await worldOf(GOOD, BAD);
}, 60_000);
afterAll(async () => {
  for (const server of servers) await server.close();
});

test('what one citizen of a unit said changes nothing anybody can read while the period is open', async () => {
  expect(await differing()).toEqual([]);
}, 60_000);

test('nor once it is closed, in results, findings, previews, comments or counts; what six said shows', async () => {
  for (const server of servers) server.clock.now = new Date('2027-01-04T02:00:00Z');
  await act('close');
  expect(await differing()).toEqual([]);
  const seen = async (server: TestServer) => {
    const { viewer, inspector } = server.credentials.mau;
    const results = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, viewer);
    const comments = await server.request<CommentPage>('GET', '/v1/comments?period=2026-q4', undefined, inspector);
    const share = results.body.units.find(({ unit }) => unit === 'so-a')?.satisfactionShare?.value;
    return [share, comments.body.comments.length];
  };
  expect(await seen(servers[0] as TestServer)).toEqual([1000, 0]);
  // Looked at as often: each look is in the log.
  expect(await seen(servers[1] as TestServer)).toEqual([1000, 0]);
  expect(await seen(servers[2] as TestServer)).toEqual([0, 6]);
}, 60_000);

test('nor after seal and publication', async () => {
  await act('seal', 'publish');
  expect(await differing()).toEqual([]);
}, 60_000);
