import { describe, expect, it } from 'vitest';
import { judgedDay, type SpanStart, spanAt, spanFault } from '#rules/units/unit-life.ts';

const life = { from: '2020-01-01', to: null };
const span = (from: string, more: Partial<SpanStart> = {}): SpanStart => ({
  ...{ from, name: `Từ ${from}`, level: 'commune', parent: null },
  ...more,
});

describe('the day a unit is judged by in a period', () => {
  const quarter = { from: '2026-07-01', to: '2026-10-01' };
  it.each<[string, string | null, string]>([
    ['goes on', null, '2026-09-30'],
    ['ended with the period', '2026-10-01', '2026-09-30'],
    ['ended after it', '2027-01-01', '2026-09-30'],
    ['ended within it', '2026-08-16', '2026-08-15'],
  ])('of a unit that %s', (_, to, day) => {
    expect(judgedDay({ from: '2020-01-01', to }, quarter)).toBe(day);
  });
});

describe('the span in force', () => {
  const spans = [span('2020-01-01'), span('2025-07-01')];
  it.each([
    ['2019-12-31', '2020-01-01'],
    ['2020-01-01', '2020-01-01'],
    ['2025-06-30', '2020-01-01'],
    ['2025-07-01', '2025-07-01'],
    ['2030-01-01', '2025-07-01'],
  ])('on %s is that from %s', (day, from) => {
    expect(spanAt(spans, day)?.from).toBe(from);
  });

  it('is none of no spans', () => {
    expect(spanAt([], '2026-01-01')).toBeUndefined();
  });
});

describe('spans of a unit', () => {
  it('are right in any order, a district until its level ended', () => {
    expect(spanFault(life, [span('2020-01-01')])).toBeNull();
    expect(spanFault(life, [span('2025-07-01'), span('2020-01-01', { level: 'district' })])).toBeNull();
    expect(spanFault({ from: '2020-01-01', to: '2025-07-01' }, [span('2020-01-01', { level: 'district' })])).toBeNull();
  });

  it.each<[string, readonly SpanStart[], number, string, string]>([
    [
      'two from one day',
      [span('2020-01-01'), span('2025-07-01'), span('2025-07-01', { name: 'Khác' })],
      2,
      'from',
      'đã có giai đoạn khác bắt đầu ngày 01/07/2025. Chọn ngày khác hoặc bỏ một giai đoạn',
    ],
    [
      'nothing on the first days',
      [span('2025-07-01'), span('2021-01-01')],
      1,
      'from',
      'từ ngày 01/01/2020 đến hết ngày 31/12/2020 không có giai đoạn nào. Cho giai đoạn đầu bắt đầu ngày 01/01/2020',
    ],
    [
      'one before the unit was there',
      [span('2019-12-31'), span('2020-01-01')],
      0,
      'from',
      'đơn vị hoạt động từ ngày 01/01/2020. Chọn ngày này hoặc ngày sau đó',
    ],
    [
      'a district that stays one day too long',
      [span('2020-01-01', { level: 'district' }), span('2025-07-02')],
      0,
      'level',
      'từ ngày 01/07/2025 không còn cấp huyện. Thêm giai đoạn từ ngày ấy hoặc chọn cấp khác',
    ],
    [
      'one that changes nothing',
      [span('2020-01-01', { name: 'Xã A' }), span('2025-07-01', { name: 'Xã A' })],
      1,
      'name',
      'giống hệt giai đoạn trước. Đổi cấp, tên hoặc đơn vị cấp trên, hoặc bỏ giai đoạn này',
    ],
  ])('are refused: %s', (_, spans, index, field, because) => {
    expect(spanFault(life, spans)).toEqual({ index, field, because });
  });

  it('end with the unit', () => {
    const ended = { from: '2020-01-01', to: '2026-01-01' };
    expect(spanFault(ended, [span('2020-01-01'), span('2026-01-01')])).toEqual({
      ...{ index: 1, field: 'from' },
      because: 'đơn vị thôi hoạt động từ ngày 01/01/2026. Chọn ngày trước đó',
    });
    expect(spanFault(ended, [span('2020-01-01'), span('2025-12-31')])).toBeNull();
  });
});
