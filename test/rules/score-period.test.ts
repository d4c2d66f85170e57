import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { NotInForce } from '#rules/law.ts';
import { quarter } from '#rules/period.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { periodScorer, scorePeriod, type UnitInPeriod } from '#rules/score-period.ts';
import { type DossierSeries, findingsOf, type ScoredRecord } from '#rules/score-record.ts';
import { type RecordGiven, recordOf } from './cases/scored-period.ts';

const unit = (choices: Partial<Choices> = {}): UnitInPeriod => ({
  period: quarter(2021, 4),
  ruleset: TT01_2018,
  choices: { ...DEFAULT_CHOICES, ...choices },
  office: DEFAULT_OFFICE,
  unitFacts: {},
  evaluated: true,
});

function score(records: readonly RecordGiven[], choices: Partial<Choices> = {}, more: Partial<UnitInPeriod> = {}) {
  const scored: ScoredRecord[] = [];
  const result = scorePeriod({ ...unit(choices), ...more, records: records.map(recordOf) }, (each) =>
    scored.push(each),
  );
  return { result, scored };
}

const early = { punctuality: 'early', contacts: 0, otherAgencies: 0, attitude: 'polite' } as const;
const steps = [{ unit: 'so-mau', officer: 'CB-BUOC', due: '2021-10-12T17:00', ended: '2021-10-11T10:00' }];
const whole: RecordGiven = {
  dossier: { officer: 'CB-CHINH', receivedBy: 'CB-NHAN', supplements: 1, steps },
  citizen: early,
  self: { 1: 10, 3: 0 },
  petition: false,
};

const found = (scored: ScoredRecord | undefined, series: DossierSeries) => (scored ? findingsOf(scored, series) : []);

describe('a unit over a period', () => {
  it('keeps the three series apart', () => {
    const { series } = score([whole]).result;
    const values = (name: keyof typeof series) => INDICATOR_IDS.map((id) => series[name][id].value);
    expect(values('citizen')).toEqual([20, null, 20, 20, null, null, 20, null, null]);
    expect(values('computed')).toEqual([20, 20, 10, null, null, null, 20, null, null]);
    expect(values('self')).toEqual([10, null, 0, null, null, null, null, null, null]);
    expect(values('unit')).toEqual(Array(9).fill(null));
  });

  it('counts its dossiers, those of another period and answers that are set apart', () => {
    const { result, scored } = score([
      whole,
      { ...whole, proof: 'open' },
      { dossier: { ready: '2021-09-30T10:00' }, citizen: early, proof: 'open' },
    ]);
    expect([result.dossiers, result.leftOut, result.answersApart]).toEqual([2, 1, 1]);
    expect(scored.map(({ counted }) => counted.rest)).toEqual([true, true, false]);
    expect(scored[2]?.points).toEqual({ citizen: {}, computed: {}, self: {} });
    expect(result.series.citizen[1].n).toBe(1);
  });

  it('an answer without a value is not one that is set apart', () => {
    const { result } = score([{ citizen: { punctuality: 'early' } }], { denominator: 'complete' });
    expect(result.answersApart).toBe(0);
    expect(result.series.citizen[1]).toEqual({ sum: 0, n: 0, value: null });
  });

  it('a dossier late across two periods gives each its part', () => {
    const late = { ...whole, dossier: { ...whole.dossier, promised: '2021-09-28T17:00' } };
    const [before, after] = [score([late], {}, { period: quarter(2021, 3) }), score([late])];
    expect(before.scored[0]?.points).toEqual({ citizen: {}, computed: { 1: 0, 2: 20 }, self: { 1: 10 } });
    expect(Object.keys(after.scored[0]?.points.citizen ?? {})).toEqual(['1', '2', '3', '4', '6', '7']);
    expect(found(after.scored[0], 'citizen').map(({ indicator }) => indicator)).toEqual([1, 2, 3, 4, 6, 7]);
    expect(found(before.scored[0], 'citizen')).toEqual([]);
    expect(Object.keys(after.scored[0]?.points.computed ?? {})).toEqual(['3', '4', '6', '7']);
    expect(after.scored[0]?.points.self).toEqual({ 3: 0 });
    expect(found(before.scored[0], 'computed').map(({ indicator }) => indicator)).toEqual([1, 2]);
    expect([before.result.dossiers, after.result.dossiers]).toEqual([1, 1]);
  });

  it('a unit without petitions has none on any dossier; a recorded one stands', () => {
    const none = { unitFacts: { petitions: { received: 0, onTime: 0, prolonged: 0 } } };
    const some = { unitFacts: { petitions: { received: 1, onTime: 1, prolonged: 0 } } };
    const attitude = (given: RecordGiven, more: Partial<UnitInPeriod>) =>
      score([given], {}, more).result.series.computed[7].value;
    expect(attitude({}, none)).toBe(20);
    expect(attitude({}, some)).toBeNull();
    expect(attitude({}, {})).toBeNull();
    expect(attitude({ petition: true }, none)).toBe(0);
  });

  it('its reasons are those its points came from', () => {
    const { scored } = score([{ ...whole, dossier: { ...whole.dossier, ready: '2021-10-16T09:00' } }]);
    const of = (series: 'citizen' | 'computed' | 'self') => found(scored[0], series);
    for (const series of ['citizen', 'computed'] as const)
      for (const { indicator, points } of of(series)) expect(scored[0]?.points[series][indicator]).toBe(points);
    expect(of('computed')[0]?.because).toBe('Kết quả có sau hạn hoặc đã quá hạn: dài hơn thời gian quy định.');
    expect(of('computed')[0]?.evidence.map(({ label }) => label)).toContain('Hẹn trả');
    expect(of('self').map(({ points, because }) => [points, because])).toEqual([
      [10, 'Điểm cán bộ tự chấm.'],
      [null, 'Cán bộ để trống.'],
      [0, 'Điểm cán bộ tự chấm.'],
      [null, 'Cán bộ để trống.'],
      [null, 'Cán bộ để trống.'],
      [null, 'Cán bộ để trống.'],
    ]);
    const silent = score([{}]).scored[0];
    expect([found(silent, 'citizen'), found(silent, 'self')]).toEqual([[], []]);
  });

  it('a date outside the calendar leaves one fact unknown and stops nothing', () => {
    const far = { dossier: { limitDays: 4000 } };
    const { result } = score([far, whole], { compareWith: 'legal' });
    expect(result.dossiers).toBe(2);
    expect(result.series.computed[1]).toEqual({ sum: 0, n: 0, value: null });
  });

  it('takes what the decision of its ruleset settles before the choices of the tenant', () => {
    const settled = { ...TT01_2018, settles: { rounding: 'truncate' } } as const;
    const { result } = score(
      [whole, whole, { ...whole, self: { 1: 0 } }],
      { rounding: 'halfUp' },
      { ruleset: settled },
    );
    expect(result.choices.rounding).toBe('truncate');
    // (1 + 1 + 0) / 3 = 0,66…
    expect(result.series.self[1].value).toBe(6);
  });

  it('is not scored before the circular', () => {
    expect(() => periodScorer({ ...unit(), period: quarter(2018, 4) })).toThrow(NotInForce);
  });

  it('reads its dossiers once, one after the other', () => {
    let alive = 0;
    function* stream(): Generator<DossierRecord> {
      for (let i = 0; i < 3; i += 1) {
        alive += 1;
        yield recordOf(whole);
      }
    }
    const seen: number[] = [];
    const { dossiers } = scorePeriod({ ...unit(), records: stream() }, () => seen.push(alive));
    expect([dossiers, seen]).toEqual([3, [1, 2, 3]]);
  });
});

describe('its officers', () => {
  it('each get the indicators of the work they did', () => {
    const { officers } = score([whole]).result;
    expect(officers.map(({ officer, dossiers }) => [officer, dossiers])).toEqual([
      ['CB-BUOC', 1],
      ['CB-CHINH', 1],
      ['CB-NHAN', 1],
    ]);
    const values = officers.map(({ official }) => INDICATOR_IDS.map((id) => official[id].value));
    expect(values).toEqual([
      [null, 20, null, null, null, null, null, null, null],
      [20, null, null, null, null, null, null, null, null],
      [null, null, 20, 20, null, null, 20, null, null],
    ]);
    expect(officers[2]?.grade).toMatchObject({ total: 60, max: 60, missing: [1, 2], label: null });
    expect(officers[1]?.series.self[1]).toEqual({ sum: 10, n: 1, value: 10 });
  });

  it('or all of them go to the main processor', () => {
    const { officers } = score([whole, whole], { 'officer.attribution': 'mainProcessor' }).result;
    expect(officers.map(({ officer, dossiers, grade }) => [officer, dossiers, grade.total, grade.label])).toEqual([
      ['CB-CHINH', 2, 100, 'Hoàn thành 100% nhiệm vụ'],
    ]);
  });

  it('a dossier that changed hands after it fell due stays with who let it', () => {
    const handlers = [
      { officer: 'CB-LAN', from: '2021-10-04T08:00' },
      { officer: 'CB-MAI', from: '2021-10-18T08:00' },
    ];
    const { officers } = score([{ dossier: { officer: 'CB-MAI', ready: '2021-10-20T10:00', handlers } }]).result;
    expect(officers.map(({ officer, series }) => [officer, series.computed[1].value])).toEqual([
      ['CB-LAN', 0],
      ['CB-MAI', null],
    ]);
  });

  it('nobody is made up where no name is known, and nobody gets a part of another period', () => {
    expect(score([{ ...whole, dossier: { officer: null } }]).result.officers).toEqual([]);
    const late = { ...whole, dossier: { ...whole.dossier, promised: '2021-09-28T17:00' } };
    const { officers } = score([late]).result;
    // The one who processed it has the citizen's word on time alone, the one of the step nothing: it counted in quarter III.
    expect(officers.map(({ officer }) => officer)).toEqual(['CB-CHINH', 'CB-NHAN']);
    expect(officers[0]?.series.citizen[1].n).toBe(1);
    expect(officers[0]?.series.computed[1].n).toBe(0);
  });

  it('have no indicator of the unit, and what does not enter the unit does not enter theirs', () => {
    const { officers } = score([{ ...whole, proof: 'officerLink' }], {}, { unitFacts: { disclosure: 'both' } }).result;
    expect(officers.every(({ official }) => official[6].value === null)).toBe(true);
    expect(officers.map(({ official }) => official[3].n)).toEqual([0, 0, 0]);
  });
});
