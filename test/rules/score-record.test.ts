import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Step } from '#rules/dossier.ts';
import { quarter } from '#rules/period.ts';
import { ownersOf } from '#rules/period-sums.ts';
import { type DossierSeries, findingsOf, scoreAnswer, scoreRecord, scoringContext } from '#rules/score-record.ts';
import { type RecordGiven, recordOf } from './cases/scored-period.ts';

function score(given: RecordGiven, own: Partial<Choices> = {}, period = quarter(2021, 4)) {
  return scoreRecord(recordOf(given), scoringContext(period, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...own }, false));
}

/** What one finding was read from, without the name of its indicator. */
function readFrom(given: RecordGiven, indicator: number, own: Partial<Choices> = {}, period = quarter(2021, 4)) {
  const found = findingsOf(score(given, own, period), 'computed').find((each) => each.indicator === indicator);
  return found?.evidence.slice(1).map(({ label, value }) => `${label}: ${value}`);
}

const step = (unit: string, ended: string | null, due: string | null = '2021-10-12T17:00'): Step => ({
  unit,
  officer: 'CB-01',
  due,
  ended,
});
const EARLY = step('so-mau', '2021-10-11T10:00');
const LATE = step('so-mau', '2021-10-13T10:00');
const OTHER = step('so-khac', null, null);

describe('what indicator 2 was read from', () => {
  const own = 'so-mau: hạn 12/10/2021 17:00, xong';

  it('names the judged step first, then the unit’s own, then the others, without officers', () => {
    expect(readFrom({ dossier: { steps: [OTHER, EARLY, LATE] } }, 2)).toEqual([
      `Bước được chấm: ${own} 13/10/2021 10:00`,
      `Bước của đơn vị: ${own} 11/10/2021 10:00`,
      'Các bước khác: so-khac: không có hạn, chưa ghi ngày xong',
      'So sánh: theo ngày',
    ]);
  });

  it('of another agency where the slowest is judged', () => {
    const late = step('so-khac', '2021-10-14T10:00');
    const slowest = { 'index2.agencies': 'slowest', granularity: 'halfDay' } as const;
    expect(readFrom({ dossier: { steps: [EARLY, late] } }, 2, slowest)).toEqual([
      'Bước được chấm: so-khac: hạn 12/10/2021 17:00, xong 14/10/2021 10:00',
      `Bước của đơn vị: ${own} 11/10/2021 10:00`,
      'So sánh: theo buổi',
    ]);
  });

  it('shows the steps also where none could be judged, and nothing where none were read', () => {
    expect(readFrom({ dossier: { steps: [OTHER] } }, 2)).toEqual([
      'Các bước khác: so-khac: không có hạn, chưa ghi ngày xong',
      'So sánh: theo ngày',
    ]);
    expect(readFrom({ dossier: { steps: [] } }, 2)).toEqual([]);
    expect(readFrom({}, 2)).toEqual([]);
  });

  it('stands with indicator 2 alone', () => {
    const given = { dossier: { steps: [EARLY], supplements: 0 } };
    expect(readFrom(given, 1)?.some((each) => each.includes('so-mau'))).toBe(false);
    expect(readFrom(given, 3)).toEqual([]);
  });
});

describe('a dossier filed elsewhere', () => {
  const filed = { received: '2026-10-05T08:00', promised: '2026-10-15T17:00', ready: '2026-10-08T17:00', limitDays: 3 };
  const given: RecordGiven = { dossier: filed, acts: { competentReceived: '2026-10-06T09:00' } };
  const q4 = quarter(2026, 4);
  const legal = { compareWith: 'legal' } as const;
  const dates = [
    'Tiếp nhận: 05/10/2026 08:00',
    'Hẹn trả: 15/10/2026 17:00',
    'Hạn tính lại: 09/10/2026 17:00',
    'Có kết quả: 08/10/2026 17:00',
    'So sánh: theo ngày',
  ];
  const article = 'Căn cứ Điều 17 NĐ 309/2026/NĐ-CP.';

  it('shows when it was filed and from when its limit runs', () => {
    const start = `Bắt đầu tính thời hạn: Tính từ khi cơ quan có thẩm quyền nhận hồ sơ, lúc 09:00 ngày 06/10/2026. ${article}`;
    const closing = 'Giờ hết hạn: Thời hạn theo ngày làm việc (cách hiểu)';
    const shown = [
      'So với: Thời hạn theo quy định, tính lại',
      start,
      ...dates.slice(0, -1),
      closing,
      ...dates.slice(-1),
    ];
    expect(readFrom(given, 1, legal, q4)).toEqual(shown);
    expect(readFrom(given, 7, legal, q4)).toEqual(shown);
  });

  it('shows that the clock has not started', () => {
    const waiting = {
      dossier: { ...filed, ready: null, state: 'processing' },
      acts: { competentReceived: null },
    } as const;
    const received = { ...legal, 'period.membership': 'received' } as const;
    expect(readFrom(waiting, 1, received, q4)?.[1]).toBe(
      `Bắt đầu tính thời hạn: Cơ quan có thẩm quyền chưa nhận được hồ sơ nên thời hạn chưa chạy. ${article}`,
    );
  });

  it('shows no other start where the limit runs from receipt or the promise is compared', () => {
    const labels = (each: RecordGiven, own: Partial<Choices>) =>
      readFrom(each, 1, own, q4)?.filter((line) => line.startsWith('Bắt đầu tính thời hạn'));
    expect(labels({ dossier: filed }, legal)).toEqual([]);
    expect(labels({ dossier: filed, acts: {} }, legal)).toEqual([]);
    expect(labels(given, {})).toEqual([]);
    expect(labels({ ...given, dossier: { ...filed, received: null } }, legal)).toEqual([]);
  });

  it('keeps the record as it was read', () => {
    expect(score(given, legal, q4).record.dossier.received).toBe('2026-10-05T08:00');
  });
});

describe('a petition found true', () => {
  const citizen = { punctuality: 'early', attitude: 'polite' } as const;
  const attitude = (given: RecordGiven, series: DossierSeries, own: Partial<Choices> = {}) =>
    score(given, own).points[series][7];

  it('takes the points of indicator 7 in the citizen series as in the computed one', () => {
    for (const scale of ['law', 'attitude'] as const) {
      const own = { 'index7.scale': scale } as const;
      expect(attitude({ citizen, petition: true }, 'citizen', own)).toBe(0);
      expect(attitude({ citizen, petition: true }, 'computed', own)).toBe(0);
      expect(attitude({ citizen, petition: false }, 'citizen', own)).toBe(20);
      expect(attitude({ citizen }, 'citizen', own)).toBe(20);
    }
  });

  it('is neither yes nor no while it waits for its verdict, also where none fell due in the period', () => {
    expect(attitude({ citizen, petition: null }, 'citizen')).toBeNull();
    const noneDue = scoringContext(quarter(2021, 4), DEFAULT_OFFICE, DEFAULT_CHOICES, true);
    const computed = (given: RecordGiven) => scoreRecord(recordOf(given), noneDue).points.computed[7];
    expect(computed({ petition: null })).toBeNull();
    expect(computed({}), 'and a dossier without one has none').toBe(computed({ petition: false }));
  });
});

describe('what the system knows', () => {
  it('is handed on with the points it gave', () => {
    const scored = score({ dossier: { supplements: 1, state: 'withdrawn' }, petition: false });
    expect(scored.facts).toEqual({ noResult: 'withdrawn', contacts: 1, verifiedPetition: false });
    expect(scored.points.computed).toMatchObject({ 1: null, 3: 10 });
  });
});

describe('an answer on the old form', () => {
  it('keeps its printed points, joined to a dossier or not', () => {
    const context = scoringContext(quarter(2021, 4), DEFAULT_OFFICE, DEFAULT_CHOICES, false);
    const old = { facts: {}, legacy: { 3: 10 }, proof: 'receipt' } as const;
    const joined = { counted: { timeliness: false, rest: true }, facts: { contacts: 0 } } as const;
    expect([scoreAnswer(old, null, context).points[3], scoreAnswer(old, joined, context).points[3]]).toEqual([10, 10]);
    const said = { facts: { contacts: 2, otherAgencies: 0 }, proof: 'receipt' } as const;
    expect(scoreAnswer(said, null, context).points[3]).toBe(0);
  });

  it('gives the step to whom it names where its second question counts', () => {
    const late = {
      citizen: {},
      dossier: { promised: '2021-09-28T17:00', steps: [{ ...step('so-mau', '2021-10-11T10:00'), officer: 'CB-BUOC' }] },
    };
    const owner = (own: Partial<Choices>) => ownersOf(score(late, own), { ...DEFAULT_CHOICES, ...own })[2];
    expect([owner({}), owner({ 'index2.citizen': 'count' })]).toEqual([undefined, 'CB-BUOC']);
  });
});
