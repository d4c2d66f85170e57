import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import { createApp } from '../../server/app.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { fillPeriod } from './filled-period.ts';
import { PLACE } from './tables-of.ts';
import { type TestServer, testServer } from './test-server.ts';

const REASON = 'Ý kiến của hai đơn vị được chấp nhận.';
const TABLES = ['periods', 'receipts', 'links', 'responses', 'cases', 'snapshots', 'snapshot_sums', 'dossier_findings'];

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterEach(() => server.close());

const key = () => join(server.folder, 'keys', 'mau', '2026-q4.key');
const take = () => renameSync(key(), join(server.folder, 'cat-di.key'));
const giveBack = () => renameSync(join(server.folder, 'cat-di.key'), key());

const admin = () => server.credentials.mau['province-admin'];
const act = (name: string, body: object = {}) =>
  server.request<Problem>('POST', `/v1/periods/2026-q4/${name}`, body, admin());
const read = async (path: string) => (await server.request('GET', path, undefined, admin())).text;
const stored = async () =>
  Promise.all(TABLES.map((table) => server.db.all(`select * from ${table} where tenant = 'mau' order by ${PLACE}`)));

/** Each act that needs the key, and what it is asked. */
const NEEDED = [
  ['rescore/preview', {}],
  ['rescore', { reason: REASON, choices: { granularity: 'timestamp' } }],
  ['seal', {}],
] as const;

describe('a closed period whose key is lost while the server runs', () => {
  it('is neither scored anew nor sealed, by a refusal that says what to do, and nothing is written', async () => {
    await act('close');
    take();
    const before = await stored();
    for (const [name, body] of NEEDED) {
      const refused = await act(name, body);
      expect([name, refused.status, refused.body.code]).toEqual([name, 503, 'key.lost']);
      expect(refused.body.message).toMatch(
        /^Máy chủ không có đúng khóa của kỳ 2026-q4 .* khôi phục thư mục khóa \(KEY_DIR\), rồi /,
      );
      expect(refused.headers.get('retry-after')).toBe('300');
    }
    expect((await act('publish')).body.code).toBe('period.unsealed');
    expect(await stored()).toEqual(before);
  });

  it('shows what it showed, is scored anew from its sums, and goes on when the key is back', async () => {
    await act('close');
    const pages = ['/v1/periods/2026-q4/results', '/v1/cases', '/v1/periods/2026-q4/snapshots'];
    const before = await Promise.all(pages.map(read));
    take();
    expect(await Promise.all(pages.map(read))).toEqual(before);
    expect((await act('rescore', { reason: REASON, choices: { rounding: 'truncate' } })).status).toBe(200);
    giveBack();
    for (const [name, body] of NEEDED) expect([name, (await act(name, body)).status]).toEqual([name, 200]);
  });

  it('in a folder that does not answer is not taken for destroyed: the seal stops, and destroys it once it answers', async () => {
    await act('close');
    await server.db.batch([
      { sql: "update periods set seal_begun_at = 'x' where tenant = 'mau'" },
      { sql: "delete from receipts where tenant = 'mau'" },
      { sql: "delete from links where tenant = 'mau'" },
    ]);
    const [folder, away] = [join(server.folder, 'keys', 'mau'), join(server.folder, 'keys', 'mau-cat-di')];
    renameSync(folder, away);
    // A name that leads to itself can be read by nobody, and says not that there is none.
    symlinkSync('mau', folder);
    expect((await act('seal')).status).toBe(500);
    expect(await server.db.all("select state from periods where tenant = 'mau'")).toEqual([{ state: 'closed' }]);
    rmSync(folder);
    renameSync(away, folder);
    expect(existsSync(key())).toBe(true);
    expect((await act('seal')).status).toBe(200);
    expect(existsSync(key())).toBe(false);
  });

  it('whose seal had begun is sealed to its end', async () => {
    await act('close');
    await server.db.batch([
      { sql: "update periods set seal_begun_at = 'x' where tenant = 'mau'" },
      { sql: "delete from receipts where tenant = 'mau'" },
      { sql: "delete from links where tenant = 'mau'" },
    ]);
    take();
    expect((await act('seal')).status).toBe(200);
  });
});

it('the key of another period in its place is not taken for it: no answer would be joined', async () => {
  await act('close');
  const dir = join(server.folder, 'khoa-khac');
  mkdirSync(join(dir, 'mau'), { recursive: true });
  writeFileSync(join(dir, 'mau', '2026-q4.key'), Buffer.alloc(32, 7));
  const app = createApp({ ...server.services, keys: openPeriodKeys(dir) });
  const before = await stored();
  for (const [name, asked] of NEEDED) {
    const body = JSON.stringify(asked);
    const headers = { ...admin(), 'content-length': String(Buffer.byteLength(body)) };
    const refused = await app.request(`/v1/periods/2026-q4/${name}`, { method: 'POST', body, headers });
    expect([name, refused.status, await refused.text()]).toEqual([name, 503, expect.stringContaining('key.lost')]);
  }
  expect(await stored()).toEqual(before);
});
