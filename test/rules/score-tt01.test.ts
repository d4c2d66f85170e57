import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { type Finding, INDICATOR_IDS } from '#rules/finding.ts';
import { NotInForce } from '#rules/law.ts';
import { givenFindings, scoreDossier, scoreUnit, stepsOn } from '#rules/score-tt01.ts';
import { CONTACTS } from './cases/contacts.ts';
import { INDICATORS } from './cases/indicators.ts';
import { ATTITUDE } from './cases/indicators-attitude.ts';
import { LEGACY } from './cases/indicators-legacy.ts';
import { ONLINE_INDICATOR } from './cases/indicators-online.ts';
import type { DossierGiven } from './cases/scored-dossier.ts';
import type { UnitGiven } from './cases/scored-unit.ts';
import { UNIT_INDICATORS } from './cases/unit-indicators.ts';

const ON = '2021-12-31';

describe('a unit', () => {
  it.each([
    ['receivedAndReturned', { oneStop: { level: 'commune', listed: 3, receivedAndReturned: 4, wholeCycle: 3 } }],
    ['wholeCycle', { oneStop: { level: 'commune', listed: 3, receivedAndReturned: 3, wholeCycle: 4 } }],
    ['onTime', { petitions: { received: 3, onTime: 4, prolonged: 0 } }],
    ['prolonged', { petitions: { received: 3, onTime: 3, prolonged: 4 } }],
    ['onTime', { petitions: { received: 3, onTime: -1, prolonged: 0 } }],
    ['onTime', { petitions: { received: 3, onTime: 1.5, prolonged: 0 } }],
    ['onTime', { petitions: { received: 3.5, onTime: 1, prolonged: 0 } }],
    [
      'onlineProcedures',
      { online: { eligibleProcedures: 3, onlineProcedures: 4, dossiers: 9, onlineDossiers: 9, abandonedOrOverdue: 0 } },
    ],
    [
      'onlineDossiers',
      {
        online: { eligibleProcedures: 3, onlineProcedures: 3, dossiers: 9, onlineDossiers: 10, abandonedOrOverdue: 0 },
      },
    ],
    ...[-1, 0.5, 6].map(
      (abandonedOrOverdue) =>
        [
          'abandonedOrOverdue',
          {
            online: { eligibleProcedures: 3, onlineProcedures: 3, dossiers: 9, onlineDossiers: 5, abandonedOrOverdue },
          },
        ] as const,
    ),
  ] as const)('refuses a part larger than its whole: %s', (name, facts) => {
    expect(() => scoreUnit(facts, DEFAULT_CHOICES, ON)).toThrow(RangeError);
    expect(() => scoreUnit(facts, DEFAULT_CHOICES, ON)).toThrow(new RegExp(`^${name}: .* không hợp lệ\\.`));
  });

  it.each(['wholeProcedures', 'wholeDossiers'])(
    'refuses more %s than there are online, where they are asked for',
    (name) => {
      const online = {
        eligibleProcedures: 9,
        onlineProcedures: 3,
        dossiers: 9,
        onlineDossiers: 3,
        abandonedOrOverdue: 0,
      };
      const facts = { online: { ...online, wholeProcedures: 3, wholeDossiers: 3, [name]: 4 } };
      const wholeOnly = { ...DEFAULT_CHOICES, 'index9.levels': 'wholeOnly' } as const;
      expect(() => scoreUnit(facts, wholeOnly, '2022-01-01')).toThrow(new RegExp(`^${name}`));
      expect(() => scoreUnit(facts, wholeOnly, ON)).not.toThrow();
      expect(() => scoreUnit(facts, DEFAULT_CHOICES, '2022-01-01')).not.toThrow();
    },
  );

  it('shows the shares its points were read from', () => {
    const facts = {
      oneStop: { level: 'province', listed: 120, receivedAndReturned: 120, wholeCycle: 36 },
      petitions: { received: 1000, onTime: 950, prolonged: 2 },
      online: {
        eligibleProcedures: 8,
        onlineProcedures: 6,
        dossiers: 1000,
        onlineDossiers: 450,
        abandonedOrOverdue: 3,
      },
    } as const;
    const evidence = scoreUnit(facts, DEFAULT_CHOICES, ON).map((each) =>
      each.evidence.slice(1).map(({ label, value }) => `${label}: ${value}`),
    );
    expect(evidence).toEqual([
      [
        'Thực hiện trọn quy trình tại chỗ: 36/120 (30,0\u00a0%)',
        'Tiếp nhận và trả kết quả tại Bộ phận Một cửa: 120/120 (100\u00a0%)',
      ],
      [],
      ['Trả lời đúng hạn: 950/1.000 (95,0\u00a0%)', 'Kéo dài: 2'],
      [
        'Thủ tục đưa lên trực tuyến: 6/8 (75,0\u00a0%)',
        'Hồ sơ nộp trực tuyến: 450/1.000 (45,0\u00a0%)',
        'Hồ sơ trực tuyến bỏ hoặc quá hạn: 3',
      ],
    ]);
  });
});

describe('every finding', () => {
  // Scored when a test asks, not while tests are collected: a mutation run must see which test reaches which line.
  const ofDossiers = () =>
    [INDICATORS, CONTACTS, ATTITUDE, LEGACY].flatMap(({ cases }) =>
      cases.flatMap(({ given }) => {
        const { facts, series, choices, computed, legacy } = given as DossierGiven;
        const beside = { ...(computed && { computed }), ...(legacy && { legacy }) };
        return scoreDossier(facts, series, { ...DEFAULT_CHOICES, ...choices }, ON, beside);
      }),
    );
  const ofUnits = () =>
    [UNIT_INDICATORS, ONLINE_INDICATOR].flatMap(({ cases }) =>
      cases.flatMap(({ given }) => {
        const { facts, choices } = given as UnitGiven;
        return scoreUnit(facts, { ...DEFAULT_CHOICES, ...choices }, ON);
      }),
    );
  const all = (): readonly Finding[] => [...ofDossiers(), ...ofUnits()];

  it('names its article, its indicator and a reason as a whole sentence', () => {
    for (const { cite, because, max, evidence } of all()) {
      expect(cite).toMatchObject({ act: 'TT 01/2018/TT-VPCP', article: '13' });
      expect(because).toMatch(/^\p{Lu}.*\.$/u);
      expect(max).toBe(20);
      expect(evidence[0]?.label).toBe('Chỉ số');
    }
  });

  it('is marked as a reading, with the choice in words, where a choice decided it, and as text elsewhere', () => {
    const [first, second] = scoreDossier({ punctuality: 'onSpot' }, 'citizen', DEFAULT_CHOICES, ON);
    const both = { punctuality: 'overdue', punctualityBy: ['granularity', 'index1.unfinishedOverdue'] } as const;
    expect(scoreDossier(both, 'computed', DEFAULT_CHOICES, ON)[0]?.cite.note).toBe(
      'granularity: theo ngày. index1.unfinishedOverdue: Chuỗi hệ thống tính 0 cho chỉ số 1 và 2, một lần, ở kỳ đến hạn.',
    );
    expect(first?.cite).toMatchObject({ certainty: 'reading', note: 'index1.onSpot: Không tính vào chỉ số 1.' });
    expect(second?.cite).toEqual({ act: 'TT 01/2018/TT-VPCP', article: '13', certainty: 'text' });
  });

  it('the cases reach 2, 1, 0 and missing of every indicator', () => {
    const reached = new Set(all().map(({ indicator, points }) => `${indicator}:${points}`));
    const wanted = INDICATOR_IDS.flatMap((id) => [20, 10, 0, null].map((points) => `${id}:${points}`));
    expect(wanted.filter((each) => !reached.has(each))).toEqual([]);
  });

  it('of time says what it was compared with: a citizen knows the promise alone', () => {
    const timing = [{ label: 'Hẹn trả', value: '24/11/2026 17:00' }];
    const legal = { ...DEFAULT_CHOICES, compareWith: 'legal' } as const;
    const shown = (series: 'citizen' | 'computed') =>
      scoreDossier({ punctuality: 'early' }, series, legal, ON, { timing }).map(({ indicator, evidence }) => [
        indicator,
        evidence.slice(1).map(({ value }) => value),
      ]);
    const system = ['Thời hạn theo quy định, tính lại', '24/11/2026 17:00'];
    expect(shown('computed')).toEqual([
      [1, system],
      [2, []],
      [3, []],
      [4, []],
      [6, []],
      [7, system],
    ]);
    expect(shown('citizen')[0]).toEqual([1, ['Ngày hẹn in trên giấy hẹn', '24/11/2026 17:00']]);
  });

  it('does not answer before the circular took effect', () => {
    expect(() => scoreDossier({}, 'citizen', DEFAULT_CHOICES, '2019-01-05')).toThrow(NotInForce);
    expect(scoreDossier({}, 'citizen', DEFAULT_CHOICES, '2019-01-06')).toHaveLength(6);
    expect(() => stepsOn('2019-01-05')).toThrow('Điểm của các chỉ số không áp dụng cho ngày 05/01/2019.');
  });
});

describe('points given by hand', () => {
  it('stand as given, with the reason; what was left empty says so', () => {
    const found = givenFindings({ 1: 20, 7: 0 }, 'Điểm cán bộ tự chấm.', 'Cán bộ để trống.', ON);
    expect(found.map(({ indicator, points, because }) => [indicator, points, because])).toEqual([
      [1, 20, 'Điểm cán bộ tự chấm.'],
      [2, null, 'Cán bộ để trống.'],
      [3, null, 'Cán bộ để trống.'],
      [4, null, 'Cán bộ để trống.'],
      [6, null, 'Cán bộ để trống.'],
      [7, 0, 'Điểm cán bộ tự chấm.'],
    ]);
    expect(found[0]).toMatchObject({ max: 20, cite: { article: '13' }, evidence: [{ label: 'Chỉ số' }] });
  });
});
