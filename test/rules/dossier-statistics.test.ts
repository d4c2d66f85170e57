import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE, type Office } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { DOSSIER_STATES, type Dossier } from '#rules/dossier.ts';
import { citationText } from '#rules/law.ts';
import { quarter } from '#rules/period.ts';
import { asOf } from '#rules/statistics/as-of.ts';
import { identityFaults, STATISTICS_CITE, STATISTICS_COLUMNS, statisticsRow } from '#rules/statistics/row.ts';
import {
  addDossier,
  addStatistics,
  emptyStatistics,
  type StatisticsView,
  statisticsBy,
} from '#rules/statistics/statistics.ts';
import { dossierOf } from './dossier-of.ts';

const view: StatisticsView = {
  period: quarter(2026, 3),
  now: '2026-10-20T09:00',
  choices: DEFAULT_CHOICES,
  officeOf: () => DEFAULT_OFFICE,
};
const solved = dossierOf({
  received: '2026-08-10T08:00',
  promised: '2026-08-20T17:00',
  ready: '2026-08-18T10:00',
  channel: 'online',
  state: 'ready',
});

/** Moments around the quarter, often none. */
const time = fc.option(
  fc
    .record({
      month: fc.integer({ min: 5, max: 11 }),
      day: fc.integer({ min: 1, max: 30 }),
      hour: fc.constantFrom('00:00', '09:30', '17:00'),
    })
    .map(({ month, day, hour }) => `2026-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}T${hour}`),
  { nil: null },
);
const anyDossier: fc.Arbitrary<Dossier> = fc
  .record({
    received: time,
    promised: time,
    ready: time,
    returned: time,
    state: fc.constantFrom(...DOSSIER_STATES),
    channel: fc.constantFrom('counter' as const, 'online' as const, 'post' as const, null),
    unit: fc.constantFrom('a', 'b'),
  })
  .map(dossierOf);
const anyNow = fc.constantFrom('2026-08-15T09:00', '2026-10-01T00:00', '2026-12-01T00:00');

describe('statistics of dossiers', () => {
  it('every row computed from any dossiers adds up, and every dossier in the table has one origin and one end', () => {
    fc.assert(
      fc.property(fc.array(anyDossier, { maxLength: 40 }), anyNow, (dossiers, now) => {
        const counts = dossiers.reduce((sum, each) => addDossier(sum, each, { ...view, now }), emptyStatistics());
        const row = statisticsRow(counts);
        expect(identityFaults(row)).toEqual([]);
        expect(counts.paused).toBeLessThanOrEqual(counts.within);
        expect(row.total + counts.placeUnknown + counts.notReceived).toBeLessThanOrEqual(dossiers.length);
      }),
      { numRuns: 300, seed: 118 },
    );
  });

  it('two halves added are the whole, in either order', () => {
    fc.assert(
      fc.property(fc.array(anyDossier, { maxLength: 20 }), fc.array(anyDossier, { maxLength: 20 }), (a, b) => {
        const of = (dossiers: readonly Dossier[]) =>
          dossiers.reduce((sum, each) => addDossier(sum, each, view), emptyStatistics());
        expect(addStatistics(of(a), of(b))).toEqual(of([...b, ...a]));
      }),
      { numRuns: 100, seed: 118 },
    );
  });

  it('adding changes neither side', () => {
    const none = emptyStatistics();
    const one = addDossier(none, solved, view);
    addStatistics(one, one);
    expect([none.online, one.online, one.early]).toEqual([0, 1, 1]);
  });

  it('go by unit or sector, and keep those whose sector is not known', () => {
    function* stream() {
      for (const unit of ['a', 'b', 'a', 'c']) yield { ...solved, unit };
    }
    const tables = statisticsBy(stream(), ({ unit }) => (unit === 'c' ? null : unit), view);
    expect([...tables].map(([key, counts]) => [key, counts.online, counts.early])).toEqual([
      ['a', 2, 2],
      ['b', 1, 1],
      [null, 1, 1],
    ]);
    expect(statisticsBy([], () => 'a', view).size).toBe(0);
  });

  it('ask for the hours of the unit the dossier is at', () => {
    const asked: string[] = [];
    const officeOf = (unit: string): Office => {
      asked.push(unit);
      return DEFAULT_OFFICE;
    };
    addDossier(emptyStatistics(), { ...solved, unit: 'x' }, { ...view, officeOf });
    addDossier(emptyStatistics(), { ...solved, unit: 'y', ready: null, state: 'processing' }, { ...view, officeOf });
    expect(asked).toEqual(['x', 'y']);
  });

  it('compare with the deadline the way the choices say', () => {
    const atNoon = { ...solved, ready: '2026-08-20T09:00' };
    const at = (granularity: 'day' | 'timestamp') =>
      addDossier(emptyStatistics(), atNoon, { ...view, choices: { ...DEFAULT_CHOICES, granularity } });
    expect([at('day').onTime, at('timestamp').early]).toEqual([1, 1]);
  });
});

describe('the printed row', () => {
  it('has every column the headings name', () => {
    const row = statisticsRow(addDossier(emptyStatistics(), solved, view));
    expect(Object.keys(row)).toEqual(Object.keys(STATISTICS_COLUMNS));
    expect(row).toMatchObject({ total: 1, before: 0, inPeriod: 1, online: 1, solved: 1, early: 1, open: 0, late: 0 });
  });

  it('adds what it prints from what was counted', () => {
    // One distinct power of two per column: every sum tells what went into it.
    const names = Object.keys(emptyStatistics());
    const counts = Object.fromEntries(names.map((name, i) => [name, 2 ** i])) as ReturnType<typeof emptyStatistics>;
    const of = (...columns: (keyof typeof counts)[]) => columns.reduce((sum, column) => sum + counts[column], 0);
    const row = statisticsRow(counts);
    expect(row.inPeriod).toBe(of('online', 'direct', 'channelUnknown'));
    expect(row.total).toBe(of('before', 'online', 'direct', 'channelUnknown'));
    expect(row.solved).toBe(of('early', 'onTime', 'overdue', 'solvedUnknown'));
    expect(row.open).toBe(of('within', 'openOverdue', 'openUnknown'));
    expect(row.late).toBe(of('overdue', 'openOverdue'));
    for (const column of ['sentBack', 'withdrawn', 'endUnknown', 'before'] as const)
      expect(row[column]).toBe(of(column));
  });

  it('names the columns that should add up, and shows their figures', () => {
    const [fault] = identityFaults({ total: 100, solved: 60, open: 30, sentBack: 4 });
    expect(fault).toEqual({
      code: 'parts.unexplained',
      message: 'Kiểm tra: 60 + 30 + 4 = 94, còn 6 hồ sơ (6,0\u00a0%) báo cáo không giải thích.',
      evidence: [
        { label: 'Bảng', value: 'Tổng số hồ sơ gồm «Đã giải quyết», «Đang giải quyết» và «Trả lại»' },
        { label: 'Đã giải quyết', value: '60' },
        { label: 'Đang giải quyết', value: '30' },
        { label: 'Trả lại', value: '4' },
        { label: 'hồ sơ ở cột «Tổng số hồ sơ»', value: '100' },
      ],
    });
  });

  it('does not check an identity of which the report lacks a column', () => {
    expect(identityFaults({ total: 100, before: 10 })).toEqual([]);
    expect(identityFaults({ total: 100, solved: 60, sentBack: 4 })).toEqual([]);
    expect(identityFaults({ solved: 9, early: 1, onTime: 1, before: 1, inPeriod: 1 })).toEqual([]);
  });

  it('cites the form', () => {
    expect(citationText(STATISTICS_CITE)).toBe('Biểu II.06a/VPCP/KSTT');
    expect(STATISTICS_CITE.certainty).toBe('secondary');
  });
});

describe('a dossier as it stood at a moment', () => {
  const at = '2026-10-01T00:00';

  it('has not ended by what came at that moment or after', () => {
    const ended = dossierOf({ ready: at, returned: '2026-10-02T09:00', state: 'returned' });
    expect(asOf(ended, at)).toEqual({ ...ended, ready: null, returned: null, state: 'processing' });
    expect(asOf(ended, '2026-10-01T00:01')).toEqual({ ...ended, returned: null });
    expect(asOf(ended, '2026-10-02T09:01')).toEqual(ended);
  });

  it.each(['ready', 'returned', 'refused', 'withdrawn', 'stopped'] as const)(
    'was still open before it was %s',
    (state) => {
      expect(asOf(dossierOf({ state, returned: '2026-10-02T09:00' }), at).state).toBe('processing');
      expect(asOf(dossierOf({ state, ready: '2026-10-02T09:00' }), at).state).toBe('processing');
    },
  );

  it('keeps a state that is no end, and an end at an unknown moment', () => {
    expect(asOf(dossierOf({ state: 'waitingPayment', ready: '2026-10-02T09:00' }), at).state).toBe('waitingPayment');
    expect(asOf(dossierOf({ state: 'withdrawn' }), at).state).toBe('withdrawn');
  });

  it('was paused if the pause had begun and not ended', () => {
    const pause = (from: string, to: string | null) => ({ kind: 'supplement' as const, from, to });
    const pauses = [
      pause('2026-09-01T08:00', '2026-09-03T08:00'),
      pause('2026-09-10T08:00', at),
      pause('2026-09-29T08:00', '2026-10-01T00:01'),
      pause('2026-09-30T08:00', null),
      pause(at, null),
    ];
    expect(asOf(dossierOf({ pauses }), at).pauses).toEqual([
      pauses[0],
      pauses[1],
      pause('2026-09-29T08:00', null),
      pauses[3],
    ]);
  });
});
