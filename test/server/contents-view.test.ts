import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContentsView, ContentView } from '#wire/contents-view.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const get = (as: As, query = '') =>
  server.request<ContentsView>('GET', `/v1/periods/2026-q4/contents${query}`, undefined, as);
const of = (view: ContentsView, letter: string): ContentView | undefined =>
  view.surveys[0]?.contents.find((content) => content.letter === letter);

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
});
afterAll(() => server.close());

describe('the contents of Nghị định 118', () => {
  it('show nothing before the close', async () => {
    const { body } = await get(server.credentials.mau.viewer);
    expect(body).toMatchObject({ closed: false, surveys: [], because: expect.stringContaining('không quy định điểm') });
  });

  it('are shares with intervals of official answers, letter by letter, without points', async () => {
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
    const { body } = await get(server.credentials.mau.viewer);
    expect(body.surveys.map(({ survey }) => survey)).toEqual(['danhgia-2026']);
    expect(body.surveys[0]?.contents.map(({ letter }) => letter).join('')).toBe('abcdđeghi');
    // q1 of five official forms: before ×3, on ×1, after ×1; what was sent without a code or by an officer is not among them.
    const a = of(body, 'a');
    expect(a).toMatchObject({ n: 5, declined: 0 });
    const shares = a?.questions[0]?.options.map(({ option, share }) => [option, share.value, share.of]);
    expect(shares).toEqual(
      expect.arrayContaining([
        ['before', 3, 5],
        ['on', 1, 5],
        ['after', 1, 5],
      ]),
    );
    // Before or on the day: 4 of 5; Wilson 37,6 to 96,4 %.
    expect(a?.favourable).toMatchObject({ value: 4, of: 5, low: 376, high: 964, few: true });
    expect(a?.favourable?.cites[0]).toContain('(cách hiểu)');
    expect(of(body, 'i')).toMatchObject({ n: null, because: 'Góp ý bằng lời không đếm ở đây.' });
    expect(JSON.stringify(body)).not.toContain('"tenths"');
  });

  it('leave out the answers of a unit with fewer than 5 to a question, of the province too', async () => {
    await server.db.run(
      `insert into tallies (tenant, period, unit, survey, stage, channel, proof, question, option, n)
       values ('mau', '2026-q4', 'so-b', 'danhgia-2026', 'returned', 'portal', 'citizen', 'q1', 'after', 4)`,
    );
    const { mau } = server.credentials;
    const whole = (await get(mau.viewer)).body;
    expect([whole.leftOut, of(whole, 'a')?.n]).toEqual([true, 5]);
    expect((await get(mau.viewer, '?unit=so-b')).body).toMatchObject({ leftOut: true, surveys: [] });
    expect((await get(mau['unit-admin'], '?unit=so-b')).status).toBe(403);
    expect((await get(mau['unit-admin'])).body.unit?.unit).toBe('so-a');
  });
});
