import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../server/cli/json-fault.ts';

describe('a text that is no JSON', () => {
  it.each([
    ['', 'dòng 1, cột 1 (hết tệp quá sớm)'],
    ['a,b\n1,2', 'dòng 1, cột 1 (gặp «a»)'],
    ['{\n  "a": 1\n  "b": 2\n}', 'dòng 3, cột 3 (gặp «"»)'],
    ['{"a": 1,}', 'dòng 1, cột 9 (gặp «}»)'],
    ['[1, 2,\n]', 'dòng 2, cột 1 (gặp «]»)'],
    ['[1 2]', 'dòng 1, cột 4 (gặp «2»)'],
    ['[1}', 'dòng 1, cột 3 (gặp «}»)'],
    ['{"a" 1}', 'dòng 1, cột 6 (gặp «1»)'],
    ['{a: 1}', 'dòng 1, cột 2 (gặp «a»)'],
    ['{"a": }', 'dòng 1, cột 7 (gặp «}»)'],
    ['{"a": {"b": [', 'dòng 1, cột 14 (hết tệp quá sớm)'],
    ['[01]', 'dòng 1, cột 3 (gặp «1»)'],
    ['[1.]', 'dòng 1, cột 3 (gặp «.»)'],
    ['["a\nb"]', 'dòng 1, cột 2 (gặp «"»)'],
    ['["\\x"]', 'dòng 1, cột 2 (gặp «"»)'],
    ["{'a': 1}", "dòng 1, cột 2 (gặp «'»)"],
    ['[] []', 'dòng 1, cột 4 (gặp «[»)'],
    ['[],', 'dòng 1, cột 3 (gặp «,»)'],
    [']', 'dòng 1, cột 1 (gặp «]»)'],
    ['[true, nul]', 'dòng 1, cột 8 (gặp «n»)'],
  ])('%j is faulty at %s', (text, where) => {
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(jsonFault(text)).toBe(`không phải JSON hợp lệ ở ${where}`);
  });

  it('every way of writing JSON is gone through to the fault after it', () => {
    const valid = JSON.stringify(
      { a: [], b: {}, c: [{ d: null }, [true, false], -1.5e-7, 0, 'é\\"\n\u0001 \u007f'] },
      null,
      '\t',
    );
    expect(jsonFault(`${valid}\n?`)).toBe(
      `không phải JSON hợp lệ ở dòng ${valid.split('\n').length + 1}, cột 1 (gặp «?»)`,
    );
  });
});
