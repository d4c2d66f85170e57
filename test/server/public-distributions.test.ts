import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Distributions } from '#wire/distributions.ts';
import { createApp } from '../../server/app.ts';
import { dossierBody } from './dossier-body.ts';
import { type Answer, responseOf, type TestServer, testServer } from './test-server.ts';

/**
 * Quarter IV/2026 by the server's own doors. Official: so-a 6 (procedure 1.000001: overall s5 four times and s4 twice, all q1
 * «on»), so-b 4. Open: 5 of so-a on procedure 1.000002, all s1. By procedure that makes 6 of the one, 5 of the other; the 4 of
 * so-b name 1.000003, too few. Of xa-1 5 official ones (s5 four times, s4 once, all q1 «on») that name no procedure.
 */
let server: TestServer;
const path = '/v1/public/periods/2026-q4/distributions';
/** Made anew each time: the rows are changed here as no act changes those of a sealed period. */
async function get(format = ''): Promise<Answer<Distributions>> {
  const app = createApp({ ...server.services, db: Object.create(server.db) });
  const answer = await app.request(`${path}${format}?tenant=mau`);
  const text = await answer.text();
  const { status, headers } = answer;
  const isJson = headers.get('content-type')?.includes('json');
  return { status, headers, text, body: isJson ? JSON.parse(text) : null };
}
const act = (step: string) =>
  server.request('POST', `/v1/periods/2026-q4/${step}`, {}, server.credentials.mau['province-admin']);

beforeAll(async () => {
  server = await testServer();
  const { officer, portal } = server.credentials.mau;
  const names = {
    '1.000001': '=Cấp giấy phép',
    '1.000002': 'Cấp đổi',
    '1.000003': 'Cấp lại',
    '1.000004': 'Chưa ai hỏi',
  };
  for (const [procedure, name] of Object.entries(names))
    await server.db.run("insert into procedures (tenant, procedure, name) values ('mau', ?, ?)", [procedure, name]);
  let n = 0;
  for (const [unit, procedure, size] of [
    ['so-a', '1.000001', 6],
    ['so-b', '1.000003', 4],
    ['xa-1', null, 5],
  ] as const)
    for (let i = 0; i < size; i += 1) {
      n += 1;
      const code = `H99.01-261102-${String(n).padStart(4, '0')}`;
      await server.db.run("update devices set unit = ? where tenant = 'mau'", [unit]);
      await server.db.run("update officers set unit = ? where tenant = 'mau'", [unit]);
      await server.request('POST', '/v1/dossiers', [dossierBody({ code, unit, procedure })], officer);
      const named = procedure === null ? {} : { procedure };
      const asked = { dossier: code, unit, ...named, stage: 'returned' };
      const { body } = await server.request<{ token: string }>('POST', '/v1/invitations', asked, portal);
      const answers = { overall: i < 4 ? 's5' : 's4', q1: 'on' };
      const sent = await server.request(
        'POST',
        '/v1/responses',
        responseOf(n, { unit, answers, token: body.token, procedure: undefined, ...named }),
      );
      expect(sent.status).toBe(201);
    }
  for (let i = 50; i < 55; i += 1)
    await server.request('POST', '/v1/responses', responseOf(i, { procedure: '1.000002', answers: { overall: 's1' } }));
  server.clock.now = new Date('2027-01-04T02:00:00Z');
});
afterAll(() => server.close());

describe('how people answered', () => {
  test('is told nobody before the period is published', async () => {
    for (const step of ['close', 'seal']) {
      expect((await act(step)).status).toBe(200);
      expect((await get()).status).toBe(404);
    }
    expect((await act('publish')).status).toBe(200);
    expect((await get()).status).toBe(200);
  });

  test('is told by unit of official evidence alone, and of no unit with fewer than 5', async () => {
    const { units } = (await get()).body;
    expect(units.map(({ unit, hidden }) => [unit, hidden])).toEqual([
      ['so-a', true],
      ['so-b', true],
      ['xa-1', true],
    ]);
    // so-b stands alone with its 4, so the next smallest of its level, so-a, is hidden with it, and xa-1 would be alone. Without
    // so-b both are shown.
    await server.db.run("delete from snapshot_units where tenant = 'mau' and unit = 'so-b'");
    const [soA] = (await get()).body.units;
    expect(soA?.hidden).toBe(false);
    expect(
      soA?.questions.map(({ question, options }) => [question, options.map(({ option, n }) => [option, n])]),
    ).toEqual([
      [
        'overall',
        [
          ['s4', 2],
          ['s5', 4],
        ],
      ],
      ['q1', [['on', 6]]],
    ]);
    expect(soA?.questions[1]?.options[0]?.text).toBe('Đúng ngày hẹn');
  });

  test('is told by procedure of every form, and of no procedure with fewer than 5, asked about or not', async () => {
    const { procedures } = (await get()).body;
    expect(procedures.map(({ procedure }) => procedure)).toEqual(['1.000001', '1.000002']);
    expect(procedures[1]?.questions[0]?.options).toMatchObject([{ option: 's1', n: 5 }]);
  });

  test('is the same as CSV, a line for each option, no name run as a formula', async () => {
    const { text, headers } = await get('.csv');
    expect(headers.get('content-type')).toContain('text/csv');
    const lines = text.trim().split('\n');
    // so-a: 2 + 1, xa-1: 2 + 1, 1.000001: 2 + 1, 1.000002: 1, and the head.
    expect(lines).toHaveLength(11);
    expect(text).toContain(`procedure,1.000001,'=Cấp giấy phép,danhgia-2026,overall,`);
    expect(text).not.toContain('so-b');
  });

  test('is told of no unit while one answered a second form fewer than 5 times: its number of forms would tell how many', async () => {
    await server.db.run(`insert into tallies (tenant, period, unit, survey, stage, channel, proof, question, option, n)
      values ('mau', '2026-q4', 'xa-1', 'nhanh-3-2026', 'returned', 'kiosk', 'portal', 'overall', 's5', 4)`);
    const hidden = async () => (await get()).body.units.map((unit) => unit.hidden);
    expect(await hidden()).toEqual([true, true]);
    await server.db.run("update tallies set n = 5 where survey = 'nhanh-3-2026'");
    expect(await hidden()).toEqual([false, false]);
    await server.db.run("delete from tallies where survey = 'nhanh-3-2026'");
  });

  test('is not told by procedure where the province counts every form: the two families would be the same forms', async () => {
    await server.db.run(
      `update periods set choices = '{"citizen.evidence":"all"}' where tenant = 'mau' and period = '2026-q4'`,
    );
    const { units, procedures } = (await get()).body;
    expect(procedures).toEqual([]);
    expect(units[0]?.questions[0]?.options).toMatchObject([
      { option: 's1', n: 5 },
      { option: 's4', n: 2 },
      { option: 's5', n: 4 },
    ]);
  });
});
