import { expect } from 'vitest';
import { quarter } from '#rules/period.ts';
import { counted } from '../counts.ts';
import { AFTER, fillProvince } from '../provinces/filled-province.ts';
import { addOwnOfKia } from '../provinces/own-of-kia.ts';
import { plantCopy } from '../provinces/planted-copy.ts';
import { OPEN_PROVINCE, openProvince } from '../public-world.ts';
import { bodyNaming, everythingOf } from '../route-calls.ts';
import { responseOf, type Seeded, type TestServer, testServer } from '../test-server.ts';
import { fuzz } from './fuzz.ts';
import { putBuilt } from './put-built.ts';
import type { Known } from './schema-values.ts';

const NAMES = {
  ...{ unit: 'so-a', officer: 'CB-01', dossier: 'H99.01-261102-0001', period: '2026-q4' },
  ...{ device: 'may-1', login: 'viewer', id: 'khong-co', kiosk: 'mau.0000000001' },
};

/** Both provinces filled, the second with the mark of what is its own. */
async function make(): Promise<Seeded> {
  const server = await testServer();
  await fillProvince(server);
  await openProvince(server.services);
  await plantCopy(server);
  await addOwnOfKia(server);
  return server.leave();
}
let made: Promise<Seeded> | undefined;

/** Names of what is on record and of what was handed out for it, by the key they stand under. */
async function knownIn({ db, request, credentials }: TestServer): Promise<Known> {
  const ids = async (sql: string) => (await db.all<{ id: string }>(sql, ['mau'])).map(({ id }) => id);
  const asked = { dossier: 'H99.01-270104-0002', unit: 'so-a', stage: 'submitted' };
  const invited = await request<{ token: string }>('POST', '/v1/invitations', asked, credentials.mau.portal);
  const sent = await request<{ id: string; receipt: string }>('POST', '/v1/responses', responseOf(300));
  return {
    ...{ tenant: ['mau', 'mau', OPEN_PROVINCE], unit: ['so-a', 'so-b', 'xa-1', 'so-tu-phap'], officer: ['CB-01'] },
    ...{ dossier: [NAMES.dossier, asked.dossier], code: [NAMES.dossier, asked.dossier], procedure: ['1.001612'] },
    ...{ period: ['2026-q4', '2027-q1', quarter(2026, 2).id], snapshot: ['2026-q4.1'], question: ['q1', 'overall'] },
    ...{ survey: ['danhgia-2026', 'binh-thuan-2019'], device: ['may-1'], login: ['viewer', 'unit-admin.so-a'] },
    ...{
      kiosk: [NAMES.kiosk],
      kind: ['dossiers', 'petitions', 'unit-facts'],
      version: ['1'],
      'x-dvc-receipt': [sent.body.receipt],
    },
    ...{ token: [invited.body.token], receipt: [sent.body.receipt], after: ['2026-q4', ''], units: ['so-a,so-b'] },
    case: await ids('select case_id as id from cases where tenant = ?'),
    id: [
      ...(await ids('select id from objections where tenant = ?')),
      ...(await ids('select import as id from imports where tenant = ?')),
      ...['danhgia-2026', 'cong', sent.body.id, 'bao-cao-2025'],
    ],
  };
}

/** A server with two filled provinces to ask anything of. */
export async function fuzzedProvince() {
  made ??= make();
  const server = await testServer(await made);
  putBuilt(server.services.outputDir);

  server.clock.now = AFTER;
  const known = await knownIn(server);
  const kia = await everythingOf(server, 'kia');
  const before = await counted(server.db);
  expect(before.rows).toBe(before.overall);

  return {
    ask: (seed: number, runs: number) => fuzz(server, known, (example) => bodyNaming(example, NAMES), seed, runs),
    /** What must hold of the database whatever was asked. */
    async expectWhole(): Promise<void> {
      expect(await everythingOf(server, 'kia')).toEqual(kia);
      const { rows, overall, byDay, negative } = await counted(server.db);
      const required = await server.db.all<{ n: number }>(
        "select count(*) as n from responses where tenant = 'mau' and survey <> 'danhgia-2026'",
      );
      expect([overall, negative], 'counts by question are those of the answers').toEqual([
        rows - (required[0]?.n ?? 0),
        0,
      ]);
      expect(byDay, 'counts by day are those of the answers').toBe(rows);
      const audit = { ...server.credentials.mau['province-admin'] };
      const verdict = await server.request<{ brokenAt: number | null; changedSnapshots: string[] }>(
        'POST',
        '/v1/audit/verify',
        {},
        audit,
      );
      expect([verdict.body.brokenAt, verdict.body.changedSnapshots]).toEqual([null, []]);
    },
    close: () => server.close(),
  };
}
