import { describe, expect, it } from 'vitest';
import { fromSerial } from '../../server/imports/excel-serial.ts';
import { isCellFault, type Read, readText } from '../../server/imports/read-cell.ts';
import { readCode, readProcedureCode } from '../../server/imports/read-code.ts';
import { readCellDate } from '../../server/imports/read-date.ts';
import { readNumber } from '../../server/imports/read-number.ts';

/** The value, or the code of the fault. */
const told = <T>(read: Read<T>) => (isCellFault(read) ? read.code : read.value);

describe('a date in a cell', () => {
  const day = { day: '2026-03-02', time: null };
  const moment = { day: '2026-03-02', time: '08:15' };
  // 02/03/2026 is 59 + 2 = 61 days after 31/12/2025; 31/12/2025 is day number 46022 (46350, 24/11/2026, less 328), so 46083.
  // 1772414100000 ms = 2026-03-02T01:15Z.
  it.each([
    ['02/03/2026', day],
    ['2/3/2026', day],
    ['02-03-2026', day],
    ['02.03.2026', day],
    ['2026-03-02', day],
    ['2026/03/02', day],
    ['46083', day],
    ['02/03/2026 08:15', moment],
    ['02/03/2026 08:15:33', moment],
    ['08:15 02/03/2026', moment],
    ['8:15:33, 2/3/2026', moment],
    ['02/03/2026 8:15 AM', moment],
    ['02/03/2026 8:15 SA', moment],
    ['8:15 SA 02/03/2026', moment],
    ['02/03/2026 8:15 CH', { day: '2026-03-02', time: '20:15' }],
    ['02/03/2026 12:15 SA', { day: '2026-03-02', time: '00:15' }],
    ['02/03/2026 12:15 CH', { day: '2026-03-02', time: '12:15' }],
    ['2026/03/02 08:15', moment],
    ['2026-03-02T08:15:00+07:00', moment],
    ['2026-03-02T01:15:00Z', moment],
    ['46083.34375', moment],
    ['46083,34375', moment],
    ['1772414100000', moment],
    ['20260302081500', moment],
    ['', null],
    ['-', null],
    ['null', null],
    ['02/03/26', 'date.shortYear'],
    ['08:15 02/03/26', 'date.shortYear'],
    ['31/02/2026', 'date.day'],
    ['29/02/2026', 'date.day'],
    ['02/13/2026', 'date.day'],
    ['02/03/1999', 'date.year'],
    ['01/01/0001', 'date.year'],
    ['02/03/2101', 'date.year'],
    ['02/03/2026 24:00', 'date.time'],
    ['02/03/2026 13:15 CH', 'date.time'],
    ['hôm qua', 'date.form'],
    ['02/03/2026 và 03/03/2026', 'date.form'],
    ['12345', 'date.form'],
    ['1234567890', 'date.form'],
    ['#N/A', 'cell.failed'],
    ['02/03/2026\ufffd', 'text.broken'],
  ])('%j', (text, expected) => {
    expect(told(readCellDate(text))).toEqual(expected);
  });

  it('true dates and numbers', () => {
    expect(told(readCellDate({ date: moment }))).toEqual(moment);
    expect(told(readCellDate({ date: { day: '1900-01-01', time: '08:15' } }))).toBe('date.year');
    expect(told(readCellDate({ number: 46083 }))).toEqual(day);
    expect(told(readCellDate({ number: 1_772_414_100_000 }))).toEqual(moment);
    expect(told(readCellDate({ number: 12.5 }))).toBe('date.form');
    expect(told(readCellDate({ list: [] }))).toBe('cell.list');
    expect(told(readCellDate(undefined))).toBeNull();
  });

  it('in a column of month first, and in one that holds both orders', () => {
    expect(told(readCellDate('03/02/2026', 'mdy'))).toEqual(day);
    expect(told(readCellDate('02/03/2026', 'undecided'))).toEqual(day);
    expect(told(readCellDate('13/02/2026', 'mixed'))).toEqual({ day: '2026-02-13', time: null });
    expect(told(readCellDate('02/13/2026', 'mixed'))).toEqual({ day: '2026-02-13', time: null });
    expect(told(readCellDate('03/03/2026', 'mixed'))).toEqual({ day: '2026-03-03', time: null });
    expect(told(readCellDate('02/03/2026', 'mixed'))).toBe('date.mixed');
  });

  it('seconds of a day number are dropped, and do not lose a minute to floating point', () => {
    // 8 h 15 min 33 s = 29,733 s of 86,400.
    expect(fromSerial(46083 + 29_733 / 86_400)).toEqual(moment);
    for (let minute = 1; minute < 1440; minute += 1) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect(fromSerial(Number((46083 + minute / 1440).toFixed(10)))).toEqual({ day: '2026-03-02', time });
    }
    expect(fromSerial(46082.9999999)).toEqual(day);
  });
});

describe('a number in a cell', () => {
  it.each([
    ['1234', 'count', 1234],
    ['1.234', 'count', 1234],
    ['1,234', 'count', 1234],
    ['1.234.567', 'count', 1_234_567],
    ['1 234', 'count', 1234],
    ['-3', 'count', -3],
    ['1.234,5', 'decimal', 1234.5],
    ['1,234.5', 'decimal', 1234.5],
    ['12,5', 'decimal', 12.5],
    ['12.5', 'count', 12.5],
    ['0,125', 'decimal', 0.125],
    ['22,75 %', 'decimal', 22.75],
    ['1.234.567', 'decimal', 1_234_567],
    ['1.234', 'decimal', 'number.either'],
    ['1,234', 'decimal', 'number.either'],
    ['1.23.4', 'count', 'number.form'],
    ['1,2,3', 'count', 'number.form'],
    ['mười', 'count', 'number.form'],
    ['', 'count', null],
    ['–', 'count', null],
    ['#DIV/0!', 'count', 'cell.failed'],
  ] as const)('%j as a %s', (text, kind, expected) => {
    expect(told(readNumber(text, kind))).toBe(expected);
  });

  it('a true number is itself, a true date is none', () => {
    expect(told(readNumber({ number: 1.234 }, 'decimal'))).toBe(1.234);
    expect(told(readNumber({ date: { day: '2026-03-02', time: null } }, 'count'))).toBe('number.form');
  });
});

describe('a code in a cell', () => {
  it.each([
    ['000.00.06.H56-260302-0001', '000.00.06.H56-260302-0001'],
    ['00123', '00123'],
    ['1.23457E+14', 'code.collapsed'],
    ['1,23457E+14', 'code.collapsed'],
    ['#REF!', 'cell.failed'],
    ['', null],
  ])('%j', (text, expected) => {
    expect(told(readCode(text))).toBe(expected);
  });

  it('a number keeps at most 15 digits', () => {
    expect(told(readCode({ number: 123_456_789_012_345 }))).toBe('123456789012345');
    expect(told(readCode({ number: 1_234_567_890_123_456 }))).toBe('code.collapsed');
    expect(told(readCode({ number: 1.5 }))).toBe('code.number');
    expect(told(readCode({ date: { day: '2026-03-02', time: null } }))).toBe('code.number');
  });

  it('of a procedure: the zeros dropped behind the point are put back', () => {
    expect(told(readProcedureCode({ number: 2.00081 }))).toBe('2.000810');
    expect(told(readProcedureCode('2,00081'))).toBe('2.000810');
    expect(told(readProcedureCode('1.001612'))).toBe('1.001612');
    expect(told(readProcedureCode('1.001612.000.00.00.H48'))).toBe('1.001612.000.00.00.H48');
    expect(told(readProcedureCode({ date: { day: '2026-03-02', time: null } }))).toBe('code.number');
  });
});

describe('a text in a cell', () => {
  it('is told apart from a failed formula and from broken signs; the fault never repeats it', () => {
    expect(told(readText('Đã trả'))).toBe('Đã trả');
    expect(told(readText('#1 nhận hồ sơ'))).toBe('#1 nhận hồ sơ');
    expect(told(readText('#########'))).toBe('cell.failed');
    expect(told(readText('a\0b'))).toBe('text.broken');
    expect(told(readText('hai\ndòng'))).toBe('hai\ndòng');
    for (const read of [
      readText('Nguyễn\ufffd'),
      readCode('1.5E+20'),
      readNumber('Nguyễn', 'count'),
      readCellDate('Nguyễn'),
    ])
      expect(JSON.stringify(read)).not.toMatch(/Nguyễn|1\.5E/);
  });
});
