import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Flag } from '#rules/checks/flag.ts';
import type { FlagsPage } from '#wire/flag.ts';
import { closePeriod } from '../../server/close/close.ts';
import { changedSnapshots } from '../../server/close/content-hash.ts';
import { correctPeriod } from '../../server/close/correct.ts';
import { rescorePeriod } from '../../server/close/rescore.ts';
import { sealPeriod } from '../../server/close/seal.ts';
import { insertJudged, judgedOf } from '../../server/store/flags.ts';
import { periodOrNull, type StoredPeriod } from '../../server/store/periods.ts';
import { runRetention } from '../../server/store/retention.ts';
import { fillFlagged } from './flagged-province.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

const PERIOD = '2026-q4';
/** What `fillFlagged` plants, and nothing else. */
const PLANTED = ['movedDates/so-b/', 'movedDates/so-b/CB-20', 'selfAbove/so-a/', 'selfAbove/so-a/CB-01'];
const JANUARY = new Date('2027-01-04T02:00:00Z');

let server: TestServer;
let as: TestServer['credentials']['mau'];
const asked = (query: string, who: As) =>
  server.request<FlagsPage & { code: string }>('GET', `/v1/flags?period=${PERIOD}${query}`, undefined, who);
const idsOf = async (query: string, who: As) => (await asked(query, who)).body.flags.map(({ id }) => id);
const keptIn = async (snapshot: string) => (await judgedOf(server.db, 'mau', snapshot)).flags;

async function stored(): Promise<StoredPeriod> {
  const period = await periodOrNull(server.db, 'mau', PERIOD);
  if (!period) throw new Error('no period');
  return period;
}

beforeAll(async () => {
  server = await testServer();
  as = server.credentials.mau;
  await fillFlagged(server);
  // A name a spreadsheet would run.
  await server.db.run("update units set name = '=1+1' where tenant = 'mau' and unit = 'so-b'");
  server.clock.now = JANUARY;
  await closePeriod(server.services, 'mau', { period: PERIOD }, 'operator');
}, 60_000);
afterAll(() => server.close());

describe('what a close asks', () => {
  test('is what was planted, and nobody honest', async () => {
    const { status, body } = await asked('', as.viewer);
    expect(status).toBe(200);
    expect(body.flags.map(({ id }) => id)).toEqual(PLANTED);
    expect([body.snapshot, body.next, body.rates]).toEqual(['2026-q4.1', null, { subject: 10, family: 50 }]);
  });

  test('says what was seen in one sentence, held against the ordinary, with the dossiers behind it', async () => {
    const { flags } = (await asked('', as.viewer)).body;
    const [ofUnit] = flags;
    // Of 40 late ones 2 were moved nobody knows when: 16 of 38 = 42,1 %; twice the middle of the province (0) is below the floor, 5 %.
    expect(ofUnit).toMatchObject({
      n: 38,
      k: 16,
      value: 421,
      usual: 50,
      measure: 'share',
      officer: null,
      unit: 'so-b',
    });
    const plain = ofUnit?.sentence.replaceAll('\u00a0', ' ') ?? '';
    expect(plain).toContain('16/38 hồ sơ quá hạn');
    expect(plain).toContain('2 hồ sơ không rõ đổi lúc nào, không tính.');
    expect(ofUnit?.hits).toHaveLength(16);
    // The close was on Monday 04/01/2027: five working days later is Monday 11/01.
    expect([ofUnit?.state, ofUnit?.due, ofUnit?.certainty]).toEqual(['new', '2027-01-11', 'reading']);
    const own = flags.find(({ officer }) => officer === 'CB-01');
    // 24 of 40 that leave room; of the thirty communes none leaves any. Two indicators: 24 × 20 / 80 = 6 tenths on average.
    expect(own).toMatchObject({ n: 40, k: 24, value: 600 });
    expect(own?.sentence.replaceAll('\u00a0', ' ')).toContain('24/40');
    expect(own?.hits).toHaveLength(20);
  });

  test('tells of every check how many it could judge, also where it asks nobody', async () => {
    const judged = new Map((await asked('', as.viewer)).body.judged.map((each) => [each.check, each]));
    expect(judged.size).toBe(18);
    // Those with 40 late ones: three units and their three officers.
    expect(judged.get('movedDates')).toMatchObject({ enough: 6, few: 0, family: 'dates' });
    // Results: three units with 40, thirty with 6.
    expect(judged.get('bulkCompletion')).toMatchObject({ enough: 3, few: 30 });
    expect(judged.get('scoreBurst')).toMatchObject({ enough: 1, few: 30 });
    expect(judged.get('quarterJump')).toMatchObject({ enough: 0, few: 0 });
    // Four numbers from 20 on in each of ten communes, and the same four of the province: forty would be enough to ask.
    expect(judged.get('roundDigits')).toMatchObject({ enough: 0, few: 11 });
  });

  test('is the same when the period is scored anew, from dossiers or from sums', async () => {
    const first = await judgedOf(server.db, 'mau', '2026-q4.1');
    const again = { reason: 'Tính lại để so sánh.', of: '2026-q4.1' };
    await rescorePeriod(server.services, 'mau', await stored(), 'x', { ...again, choices: {} });
    expect(await judgedOf(server.db, 'mau', '2026-q4.2')).toEqual(first);
    await rescorePeriod(server.services, 'mau', await stored(), 'x', {
      ...{ reason: 'Làm tròn cách khác.', of: '2026-q4.2', choices: { rounding: 'truncate' } },
    });
    expect(await judgedOf(server.db, 'mau', '2026-q4.3')).toEqual(first);
    expect(await changedSnapshots(server.db, 'mau')).toEqual([]);
  });
});

describe('who reads', () => {
  test('those of his unit and below, an officer his own alone and nothing of the others', async () => {
    expect(await idsOf('', as['unit-admin'])).toEqual(['selfAbove/so-a/', 'selfAbove/so-a/CB-01']);
    expect((await asked('&unit=so-b', as['unit-admin'])).body.code).toBe('scope.denied');
    const own = (await asked('&officer=CB-20&unit=so-b', as.officer)).body;
    expect([own.flags.map(({ id }) => id), own.judged]).toEqual([['selfAbove/so-a/CB-01'], []]);
    expect((await asked('', as.inspector)).status).toBe(403);
    expect((await asked('', server.credentials.kia.viewer)).body.flags).toEqual([]);
  });

  test('tables of the province are shown to whoever sees the whole province', async () => {
    await server.db.run(
      `insert into snapshot_flags (tenant, snapshot, flag, check_id, family, unit, officer, body)
       select tenant, snapshot, 'differingCounts//', 'differingCounts', 'figures', '', '',
         replace(replace(replace(body, '"unit":"so-b","officer":null', '"unit":"","officer":null'), 'movedDates/so-b/', 'differingCounts//'), '"check":"movedDates"', '"check":"differingCounts"')
       from snapshot_flags where flag = 'movedDates/so-b/' and snapshot = '2026-q4.3'`,
    );
    expect(await idsOf('&check=differingCounts', as.reviewer)).toEqual(['differingCounts//']);
    expect(await idsOf('&check=differingCounts', as['unit-admin'])).toEqual([]);
    await server.db.run("delete from snapshot_flags where flag = 'differingCounts//'");
  });

  test('by unit, officer, check and state, page by page', async () => {
    expect(await idsOf('&unit=so-b', as.viewer)).toEqual(PLANTED.slice(0, 2));
    expect(await idsOf('&officer=CB-20', as.viewer)).toEqual(['movedDates/so-b/CB-20']);
    expect(await idsOf('&check=selfAbove', as.viewer)).toEqual(PLANTED.slice(2));
    expect(await idsOf(`&after=${encodeURIComponent(PLANTED[1] ?? '')}`, as.viewer)).toEqual(PLANTED.slice(2));
    const flag = 'movedDates/so-b/';
    const note = 'Đối chiếu sổ giao nhận tại quầy.';
    await server.request('POST', '/v1/flags/verdicts', { period: PERIOD, flag, verdict: 'verify', note }, as.reviewer);
    expect(await idsOf('&state=verify', as.viewer)).toEqual([flag]);
    expect(await idsOf('&state=new', as.viewer)).toEqual(PLANTED.slice(1));
    const [told] = (await asked('&state=verify', as.viewer)).body.flags;
    expect(told?.verdicts).toMatchObject([{ verdict: 'verify', by: 'user:reviewer', text: note }]);
    expect((await asked('&check=none', as.viewer)).status).toBe(422);
  });

  test('is in the log, and whoever opens one is counted once', async () => {
    const one = '&check=selfAbove&unit=so-a&officer=CB-01';
    const seenBy = async () => (await asked('', as.officer)).body.flags[0]?.seenBy;
    expect(await seenBy()).toBe(0);
    expect((await asked(one, as.reviewer)).body.flags[0]?.seenBy).toBe(1);
    await asked(one, as.reviewer);
    await asked(one, as.viewer);
    await asked('', as['province-admin']);
    expect(await seenBy()).toBe(2);
    const log = await server.db.all<{ actor: string; detail: string }>(
      "select actor, detail from audit where tenant = 'mau' and action = 'flags.read' and subject = '2026-q4/so-a/CB-01'",
    );
    expect(log.map(({ actor }) => actor)).toEqual(['user:reviewer', 'user:reviewer', 'user:viewer']);
    expect(JSON.parse(log[0]?.detail ?? '')).toEqual({ n: 1, opened: ['selfAbove/so-a/CB-01'] });
  });

  test('takes them as a file in which nothing runs', async () => {
    const file = await server.request('GET', `/v1/flags.csv?period=${PERIOD}&unit=so-b`, undefined, as.viewer);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text).toContain("'=1+1");
    expect(file.text).not.toContain(',=1+1');
    const [flag] = (await asked('&unit=so-b', as.viewer)).body.flags;
    for (const part of [flag?.sentence, flag?.explanations[1], flag?.hits[3], 'Cần xác minh', 'Đối chiếu sổ giao nhận'])
      expect(file.text).toContain(part);
    expect(file.text).not.toContain('selfAbove');
    expect(file.text.trim().split('\r\n')).toHaveLength(3);
  });
});

test('the seal empties the snapshots before the last; a correction asks of dossiers anew and of answers as before', async () => {
  const last = '2026-q4.3';
  const { flags, judged } = await judgedOf(server.db, 'mau', last);
  // What was asked of answers while they could be told apart.
  const [like] = flags;
  if (!like) throw new Error('no flag');
  const kept: Flag = { ...like, id: 'answerBurst/so-b/', check: 'answerBurst', family: 'answers', hits: [] };
  const told = judged.map((each) => (each.check === 'answerBurst' ? { ...each, enough: 7 } : each));
  await server.db.batch([
    { sql: "delete from snapshot_judged where snapshot = ? and tenant = 'mau'", params: [last] },
    ...insertJudged('mau', last, { flags: [kept], judged: told }),
  ]);
  await sealPeriod(server.services, 'mau', await stored(), 'x');
  for (const emptied of ['2026-q4.1', '2026-q4.2'])
    expect(await judgedOf(server.db, 'mau', emptied)).toEqual({ flags: [], judged: [] });
  expect((await keptIn(last)).map(({ id }) => id)).toEqual(['answerBurst/so-b/', ...PLANTED]);
  // So-b has its dates right: none was moved.
  await server.db.run("delete from dossier_changes where tenant = 'mau'");
  await correctPeriod(server.services, 'mau', await stored(), 'x', {
    ...{ reason: 'Đính chính ngày hẹn.', of: last, erratum: 'Ngày hẹn của Sở B đã được sửa.' },
  });
  const corrected = await judgedOf(server.db, 'mau', '2026-q4.4');
  expect(corrected.flags.map(({ id }) => id)).toEqual(['answerBurst/so-b/', ...PLANTED.slice(2)]);
  expect(corrected.judged.find(({ check }) => check === 'answerBurst')?.enough).toBe(7);
  expect(corrected.judged.find(({ check }) => check === 'movedDates')?.enough).toBe(6);
});

test('dossiers are named as long as they are kept; the flag stays, and its snapshot is known by the same hash', async () => {
  const named = async () => (await keptIn('2026-q4.4')).filter(({ hits }) => hits.length > 0).length;
  expect(await named()).toBe(2);
  // Five years after the end of the quarter.
  const later = new Date('2032-02-01T02:00:00Z');
  const changed = await changedSnapshots(server.db, 'mau');
  await runRetention(server.db, 'mau', { actor: 'operator', holder: 'thử', now: () => later });
  expect([await named(), (await keptIn('2026-q4.4')).length]).toEqual([0, 3]);
  expect(await changedSnapshots(server.db, 'mau')).toEqual(changed);
});
