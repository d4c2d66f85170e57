import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#wire/problem.ts';
import type { SurveyLinksCount, SurveyLinksRequest } from '#wire/survey-links.ts';
import type { Statement } from '../../server/store/db.ts';
import { takeLease } from '../../server/store/leases.ts';
import { filesWith } from './files-with.ts';
import { NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());

/** Each describe block has days of its own, so that no block meets the dossiers of another. */
const codeOf = (day: string, n: number) => `H99.01-${day.slice(2).replaceAll('-', '')}-${String(n).padStart(5, '0')}`;
function dossier(day: string, n: number, unit = 'so-a'): Statement {
  return {
    sql: `insert into dossiers (tenant, code, unit, procedure, state, received, reappointed, ready, returned, pauses, ended_day,
        source, updated_at)
      values ('mau', ?, ?, '1.001612', 'returned', ?, '[]', ?, ?, '[]', ?, 'test', ?)`,
    params: [codeOf(day, n), unit, `${day}T08:00`, `${day}T09:00`, `${day}T10:00`, day, day],
  };
}
const put = (day: string, n: number, unit?: string) =>
  server.db.batch(Array.from({ length: n }, (_, i) => dossier(day, i + 1, unit)));

type Role = 'province-admin' | 'unit-admin';
const bodyOf = (day: string, more: Partial<SurveyLinksRequest> = {}) => ({
  returned: { from: day, lastDay: day },
  stage: 'returned',
  ...more,
});
const post = <T = Problem>(path: string, body: unknown, role: Role = 'province-admin') =>
  server.request<T>('POST', `/v1/survey-links${path}`, body, server.credentials.mau[role]);
async function make(day: string, more: Partial<SurveyLinksRequest> = {}, role: Role = 'province-admin') {
  const { status, text, headers } = await post('', bodyOf(day, more), role);
  const count = JSON.parse(headers.get('x-dvc-links') ?? '{}') as SurveyLinksCount;
  const lines = text
    .replace(/^\u{feff}/u, '')
    .trimEnd()
    .split('\n');
  const rows = lines.slice(1).map((line) => line.split(','));
  return { status, count, head: lines[0], rows, codes: rows.map(([code]) => code) };
}
const answer = (n: number, token: string) => server.request('POST', '/v1/responses', responseOf(n, { token }));

describe('a list of links', () => {
  const DAY = '2026-10-05';
  test('names each dossier handed back once; the link opens the form and counts as official', async () => {
    await put(DAY, 3);
    const { status, head, rows, count } = await make(DAY);
    expect([status, head]).toEqual([200, 'code,url,expires']);
    // 60 days from 10/11/2026: 20 of November, 31 of December, 9 of January.
    expect(rows.map(([code, , expires]) => [code, expires])).toEqual(
      [1, 2, 3].map((n) => [codeOf(DAY, n), '2027-01-09']),
    );
    expect(count).toMatchObject({ dossiers: 3, links: 3, answered: 0, recent: 0, overLimit: 0 });
    const url = rows[0]?.[1] ?? '';
    expect((await server.request('GET', url.replace('http://127.0.0.1:8787', ''))).status).toBe(200);
    expect((await answer(1, url.split('/k/')[1] ?? '')).status).toBe(201);
    const [stored] = await server.db.all<{ proof: string }>("select proof from responses where tenant = 'mau'");
    expect(stored?.proof).toBe('portal');
    const tokens = rows.map((row) => row[1]?.split('/k/')[1] ?? '');
    expect(filesWith(server.folder, tokens)).toEqual([]);
  });

  test('leaves out who has answered or was written to; the log has the counts', async () => {
    const { rows, count } = await make(DAY);
    expect(rows).toEqual([]);
    expect(count).toMatchObject({ dossiers: 3, links: 0, answered: 1, recent: 2 });
    const entries = await server.db.all<{ actor: string; subject: string; detail: string }>(
      "select actor, subject, detail from audit where tenant = 'mau' and action = 'survey-links.make'",
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ actor: 'user:province-admin', subject: '*' });
    expect(JSON.parse(entries[0]?.detail ?? '')).toMatchObject({ links: 3, ofRun: 3, from: DAY, reminder: false });
  });

  test('reminds once and never writes a third time', async () => {
    expect((await make(DAY, { reminder: true, days: 7 })).count).toMatchObject({ links: 0, recent: 2, answered: 1 });
    server.clock.now = new Date('2026-11-17T02:00:00Z');
    const reminded = await make(DAY, { reminder: true, days: 7 });
    expect(reminded.codes).toEqual([codeOf(DAY, 2), codeOf(DAY, 3)]);
    server.clock.now = new Date('2026-12-31T02:00:00Z');
    for (const reminder of [true, false])
      expect((await make(DAY, { reminder, days: 1 })).count).toMatchObject({ links: 0, spent: 2, answered: 1 });
    // Even once the links themselves are gone.
    await server.db.run("delete from invitations where tenant = 'mau'");
    expect((await make(DAY, { days: 1 })).count).toMatchObject({ links: 0, spent: 2 });
    // Whoever got a link from the portal is not written to at once either.
    await put('2026-10-06', 1);
    const body = { dossier: codeOf('2026-10-06', 1), unit: 'so-a', stage: 'returned' };
    await server.request('POST', '/v1/invitations', body, server.credentials.mau.portal);
    expect((await make('2026-10-06')).count).toMatchObject({ links: 0, recent: 1 });
  });
});

describe('a frequent filer', () => {
  const DAY = '2026-10-12';
  const groups = Array.from({ length: 8 }, (_, i) => ({
    code: codeOf(DAY, i + 1),
    group: i < 6 ? 'nha-thau-bí-mật' : 'khac',
  }));

  test('is asked about one dossier, drawn by a seed anybody can draw again; its key is stored nowhere', async () => {
    await put(DAY, 10);
    const counts = [];
    for (const seed of ['a', 'a', 'b', 'c', 'd'])
      counts.push((await post<SurveyLinksCount>('/preview', bodyOf(DAY, { groups, seed }))).body);
    // One of the six, one of the two, and the two of no group.
    for (const count of counts) expect(count).toMatchObject({ dossiers: 10, links: 4, notDrawn: 6 });
    const { codes, count } = await make(DAY, { groups, seed: 'a' });
    expect(count.seed).toBe('a');
    expect(codes).toHaveLength(4);
    expect(codes.slice(-2)).toEqual([codeOf(DAY, 9), codeOf(DAY, 10)]);
    await server.services.db.settle('log');
    expect(filesWith(server.folder, ['nha-thau-bí-mật'])).toEqual([]);
    // The draw is done for these days: neither the drawn one nor another of the same filer.
    server.clock.now = new Date('2026-12-31T02:00:00Z');
    expect((await make(DAY, { groups, seed: 'e', days: 300 })).count).toMatchObject({
      links: 0,
      recent: 4,
      notDrawn: 6,
    });
  });

  test('is drawn the same with the same seed, and not always the same with others', async () => {
    const { createDraw } = await import('../../server/store/link-draw.ts');
    const drawn = (seed: string, order: number[]) => {
      const groupOf = new Map(order.map((n) => [`c${n}`, 'g']));
      const draw = createDraw({ groupOf, perGroup: 2, seed });
      for (const n of order)
        draw.see({ code: `c${n}`, unit: 'so-a', procedure: null, asked: false, sent: 0, verdict: 'free' });
      return [1, 2, 3, 4, 5, 6].filter((n) => draw.has(`c${n}`));
    };
    expect(drawn('x', [1, 2, 3, 4, 5, 6])).toEqual(drawn('x', [6, 3, 1, 5, 2, 4]));
    const seen = new Set(Array.from({ length: 30 }, (_, i) => String(drawn(`s${i}`, [1, 2, 3, 4, 5, 6]))));
    expect(seen.size).toBeGreaterThan(5);
    for (const each of seen) expect(each.split(',')).toHaveLength(2);
  });
});

describe('who makes links for what', () => {
  const DAY = '2026-10-19';
  test('a unit admin for the own unit alone; the province for all or one', async () => {
    await put(DAY, 2);
    await server.db.batch([dossier(DAY, 11, 'so-b')]);
    expect((await post('', bodyOf(DAY, { unit: 'so-b' }), 'unit-admin')).body.code).toBe('scope.denied');
    expect((await make(DAY, {}, 'unit-admin')).codes).toEqual([codeOf(DAY, 1), codeOf(DAY, 2)]);
    expect((await make(DAY, { unit: 'so-b' })).codes).toEqual([codeOf(DAY, 11)]);
  });

  test('by period, by procedure, up to a limit', async () => {
    const day = '2026-10-20';
    await put(day, 5);
    const more = { procedure: '1.001612', limit: 2 };
    const { codes, count } = await make(day, more);
    expect([codes, count.links, count.overLimit]).toEqual([[codeOf(day, 1), codeOf(day, 2)], 2, 3]);
    expect((await make(day, { procedure: '1.009999' })).count.dossiers).toBe(0);
    const whole = await post<SurveyLinksCount>('/preview', { period: '2026-q4', stage: 'returned' });
    expect(whole.body.dossiers).toBeGreaterThan(10);
    expect((await post('', { period: '2030-q1', stage: 'returned' })).body.code).toBe('period.unknown');
  });

  test('a wrong request names its field', async () => {
    for (const [body, path] of [
      [{ stage: 'returned' }, 'returned'],
      [bodyOf(DAY, { period: '2026-q4' }), 'returned'],
      [bodyOf(DAY, { limit: 0 }), 'limit'],
      [bodyOf(DAY, { reminder: true, groups: [] }), 'groups'],
      [{ ...bodyOf(DAY), stage: 'submitted' }, 'stage'],
    ] as const)
      expect((await post('', body)).body, path).toMatchObject({ code: 'body.invalid', issues: [{ path }] });
  });

  test('one run at a time', async () => {
    const day = '2026-10-21';
    await put(day, 1);
    await takeLease(server.db, 'mau', 'survey-links', 'another', NOW);
    const busy = await post('', bodyOf(day));
    expect([busy.status, busy.body.code]).toEqual([409, 'links.busy']);
    server.clock.now = new Date(NOW.getTime() + 31_000);
    expect((await make(day)).codes).toHaveLength(1);
    const [lease] = await server.db.all<{ holder: string }>(
      "select holder from leases where tenant = 'mau' and name = 'survey-links'",
    );
    expect(lease?.holder).toBe('');
  });
});

describe('twenty thousand dossiers', () => {
  const DAY = '2026-10-26';
  test('come a page at a time, each once, all of them stored', async () => {
    await put(DAY, 20_000);
    const body = JSON.stringify(bodyOf(DAY, { limit: 50_000 }));
    const headers = { ...server.credentials.mau['province-admin'], 'content-length': String(body.length) };
    const response = await server.app.request('/v1/survey-links', { method: 'POST', body, headers });
    const reader = response.body?.getReader();
    const codes = new Set<string>();
    let [largest, text] = [0, ''];
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { done: true };
      if (done) break;
      largest = Math.max(largest, value?.length ?? 0);
      text = new TextDecoder().decode(value);
      for (const [, code] of text.matchAll(/^(H99[^,]+),/gm)) codes.add(code ?? '');
    }
    expect(codes.size).toBe(20_000);
    // 500 lines of less than 100 bytes.
    expect(largest).toBeLessThan(50_000);
    const [stored] = await server.db.all<{ n: number }>(
      "select count(*) as n from survey_messages where tenant = 'mau' and dossier like 'H99.01-261026-%'",
    );
    expect(stored?.n).toBe(20_000);
  }, 60_000);

  test('whoever stops reading stops the making, and gives the turn back', async () => {
    const day = '2026-10-27';
    await put(day, 5000);
    const body = JSON.stringify(bodyOf(day));
    const headers = { ...server.credentials.mau['province-admin'], 'content-length': String(body.length) };
    const response = await server.app.request('/v1/survey-links', { method: 'POST', body, headers });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const [stored] = await server.db.all<{ n: number }>(
      "select count(*) as n from survey_messages where tenant = 'mau' and dossier like 'H99.01-261027-%'",
    );
    expect(stored?.n).toBeLessThanOrEqual(1500);
    expect((await make(day, { limit: 10 })).codes).toHaveLength(10);
  });
});

test('the seal removes who was written to, and a sealed period is not written about again', async () => {
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const admin = server.credentials.mau['province-admin'];
  for (const step of ['close', 'seal'])
    expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status, step).toBe(200);
  expect(await server.db.all("select * from survey_messages where tenant = 'mau'")).toEqual([]);
  const { body } = await post<SurveyLinksCount>('/preview', bodyOf('2026-10-05'));
  expect(body).toMatchObject({ dossiers: 3, links: 0, late: 3 });
});
