import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FindingsPage, PublicResults, Results, UnitResult } from '#wire/results.ts';
import { fillPeriod } from './filled-period.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let before: { tallies: unknown[] };

beforeAll(async () => {
  server = await testServer();
  // The province has a table of its own that pairs each grade with a satisfaction label.
  await server.db.run("update periods set choices = ? where tenant = 'mau'", ['{"satisfaction.label":"binhThuan"}']);
  await fillPeriod(server);
  // Without answers it would be hidden, and so-a with it, so that it does not stand alone among departments.
  await server.db.run("delete from units where tenant = 'mau' and unit = 'so-b'");
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  before = { tallies: await server.db.all('select * from tallies order by question, option, proof') };
});
afterAll(() => server.close());

async function act(name: string) {
  return server.request<{ state: string; publishedAt: string | null }>(
    'POST',
    `/v1/periods/2026-q4/${name}`,
    {},
    server.credentials.mau['province-admin'],
  );
}

describe('closing a period', () => {
  let unit: UnitResult;
  const row = (indicator: number) => {
    const found = unit.rows.find((r) => r.indicator === indicator);
    if (!found) throw new Error(`no row ${indicator}`);
    return found;
  };

  it('is refused while the period still runs, and says until when', async () => {
    server.clock.now = new Date('2026-12-30T02:00:00Z');
    const refused = await server.request<{ code: string; message: string }>(
      'POST',
      '/v1/periods/2026-q4/close',
      {},
      server.credentials.mau['province-admin'],
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'period.blocked']);
    expect(refused.body.message).toContain('31/12/2026');
    server.clock.now = new Date('2027-01-04T02:00:00Z');
  });

  it('cannot be sealed or published before it is closed', async () => {
    expect((await act('seal')).status).toBe(409);
    expect((await act('publish')).status).toBe(409);
  });

  it('gives a snapshot with every unit', async () => {
    expect((await act('close')).body.state).toBe('closed');
    const { body } = await server.request<Results>(
      'GET',
      '/v1/periods/2026-q4/results',
      undefined,
      server.credentials.mau.viewer,
    );
    expect(body.snapshot).toMatchObject({ snapshot: '2026-q4.1', number: 1 });
    expect(body.units.map((u) => u.unit)).toEqual(['so-a', 'xa-1']);
    unit = body.units[0] as UnitResult;
    expect(body.officers).toMatchObject([{ officer: 'CB-01', completion: 'full' }]);
    // 14 + 17 + 18 + 16 + 10 = 75
    expect(body.officers[0]?.total).toBe(75);
  });

  it('keeps the three series apart on indicator 1: (20+20+20+10+0)/5 = 14 from both, self (20+10)/2 = 15', () => {
    expect(row(1).computed).toEqual({ points: 14, n: 5, because: null });
    expect(row(1).citizen).toEqual({ points: 14, n: 5, because: null });
    expect(row(1).self).toEqual({ points: 15, n: 2, because: null });
    // Only d1 and d5 have both: (0 + 10)/2
    expect(row(1).selfMinusComputed).toEqual({ tenths: 5, n: 2 });
  });

  it('takes indicator 2 from the steps: (20+20+10)/3 = 16,7 → 17, and never asks a citizen', () => {
    expect(row(2).computed).toMatchObject({ points: 17, n: 3 });
    expect(row(2).citizen).toBeNull();
    expect(row(2).official).toMatchObject({ points: 17, series: 'computed' });
  });

  it('counts contacts: records (20+20+10+0)/4 = 12,5 → 13; citizens (20+20+20+10+20)/5 = 18, own fault dropped', () => {
    expect(row(3).computed).toMatchObject({ points: 13, n: 4 });
    expect(row(3).citizen).toMatchObject({ points: 18, n: 5 });
  });

  it('reads indicator 4 with the contacts: (20+20+20+10+10)/5 = 16', () => {
    expect(row(4).citizen).toMatchObject({ points: 16, n: 5 });
    expect(row(4).computed?.points).toBeNull();
  });

  it('joins attitude with time on indicator 7: harassed 0, early 20, 20, on time 10, late 0 = 50/5 = 10', () => {
    expect(row(7).citizen).toMatchObject({ points: 10, n: 5 });
  });

  it('leaves indicator 7 out of the records while petitions per dossier are not known, instead of counting the late ones alone', () => {
    expect(row(7).computed?.points).toBeNull();
  });

  it('scores declared facts: 12/60 = 20 % → 20, both → 20, 9/10 → 10, 15 % online → 10', () => {
    expect([5, 6, 8, 9].map((i) => row(i).official.points)).toEqual([20, 20, 10, 10]);
  });

  it('adds 14+17+18+16+20+20+10+10+10 = 135 to Tốt and Hài lòng, rank 1', () => {
    expect(unit).toMatchObject({
      total: 135,
      max: 180,
      missing: [],
      grade: 'good',
      gradeLabel: 'Tốt',
      satisfactionLabel: 'Hài lòng',
      rank: 1,
    });
    expect(unit.cite).toContain('Điều 15 TT 01/2018/TT-VPCP');
  });

  it('shows answers without a verified link apart: 5 official, 1 from the officer, 1 open; 4 of 5 satisfied', () => {
    expect(unit.n).toMatchObject({ official: 5, officerLink: 1, open: 1, dossiers: 6, selfScores: 2 });
    expect(unit.satisfactionShare).toMatchObject({ value: 800, n: 5 });
    expect(unit.punctuality).toEqual({ early: 3, onTime: 1, overdue: 1, unknown: 1, otherPeriod: 0 });
  });

  it('opens a number down to its findings: dossier, reason, article', async () => {
    const { body } = await server.request<FindingsPage>(
      'GET',
      '/v1/periods/2026-q4/units/so-a/findings?series=self&indicator=1',
      undefined,
      server.credentials.mau['province-admin'],
    );
    expect(body.findings.map((f) => [f.dossier, f.points])).toEqual([
      ['H99.01-261102-0001', 20],
      ['H99.01-261102-0005', 10],
    ]);
    expect(body.findings[1]?.because).toContain('Chờ đơn vị phối hợp trả lời.');
    expect(body.findings[1]?.cite).toContain('Điều 13');
  });

  it('keeps no joint count of so few: each of the five could be told from findings and totals', async () => {
    expect(await server.db.all("select 1 from joint_counts where tenant = 'mau'")).toEqual([]);
  });

  it('changes nothing when called again', async () => {
    expect((await act('close')).status).toBe(200);
    expect(await server.db.all("select snapshot from snapshots where tenant = 'mau'")).toHaveLength(1);
  });

  it('takes no more answers and no more self-scores', async () => {
    server.clock.now = new Date('2026-12-31T02:00:00Z');
    const late = await server.request<{ code: string }>('POST', '/v1/responses', responseOf(95));
    expect([late.status, late.body.code]).toEqual([410, 'period.late']);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
  });
});

describe('sealing and publishing it', () => {
  it('destroys key, links and receipts and keeps every count', async () => {
    expect((await act('seal')).body.state).toBe('sealed');
    expect(server.services.keys.exists('mau', '2026-q4')).toBe(false);
    for (const table of ['links', 'receipts'])
      expect(await server.db.all(`select 1 from ${table} where tenant = 'mau'`)).toEqual([]);
    expect(await server.db.all('select * from tallies order by question, option, proof')).toEqual(before.tallies);
  });

  it('leaves responses with a month for a day, where at least 5 share it, and new places', async () => {
    const rows = await server.db.all<{ day: string; proof: string; seq: number }>(
      "select day, proof, seq from responses where tenant = 'mau' order by seq",
    );
    const months = rows.map(({ proof, day }) => `${proof} ${day}`).sort();
    expect(months).toEqual(['officerLink ', 'open 2026-11', ...Array(5).fill('portal 2026-11')]);
    expect(rows[0]?.seq).toBe(8);
  });

  it('shows the public nothing until it is published, then the grade', async () => {
    const path = '/v1/public/periods/2026-q4/results?tenant=mau';
    expect((await server.request('GET', path)).status).toBe(404);
    expect((await act('publish')).body.publishedAt).not.toBeNull();
    const { body } = await server.request<PublicResults>('GET', path);
    expect(body.units[0]).toMatchObject({
      name: 'Đơn vị so-a',
      total: 135,
      gradeLabel: 'Tốt',
      responses: 5,
      hidden: false,
    });
    expect(JSON.stringify(body)).not.toContain('CB-01');
    expect(body.faults).toEqual([]);
  });
});
