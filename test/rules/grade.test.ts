import { describe, expect, it } from 'vitest';
import { addFindings, emptyAggregate, type Indices, indices } from '#rules/aggregate.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { type Finding, INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { officerGrade, satisfactionLabel, unitGrade } from '#rules/grade.ts';
import { officialIndices } from '#rules/official.ts';
import { BINH_THUAN_1063 } from '#rules/rulesets/binh-thuan-1063.ts';
import { TAY_NINH_800 } from '#rules/rulesets/tay-ninh-800.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';

const ON = '2021-11-01';

const finding = (indicator: IndicatorId, points: number | null): Finding => ({
  indicator,
  points,
  max: 20,
  cite: { act: 'TT 01/2018/TT-VPCP', article: '13', certainty: 'text' },
  because: 'Ví dụ.',
  evidence: [],
});

/** Indices whose values, in tenths, add to `total`: as many full ones as fit, then the rest. */
function adding(total: number, of: readonly IndicatorId[] = INDICATOR_IDS): Indices {
  let left = total;
  const values = Object.fromEntries(INDICATOR_IDS.map((id) => [id, { sum: 0, n: 0, value: null as number | null }]));
  for (const id of of) {
    const value = Math.min(20, left);
    left -= value;
    values[id] = { sum: value, n: 1, value };
  }
  return values as unknown as Indices;
}

const LABELLED = { ...DEFAULT_CHOICES, 'satisfaction.label': 'binhThuan' } as const;

describe('indices', () => {
  it('Σ 29 over 20 dossiers is 1,5, rounded once', () => {
    // Nine dossiers at 2, eleven at 1: 18 + 11 = 29 points over 20 dossiers = 1,45.
    let sums = emptyAggregate();
    for (let i = 0; i < 20; i += 1) sums = addFindings(sums, [finding(1, i < 9 ? 20 : 10), finding(3, null)]);
    expect(indices(sums)[1]).toEqual({ sum: 290, n: 20, value: 15 });
    expect(indices(sums)[3]).toEqual({ sum: 0, n: 0, value: null });
  });

  it('adding never changes what was added to', () => {
    const empty = emptyAggregate();
    addFindings(empty, [finding(1, 20)]);
    expect(empty).toEqual(emptyAggregate());
  });

  it('the official value comes whole from its one source', () => {
    const series = { citizen: adding(0), computed: adding(90), unit: adding(180) };
    const values = officialIndices(series, DEFAULT_CHOICES);
    expect(INDICATOR_IDS.map((id) => values[id].value)).toEqual([0, 20, 0, 0, 20, 20, 0, 20, 20]);
    const system = officialIndices(series, { ...DEFAULT_CHOICES, 'index1.source': 'system' });
    expect(system[1].value).toBe(20);
  });
});

describe('Điều 15 TT 01/2018: grade of a unit', () => {
  it.each([
    [180, 'Xuất sắc'],
    [159, 'Xuất sắc'],
    [150, 'Xuất sắc'],
    [149, 'Tốt'],
    [120, 'Tốt'],
    [119, 'Khá'],
    [90, 'Khá'],
    [89, 'Trung bình'],
    [60, 'Trung bình'],
    [59, 'Yếu'],
    [0, 'Yếu'],
  ])('total of %i tenths: %s', (total, label) => {
    const grade = unitGrade(TT01_2018, adding(total), DEFAULT_CHOICES, ON);
    expect(grade).toMatchObject({ total, max: 180, missing: [], label });
    expect(grade.cite).toMatchObject({ article: '15', certainty: 'text' });
  });

  it("says how the total met the bound: Sở Tài chính's 15,9 of 2021", () => {
    expect(unitGrade(TT01_2018, adding(159), DEFAULT_CHOICES, ON).because).toBe(
      'Tổng điểm 15,9/18, từ 15 trở lên: Xuất sắc.',
    );
    expect(unitGrade(TT01_2018, adding(149), DEFAULT_CHOICES, ON).because).toBe(
      'Tổng điểm 14,9/18, từ 12 đến dưới 15: Tốt.',
    );
    expect(unitGrade(TT01_2018, adding(0), DEFAULT_CHOICES, ON).because).toBe('Tổng điểm 0,0/18, dưới 6: Yếu.');
  });

  const without5 = INDICATOR_IDS.filter((id) => id !== 5);

  it('a missing indicator leaves the total over what is there, and no grade', () => {
    const grade = unitGrade(TT01_2018, adding(132, without5), DEFAULT_CHOICES, ON);
    expect(grade).toMatchObject({ total: 132, max: 160, missing: [5], code: null, label: null });
    expect(grade.because).toBe('Tổng điểm 13,2/16, chưa đủ chỉ số (thiếu 5) nên chưa xếp loại.');
  });

  it('graded as it is by choice: the bounds stay, nothing is scaled up', () => {
    const grade = unitGrade(TT01_2018, adding(132, without5), { ...DEFAULT_CHOICES, gradeAsIs: 'yes' }, ON);
    expect(grade).toMatchObject({ total: 132, max: 160, code: 'good', label: 'Tốt', cite: { certainty: 'reading' } });
    expect(grade.cite.note).toBe('gradeAsIs: xếp loại theo tổng điểm hiện có.');
    expect(grade.because).toBe(
      'Tổng điểm 13,2/16, từ 12 đến dưới 15: Tốt. Thiếu chỉ số 5, ngưỡng xếp loại giữ nguyên.',
    );
  });

  it('nothing known is no total, not zero', () => {
    expect(unitGrade(TT01_2018, adding(0, []), DEFAULT_CHOICES, ON)).toMatchObject({
      total: null,
      max: 0,
      label: null,
    });
    const asIs = unitGrade(TT01_2018, adding(0, []), { ...DEFAULT_CHOICES, gradeAsIs: 'yes' }, ON);
    expect(asIs).toMatchObject({ total: null, code: null, label: null });
    expect(asIs.because).toBe('Chưa có chỉ số nào đủ dữ liệu nên chưa xếp loại.');
  });

  it("did not evaluate: Yếu by a province's decision, or by the way of Bình Thuận taken over, otherwise no grade", () => {
    const decided = unitGrade(BINH_THUAN_1063, adding(0, []), { ...DEFAULT_CHOICES, notEvaluated: 'weak' }, ON, false);
    expect(decided).toMatchObject({ code: 'weak', label: 'Yếu', total: null, cite: BINH_THUAN_1063.settledBy });
    expect(decided.because).toBe('Đơn vị không thực hiện đánh giá nên xếp loại Yếu theo quyết định của tỉnh.');

    const weak = unitGrade(TT01_2018, adding(90), { ...DEFAULT_CHOICES, notEvaluated: 'weak' }, ON, false);
    expect(weak).toMatchObject({ code: 'weak', label: 'Yếu', total: 90, cite: { certainty: 'reading' } });
    expect(weak.cite).toMatchObject({
      act: BINH_THUAN_1063.settledBy.act,
      note: 'notEvaluated: áp dụng cách của Bình Thuận.',
    });
    expect(weak.because).toBe(
      'Đơn vị không thực hiện đánh giá nên xếp loại Yếu theo cách của Bình Thuận, do địa phương chọn.',
    );

    const none = unitGrade(TT01_2018, adding(180), DEFAULT_CHOICES, ON, false);
    expect(none).toMatchObject({ code: null, label: null, cite: { article: '15', certainty: 'reading' } });
    expect(none.because).toBe('Đơn vị không thực hiện đánh giá nên không xếp loại.');
    expect(none.cite.note).toBe('notEvaluated: không xếp loại.');
  });

  it("another decision that settles nothing about it leaves it to the tenant's choice", () => {
    const weak = unitGrade(TAY_NINH_800, adding(0, []), { ...DEFAULT_CHOICES, notEvaluated: 'weak' }, ON, false);
    expect(weak.cite).toMatchObject({ certainty: 'reading', act: BINH_THUAN_1063.settledBy.act });
  });

  it('evaluated or not, nothing is graded before the circular', () => {
    for (const evaluated of [true, false])
      expect(() => unitGrade(TT01_2018, adding(180), DEFAULT_CHOICES, '2019-01-05', evaluated)).toThrow(
        'Xếp loại đơn vị không áp dụng cho ngày 05/01/2019.',
      );
  });

  it('steps that leave a total without a grade are a fault of the ruleset, not a grade', () => {
    const steps = TT01_2018.unitGrades.map((row) => ({ ...row, value: row.value?.slice(0, 4) ?? null }));
    expect(() => unitGrade({ ...TT01_2018, unitGrades: steps }, adding(59), DEFAULT_CHOICES, ON)).toThrow(
      'Xếp loại đơn vị: tổng điểm 5,9/18 không thuộc mức nào.',
    );
  });
});

describe('Điều 15 TT 01/2018: grade of an officer', () => {
  const own: readonly IndicatorId[] = [1, 2, 3, 4, 7];
  it.each([
    [100, 'Hoàn thành 100% nhiệm vụ'],
    [50, 'Hoàn thành 100% nhiệm vụ'],
    [49, 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ'],
    [35, 'Hoàn thành từ 70% đến dưới 100% nhiệm vụ'],
    [34, 'Hoàn thành dưới 70% nhiệm vụ'],
    [0, 'Hoàn thành dưới 70% nhiệm vụ'],
  ])('total of %i tenths: %s', (total, label) => {
    expect(officerGrade(TT01_2018, adding(total, own), DEFAULT_CHOICES, ON, adding(0, []))).toMatchObject({
      total,
      max: 100,
      missing: [],
      label,
    });
  });

  it('counts no indicator of the unit', () => {
    expect(officerGrade(TT01_2018, adding(180), DEFAULT_CHOICES, ON, adding(0, []))).toMatchObject({
      total: 100,
      max: 100,
    });
  });

  const received: readonly IndicatorId[] = [3, 4, 7];
  const of = (choices: Partial<Choices>, ofUnit = adding(180), values = adding(60, received)) =>
    officerGrade(TT01_2018, values, { ...DEFAULT_CHOICES, ...choices }, ON, ofUnit);
  const NOT_HIS = ' Cán bộ chỉ tiếp nhận hoặc chỉ xử lý hồ sơ thì không có đủ chỉ số.';

  it('one who only receives has three of the five, and no level', () => {
    expect(of({})).toMatchObject({ total: 60, max: 60, missing: [1, 2], label: null, cite: { certainty: 'text' } });
    expect(of({}).because).toBe(`Tổng điểm 6,0/6, chưa đủ chỉ số (thiếu 1 và 2) nên chưa xếp loại.${NOT_HIS}`);
    expect(of({ 'officer.attribution': 'mainProcessor' }).because).toBe(
      'Tổng điểm 6,0/6, chưa đủ chỉ số (thiếu 1 và 2) nên chưa xếp loại.',
    );
  });

  it("by choice has his unit's where he has none, and only there", () => {
    // Own 2 + 2 + 0; of the unit 1 = 2,0 and 2 = 2,0, while its own 7 of 2,0 does not replace his 0.
    const lent = of({ 'officer.total': 'withUnit' }, adding(180), adding(40, received));
    expect(lent).toMatchObject({ total: 80, max: 100, missing: [], code: 'full', cite: { certainty: 'reading' } });
    expect(lent.cite.note).toBe('officer.total: Chỉ số cán bộ không có thì lấy chỉ số của đơn vị.');
    expect(lent.because).toBe(
      'Tổng điểm 8,0/10, từ 5 trở lên: Hoàn thành 100% nhiệm vụ. Chỉ số 1 và 2 lấy theo đơn vị.',
    );
  });

  it('what the unit has none of either stays missing, and what he has needs nobody', () => {
    const half = of({ 'officer.total': 'withUnit' }, adding(20, [1]));
    expect(half).toMatchObject({ total: 80, max: 80, missing: [2], label: null });
    expect(half.because).toContain(`(thiếu 2) nên chưa xếp loại.${NOT_HIS} Chỉ số 1 lấy theo đơn vị.`);
    expect(of({ 'officer.total': 'withUnit' }, adding(0, []))).toEqual(of({}));
    expect(of({ 'officer.total': 'withUnit' }, adding(180), adding(50, own)).cite.certainty).toBe('text');
  });

  it("one with no value at all is not given his unit's", () => {
    expect(of({ 'officer.total': 'withUnit' }, adding(180), adding(0, []))).toMatchObject({ total: null, label: null });
  });
});

describe('satisfaction label', () => {
  it.each([
    ['excellent', 'Rất hài lòng', 'secondary'],
    ['good', 'Hài lòng', 'secondary'],
    ['fair', 'Bình thường', 'secondary'],
    ['average', 'Không hài lòng', 'reading'],
    ['weak', 'Rất không hài lòng', 'secondary'],
  ] as const)('%s → %s', (code, label, certainty) => {
    expect(satisfactionLabel(BINH_THUAN_1063, code, LABELLED)).toMatchObject({ label, cite: { certainty } });
    expect(satisfactionLabel(TT01_2018, code, LABELLED)).toMatchObject({ label, cite: { certainty: 'reading' } });
  });

  it('there is none without a grade, and none where the province has no table', () => {
    expect(satisfactionLabel(BINH_THUAN_1063, null, LABELLED)).toBeNull();
    expect(satisfactionLabel(TT01_2018, 'excellent', DEFAULT_CHOICES)).toBeNull();
  });

  it('says whose table it is, and where it is borrowed', () => {
    expect(satisfactionLabel(BINH_THUAN_1063, 'excellent', LABELLED)).toMatchObject({
      because: 'Suy từ xếp loại theo bảng của Bình Thuận, không phải câu trả lời của người dân.',
      cite: { note: 'Theo kết quả đã công bố năm 2020 và 2021.' },
    });
    expect(satisfactionLabel(TT01_2018, 'excellent', LABELLED)).toMatchObject({
      because:
        'Suy từ xếp loại theo bảng của Bình Thuận do địa phương chọn dùng, không phải câu trả lời của người dân.',
      cite: {
        act: BINH_THUAN_1063.settledBy.act,
        note: 'Theo kết quả đã công bố năm 2020 và 2021. satisfaction.label: bảng của Bình Thuận do địa phương chọn dùng.',
      },
    });
  });
});
