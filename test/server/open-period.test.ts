import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

// The seeded province has quarter IV/2026 open.
const open = (period: string, kind: string, from: string, lastDay: string) =>
  server.request<Problem>(
    'POST',
    '/v1/periods',
    { period, kind, from, lastDay },
    server.credentials.mau['province-admin'],
  );

describe('opening a period', () => {
  it('that shares a day with another of its kind is refused, naming that one', async () => {
    const twice = await open('quy-4', 'quarter', '2026-10-01', '2026-12-31');
    expect([twice.status, twice.body.code]).toEqual([409, 'period.overlap']);
    expect(twice.body.message).toContain('2026-q4 (01/10/2026 – 31/12/2026)');
    expect((await open('rieng-1', 'custom', '2026-12-01', '2026-12-15')).status).toBe(201);
    // Both days belong to a period: 15/12 is in both.
    expect((await open('rieng-2', 'custom', '2026-12-15', '2026-12-20')).body.code).toBe('period.overlap');
  });

  it('beside one of another kind, or next to one of its own, is what the circular asks for', async () => {
    expect((await open('2026', 'year', '2026-01-01', '2026-12-31')).status).toBe(201);
    expect((await open('rieng-2', 'custom', '2026-12-16', '2026-12-20')).status).toBe(201);
  });

  it('twice at the same moment opens one', async () => {
    const answers = await Promise.all(
      ['2027-q1', 'quy-1-2027'].map((id) => open(id, 'quarter', '2027-01-01', '2027-03-31')),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
  });
});
