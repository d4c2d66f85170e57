import { describe, expect, it } from 'vitest';
import { figureOf, rankingId, unitId } from '#rules/figure-id.ts';
import { type Figure, plainFigure, printFigure } from '#rules/print-figure.ts';
import { figure as figureSchema } from '../../server/wire/figure.ts';

const _ = '\u00a0';
const of = (unit: Figure['unit'], value: number | null, more: Partial<Figure> = {}) =>
  figureOf('whole/x', unit, value, more);

describe('a figure for people', () => {
  it.each<[Figure, string, string]>([
    [of('count', 8868), '8.868', '8,868'],
    [of('tenths', 159), '15,9', '15.9'],
    [of('tenths', 0), '0,0', '0.0'],
    [of('difference', 4), '+0,4', '+0.4'],
    [of('difference', -2), '−0,2', '−0.2'],
    [of('hundredths', 1609), '16,09', '16.09'],
    [of('permille', 845), `84,5${_}%`, '84.5%'],
    [of('share', 7164, { of: 7165 }), `>${_}99,9${_}%`, `>${_}99.9%`],
    [of('share', 7165, { of: 7165 }), `100${_}%`, '100%'],
    [of('fineShare', 9, { of: 28 }), `32,14${_}%`, '32.14%'],
    [of('text', null, { text: 'Xuất sắc' }), 'Xuất sắc', 'Xuất sắc'],
    [of('tenths', null, { because: 'chưa đủ dữ liệu' }), '—', '—'],
    [of('share', 0, { of: 0 }), '—', '—'],
  ])('%o', (figure, vi, en) => {
    expect([printFigure(figure), printFigure(figure, 'value', 'en')]).toEqual([vi, en]);
  });

  it('is shown over its most, as offices write, as a share, with its interval and n', () => {
    expect(printFigure(of('tenths', 132, { of: 160 }), 'over')).toBe('13,2/16');
    expect(printFigure(of('count', 17, { of: 18 }), 'over')).toBe('17/18');
    expect(printFigure(of('count', 1, { of: 18 }), 'office')).toBe('01/18');
    expect(printFigure(of('count', 7), 'office')).toBe('07');
    expect(printFigure(of('count', 6824, { of: 8868 }), 'part')).toBe(`77,0${_}%`);
    expect(printFigure(of('tenths', 159, { low: 156, high: 162 }), 'interval')).toBe('15,6–16,2');
    expect(printFigure(of('difference', 1, { low: -1, high: 3 }), 'interval')).toBe('[−0,1; 0,3]');
    expect(printFigure(of('permille', 968, { low: 941, high: 982 }), 'interval')).toBe(`94,1–98,2${_}%`);
    expect(printFigure(of('tenths', 159), 'interval')).toBe('—');
    expect(printFigure(of('tenths', 159, { n: 412 }), 'n')).toBe(`n${_}=${_}412`);
  });
});

describe('a figure for machines', () => {
  it('has a decimal point and no thousands, and is empty where unknown', () => {
    expect(plainFigure(of('count', 8868))).toBe('8868');
    expect(plainFigure(of('tenths', 159, { of: 180 }))).toBe('15.9');
    expect(plainFigure(of('tenths', 159, { of: 180 }), 'of')).toBe('18.0');
    expect(plainFigure(of('difference', -2))).toBe('-0.2');
    expect(plainFigure(of('share', 971, { of: 7165 }))).toBe('13.6');
    expect(plainFigure(of('share', 7164, { of: 7165 }))).toBe('>99.9');
    expect(plainFigure(of('permille', 845, { low: 836, high: 853 }), 'low')).toBe('83.6');
    expect(plainFigure(of('tenths', null))).toBe('');
    expect(plainFigure(of('tenths', 5), 'n')).toBe('');
  });
});

it('has one grammar of ids, and the shape the API promises', () => {
  expect(rankingId('so-tc', 'total')).toBe('ranking/so-tc/total');
  expect(unitId('so-tc', 3, 'computed')).toBe('unit/so-tc/3/computed');
  const figure = figureOf('ranking/so-tc/total', 'tenths', 159, { of: 180, n: 3, cites: ['Điều 15'] });
  expect(figureSchema.parse(figure)).toEqual(figure);
});
