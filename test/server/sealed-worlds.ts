import { expect } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import { dossierBody } from './dossier-body.ts';
import { PLACE, tablesOf } from './tables-of.ts';
import { responseOf, testServer } from './test-server.ts';

/** Who was handled by whom: CB-01 has 8 dossiers, CB-02 has 2, too few to be told of. */
const OFFICERS = [...Array<string>(8).fill('CB-01'), 'CB-02', 'CB-02'];
export const CODES = OFFICERS.map((_, i) => `H99.01-261102-${String(i + 1).padStart(4, '0')}`);
export const COMMENTS = CODES.map((_, i) => `Lời góp ý thứ ${i + 1}`);
/** Ten citizens: each says something else, on a day of their own. */
const ANSWERS = CODES.map((_, i) => ({
  answers: {
    overall: `s${1 + (i % 5)}`,
    q1: i % 3 === 0 ? 'after' : 'on',
    q3: i % 2 ? 'extra0' : 'extra1',
    q7: i === 4 ? 't1' : 't3',
  },
  comment: COMMENTS[i],
  // Two were quick.
  seconds: i < 2 ? 25 : 100,
  // Those less than content ask for a reply: what is kept of that outlives the seal.
  ...(i % 5 < 2 ? { reply: true as const } : {}),
}));

/** One way the same answers may have been given: by place of the dossier, whose answer it got, and the day it was given. */
export interface World {
  readonly citizen: readonly number[];
  readonly day: readonly number[];
  /** Places of dossiers nobody answered about. */
  readonly silent?: readonly number[];
}

/** Everything happens at the same moments in every world: what differs is who answered what, in which order, on which day. */
export async function sealedWorld(world: World) {
  const server = await closableWorld(world);
  const { 'province-admin': admin } = server.credentials.mau;
  for (const step of ['close', 'seal'])
    expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
  return server;
}

/** The same, on the day the period may be closed. */
export async function closableWorld({ citizen, day, silent = [] }: World) {
  const server = await testServer();
  const { officer, portal } = server.credentials.mau;
  const dossiers: DossierBody[] = CODES.map((code, i) =>
    dossierBody({
      ...{ code, officer: OFFICERS[i] ?? null, procedure: '1.001612', supplements: 0 },
      ...{ receivedBy: OFFICERS[i] ?? null, handlers: [{ officer: OFFICERS[i] ?? '', from: '2026-11-02T08:00' }] },
    }),
  );
  await server.request('POST', '/v1/dossiers', dossiers, officer);
  const tokens: string[] = [];
  for (const code of CODES) {
    const asked = { dossier: code, unit: 'so-a', procedure: '1.001612', stage: 'returned' };
    tokens.push((await server.request<{ token: string }>('POST', '/v1/invitations', asked, portal)).body.token);
  }
  const asked = CODES.map((_, i) => i).filter((i) => !silent.includes(i));
  const order = asked.sort((a, b) => (day[a] ?? 0) - (day[b] ?? 0));
  for (const place of order) {
    server.clock.now = new Date(`2026-11-${String(11 + (day[place] ?? 0)).padStart(2, '0')}T02:00:00Z`);
    const said = ANSWERS[citizen[place] ?? 0];
    const sent = await server.request('POST', '/v1/responses', responseOf(place, { ...said, token: tokens[place] }));
    expect(sent.status).toBe(201);
  }
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  return server;
}

/** Every row of every table as text, in the order they lie in the file; answers sorted, for theirs is drawn by lot. */
export async function dumped(server: Awaited<ReturnType<typeof testServer>>) {
  const tables = await tablesOf(server.db);
  const cells = new Map<string, string[]>();
  for (const name of tables) {
    const rows = await server.db.all<Record<string, unknown>>(`select * from ${name} order by ${PLACE}`);
    // Their places, names and codes are drawn by lot.
    const drawn = name === 'responses' ? ['seq'] : name === 'cases' ? ['case_id', 'receipt_hash'] : [];
    const kept = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !drawn.includes(column))),
    );
    const sorted = drawn.length ? kept.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : kept;
    for (const row of sorted)
      for (const [column, value] of Object.entries(row)) {
        const place = `${name}.${column}`;
        cells.set(place, [...(cells.get(place) ?? []), String(value)]);
      }
  }
  return cells;
}
