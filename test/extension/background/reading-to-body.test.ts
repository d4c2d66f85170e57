import { expect, it } from 'vitest';
import { dossierBody } from '../../../extension/background/dossier-body.ts';
import { mergeReading } from '../../../extension/background/merge-reading.ts';
import { dossier } from '../../../server/wire/dossier.ts';
import { readingOf } from '../reading.ts';

const DETAIL = readingOf({
  state: 'returned',
  status: 'Đã trả kết quả',
  ready: '2026-11-19T10:00',
  returned: '2026-11-20T09:00',
  source: 'detail',
});

it('a list that shows no end date keeps the one the detail page gave', () => {
  const merged = mergeReading(DETAIL, readingOf({ state: 'returned' }));
  expect(merged).toMatchObject({ ready: '2026-11-19T10:00', returned: '2026-11-20T09:00', source: 'list' });
});

it('a dossier sent back to processing loses the end it had', () => {
  expect(mergeReading(DETAIL, readingOf({ state: 'processing' }))).toMatchObject({ ready: null, returned: null });
});

it('a page that lists one of two requests for papers takes none away', () => {
  const merged = (newer: number | null, older: number | null) =>
    mergeReading(readingOf({ supplements: older }), readingOf({ supplements: newer })).supplements;
  expect([merged(1, 2), merged(2, 1), merged(null, 2), merged(1, null), merged(null, null)]).toEqual([
    2,
    2,
    2,
    1,
    null,
  ]);
});

it('a page that lists fewer steps takes none away', () => {
  const course = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `Bước ${i}`, limitDays: null, started: null, ended: null }));
  const merged = (newer: number | null, older: number | null) =>
    mergeReading(
      readingOf({ steps: older === null ? null : course(older) }),
      readingOf({ steps: newer === null ? null : course(newer) }),
    ).steps?.length ?? null;
  expect([merged(2, 3), merged(3, 2), merged(null, 3), merged(3, null), merged(null, null)]).toEqual([
    3,
    3,
    3,
    3,
    null,
  ]);
});

it('the steps of a detail page are sent by name, limit and moments; a page without them states nothing', () => {
  const steps = [
    { name: 'Thẩm định hồ sơ', limitDays: 0.5, started: '2026-11-11T08:00', ended: null },
    { name: 'Ký duyệt', limitDays: null, started: null, ended: null },
  ];
  const body = dossierBody(readingOf({ steps }), 'P01');
  expect(body?.course).toEqual(steps);
  expect(dossier.safeParse(body).success).toBe(true);
  for (const none of [[], null]) expect(dossierBody(readingOf({ steps: none }), 'P01')).not.toHaveProperty('course');
});

it('a moved due date is the newer one', () => {
  expect(mergeReading(readingOf(), readingOf({ promised: '2026-12-01T17:00' })).promised).toBe('2026-12-01T17:00');
});

it('what is sent is accepted by the schema of the server and carries no words of the page', () => {
  const body = dossierBody(DETAIL, 'P01');
  expect(dossier.safeParse(body).success).toBe(true);
  expect(JSON.stringify(body)).not.toContain('Cấp giấy phép');
});

it.each([
  ['status', { state: null }],
  ['receipt', { received: null }],
  ['due date', { promised: null }],
  ['end date of a finished dossier', { state: 'returned' as const }],
])('without its %s a dossier is not sent: an absence nobody saw is not stated', (_what, part) => {
  expect(dossierBody(readingOf(part), 'P01')).toBeNull();
});
