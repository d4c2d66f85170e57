import { describe, expect, it } from 'vitest';
import { bulkCompletion } from '#rules/checks/bulk-completion.ts';
import { movedDates } from '#rules/checks/moved-dates.ts';
import { receiptDate } from '#rules/checks/receipt-date.ts';
import { dossiers, judged, provinceOf } from './province-of.ts';

describe('moved dates', () => {
  const province = provinceOf([
    ...dossiers(30, 'A', { overdue: true, moved: 'afterExpiry' }),
    ...dossiers(70, 'B', { overdue: true }),
    ...dossiers(7, 'C', { overdue: true, moved: 'unclear' }),
    ...dossiers(500, 'D', {}),
  ]);

  it('counts those past their first date alone, and tells of the unclear ones apart', () => {
    const { seen, usual, p, sentence } = judged(movedDates, province, null);
    expect(seen).toMatchObject({ k: 30, n: 100, value: 300, low: 212, high: 400 });
    expect(usual).toBe(120);
    // P(X >= 30 | 100, 0,12), term by term.
    expect((p ?? 0) / 1.29845203953e-6).toBeCloseTo(1, 8);
    expect(seen?.hits.every((code) => code.startsWith('A-'))).toBe(true);
    expect(sentence).toBe(
      'Ngày hẹn bị đổi sau khi đã quá hạn ở 30/100 hồ sơ quá hạn (30,0 %, khoảng 21,2–40,0 %); mức coi là thường gặp: 12 %. 7 hồ sơ không rõ đổi lúc nào, không tính.',
    );
  });

  it('asks the main processor the same', () => {
    expect(judged(movedDates, province).seen).toMatchObject({ k: 30, n: 100 });
  });

  it('few, and an honest tail: 5 of 60 at a usual 5 % comes every sixth time', () => {
    expect(judged(movedDates, provinceOf(dossiers(29, 'A', { overdue: true })), null).few).toBe(29);
    const units = [1, 2, 3].flatMap((i) => dossiers(60, `H${i}`, { unit: `xa-mau-1${i}`, overdue: true }));
    const rows = [
      ...dossiers(5, 'A', { overdue: true, moved: 'afterExpiry' }),
      ...dossiers(55, 'B', { overdue: true }),
    ];
    const { usual, p } = judged(movedDates, provinceOf([...rows, ...units]), null);
    expect(usual).toBe(50);
    expect(p).toBeCloseTo(0.18033505619, 9);
  });

  it('keeps the same twenty dossiers in whichever order they come', () => {
    const rows = dossiers(60, 'A', { overdue: true, moved: 'afterExpiry' });
    const [one, other] = [rows, [...rows].reverse()].map((all) => judged(movedDates, provinceOf(all), null).seen?.hits);
    expect(one).toHaveLength(20);
    expect(other).toEqual(one);
  });
});

describe('bulk completion', () => {
  const calm = Array.from({ length: 40 }, (_, i) =>
    dossiers(5, `D${i}`, { ready: `2026-07-${String(1 + (i % 20)).padStart(2, '0')}T09:${10 + i}` }),
  ).flat();
  const late = (n: number, more = {}) => dossiers(n, 'L', { ready: '2026-07-03T16:05', overdue: true, ...more });

  it('25 of 25 overdue in one minute: 0,3 to the 25th times 20 days', () => {
    const { seen, p, sentence } = judged(bulkCompletion, provinceOf([...calm, ...late(25)]), null);
    expect(seen).toMatchObject({ k: 25, n: 225, unit: 'count' });
    expect((p ?? 0) / (20 * 0.3 ** 25)).toBeCloseTo(1, 6);
    expect(seen?.hits).toHaveLength(20);
    expect(sentence).toBe(
      '25 hồ sơ quá hạn được chuyển hoàn thành trong cùng một phút, 03/07/2026 16:05 (cả phút đó 25 hồ sơ, cả kỳ 225 hồ sơ).',
    );
  });

  it('24 are below the rule; so are 25 among 100 signed together', () => {
    expect(judged(bulkCompletion, provinceOf([...calm, ...late(24)]), null).p).toBe(1);
    const signed = dossiers(75, 'S', { ready: '2026-07-03T16:05' });
    expect(judged(bulkCompletion, provinceOf([...calm, ...late(25), ...signed]), null).p).toBe(1);
  });

  it('a day written without hours says nothing', () => {
    const rows = [...calm, ...late(60, { ready: '2026-07-31T17:00', readyOnEdge: true })];
    expect(judged(bulkCompletion, provinceOf(rows), null).p).toBe(1);
  });

  it('few', () => {
    expect(judged(bulkCompletion, provinceOf(late(29)), null).few).toBe(29);
  });
});

describe('day of receipt against the code', () => {
  it('counts codes of another day; what is not known is in no count', () => {
    const province = provinceOf([
      ...dossiers(40, 'A', { codeDayDiffers: true }),
      ...dossiers(60, 'B', { codeDayDiffers: false }),
      ...dossiers(90, 'C', {}),
    ]);
    const { seen, usual, sentence } = judged(receiptDate, province, null);
    expect(seen).toMatchObject({ k: 40, n: 100, value: 400 });
    expect(usual).toBe(150);
    expect(sentence).toContain('ở 40/100 hồ sơ');
  });
});
