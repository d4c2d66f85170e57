import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsPage } from '../../server/store/findings.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

describe('joining what is kept with findings and officers after the close', () => {
  const SIZE = 48;
  let server: TestServer;
  const code = (i: number) => `H99.01-261102-${String(i).padStart(4, '0')}`;
  /** Citizen's points of dossier i on indicator 1, and the option that states them. */
  const answered = (i: number) => ([20, 10, 0] as const)[(i >> 1) % 3] ?? 0;
  const option = { 20: 'before', 10: 'on', 0: 'after' } as const;

  beforeAll(async () => {
    server = await testServer();
    const { officer, portal, 'province-admin': admin } = server.credentials.mau;
    // Promised 05/11: 18 ready the day before (20), 15 that day (10), 15 the day after (0); three officers, 16 dossiers each.
    const ready = (i: number) => `2026-11-0${i < 18 ? 4 : i < 33 ? 5 : 6}T10:00`;
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
      const shown = i < 18 ? 20 : i < 33 ? 10 : 0;
      // One is raised by its officer, so that the two series differ by one dossier.
      const value = i === 18 ? { shown, points: 20, note: 'Chờ đơn vị phối hợp.' } : { shown, points: shown };
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
    const findings: { code: string; officer: string; series: string; points: number | null }[] = [];
    for (const series of ['computed', 'self'] as const) {
      const page = await findingsPage(server.db, 'mau', '2026-q4.1', 'so-a', series, 1, '');
      for (const { dossier, points } of page.findings)
        if (dossier !== null)
          findings.push({ code: dossier, officer: `CB-0${(Number(dossier.slice(-4)) % 3) + 1}`, series, points });
    }
    expect(findings).toHaveLength(2 * SIZE);
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
    // Sums and differences of rows, and of the officers' own sums, reach no finer than the dossiers that lie in exactly the same.
    const blocks = new Map<string, number[]>();
    const members = rows.map(inRow);
    for (let i = 0; i < SIZE; i += 1) {
      const place = [i % 3, ...members.map((row) => row.has(code(i)))].join();
      blocks.set(place, [...(blocks.get(place) ?? []), answered(i)]);
    }
    for (const answers of blocks.values()) {
      expect(answers.length).toBeGreaterThanOrEqual(5);
      expect(new Set(answers).size).toBeGreaterThan(1);
    }
  });
});
