import { expect, it } from 'vitest';
import { openCps } from '../../../extension/hosts/opencps.ts';
import { DOSSIERS, type Planned } from '../fixtures/dossiers.ts';
import { expect as expected } from '../fixtures/fixture.ts';
import { fixture, pageOf } from '../page-of.ts';

/** As worked out by hand, of a page that prints all its dates. */
const complete = expected(DOSSIERS[5] as Planned, [
  'received',
  'promised',
  'reappointed',
  'ready',
  'returned',
  'status',
]);
const HASH = '#/danh-sach-ho-so/0/chi-tiet-ho-so/10003';

it('a detail page gives the end dates a list does not show', () => {
  expect(openCps.readDetail(pageOf(fixture('onegate-detail'), HASH), null)).toMatchObject({
    ...complete.reading,
    source: 'detail',
  });
});

it('labels of persons are not read', () => {
  const reading = openCps.readDetail(pageOf(fixture('onegate-detail'), HASH), null);
  expect(JSON.stringify(reading)).not.toMatch(/NGUYỄN|Thôn/);
});

it('an end date beside a dossier in process is a plan, not a fact', () => {
  const html = fixture('onegate-detail').replace('Đã trả kết quả', 'Đang xử lý');
  expect(openCps.readDetail(pageOf(html, HASH), null)).toMatchObject({
    state: 'processing',
    ready: null,
    returned: null,
  });
});

it('a new date that is not later than the promise is no re-appointment', () => {
  const html = fixture('onegate-detail').replace('12/11/2026 17:00:00', '06/11/2026 17:00:00');
  expect(openCps.readDetail(pageOf(html, HASH), null)?.reappointed).toBeNull();
});

it('outside the detail route nothing is read from labels', () => {
  expect(openCps.readDetail(pageOf(fixture('onegate-detail'), '#/danh-sach-ho-so/0'), null)).toBeNull();
});
