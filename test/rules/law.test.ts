import { describe, expect, it } from 'vitest';
import { type Citation, citationText, type Dated, inForce, NotInForce } from '#rules/law.ts';

const cite: Citation = { act: 'NĐ 118/2025/NĐ-CP', certainty: 'text' };

describe('a citation in words', () => {
  it.each<[string, Partial<Citation>]>([
    ['NĐ 118/2025/NĐ-CP', {}],
    ['Điều 33 NĐ 118/2025/NĐ-CP', { article: '33' }],
    ['khoản 1 Điều 33 NĐ 118/2025/NĐ-CP', { article: '33', clause: '1' }],
    ['điểm đ khoản 1 Điều 33 NĐ 118/2025/NĐ-CP', { article: '33', clause: '1', point: 'đ' }],
    ['NĐ 118/2025/NĐ-CP', { certainty: 'secondary' }],
    ['Điều 17 NĐ 118/2025/NĐ-CP (chưa kiểm chứng)', { article: '17', certainty: 'recalled' }],
    ['Điều 17 NĐ 118/2025/NĐ-CP (cách hiểu)', { article: '17', certainty: 'reading' }],
  ])('%s', (words, more) => {
    expect(citationText({ ...cite, ...more })).toBe(words);
  });
});

describe('a dated value', () => {
  const history: Dated<number> = [
    { from: '2018-06-21', value: 1, cite },
    { from: '2025-07-01', value: 2, cite: { ...cite, article: '19' } },
    { from: '2027-01-01', value: null, cite },
  ];

  it('holds from its day until the next row, with the citation of its row', () => {
    expect(inForce('x', history, '2018-06-21')).toEqual({ value: 1, cite });
    expect(inForce('x', history, '2025-06-30').value).toBe(1);
    expect(inForce('x', history, '2025-07-01')).toEqual({ value: 2, cite: { ...cite, article: '19' } });
    expect(inForce('x', history, '2026-12-31').value).toBe(2);
  });

  it.each([
    ['2018-06-20', '20/06/2018'],
    ['2027-01-01', '01/01/2027'],
    ['2030-01-01', '01/01/2030'],
  ])('throws by name on %s, which it prints as people write it', (on, printed) => {
    const error = new NotInForce('Thời hạn', on);
    expect(() => inForce('Thời hạn', history, on)).toThrow(error);
    expect(error).toMatchObject({
      what: 'Thời hạn',
      on,
      message: `Thời hạn không áp dụng cho ngày ${printed}. Chọn quy định có hiệu lực.`,
    });
  });
});
