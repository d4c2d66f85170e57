import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { custom } from '#rules/period.ts';
import type { Tenths } from '#rules/points.ts';
import { TABLET_CAVEAT } from '#rules/rulesets/tay-ninh-800.ts';
import type { Distributions } from '#wire/distributions.ts';
import type { PublicResults, PublicUnit } from '#wire/results.ts';
import { bodyHash } from '../../server/body-hash.ts';
import { BINH_THUAN_2020 } from '../../server/demo/seeds/binh-thuan-2020.ts';
import { BINH_THUAN_2021 } from '../../server/demo/seeds/binh-thuan-2021.ts';
import { TAY_NINH_2020 } from '../../server/demo/seeds/tay-ninh-2020.ts';
import type { IntakeItem } from '../../server/store/intake-item.ts';
import { allOf, bringOut, every, FACT_FORM, type RebuiltProvince, type RebuiltUnit, rebuild } from './seeds-rebuilt.ts';
import { idOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  server.clock.now = new Date('2021-12-01T02:00:00Z');
});
afterAll(() => server.close());

/** Indices by grade: 5 × 20 + 4 × 20 = 180 · 5 × 14 + 60 = 130 · 5 × 10 + 50 = 100 · 5 × 4 + 50 = 70. */
const GRADED: Readonly<Record<string, Pick<RebuiltUnit, 'of' | 'declared'>>> = {
  'Xuất sắc': { of: every(20), declared: allOf(20) },
  Tốt: { of: every(14), declared: { ...allOf(20), 8: 0 } },
  Khá: { of: every(10), declared: { ...allOf(10), 5: 20 } },
  'Trung bình': { of: every(4), declared: { ...allOf(10), 5: 20 } },
  'Yếu (không thực hiện đánh giá)': { of: every(20), declared: null },
};

/** The form of Bình Thuận in those years: each option carries its points. */
const OLD_FORM: RebuiltProvince['form'] = {
  survey: 'binh-thuan-2019',
  answers: (points) => {
    const said = (tenths: Tenths, words: readonly [string, string, string]) =>
      words[tenths === 20 ? 0 : tenths === 10 ? 1 : 2] ?? '';
    return {
      l1: said(points[1], ['shorter', 'equal', 'longer']),
      l3: said(points[3], ['none', 'one', 'many']),
      l4: said(points[4], ['none', 'one', 'many']),
      l7: said(points[7], ['early', 'onTime', 'petition']),
    };
  },
};

/** As many units of each line of a published count as it counts, called as it calls them where it does. */
function unitsOf(
  parts: readonly { label: string; count: number | null; units?: readonly string[] }[],
  level: RebuiltUnit['level'],
  prefix: string,
): RebuiltUnit[] {
  return parts.flatMap(({ label, count, units }, k) => {
    const plan = GRADED[label];
    if (!plan) throw new Error(`no plan for ${label}`);
    return Array.from({ length: count ?? 0 }, (_, i) => ({
      ...{
        unit: `${prefix === 'Sở' ? 'so' : 'xa'}-${k}-${i}`,
        name: units?.[i] ?? `${prefix} ${label} ${i + 1}`,
        level,
        dossiers: 5,
      },
      ...plan,
    }));
  });
}

const partsIn = (table: typeof BINH_THUAN_2020, title: string) =>
  table.groups.find((group) => group.title === title)?.parts ?? [];

const countOf = (units: readonly PublicUnit[], label: string | null) =>
  units.filter(({ gradeLabel }) => gradeLabel === label).length;
const grades = (units: readonly PublicUnit[]) =>
  ['Xuất sắc', 'Tốt', 'Khá', 'Trung bình', 'Yếu', null].map((label) => countOf(units, label));
const resultsOf = async ({ tenant, period }: RebuiltProvince) =>
  (await server.request<PublicResults>('GET', `/v1/public/periods/${period.id}/results?tenant=${tenant}`)).body;

const BINH_THUAN = {
  act: 'QĐ 1063/QĐ-UBND ngày 26/4/2019 của UBND tỉnh Bình Thuận',
  ruleset: 'binh-thuan-1063',
  from: '2019-04-26',
  to: null,
} as const;

describe('18 sở, ban, ngành of Bình Thuận, 2021', () => {
  // 1 17 · 2 10 · 3 18 · 4 19 · 7 15 and 5, 6, 8, 9 at 20: 79 + 80 = 159.
  const finance: RebuiltUnit = {
    ...{ unit: 'so-tai-chinh', name: 'Sở Tài chính', level: 'province', dossiers: 10 },
    of: { 1: 17, 2: 10, 3: 18, 4: 19, 7: 15 },
    declared: allOf(20),
  };
  const [excellent, good] = partsIn(BINH_THUAN_2021, 'Xếp loại sở, ban, ngành');
  const rest = { label: 'Xuất sắc', count: (excellent?.count ?? 0) - 1 };
  const province: RebuiltProvince = {
    ...{ tenant: 'bt21', name: 'Bình Thuận', code: 'H11', decision: BINH_THUAN, form: OLD_FORM },
    period: custom('2020-12-01', '2021-11-01'),
    days: { received: '2021-03-09', before: '2021-03-15', promised: '2021-03-16', after: '2021-03-17' },
    units: [finance, ...unitsOf([rest, ...(good ? [good] : [])], 'province', 'Sở')],
  };
  let results: PublicResults;
  beforeAll(async () => {
    await rebuild(server.services, province);
    await bringOut(server.services, province);
    results = await resultsOf(province);
  }, 60_000);

  it('come to 17 Xuất sắc and 1 Tốt, and Sở Tài chính to 15,9', () => {
    expect(results.units).toHaveLength(18);
    expect(results.units.filter(({ hidden }) => hidden)).toEqual([]);
    expect(grades(results.units)).toEqual([17, 1, 0, 0, 0, 0]);
    expect(results.units.find(({ name }) => name === 'Sở Tài chính')).toMatchObject({
      total: 159,
      gradeLabel: 'Xuất sắc',
      satisfactionLabel: 'Rất hài lòng',
      indicators: [17, 10, 18, 19, 20, 20, 15, 20, 20].map((points, i) => ({ indicator: i + 1, points })),
    });
  });

  it('are said on the page in the words of the report', async () => {
    const { text } = await server.request('GET', `/cong-khai/${province.tenant}?ky=${province.period.id}`);
    expect(text).toContain(
      'Kết quả: 17/18 đơn vị xếp loại Xuất sắc, 01/18 đơn vị xếp loại Tốt; mức độ Rất hài lòng 17/18 đơn vị, mức độ Hài lòng 01/18 đơn vị.',
    );
  });
});

describe('124 xã of Bình Thuận, 2020', () => {
  const province: RebuiltProvince = {
    ...{ tenant: 'bt20', name: 'Bình Thuận', code: 'H11', decision: BINH_THUAN, form: OLD_FORM },
    period: custom('2019-12-15', '2020-11-20'),
    days: { received: '2020-03-10', before: '2020-03-16', promised: '2020-03-17', after: '2020-03-18' },
    units: unitsOf(partsIn(BINH_THUAN_2020, 'Ủy ban nhân dân cấp xã'), 'commune', 'xã'),
  };
  let results: PublicResults;
  beforeAll(async () => {
    await rebuild(server.services, province);
    await bringOut(server.services, province);
    results = await resultsOf(province);
  }, 60_000);

  it('come to 35 Xuất sắc, 77 Tốt, 5 Khá and 7 Yếu', () => {
    expect(results.units).toHaveLength(124);
    expect(grades(results.units)).toEqual([35, 77, 5, 0, 7, 0]);
  });

  it('those that sent nothing are weak by the decision, however well citizens spoke of them, and say so', () => {
    const weak = results.units.filter(({ gradeLabel }) => gradeLabel === 'Yếu');
    expect(new Set(weak.map(({ satisfactionLabel }) => satisfactionLabel))).toEqual(new Set(['Rất không hài lòng']));
    expect(new Set(weak.map(({ because }) => because))).toEqual(
      new Set(['Đơn vị không thực hiện đánh giá nên xếp loại Yếu theo quyết định của tỉnh.']),
    );
  });
});

describe('Tây Ninh, 2020', () => {
  const days = { received: '2020-03-10', before: '2020-03-16', promised: '2020-03-17', after: '2020-03-18' };
  const province: RebuiltProvince = {
    ...{ tenant: 'tn20', name: 'Tây Ninh', code: 'H53', form: FACT_FORM, days },
    // The report names no days; these are of its year and end before it came out.
    period: custom('2020-01-01', '2020-11-15'),
    decision: {
      act: 'QĐ 800/QĐ-UBND ngày 04/4/2019 của UBND tỉnh Tây Ninh',
      ruleset: 'tay-ninh-800',
      from: '2019-04-04',
      to: null,
    },
    units: [
      ...unitsOf(partsIn(TAY_NINH_2020, 'Cấp xã'), 'commune', 'xã'),
      // The centre, whose tablets stand on the counters of the departments.
      {
        ...{ unit: 'trung-tam', name: 'Trung tâm Hành chính công tỉnh', level: 'province', dossiers: 0 },
        ...{ of: every(0), declared: null },
      },
    ],
  };
  const OPTIONS: Readonly<Record<string, string>> = {
    'Rất hài lòng': 'very',
    'Hài lòng': 'satisfied',
    'Bình thường': 'normal',
  };
  const tablets = partsIn(TAY_NINH_2020, 'Khảo sát bằng máy tính bảng tại Trung tâm Hành chính công tỉnh')
    .flatMap(({ label, count }) => Array.from({ length: count ?? 0 }, () => OPTIONS[label] ?? ''))
    .map((overall, i): IntakeItem => {
      const answers = { overall };
      return {
        ...{ tenant: province.tenant, id: idOf(i + 1, province.tenant), bodyHash: bodyHash(answers), aged: false },
        ...{ dossier: null, linkStage: 'returned' },
        row: {
          ...{ unit: 'trung-tam', procedure: null, survey: 'tay-ninh-tablet-3', version: 1, stage: 'returned' },
          ...{ channel: 'kiosk', proof: 'receipt', lang: 'vi', assisted: null, way: null, helper: null },
          ...{ day: days.after, answers, comment: null },
        },
      };
    });
  let results: PublicResults;
  beforeAll(async () => {
    await rebuild(server.services, province, tablets);
    await bringOut(server.services, province);
    results = await resultsOf(province);
  }, 60_000);

  it('94 xã come to 5 Xuất sắc, 78 Tốt, 10 Khá and 1 Trung bình, those by name that the report names', () => {
    const communes = results.units.filter(({ level }) => level === 'commune');
    expect(communes).toHaveLength(94);
    expect(grades(communes)).toEqual([5, 78, 10, 1, 0, 0]);
    const graded = (label: string) => communes.filter(({ gradeLabel }) => gradeLabel === label).map(({ name }) => name);
    expect(graded('Trung bình')).toEqual(['UBND xã Thanh Điền']);
    expect(graded('Xuất sắc')).toContain('UBND thị trấn Tân Châu');
    expect(graded('Khá')).toContain('UBND phường An Hòa');
  });

  it('7.165 answers of the tablets make 98,0 % satisfied, and what the scale cannot say stands on the page', async () => {
    expect(tablets).toHaveLength(7165);
    const centre = results.units.find(({ unit }) => unit === 'trung-tam');
    // (6.053 + 971) / 7.165 = 98,03 %.
    expect(centre).toMatchObject({ responses: 7165, satisfactionShare: { value: 980, n: 7165 } });
    const { text } = await server.request('GET', `/cong-khai/${province.tenant}?ky=${province.period.id}`);
    expect(text).toContain(TABLET_CAVEAT.text);
  });

  it('and count as the report does', async () => {
    const path = `/v1/public/periods/${province.period.id}/distributions?tenant=${province.tenant}`;
    const { body } = await server.request<Distributions>('GET', path);
    const [question] = body.units.find(({ unit }) => unit === 'trung-tam')?.questions ?? [];
    expect(question?.options.map(({ option, n }) => [option, n])).toEqual([
      ['normal', 141],
      ['satisfied', 971],
      ['very', 6053],
    ]);
  });
});
