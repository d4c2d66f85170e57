import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PromiseChange } from '#rules/date-checks/finding.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import { ownersOf } from '#rules/period-sums.ts';
import { scoreRecord, scoringContext } from '#rules/score-record.ts';
import { checkedDossier } from '../../server/close/checked-dossier.ts';
import { type CloseContext, contextOf } from '../../server/close/context.ts';
import type { FindingWriter } from '../../server/close/finding-writer.ts';
import { gather } from '../../server/close/gather.ts';
import type { Progress } from '../../server/close/progress.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { fillFlagged } from './flagged-province.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let ctx: CloseContext;
beforeAll(async () => {
  server = await testServer();
  await fillFlagged(server);
  const period = await periodOrNull(server.db, 'mau', '2026-q4');
  if (!period) throw new Error('no period');
  ctx = contextOf(server.services, 'mau', { period, number: 1, choices: period.choices });
});
afterAll(() => server.close());

/** Received on Monday 02/11/2026, promised for Thursday 05/11 17:00, ready on Friday 06/11 10:00: late by a day. */
function checked(more: Partial<Dossier> = {}, changes: readonly PromiseChange[] = []) {
  const dossier: Dossier = {
    ...{ code: 'H99.01-261102-0001', unit: 'so-a', officer: 'CB-01', procedure: null, channel: 'counter' },
    ...{ state: 'ready', received: '2026-11-02T08:00', promised: '2026-11-05T17:00', ready: '2026-11-06T10:00' },
    ...{ reappointed: [], returned: null, pauses: [], supplements: 0, limitDays: null, ...more },
  };
  const scored = scoreRecord({ dossier }, scoringContext(ctx.period, ctx.office, ctx.choices, false));
  const owners = ownersOf(scored, ctx.choices);
  const sunk = { scored, owners, computed: {}, self: {}, score: undefined, changes, course: undefined };
  return checkedDossier('so-a', sunk, ctx);
}

describe('a dossier as the checks take it', () => {
  test('is late against the date first promised, with a result or without, whatever was promised anew', () => {
    expect(checked()).toMatchObject({ overdue: true, officer: 'CB-01', moved: null });
    expect(checked({ reappointed: ['2026-11-20T17:00'] })).toMatchObject({ overdue: true });
    expect(checked({ ready: '2026-11-05T16:00' })).toMatchObject({ overdue: false });
    // Promised within the quarter and never ended: late there, and its result counts nowhere yet.
    expect(checked({ ready: null, state: 'processing' })).toMatchObject({
      overdue: true,
      ready: null,
      codeDayDiffers: null,
    });
    // It ended in the quarter after, and was promised for a day of it.
    expect(checked({ promised: '2027-02-04T17:00', ready: '2027-02-05T10:00' })).toBeNull();
  });

  test('was moved after its date where the old one was still read after it, and else nobody knows', () => {
    const move = (at: LocalTime, seenBefore?: LocalTime): PromiseChange => ({
      ...{ at, from: '2026-11-05T17:00', to: '2026-11-20T17:00' },
      ...(seenBefore !== undefined && { seenBefore }),
    });
    expect(checked({}, [move('2026-11-09T09:00', '2026-11-06T09:00')])?.moved).toBe('afterExpiry');
    // Last read on the day before: it may have been set anew in time and read late.
    expect(checked({}, [move('2026-11-09T09:00', '2026-11-04T09:00')])?.moved).toBe('unclear');
    expect(checked({}, [move('2026-11-09T09:00')])?.moved).toBe('unclear');
    expect(checked({}, [move('2026-11-05T09:00', '2026-11-04T09:00')])?.moved).toBeNull();
  });

  test('is ready at the edge of a session where a source knows the day alone', () => {
    // Sessions of the tests: 07:30–11:30 and 13:00–17:00.
    const at = (ready: LocalTime) => checked({ ready })?.readyOnEdge;
    const sessions = [
      '2026-11-06T07:30',
      '2026-11-06T11:30',
      '2026-11-06T13:00',
      '2026-11-06T17:00',
      '2026-11-06T00:00',
    ];
    expect(sessions.map(at)).toEqual([true, true, true, true, true]);
    expect(['2026-11-06T07:31', '2026-11-06T10:00', '2026-11-07T10:00'].map(at)).toEqual([false, false, false]);
  });

  test('has a code of another day, unless it may be that of filing online', () => {
    const differs = (more: Partial<Dossier>) => checked(more)?.codeDayDiffers;
    expect(differs({})).toBe(false);
    expect(differs({ code: 'H99.01-261101-0001' })).toBe(true);
    expect(differs({ code: 'H99.01-261101-0001', channel: 'online' })).toBeNull();
    expect(differs({ code: 'H99.01-261103-0001', channel: 'online' })).toBe(true);
    expect(differs({ code: 'H99.01-269999-0001' })).toBeNull();
    expect(differs({ code: 'HS-17' })).toBeNull();
  });
});

test('a unit gone through twice, as by a close taken up again on other facts, is counted once', async () => {
  const once = await gather(ctx, false, null);
  const nothing = async () => {};
  const writer = { begin: () => {}, add: () => {}, step: nothing, end: nothing } as unknown as FindingWriter;
  const progress = { begin: nothing, step: nothing } as unknown as Progress;
  const written = new Map([...once.checked.units.keys()].map((unit) => [unit, 'written from other facts']));
  const twice = await gather(ctx, false, { progress, writer, written });
  expect(once.checked.units.get('so-b')?.dates).toMatchObject({ finished: 40, overdue: 40, moved: { n: 38, k: 16 } });
  expect(twice.checked).toEqual(once.checked);
  const counted = once.counts.snapshot_slices.find(({ family, unit }) => family === 'checks' && unit === 'so-b');
  expect(counted?.counts).toEqual({ finished: 40, overdue: 40 });
});
