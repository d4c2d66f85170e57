import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { filesWith } from './files-with.ts';
import { CODES, COMMENTS, closableWorld, dumped, sealedWorld } from './sealed-worlds.ts';
import { PLACE } from './tables-of.ts';
import { responseOf, type TestServer } from './test-server.ts';

const SAME = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

let first: TestServer;
let again: TestServer;
const others: TestServer[] = [];
let differing: (one: TestServer, other: TestServer) => Promise<string[]>;

beforeAll(async () => {
  const cells = new Map<TestServer, ReadonlyMap<string, string[]>>();
  differing = async (one, other) => {
    for (const server of [one, other]) if (!cells.has(server)) cells.set(server, await dumped(server));
    const [a, b] = [cells.get(one), cells.get(other)];
    const places = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
    return [...places].filter((place) => JSON.stringify(a?.get(place)) !== JSON.stringify(b?.get(place))).sort();
  };
  first = await sealedWorld({ citizen: SAME, day: SAME });
  again = await sealedWorld({ citizen: SAME, day: SAME });
}, 60_000);
afterAll(async () => {
  for (const server of [first, again, ...others]) await server.close();
});

async function other(citizen: readonly number[], day: readonly number[]): Promise<string[]> {
  const server = await sealedWorld({ citizen, day });
  others.push(server);
  return differing(first, server);
}

/**
 * Two provinces that differ only in who gave which answer, and when, are one and the same database after the seal: whatever
 * is stored, in whichever table and order, then says nothing about it. All begin with one copy, its secrets included:
 * what is made of lots later on could hide a mark.
 */
describe('a sealed database is the same', () => {
  test('each time', async () => {
    expect(await differing(first, again)).toEqual([]);
  });

  test('whichever of an officer’s dossiers each of the answers was about', async () => {
    expect(await other([7, 6, 5, 4, 3, 2, 1, 0, 9, 8], SAME)).toEqual([]);
  });

  test('in whichever order and on whichever days of the month they came', async () => {
    expect(await other(SAME, [9, 3, 7, 1, 5, 0, 8, 2, 6, 4])).toEqual([]);
  });

  test('whichever of an officer’s dossiers were answered about at all', async () => {
    const [one, other] = [
      await sealedWorld({ citizen: SAME, day: SAME, silent: [0, 1] }),
      await sealedWorld({ citizen: [2, 3, 0, 1, 4, 5, 6, 7, 8, 9], day: SAME, silent: [2, 3] }),
    ];
    others.push(one, other);
    const counts = await Promise.all([one, other].map(({ db }) => db.all('select seq from responses')));
    expect(counts.map(({ length }) => length)).toEqual([8, 8]);
    expect(await differing(one, other)).toEqual([]);
  });

  test('whichever answers were about the dossiers of the officer who has fewer than 5', async () => {
    expect(await other([8, 9, 2, 3, 4, 5, 6, 7, 0, 1], SAME)).toEqual([]);
  });
});

describe('after the seal', () => {
  test('what answers say against the records stands as counts of the province, so the worlds above were compared by it', async () => {
    // Ten dossiers without a recorded contact; five people said they had one.
    const rows = await first.db.all("select survey, kind, k, n from snapshot_misreadings where tenant = 'mau'");
    expect(rows).toEqual([{ survey: 'danhgia-2026', kind: 'unrecorded', k: 5, n: 10 }]);
    const steps = await first.db.all(
      `select channel, step, bucket, n from survey_steps where tenant = 'mau' order by ${PLACE}`,
    );
    expect(steps).toEqual([
      { channel: '', step: 'lang', bucket: 'vi', n: 10 },
      { channel: '', step: 'invited', bucket: '', n: 10 },
      { channel: 'portal', step: 'sent', bucket: '*', n: 2 },
      { channel: 'portal', step: 'sent', bucket: '120', n: 8 },
    ]);
  });

  test('answers lie in an order that is not the one they came in', async () => {
    const orders = await Promise.all(
      [first, again].map(async ({ db }) => {
        const rows = await db.all<{ comment: string }>(
          `select comment from responses where tenant = 'mau' order by ${PLACE}`,
        );
        return rows.map(({ comment }) => COMMENTS.indexOf(comment));
      }),
    );
    for (const order of orders) expect([...order].sort((a, b) => a - b)).toEqual(SAME);
    // Two draws of 3,628,800 orders: both as they came is not chance.
    expect(orders).not.toEqual([SAME, SAME]);
    expect(orders[0]).not.toEqual(orders[1]);
  });

  test('no column holds the day of an answer, nor any time of November but what the office did', async () => {
    const cells = await dumped(first);
    // Ten answers, and the four whose givers asked for a reply.
    expect([cells.get('responses.day')?.length, cells.get('cases.asked')?.length]).toEqual([10, 4]);
    const days = [...cells].flatMap(([place, values]) =>
      values.some((value) => /2026-11-(1[1-9]|20)/.test(value)) ? [place] : [],
    );
    expect(days).toEqual([]);
  });

  test('the key is gone from its folder, and no file names dossier and answer side by side', () => {
    const { folder } = first;
    expect(openPeriodKeys(join(folder, 'keys')).exists('mau', '2026-q4')).toBe(false);
    expect(readdirSync(join(folder, 'keys', 'mau')).filter((name) => name.startsWith('2026-q4'))).toEqual([]);
  });
});

describe('a period that was reopened for one more answer', () => {
  test('leaves of its earlier snapshot no figure the later one could be compared with', async () => {
    const server = await closableWorld({ citizen: SAME, day: SAME });
    others.push(server);
    const { 'province-admin': admin } = server.credentials.mau;
    const act = async (step: string, body = {}) =>
      expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, body, admin)).status).toBe(200);
    await act('close');
    await act('reopen', { reason: 'Một phiếu còn trên máy chưa gửi về.' });
    const late = responseOf(70, { ageSeconds: 10 * 86_400 });
    expect((await server.request('POST', '/v1/responses', late)).status).toBe(201);
    await act('close');
    await act('seal');
    const snapshots = await server.db.all("select snapshot from snapshots where tenant = 'mau' order by number");
    expect(snapshots).toEqual([{ snapshot: '2026-q4.1' }, { snapshot: '2026-q4.2' }]);
    for (const table of [
      'snapshot_units',
      'snapshot_officers',
      'snapshot_sums',
      'snapshot_misreadings',
      'joint_counts',
    ]) {
      const rows = await server.db.all(`select distinct snapshot from ${table} where tenant = 'mau'`);
      expect([table, rows]).toEqual([table, [{ snapshot: '2026-q4.2' }]]);
    }
  });
});

describe('a period scored anew after one dossier went to another officer', () => {
  test('leaves no figure of the earlier snapshot, nor a hash to try its figures out against', async () => {
    const server = await closableWorld({ citizen: SAME, day: SAME });
    others.push(server);
    const { 'province-admin': admin } = server.credentials.mau;
    const act = async (step: string, body = {}) =>
      expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, body, admin)).status).toBe(200);
    await act('close');
    const [first] = await server.db.all<Record<string, string>>(
      "select facts_hash, content_hash, summary from snapshots where tenant = 'mau'",
    );
    // CB-01 had 8 answers and now has 7: the difference of the two results is what one citizen said.
    await server.db.run(
      "update dossiers set officer = 'CB-02', received_by = 'CB-02', handlers = ? where tenant = 'mau' and code = ?",
      [JSON.stringify([{ officer: 'CB-02', from: '2026-11-02T08:00' }]), CODES[0] ?? ''],
    );
    await act('rescore', { reason: 'Hồ sơ do cán bộ khác xử lý.', of: '2026-q4.1' });
    await act('seal');
    const { records } = JSON.parse(first?.summary ?? '{}') as { records: string };
    const hashes = [first?.facts_hash, first?.content_hash, records];
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true);
    const left = [...(await dumped(server))].flatMap(([place, values]) =>
      hashes.some((hash) => values.some((value) => value.includes(hash ?? '-'))) ? [place] : [],
    );
    expect(left).toEqual([]);
    for (const table of [
      'snapshot_units',
      'snapshot_officers',
      'snapshot_sums',
      'snapshot_misreadings',
      'joint_counts',
    ]) {
      const rows = await server.db.all(`select distinct snapshot from ${table} where tenant = 'mau'`);
      expect([table, rows]).toEqual([table, [{ snapshot: '2026-q4.2' }]]);
    }
    // Both are on record, and the log says what was sealed.
    const listed = await server.db.all<{ hash: string | null }>(
      'select snapshot, content_hash as hash from snapshots order by number',
    );
    expect(listed).toMatchObject([{ snapshot: '2026-q4.1', hash: null }, { snapshot: '2026-q4.2' }]);
    const [sealed] = await server.db.all<{ detail: string }>("select detail from audit where action = 'period.seal'");
    expect(JSON.parse(sealed?.detail ?? '{}')).toMatchObject({ contentHash: listed[1]?.hash });
  });
});

describe('a backup made before the seal', () => {
  test('needs the key the seal destroyed: nothing in it opens with what is left', async () => {
    const server = await closableWorld({ citizen: SAME, day: SAME });
    others.push(server);
    const key = readFileSync(join(server.folder, 'keys', 'mau', '2026-q4.key'));
    const backup = join(server.folder, 'backup.db');
    await server.db.settle('log');
    copyFileSync(join(server.folder, 'a.db'), backup);
    const { 'province-admin': admin } = server.credentials.mau;
    for (const step of ['close', 'seal'])
      expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
    // Neither the key nor anything made of it by a plain hash of what is known stands anywhere outside it.
    for (const secret of [
      key.toString('hex'),
      key.toString('base64'),
      key.toString('base64url'),
      key.toString('latin1'),
    ])
      expect(filesWith(server.folder, [secret])).toEqual([]);
    expect(readFileSync(backup).includes(key)).toBe(false);
  });
});
