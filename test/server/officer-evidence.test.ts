import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

/** The dossier that ended late is of CB-02; who took it in is CB-01, whose the indicators of receiving are. */
const LATE = 'H99.01-261102-0005';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
  await server.db.run(
    "update dossiers set officer = 'CB-02', received_by = 'CB-01' where tenant = 'mau' and code = ?",
    [LATE],
  );
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
});
afterAll(() => server.close());

/** The dossiers of a file, or its status where it was refused. */
async function codes(path: string, as = server.credentials.mau.viewer): Promise<readonly string[] | number> {
  const { status, text } = await server.request('GET', `/v1/periods/2026-q4/${path}`, undefined, as);
  if (status !== 200) return status;
  const [, ...rows] = text.trim().split('\r\n');
  return rows.map((row) => row.split(',')[0]?.slice(-4) ?? '');
}
const time = (query: string) => codes(`timeliness/evidence.csv?unit=so-a&${query}`);
const findings = (indicator: number, officer: string) =>
  codes(`units/so-a/findings.csv?series=computed&indicator=${indicator}&officer=${officer}`);
const logged = (action: string) =>
  server.db.all<{ actor: string; subject: string }>(
    "select actor, subject from audit where tenant = 'mau' and action = ? order by seq desc limit 1",
    [action],
  );

describe('the evidence of one officer', () => {
  it('is the dossiers whose time is his result, and the log says of whom', async () => {
    expect(await time('officer=CB-02')).toEqual(['0005']);
    expect(await logged('timeliness.export')).toEqual([{ actor: 'user:viewer', subject: '2026-q4/so-a/CB-02' }]);
    expect(await time('officer=CB-01')).toEqual(['0001', '0002', '0003', '0004', '0006']);
    expect(await time('officer=CB-02&part=early')).toEqual([]);
    expect(await time('')).toHaveLength(6);
    expect(await logged('timeliness.export')).toEqual([{ actor: 'user:viewer', subject: '2026-q4/so-a' }]);
  });

  it('is the findings of the indicators that are his: the time of one, the taking in of another', async () => {
    expect(await findings(1, 'CB-02')).toEqual(['0005']);
    expect(await logged('findings.export')).toEqual([{ actor: 'user:viewer', subject: '2026-q4/so-a/CB-02' }]);
    expect(await findings(1, 'CB-01')).not.toContain('0005');
    expect(await findings(3, 'CB-02')).toEqual([]);
    expect(await findings(3, 'CB-01')).toContain('0005');
  });

  it('is refused for a unit that is not the reader’s, and for what is no code', async () => {
    const own = server.credentials.mau['unit-admin'];
    expect(await codes('timeliness/evidence.csv?unit=so-b&officer=CB-02', own)).toBe(403);
    expect(await codes('units/so-b/findings.csv?series=computed&indicator=1&officer=CB-02', own)).toBe(403);
    expect(await time('officer=%20')).toBe(422);
  });
});
