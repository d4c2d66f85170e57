import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Alike, keptRows } from '../../server/close/kept-rows.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

/** `[officer, self, computed, { citizen's points: dossiers }]`. */
type Row = [string | null, number | undefined, number | undefined, Record<number, number>];
const alike = (...rows: Row[]): Alike[] =>
  rows.map(([officer, self, computed, citizen]) => ({
    officer,
    self,
    computed,
    citizen: new Map(Object.entries(citizen).map(([b, n]) => [Number(b), n])),
  }));
const names = (...rows: Row[]) => keptRows(alike(...rows)).map((r) => `${r.officer || 'unit'} ${r.kind} ${r.a}`);

describe('a row of joint counts', () => {
  it('is kept where 5 dossiers stand behind it and behind what it leaves', () => {
    expect(keptRows(alike([null, undefined, 20, { 20: 4, 10: 1 }], [null, undefined, 10, { 10: 4, 0: 2 }]))).toEqual([
      {
        officer: '',
        kind: 'computed×citizen',
        a: 10,
        citizen: new Map([
          [10, 4],
          [0, 2],
        ]),
      },
      {
        officer: '',
        kind: 'computed×citizen',
        a: 20,
        citizen: new Map([
          [20, 4],
          [10, 1],
        ]),
      },
    ]);
  });

  it('is dropped with fewer than 5', () => {
    expect(names([null, undefined, 20, { 20: 3, 10: 1 }])).toEqual([]);
  });

  it('is dropped where all gave one answer: whoever is in it has told', () => {
    expect(names([null, undefined, 20, { 20: 9 }], [null, undefined, 10, { 10: 4, 0: 2 }])).toEqual([]);
  });

  it('is dropped where all answers of the unit without it would be those of 1 to 4 people', () => {
    expect(names([null, undefined, 20, { 20: 8, 10: 2 }], [null, undefined, 10, { 10: 2, 0: 2 }])).toEqual([]);
  });

  it('of an officer is dropped where the unit without that officer is 1 to 4 people', () => {
    expect(names(['A', undefined, 20, { 20: 5, 10: 2 }], ['B', undefined, 20, { 20: 1, 10: 2 }])).toEqual([
      'unit computed×citizen 20',
    ]);
    expect(names(['A', undefined, 20, { 20: 5, 10: 2 }], ['B', undefined, 20, { 20: 3, 10: 2 }])).toEqual([
      'unit computed×citizen 20',
      'A computed×citizen 20',
      'B computed×citizen 20',
    ]);
  });

  it('is dropped where the same row of the other series differs by one dossier', () => {
    // An officer raised one dossier from 10 to 20: self 20 minus computed 20 would be the answer to that one.
    expect(names([null, 20, 20, { 20: 5, 10: 5 }], [null, 20, 10, { 0: 1 }], [null, 10, 10, { 10: 5, 0: 4 }])).toEqual([
      'unit computed×citizen 10',
      'unit computed×citizen 20',
    ]);
  });
});

describe('joining what is kept with findings and officers after the close', () => {
  const SIZE = 36;
  let server: TestServer;
  const code = (i: number) => `H99.01-261102-${String(i).padStart(4, '0')}`;
  /** Citizen's points of dossier i on indicator 1, and the option that states them. */
  const answered = (i: number) => ([20, 10, 0] as const)[(i >> 1) % 3] ?? 0;
  const option = { 20: 'before', 10: 'on', 0: 'after' } as const;

  beforeAll(async () => {
    server = await testServer();
    const { officer, portal, 'province-admin': admin } = server.credentials.mau;
    // Promised 05/11: 16 ready the day before (20), 12 that day (10), 8 the day after (0); three officers, 12 dossiers each.
    const ready = (i: number) => `2026-11-0${i < 16 ? 4 : i < 28 ? 5 : 6}T10:00`;
    const dossiers = Array.from({ length: SIZE }, (_, i) => ({
      code: code(i),
      unit: 'so-a',
      procedure: '1.001612',
      officer: `CB-0${(i % 3) + 1}`,
      channel: null,
      state: 'ready',
      received: '2026-11-02T08:00',
      promised: '2026-11-05T17:00',
      reappointed: [],
      ready: ready(i),
      returned: null,
      pauses: [],
      supplements: null,
      limitDays: null,
    }));
    await server.request('POST', '/v1/dossiers', dossiers, admin);
    const scores = dossiers.map((d, i) => {
      const shown = i < 16 ? 20 : i < 28 ? 10 : 0;
      // One is raised by its officer, so that the two series differ by one dossier.
      const value = i === 16 ? { shown, points: 20, note: 'Chờ đơn vị phối hợp.' } : { shown, points: shown };
      return { id: idOf(500 + i), dossier: d.code, values: { 1: value } };
    });
    await server.request('POST', '/v1/self-scores', scores, officer);
    for (const [i, d] of dossiers.entries()) {
      const invited = await server.request<{ token: string }>(
        'POST',
        '/v1/invitations',
        { dossier: d.code, unit: 'so-a', procedure: '1.001612', stage: 'returned' },
        portal,
      );
      const answers = { overall: 's4', q1: option[answered(i)] };
      const sent = await server.request('POST', '/v1/responses', responseOf(i, { answers, token: invited.body.token }));
      expect(sent.status).toBe(201);
    }
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  });
  afterAll(() => server.close());

  it('cuts the dossiers into no block of fewer than 5 and into none that answered as one', async () => {
    const rows = await server.db.all<{ officer: string; kind: string; a: number; n: number }>(
      `select officer, kind, a, sum(n) as n from joint_counts where tenant = 'mau' and indicator = 1
       group by officer, kind, a order by officer, kind, a`,
    );
    const findings = await server.db.all<{ code: string; officer: string; series: string; points: number }>(
      `select d.code, d.officer, f.series, f.points from snapshot_findings f
       join dossiers d on d.tenant = f.tenant and d.code = f.dossier where f.tenant = 'mau' and f.indicator = 1`,
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.some((row) => row.kind === 'self×citizen' && row.officer === '' && row.a === 20)).toBe(false);
    const inRow = (row: (typeof rows)[number]) =>
      new Set(
        findings
          .filter((f) => `${f.series}×citizen` === row.kind && f.points === row.a)
          .filter((f) => row.officer === '' || f.officer === row.officer)
          .map((f) => f.code),
      );
    for (const row of rows) expect(inRow(row).size, JSON.stringify(row)).toBe(row.n);
    // Sums and differences of rows reach no finer than the dossiers that lie in exactly the same rows.
    const blocks = new Map<string, number[]>();
    const members = rows.map(inRow);
    for (let i = 0; i < SIZE; i += 1) {
      const place = members.map((row) => row.has(code(i))).join();
      blocks.set(place, [...(blocks.get(place) ?? []), answered(i)]);
    }
    for (const answers of blocks.values()) {
      expect(answers.length).toBeGreaterThanOrEqual(5);
      expect(new Set(answers).size).toBeGreaterThan(1);
    }
  });
});
