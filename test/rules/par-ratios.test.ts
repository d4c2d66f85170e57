import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { citationText, NotInForce } from '#rules/law.ts';
import { countRatios } from '#rules/par/count-ratios.ts';
import { hasDistricts, type RatioView } from '#rules/par/dossier-in-year.ts';
import { RATIO_IDS, RATIO_LABELS, type Ratio, type RatioId, ratioSentence } from '#rules/par/ratio.ts';
import { type DeclaredByUnit, unitRatios } from '#rules/par/unit-ratios.ts';
import { quarter, year } from '#rules/period.ts';
import { dossierOf } from './dossier-of.ts';

const view = (y: number): RatioView => ({
  period: year(y),
  now: '2030-01-01T00:00',
  choices: DEFAULT_CHOICES,
  officeOf: () => DEFAULT_OFFICE,
  levelOf: () => 'commune',
  wholeOnline: () => true,
});

const filed = (code: string, channel: Dossier['channel']): DossierRecord => ({
  dossier: dossierOf({ code, channel, received: '2026-03-02T08:00', promised: '2027-01-05T17:00' }),
});

function named(ratios: readonly Ratio[], id: RatioId): Ratio {
  const found = ratios.find((ratio) => ratio.id === id);
  if (!found) throw new Error(`no ratio ${id}`);
  return found;
}

describe('ratios counted from dossiers', () => {
  it('count every dossier, name the first codes of each kind and say what is not known', () => {
    const records = [
      filed('A-1', 'online'),
      filed('A-2', 'counter'),
      filed('A-3', 'online'),
      filed('A-4', null),
      filed('A-5', 'online'),
      filed('A-6', 'post'),
      filed('A-7', null),
    ];
    const online = named(countRatios(records, view(2026), 2), 'online');
    expect(online).toMatchObject({ numerator: 3, denominator: 5, unknown: 2, silentUnits: 0 });
    expect(online.evidence).toEqual({
      numerator: { codes: ['A-1', 'A-3'], more: 1 },
      rest: { codes: ['A-2', 'A-6'], more: 0 },
      unknown: { codes: ['A-4', 'A-7'], more: 0 },
    });
    expect(online.because).toBe(
      'Hồ sơ nộp trực tuyến: 3 trên 5 hồ sơ (60,0\u00a0%). 2 hồ sơ không rõ, không tính vào tỷ lệ.',
    );
    expect(online.label).toBe(RATIO_LABELS.online);
    // No procedure on record: nobody knows whether it is offered from end to end.
    expect(named(countRatios(records, view(2026), 2), 'online.whole')).toMatchObject({ denominator: 0, unknown: 7 });
    const bare = named(countRatios(records, view(2026), 0), 'online');
    expect(bare.evidence.numerator).toEqual({ codes: [], more: 3 });
  });

  it('read records one after the other, once', () => {
    let read = 0;
    function* stream() {
      for (let i = 0; i < 1000; i += 1) {
        read += 1;
        yield filed(`A-${i}`, i % 4 === 0 ? 'post' : 'counter');
      }
    }
    const post = named(countRatios(stream(), view(2026), 3), 'post');
    expect(read).toBe(1000);
    // Every fourth of 1 000, from the first on.
    expect(post).toMatchObject({ numerator: 250, denominator: 1000 });
    expect(post.evidence.numerator).toEqual({ codes: ['A-0', 'A-4', 'A-8'], more: 247 });
  });

  it('without dossiers are all there, each with its article, and have no share', () => {
    const ratios = countRatios([], view(2026), 5);
    expect(ratios.map(({ id, cite }) => [id, citationText(cite)])).toEqual([
      ['onTime.province', 'QĐ 892/QĐ-BNV (cách hiểu)'],
      ['onTime.commune', 'QĐ 892/QĐ-BNV (cách hiểu)'],
      ['apology.inTime', 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP (cách hiểu)'],
      ['apology.sent', 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP (cách hiểu)'],
      ['reappointed.again', 'khoản 6 Điều 19 NĐ 118/2025/NĐ-CP (cách hiểu)'],
      ['supplement.again', 'Điều 17 NĐ 309/2026/NĐ-CP (cách hiểu)'],
      ['online', 'QĐ 892/QĐ-BNV (cách hiểu)'],
      ['online.whole', 'QĐ 892/QĐ-BNV (cách hiểu)'],
      ['post', 'QĐ 892/QĐ-BNV (cách hiểu)'],
    ]);
    for (const { id, numerator, denominator, unknown, because, cite } of ratios) {
      expect([numerator, denominator, unknown]).toEqual([0, 0, 0]);
      expect(because).toBe(`${RATIO_LABELS[id]}: không có hồ sơ nào tính được tỷ lệ.`);
      expect(cite.note).toMatch(/^(Chưa thấy công thức của Bộ Nội vụ\. .+|Nghĩa vụ theo văn bản; .+ là cách hiểu)\.$/);
    }
  });

  it('are cited by the decrees of the year, with districts until 2025', () => {
    const of = (y: number) => countRatios([], view(y), 5);
    const district = (y: number) => of(y).some(({ id }) => id === 'onTime.district');
    expect([district(2024), district(2025), district(2026)]).toEqual([true, true, false]);
    expect(citationText(named(of(2024), 'apology.sent').cite)).toBe('khoản 9 Điều 19 NĐ 61/2018/NĐ-CP (cách hiểu)');
    expect(citationText(named(of(2024), 'supplement.again').cite)).toBe('khoản 2 Điều 17 NĐ 61/2018/NĐ-CP (cách hiểu)');
    expect(citationText(named(of(2025), 'supplement.again').cite)).toBe('Điều 17 NĐ 118/2025/NĐ-CP (chưa kiểm chứng)');
    expect(named(of(2025), 'supplement.again').cite.note).toBe('Chưa đối chiếu câu chữ của điều này.');
    expect(citationText(named(of(2021), 'online').cite)).toBe('QĐ 1149/QĐ-BNV (cách hiểu)');
    expect(() => of(2017)).toThrow(NotInForce);
    expect(() => of(2031)).toThrow(NotInForce);
  });

  it('a duty whose rule was not yet in force leaves the dossier unknown', () => {
    // The first decree came on 21/6/2018; the year is cited by it.
    const late: DossierRecord = {
      dossier: dossierOf({
        received: '2018-01-02T08:00',
        promised: '2018-01-09T17:00',
        reappointed: ['2018-01-12T17:00', '2018-01-16T17:00'],
        ready: '2018-01-16T09:00',
        supplements: 3,
      }),
      acts: { apologies: ['2018-01-05T08:00'], supplementNotices: ['2018-01-03T08:00'] },
    };
    const ratios = countRatios([late], view(2018), 5);
    expect(named(ratios, 'onTime.commune')).toMatchObject({ numerator: 0, denominator: 1 });
    for (const id of ['apology.inTime', 'reappointed.again', 'supplement.again'] as const)
      expect(named(ratios, id)).toMatchObject({ denominator: 0, unknown: 1 });
    expect(named(ratios, 'apology.sent')).toMatchObject({ numerator: 1, denominator: 1, unknown: 0 });
  });

  it('know districts until the day they ended', () => {
    expect([hasDistricts(quarter(2025, 2)), hasDistricts(quarter(2025, 3))]).toEqual([true, false]);
  });

  it('see a year that is not over as of the reading of the data', () => {
    const running: RatioView = { ...view(2026), now: '2026-03-10T09:00' };
    const later = filed('A-1', 'post');
    const received = (at: string) => ({ dossier: { ...later.dossier, received: at } });
    const counts = (at: string) => named(countRatios([received(at)], running, 5), 'post').denominator;
    expect([counts('2026-03-10T08:59'), counts('2026-03-10T09:00')]).toEqual([1, 0]);
  });
});

const units: readonly DeclaredByUnit[] = [
  { unit: 'so-a', published: { numerator: 10, denominator: 10 }, petitions: { received: 4, onTime: 3 } },
  { unit: 'so-b', published: { numerator: 7, denominator: 10 } },
  { unit: 'so-c', published: { numerator: 0, denominator: 0 }, petitions: { received: 2, onTime: 2 } },
];

describe('ratios units declare', () => {
  it('add up the units, name those with something left and count the silent ones', () => {
    const [published, payment, petitions] = unitRatios(units, year(2026), 5);
    expect(published).toMatchObject({
      id: 'procedures.published',
      label: 'Thủ tục được công khai đầy đủ',
      numerator: 17,
      denominator: 20,
      unknown: 0,
      silentUnits: 0,
      because: 'Thủ tục được công khai đầy đủ: 17 trên 20 thủ tục (85,0\u00a0%).',
      evidence: {
        numerator: { codes: ['so-a'], more: 0 },
        rest: { codes: ['so-b'], more: 0 },
        unknown: { codes: [], more: 0 },
      },
    });
    expect(payment).toMatchObject({
      id: 'payment.online',
      denominator: 0,
      silentUnits: 3,
      because: 'Hồ sơ thanh toán trực tuyến: không có hồ sơ nào tính được tỷ lệ. 3 đơn vị chưa có số liệu.',
    });
    expect(petitions).toMatchObject({
      id: 'petitions.onTime',
      numerator: 5,
      denominator: 6,
      silentUnits: 1,
      because:
        'Phản ánh, kiến nghị được trả lời đúng hạn: 5 trên 6 phản ánh, kiến nghị (83,3\u00a0%). 1 đơn vị chưa có số liệu.',
      evidence: { rest: { codes: ['so-a'] }, numerator: { codes: ['so-c'] }, unknown: { codes: ['so-b'] } },
    });
    for (const { cite } of unitRatios(units, year(2026), 5)) {
      expect(citationText(cite)).toBe('QĐ 892/QĐ-BNV (cách hiểu)');
      expect(cite.note).toBe('Chưa thấy công thức của Bộ Nội vụ. Cộng số liệu các đơn vị kê khai.');
    }
  });

  it('count payments', () => {
    const [, payment] = unitRatios([{ unit: 'so-a', payment: { numerator: 1, denominator: 3 } }], year(2026), 5);
    expect(payment).toMatchObject({ numerator: 1, denominator: 3, silentUnits: 0 });
  });

  it.each([
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [1, 2.5],
  ])('refuse %f of %f, naming the unit', (numerator, denominator) => {
    const wrong = [{ unit: 'so-x', published: { numerator, denominator } }];
    expect(() => unitRatios(wrong, year(2026), 5)).toThrow(
      `Đơn vị «so-x», Thủ tục được công khai đầy đủ: ${numerator} trong ${denominator} không hợp lệ. Nhập số nguyên, phần không lớn hơn tổng.`,
    );
  });
});

describe('all ratios', () => {
  it('are told by dossiers or by units, each once', () => {
    const told = [...countRatios([], view(2024), 5), ...unitRatios([], year(2024), 5)].map(({ id }) => id);
    expect(told.toSorted()).toEqual(RATIO_IDS.toSorted());
  });

  it('have a sentence with thousands', () => {
    expect(ratioSentence('post', { numerator: 1500, denominator: 60000, unknown: 1200, silentUnits: 0 }, 'hồ sơ')).toBe(
      'Hồ sơ nộp qua bưu chính công ích: 1.500 trên 60.000 hồ sơ (2,5\u00a0%). 1.200 hồ sơ không rõ, không tính vào tỷ lệ.',
    );
  });
});
