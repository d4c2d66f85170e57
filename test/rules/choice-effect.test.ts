import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type ComparedUnit, compareChoices } from '#rules/choice-effect.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { UnitFacts } from '#rules/facts.ts';
import { quarter } from '#rules/period.ts';
import { ranksOf } from '#rules/rank.ts';
import { BINH_THUAN_1063 } from '#rules/rulesets/binh-thuan-1063.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { type RecordGiven, recordOf } from './cases/scored-period.ts';

const FACTS: UnitFacts = {
  oneStop: { listed: 10, receivedAndReturned: 10, wholeCycle: 10, level: 'province' },
  disclosure: 'both',
  petitions: { received: 0, onTime: 0, prolonged: 0 },
  online: { eligibleProcedures: 100, onlineProcedures: 19, dossiers: 10, onlineDossiers: 10, abandonedOrOverdue: 0 },
};
const steps = [{ unit: 'so-mau', officer: null, due: '2021-10-12T17:00', ended: '2021-10-11T10:00' }];
const record = (code: string, punctuality: 'early' | 'overdue'): RecordGiven => ({
  dossier: { code, steps },
  citizen: { punctuality, contacts: 0, otherAgencies: 0, attitude: 'polite' },
});
const unit = (name: string, records: readonly RecordGiven[], more: Partial<ComparedUnit> = {}): ComparedUnit => ({
  unit: name,
  level: 'province',
  period: quarter(2021, 4),
  judging: () => ({ ruleset: TT01_2018, on: '2021-12-31' }),
  office: DEFAULT_OFFICE,
  unitFacts: FACTS,
  evaluated: true,
  records: records.map(recordOf),
  ...more,
});
const to = (choices: Partial<Choices>) => ({ ...DEFAULT_CHOICES, ...choices });

describe('what another choice would change', () => {
  // Both are early by the system; one citizen says late, so survey 7 and 1 are 0 there.
  const good = unit('a', [record('H-1', 'early'), record('H-2', 'early')]);
  const bad = unit('b', [record('H-3', 'early'), record('H-4', 'overdue')]);
  const bySystem = () => compareChoices([good, bad], DEFAULT_CHOICES, to({ 'index1.source': 'system' }));

  it('indices, totals, grades and ranks before and after', () => {
    const effect = bySystem();
    // a: 8 × 2 + 1 (index 9 in the gap) = 17. b: 1 and 7 are (2+0)/2 = 1,0: 15; by the system both are 2,0: 17.
    expect(effect.units.map(({ before, after }) => [before.grade.total, after.grade.total])).toEqual([
      [170, 170],
      [150, 170],
    ]);
    expect(effect.units.map(({ before, after }) => [before.rank, after.rank])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(effect.units[1]?.before.official[1].value).toBe(10);
    expect(effect.units[1]?.after.official[1].value).toBe(20);
    expect([effect.gradeChanged, effect.rankChanged]).toEqual([[], ['b']]);
  });

  it('which findings on which dossiers, with both reasons', () => {
    const effect = bySystem();
    expect(effect.units.map(({ changedDossiers }) => changedDossiers)).toEqual([0, 1]);
    expect(effect.units[1]?.sample).toEqual([
      {
        dossier: 'H-4',
        series: 'citizen',
        indicator: 7,
        before: { points: 0, because: 'Trễ hạn nên không đạt mức nào của chỉ số 7.' },
        after: { points: 20, because: 'Sớm hạn và không có phản ánh về nhũng nhiễu, phiền hà.' },
      },
    ]);
  });

  it('a unit whose grade changes, and a finding on the unit itself', () => {
    const result = compareChoices([bad], DEFAULT_CHOICES, to({ 'index9.gap': 'zero' }));
    // 15 − 1 = 14: from Xuất sắc to Tốt.
    expect(result.gradeChanged).toEqual(['b']);
    expect(result.units[0]?.after.grade.label).toBe('Tốt');
    expect(result.units[0]?.sample).toEqual([
      {
        dossier: null,
        series: 'unit',
        indicator: 9,
        before: { points: 10, because: 'Từ 30% hồ sơ trực tuyến nhưng dưới 20% thủ tục được đưa lên.' },
        after: { points: 0, because: 'Từ 30% hồ sơ trực tuyến nhưng dưới 20% thủ tục được đưa lên.' },
      },
    ]);
    expect(result.units[0]?.changedDossiers).toBe(0);
  });

  it('names no more findings than asked for, and counts every dossier', () => {
    const many = unit('c', [record('H-1', 'overdue'), record('H-2', 'overdue'), record('H-3', 'overdue')]);
    const some = (size: number) =>
      compareChoices([many], DEFAULT_CHOICES, to({ 'index7.lateNoPetition': 'leaveOut' }), size).units[0];
    expect([some(2)?.changedDossiers, some(2)?.sample.length]).toEqual([3, 2]);
    expect([some(0)?.changedDossiers, some(0)?.sample.length]).toEqual([3, 0]);
    expect(some(2)?.sample.map(({ dossier }) => dossier)).toEqual(['H-1', 'H-2']);
  });

  it('says when a dossier leaves the period, or an answer the official indices', () => {
    const moved = compareChoices(
      [unit('d', [{ ...record('H-1', 'early'), dossier: { code: 'H-1', received: '2021-09-30T08:00' } }])],
      DEFAULT_CHOICES,
      to({ 'period.membership': 'received' }),
    ).units[0]?.sample[0];
    expect(moved).toMatchObject({
      series: 'citizen',
      indicator: 1,
      before: { points: 20 },
      after: { points: null, because: 'Không tính vào kỳ này.' },
    });
    const apart = compareChoices(
      [unit('e', [{ ...record('H-1', 'early'), proof: 'officerLink' }])],
      to({ 'citizen.evidence': 'all' }),
      DEFAULT_CHOICES,
    ).units[0]?.sample[0];
    expect(apart?.after).toEqual({
      points: null,
      because:
        'Kết quả có trước hạn: ngắn hơn thời gian quy định. Hồ sơ hoặc phiếu không đủ điều kiện tính vào chuỗi này.',
    });
    expect(apart?.before).toEqual({ points: 20, because: 'Kết quả có trước hạn: ngắn hơn thời gian quy định.' });
  });

  it('the same choices change nothing', () => {
    const same = compareChoices([good, bad], DEFAULT_CHOICES, DEFAULT_CHOICES);
    expect(same.units.every(({ changedDossiers, sample }) => changedDossiers === 0 && sample.length === 0)).toBe(true);
    expect([same.gradeChanged, same.rankChanged]).toEqual([[], []]);
  });

  it('asks for the ruleset under each set of choices', () => {
    const result = compareChoices(
      [
        unit('f', [], {
          evaluated: false,
          judging: (choices) => ({
            ruleset: choices['ruleset.straddle'] === 'lastDay' ? BINH_THUAN_1063 : TT01_2018,
            on: '2021-12-31',
          }),
        }),
      ],
      DEFAULT_CHOICES,
      to({ 'ruleset.straddle': 'lastDay' }),
    );
    expect(result.units[0]?.before.grade.code).toBeNull();
    expect(result.units[0]?.after.grade.code).toBe('weak');
  });
});

describe('ranks', () => {
  const of = (total: number | null, level = 'province', grade: string | null = 'good', missing: number[] = []) => ({
    level,
    total,
    grade,
    missing,
  });

  it('equal totals share one and the next is skipped, level by level', () => {
    expect(ranksOf([of(150), of(170), of(150), of(140), of(10, 'commune')])).toEqual([2, 1, 2, 4, 1]);
  });

  it('a unit without a grade or with an indicator missing has none and is in nobody’s way', () => {
    expect(ranksOf([of(180, 'province', null), of(180, 'province', 'weak', [9]), of(null), of(100)])).toEqual([
      null,
      null,
      null,
      1,
    ]);
  });
});
