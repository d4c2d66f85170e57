import type { UnitSpan } from '#rules/unit-tree.ts';

/** A unit as declared: a commune directly under the province since 01/01/2016 that still exists, unless said otherwise. */
export const spanOf = (unit: string, name: string, more: Partial<UnitSpan> = {}): UnitSpan => ({
  unit,
  name,
  level: 'commune',
  parent: [{ from: more.from ?? '2016-01-01', value: null }],
  from: '2016-01-01',
  to: null,
  successors: [],
  ...more,
});

/** A district until 30/6/2025 and one of its communes. */
export const DISTRICT = spanOf('h1', 'UBND huyện Mẫu', { level: 'district', to: '2025-07-01' });
export const COMMUNE = spanOf('x1', 'UBND xã Một', {
  parent: [
    { from: '2016-01-01', value: 'h1' },
    { from: '2025-07-01', value: null },
  ],
});
