import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dateOf, weekdayOf } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE, isWorkingDay } from '#rules/calendar/working-time.ts';
import { custom, lastDay } from '#rules/period.ts';
import { unitTree } from '#rules/units/unit-tree.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import { dayWeight } from '../../server/simulate/volumes.ts';
import { PLAN, recordsOf } from './plan.ts';

const codeDay = (code: string) => /-(\d{6})-\d{4,}$/.exec(code)?.[1];
const shortDay = (time: string | null) =>
  dateOf(time ?? '')
    .slice(2)
    .replaceAll('-', '');

describe('an invented province', () => {
  it('has the same rows for the same seed on every machine', () => {
    const hash = createHash('sha256');
    for (const { dossier, acts, changes, response } of recordsOf({ ...PLAN, dossiers: 2000, faults: 2 }))
      hash.update(JSON.stringify([dossier, acts, changes, response]));
    // Changes when the simulator does, and then only on purpose.
    expect(hash.digest('hex')).toBe('8f2116413d7e29535ef09c6ad68212637801f66fbea973e88ef1e6788da3ca6f');
  });

  it('has other rows for another seed', () => {
    const [one, other] = [7, 8].map((seed) => recordsOf({ ...PLAN, seed, dossiers: 50 }));
    expect(one).not.toEqual(other);
  });

  it('makes one unit alone as it makes it among the others, and twice the same', () => {
    const alone = simulate(PLAN);
    const unit = alone.province.units[11];
    const among = recordsOf(PLAN).filter(({ dossier }) => dossier.unit === unit?.unit);
    expect(unit && [...alone.recordsOf(unit)]).toEqual(among);
    expect(unit && [...alone.recordsOf(unit)]).toEqual(among);
  });

  it('takes in as many dossiers as were asked for, each under a code of its own, with and without faults', () => {
    for (const faults of [0, 5]) {
      const codes = recordsOf({ ...PLAN, faults }).map(({ dossier }) => dossier.code);
      expect(codes).toHaveLength(6000);
      expect(new Set(codes).size).toBe(6000);
    }
  });

  it('makes its dossiers one by one: the first of ten million is there at once', () => {
    const { province, recordsOf: of } = simulate({ ...PLAN, dossiers: 10_000_000 });
    const [first] = of(province.units[0]!);
    expect(first?.dossier.code).toBe('H99.01-260105-0001');
  });

  it('writes the day of receipt and a running number in order of receipt into each code', () => {
    const before = new Map<string, string>();
    for (const { dossier } of recordsOf(PLAN)) {
      expect(codeDay(dossier.code)).toBe(shortDay(dossier.received));
      const day = dossier.code.slice(0, -5);
      expect((dossier.received ?? '') >= (before.get(day) ?? '')).toBe(true);
      before.set(day, dossier.received ?? '');
    }
  });

  it('makes the stated share wrong on purpose and says where', () => {
    const records = recordsOf({ ...PLAN, faults: 10 });
    const faulty = records.filter(({ fault }) => fault !== null);
    expect(faulty.length).toBeGreaterThan(500);
    expect(faulty.length).toBeLessThan(700);
    expect(new Set(faulty.map(({ fault }) => fault))).toEqual(new Set(['codeDay', 'noPromise']));
    for (const { dossier, fault } of records) {
      expect([dossier.code, codeDay(dossier.code) !== shortDay(dossier.received)]).toEqual([
        dossier.code,
        fault === 'codeDay',
      ]);
      expect(dossier.promised === null).toBe(fault === 'noPromise');
    }
    expect(recordsOf(PLAN).every(({ fault }) => fault === null)).toBe(true);
  });

  it('says «Mẫu» in every name, and its units had lawful parents on every day', () => {
    const { units, procedures, spans } = simulate(PLAN).province;
    for (const { name } of [...units, ...procedures, ...spans]) expect(name).toMatch(/Mẫu|mẫu/);
    expect(units.map(({ level }) => level).filter((level) => level === 'province')).toHaveLength(4);
    expect(() => unitTree(spans)).not.toThrow();
    expect(spans.some(({ level, to }) => level === 'district' && to === '2025-07-01')).toBe(true);
    expect(spans.some(({ successors }) => successors.length > 0)).toBe(true);
    expect(new Set(units.flatMap(({ officers }) => officers)).size).toBe(
      units.flatMap(({ officers }) => officers).length,
    );
  });

  it('declares facts whose parts are not larger than their wholes', () => {
    const { province, factsOf, petitionsOf } = simulate(PLAN);
    for (const unit of province.units) {
      const { petitions, online, oneStop } = factsOf(unit, { dossiers: 30, online: 12 });
      const due = petitionsOf(unit).filter((petition) => dateOf(petition.due) <= lastDay(PLAN.period));
      expect(petitions?.received).toBe(due.length);
      expect(petitions?.onTime).toBeLessThanOrEqual(due.length);
      expect(online).toMatchObject({ dossiers: 30, onlineDossiers: 12 });
      expect(oneStop?.wholeCycle).toBeLessThanOrEqual(oneStop?.listed ?? 0);
    }
  });
});

describe('the days of an invented year', () => {
  it('bring nothing while offices are shut, most on Mondays, twice as much before Tết and half after it', () => {
    // Tết 2026: 16–20/02. 26/01 is 21 days before it; 02/02 to 13/02 lie within 14 days; 23/02 is 3 days after 20/02.
    expect(dayWeight('2026-02-16')).toBe(0);
    expect(dayWeight('2026-02-14')).toBe(0);
    expect(dayWeight('2026-01-26')).toBe(130);
    expect(dayWeight('2026-01-30')).toBe(90);
    expect(dayWeight('2026-02-02')).toBe(260);
    expect(dayWeight('2026-02-13')).toBe(180);
    expect(dayWeight('2026-02-23')).toBe(65);
    expect(dayWeight('2026-03-02')).toBe(130);
    // A make-up Saturday.
    expect(dayWeight('2026-08-22')).toBe(60);
  });

  it('show in the dossiers', () => {
    const days = recordsOf(PLAN).map(({ dossier }) => dateOf(dossier.received ?? ''));
    expect(days.every((day) => isWorkingDay(day, DEFAULT_OFFICE))).toBe(true);
    const on = (weekday: number) => days.filter((day) => weekdayOf(day) === weekday).length;
    expect(on(1)).toBeGreaterThan(on(5) * 1.15);
    const perDay = (from: string, to: string) => days.filter((day) => day >= from && day < to).length / 10;
    // Ten working days each: before Tết, and in March.
    expect(perDay('2026-02-02', '2026-02-14')).toBeGreaterThan(perDay('2026-03-09', '2026-03-21') * 1.6);
  });

  it('may be a single one', () => {
    expect(recordsOf({ ...PLAN, dossiers: 40, period: custom('2026-03-02', '2026-03-02') })).toHaveLength(40);
  });
});
