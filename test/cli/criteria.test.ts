import { describe, expect, it } from 'vitest';
import type { criteriaResult } from '../../server/cli/criteria-result.ts';
import { run } from '../../server/cli/run.ts';

type Input = ReturnType<typeof JSON.parse>;

async function cli(args: readonly string[], input = '') {
  let [out, err] = ['', ''];
  const code = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    read: async (path) => {
      if (path !== '-') throw new Error('no such file');
      return input;
    },
  });
  return { code, out, err };
}

async function example(change: (input: Input) => void = () => {}) {
  const input: Input = JSON.parse((await cli(['criteria', '--example'])).out);
  change(input);
  return JSON.stringify(input);
}

async function followed(change?: (input: Input) => void) {
  const { code, out, err } = await cli(['criteria', '-'], await example(change));
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as ReturnType<typeof criteriaResult>;
}

describe('cli criteria', () => {
  it('follows its own example by hand-worked points', async () => {
    const { forecast, findings, decisions, doubt } = await followed();
    // On time 2 of 3, under 95 %: 0. Apology 1 of 1: 1,00. Online 1 of 3, from 30 %: 0,75. Petitions 8 of 8: 1,00. Declared 0,50.
    // Paid online 50 %: 0,50.
    expect(findings.map(({ id, points, atMaximum }) => [id, points, atMaximum])).toEqual([
      ['3.1', 0, false],
      ['3.2', 100, true],
      ['3.3', 75, false],
      ['3.4', 100, true],
      ['3.5', 50, true],
      ['3.6', 50, false],
      ['3.7', null, null],
    ]);
    // 2,00 + 0,75 + 0,50 short; 3,75 of 2 + 1 + 1,5 + 1 + 0,5 + 1.
    expect(forecast).toMatchObject({
      points: 375,
      of: 700,
      partial: true,
      sentence:
        '3 trên 7 tiêu chí dự kiến đạt điểm tối đa; 3 tiêu chí chưa đạt, còn thiếu 3,25 điểm; 1 tiêu chí chưa rõ.',
    });
    expect(decisions.par).toMatchObject({ value: { act: 'QĐ 892/QĐ-BNV' }, citeText: 'QĐ 892/QĐ-BNV' });
    expect(decisions.sipas).toMatchObject({ citeText: 'QĐ 1001/QĐ-BNV' });
    expect(doubt).toBe(null);
    for (const { because, citeText } of findings) {
      expect(because).toMatch(/Điểm và cách quy đổi do tỉnh nhập\.$/);
      expect(citeText).toBe('Bộ tiêu chí mẫu, tự đặt để thử, không phải của tỉnh nào');
    }
  });

  it('shows the ratios with their dossiers', async () => {
    const { ratios } = await followed((input) => {
      input.codes = 1;
    });
    const of = (id: string) => ratios.find((ratio) => ratio.id === id);
    expect(of('onTime.commune')).toMatchObject({
      numerator: 2,
      denominator: 3,
      evidence: {
        numerator: { codes: ['H99.01-260302-0001'], more: 1 },
        rest: { codes: ['H99.01-260302-0002'], more: 0 },
      },
      citeText: 'QĐ 892/QĐ-BNV (cách hiểu)',
    });
    expect(of('online.whole')).toMatchObject({ numerator: 1, denominator: 3, unknown: 0 });
    expect(of('petitions.onTime')).toMatchObject({ numerator: 8, denominator: 8 });
  });

  it('a unit without a level and procedures nobody listed are not known', async () => {
    const { ratios } = await followed((input) => {
      delete input.records.levels;
      delete input.records.wholeOnline;
    });
    for (const id of ['onTime.province', 'onTime.commune', 'online.whole'])
      expect(ratios.find((ratio) => ratio.id === id)).toMatchObject({ denominator: 0, unknown: 3 });
  });

  it('a procedure outside the list is not toàn trình', async () => {
    const { ratios } = await followed((input) => {
      input.records.wholeOnline = [];
    });
    expect(ratios.find(({ id }) => id === 'online.whole')).toMatchObject({ denominator: 0, unknown: 0 });
  });

  it('counts alone are enough', async () => {
    const { findings, ratios } = await followed((input) => {
      delete input.records;
      delete input.units;
      input.ratios = { online: { numerator: 50, denominator: 100, unknown: 1 } };
    });
    expect(ratios).toEqual([]);
    // 50 of 101 at worst.
    expect(findings[2]).toMatchObject({ id: '3.3', points: 150, atMaximum: null });
    expect(findings[1]).toMatchObject({ points: null });
  });

  it('prints 42 of 95, and doubts a list of 2021 with another length', async () => {
    const of = (n: number) => (input: Input) => {
      input.year = 2021;
      delete input.records;
      delete input.units;
      input.criteria = Array.from({ length: n }, (_, i) => ({
        id: `${i + 1}`,
        name: `Tiêu chí ${i + 1}`,
        max: '1',
        source: i < 42 ? { declared: '1', evidence: 'Kế hoạch' } : null,
      }));
    };
    const { forecast, doubt } = await followed(of(95));
    expect(forecast.sentence).toContain('42 trên 95 tiêu chí dự kiến đạt điểm tối đa');
    expect(doubt).toBe(null);
    expect((await followed(of(94))).doubt).toContain('tệp có 94');
  });

  it('a year without a decision on satisfaction still has its criteria', async () => {
    const { decisions } = await followed((input) => {
      input.year = 2028;
    });
    expect(decisions.sipas).toBe(null);
  });

  it('a unit named like something every object has is not known unless it is named', async () => {
    const { ratios } = await followed((input) => {
      for (const { dossier } of input.records.dossiers) dossier.unit = 'constructor';
    });
    for (const id of ['onTime.province', 'onTime.commune'])
      expect(ratios.find((ratio) => ratio.id === id)).toMatchObject({ denominator: 0, unknown: 3 });
  });

  it('a dossier may end at the very minute the data were read, and be promised later', async () => {
    await followed((input) => {
      const [{ dossier }] = input.records.dossiers;
      dossier.returned = input.records.readAt;
      dossier.promised = '2027-12-30T17:00';
    });
  });

  it.each<[string, (input: Input) => void]>([
    [
      'records.dossiers.2.dossier.code: trùng với mục 0 («H99.01-260302-0001»); bỏ một trong hai',
      ({ records: { dossiers } }) => (dossiers[2].dossier.code = dossiers[0].dossier.code),
    ],
    ['units.1.unit: trùng với mục 0', (input) => input.units.push(input.units[0])],
    [
      'records.dossiers.1.dossier.ready: sau lúc đọc dữ liệu (records.readAt là ',
      (input) => (input.records.dossiers[1].dossier.ready = '2027-12-30T17:00'),
    ],
    [
      'records.dossiers.0.dossier.pauses.0.from: sau lúc đọc dữ liệu',
      (input) => (input.records.dossiers[0].dossier.pauses = [{ kind: 'payment', from: '2027-12-30T17:00', to: null }]),
    ],
    [
      'records.dossiers.0.acts.apologies.0: sau lúc đọc dữ liệu',
      (input) => (input.records.dossiers[0].acts = { apologies: ['2027-12-30T17:00'] }),
    ],
    ['year: Quyết định về Chỉ số cải cách hành chính không áp dụng', (input) => (input.year = 2031)],
    ['act', (input) => delete input.act],
    ['criteria.0.max', (input) => (input.criteria[0].max = 2)],
    ['criteria.0.max', (input) => (input.criteria[0].max = '1,555')],
    ['Tiêu chí «3.1»: điểm tối đa phải lớn hơn 0.', (input) => (input.criteria[0].max = '0')],
    ['Tiêu chí «3.1»: mã bị lặp.', (input) => (input.criteria[1].id = '3.1')],
    ['Tiêu chí «3.2»: 1,50 điểm vượt', (input) => (input.criteria[1].source.conversion.steps[0].points = '1,5')],
    ['criteria.0.source: cần { ratio, conversion }', (input) => (input.criteria[0].source.ratio = 'la')],
    ['Các tỷ lệ: onTime.province', (input) => (input.criteria[0].source = {})],
    ['ratios.online: đã được đếm', (input) => (input.ratios.online = { numerator: 1, denominator: 2 })],
    ['ratios.payment.online', (input) => (input.ratios['payment.online'].numerator = 5001)],
    ['records.readAt', (input) => delete input.records.readAt],
    ['units.0.published', (input) => (input.units[0].published = { numerator: 2, denominator: 1 })],
    ['Đơn vị «xa-mau»', (input) => (input.units[0].petitions.onTime = 9)],
  ])('wrong input says «%s» and ends with 2', async (message, spoil) => {
    const { code, out, err } = await cli(['criteria', '-'], await example(spoil));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it('explains its fields', async () => {
    const { code, out } = await cli(['criteria', '--help']);
    expect(code).toBe(0);
    for (const field of ['criteria[].source', 'ratios.TÊN', '→ forecast']) expect(out).toContain(field);
  });
});
