import { describe, expect, it } from 'vitest';
import { accumulator, emptyAggregate, pooled } from '#rules/aggregate.ts';
import { custom, year } from '#rules/period.ts';
import { asPooled, pooledFacts } from '#rules/pooled-facts.ts';
import { pooledYear } from '#rules/pooled-year.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import type { PeriodScore } from '#rules/score-period.ts';
import { scoreGiven } from './cases/scored-period.ts';

const quarterOf = (on: string, choices = {}) => scoreGiven({ records: [], choices, show: [] }, on);
const q1 = () => quarterOf('2021-03-31');
const q2 = () => quarterOf('2021-06-30');
const q4 = () => quarterOf('2021-12-31');
const pool = (quarters: readonly PeriodScore[], period = year(2021)) =>
  pooledYear({ period, ruleset: TT01_2018, quarters, evaluated: true });

describe('a year', () => {
  it('refuses to be made of nothing', () => {
    expect(() => pool([])).toThrow('Năm 2021: chưa có quý nào. Chấm các quý trước.');
  });

  it('refuses a quarter of another year, at either end', () => {
    expect(() => pool([q1(), quarterOf('2020-12-31')])).toThrow('Quý IV/2020 nằm ngoài Năm 2021.');
    expect(() => pool([q1(), quarterOf('2022-03-31')])).toThrow('Quý I/2022 nằm ngoài Năm 2021.');
    expect(() => pool([q1(), q2(), q4()])).not.toThrow();
  });

  it('refuses to count a day twice', () => {
    expect(() => pool([q1(), q2(), q1()])).toThrow('Quý I/2021 trùng ngày với Quý I/2021. Mỗi ngày chỉ tính một lần.');
  });

  it('refuses quarters scored by different choices, naming the choice', () => {
    expect(() => pool([q1(), quarterOf('2021-06-30', { rounding: 'truncate' })])).toThrow(
      'Quý II/2021 chấm theo lựa chọn «rounding» khác quý đầu.',
    );
  });

  it('may be a period of the province, and keeps its choices, counts and label', () => {
    const period = custom('2020-12-01', '2021-11-30');
    const result = pool([q1(), q2()], period);
    expect(result).toMatchObject({ period, choices: q1().choices, dossiers: 0, officers: [], satisfaction: null });
    expect(result.grade.because).toBe('Chưa có chỉ số nào đủ dữ liệu nên chưa xếp loại.');
  });

  it('adds dossiers and officers of its quarters, by code', () => {
    const records = (officer: string) => [{ dossier: { officer } }];
    const first = scoreGiven({ records: [...records('B'), ...records('A')], show: [] }, '2021-12-31');
    const other = scoreGiven(
      {
        records: [
          {
            dossier: {
              officer: 'A',
              received: '2021-09-01T08:00',
              ready: '2021-09-14T10:00',
              promised: '2021-09-15T17:00',
            },
          },
        ],
        show: [],
      },
      '2021-09-30',
    );
    const { officers, dossiers } = pool([other, first]);
    expect(dossiers).toBe(3);
    expect(officers.map((each) => [each.officer, each.dossiers, each.series.computed[1].n])).toEqual([
      ['A', 2, 2],
      ['B', 1, 1],
    ]);
  });
});

describe('a year as the mean of its quarters', () => {
  const choices = { 'year.pool': 'meanOfQuarters' } as const;
  const quarterWith = (on: string, self: readonly (0 | 20)[], disclosure: 'both' | 'faulty', appraised = {}) =>
    scoreGiven(
      {
        records: self.map((points) => ({
          dossier: { ready: `${on.slice(0, 8)}14T10:00`, promised: `${on.slice(0, 8)}15T17:00` },
          self: { 3: points },
        })),
        unitFacts: { disclosure },
        appraised,
        choices,
        show: [],
      },
      on,
    );

  it('takes the mean in every series, and of what each quarter came to officially', () => {
    const first = quarterWith('2021-09-30', [20], 'both', { 6: 10 });
    const { series, official } = pool([first, quarterWith('2021-12-31', [20, 0, 0], 'faulty')]);
    // Self: (2,0 + 0,7) : 2 = 1,35. The unit's own 6: (2 + 0) : 2; officially the first quarter was appraised with 1: 0,5.
    expect(series.self[3]).toEqual({ sum: 27, n: 2, value: 14 });
    expect(series.unit[6]).toEqual({ sum: 20, n: 2, value: 10 });
    expect(official[6]).toEqual({ sum: 10, n: 2, value: 5 });
  });
});

describe('facts of a year', () => {
  const online = { eligibleProcedures: 9, onlineProcedures: 3, dossiers: 10, onlineDossiers: 5, abandonedOrOverdue: 1 };

  it('add what happens and keep what stands', () => {
    const first = { online: { ...online, wholeProcedures: 1, wholeDossiers: 2 } };
    const last = { online: { ...online, eligibleProcedures: 8, wholeProcedures: 2, wholeDossiers: 3 } };
    expect(pooledFacts([first, last])).toEqual({
      online: {
        eligibleProcedures: 8,
        onlineProcedures: 3,
        dossiers: 20,
        onlineDossiers: 10,
        abandonedOrOverdue: 2,
        wholeProcedures: 2,
        wholeDossiers: 5,
      },
    });
    expect(pooledFacts([{ online }, last]).online).not.toHaveProperty('wholeDossiers');
    expect(pooledFacts([last, { online }]).online).not.toHaveProperty('wholeProcedures');
  });

  it('of petitions are added one by one', () => {
    const petitions = { received: 5, onTime: 4, prolonged: 1 };
    expect(pooledFacts([{ petitions }, { petitions }])).toEqual({
      petitions: { received: 10, onTime: 8, prolonged: 2 },
    });
    expect(pooledFacts([{ petitions }, {}])).toEqual({});
    expect(pooledFacts([{}, { petitions }])).toEqual({});
  });
});

describe('findings of a year', () => {
  const facts = {
    oneStop: { listed: 10, receivedAndReturned: 10, wholeCycle: 10, level: 'province' },
    disclosure: 'both',
    petitions: { received: 0, onTime: 0, prolonged: 0 },
  } as const;
  const quarterWith = (choices = {}) => scoreGiven({ records: [], unitFacts: facts, choices, show: [] }, '2021-12-31');

  it('on facts pooled from the quarters say how, and are readings', () => {
    const { unitFindings, on } = pool([quarterWith()]);
    expect(on).toBe('2021-12-31');
    expect(unitFindings.map(({ indicator, points, cite }) => [indicator, points, cite.certainty])).toEqual([
      [5, 20, 'reading'],
      [6, 20, 'reading'],
      [8, 20, 'reading'],
      [9, null, 'reading'],
    ]);
    expect(unitFindings.map(({ cite }) => cite.note)).toEqual([
      'Danh mục thủ tục của năm lấy như quý cuối.',
      'Công khai của năm lấy như quý kém nhất.',
      'Phản ánh của năm là tổng các quý.',
      'Hồ sơ của năm là tổng các quý, danh mục thủ tục lấy như quý cuối.',
    ]);
    expect(unitFindings[2]?.because).toBe('Không có phản ánh, kiến nghị. Phản ánh của năm là tổng các quý.');
  });

  it('on facts stated for the year itself are not', () => {
    const { unitFindings } = pooledYear({
      period: year(2021),
      ruleset: TT01_2018,
      quarters: [quarterWith()],
      unitFacts: facts,
      evaluated: true,
    });
    expect(unitFindings.slice(0, 3).map(({ cite }) => cite.certainty)).toEqual(['text', 'text', 'text']);
  });

  it('are none where the year is the mean of its quarters', () => {
    expect(pool([quarterWith({ 'year.pool': 'meanOfQuarters' })]).unitFindings).toEqual([]);
  });

  it('leave a finding per dossier as it is', () => {
    const [finding] = quarterWith().unitFindings;
    if (!finding) throw new Error('no finding');
    expect(asPooled({ ...finding, indicator: 1 })).toEqual({ ...finding, indicator: 1 });
  });
});

describe('sums', () => {
  it('pool to what one sum over everything would be', () => {
    const [a, b, all] = [accumulator(), accumulator(), accumulator()];
    for (const sums of [a, all]) sums.add(1, 20);
    for (const sums of [b, all]) {
      sums.add(1, 10);
      sums.add(9, 0);
    }
    expect(pooled([a.aggregate(), b.aggregate()])).toEqual(all.aggregate());
    expect(all.aggregate()).toMatchObject({ 1: { sum: 30, n: 2 }, 2: { sum: 0, n: 0 }, 9: { sum: 0, n: 1 } });
    expect(pooled([])).toEqual(emptyAggregate());
  });

  it('handed out do not change afterwards', () => {
    const sums = accumulator();
    const before = sums.aggregate();
    sums.add(3, 20);
    expect(before).toEqual(emptyAggregate());
  });
});
