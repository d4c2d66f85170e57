// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import type { Period } from '#wire/results.ts';
import { PeriodNext } from '../../server/admin/screens/period-next.tsx';
import { fakeServer, hide, pageText, show, signedIn } from './mount.tsx';
import { CLOSED, OPEN } from './sample.ts';

afterEach(hide);

const AT = '2026-11-24T01:00:00.000Z';
const sealed: Period = { ...CLOSED, state: 'sealed', sealedAt: AT };

it.each<[string, Period, string]>([
  ['open', OPEN, 'chốt kỳ được từ ngày 01/01/2027'],
  ['sealed', sealed, 'công khai ngay hoặc hẹn ngày'],
  ['waiting for its day', { ...sealed, publishedAt: AT, embargoed: true }, 'Hủy hẹn được trước giờ đó'],
  ['published', { ...sealed, publishedAt: AT }, 'không còn việc'],
  ['withdrawn', { ...sealed, withdrawnAt: AT, withdrawnReason: 'Nhập sai.' }, 'rồi công khai lại'],
  ['a year of quarters', { ...CLOSED, parts: ['2026-q1'] }, 'sau khi mọi quý đã khóa sổ'],
])('a period that is %s says what is next', async (_, period, said) => {
  const { api } = fakeServer({});
  await show(signedIn(api, <PeriodNext period={period} />));
  expect(pageText()).toContain(said);
});

it('before the seal it says how many objections wait and the first day one is due', async () => {
  const path = `GET /v1/objections?period=${CLOSED.period}&state=new`;
  const objections = [{ due: '2026-12-02' }, { due: '2026-11-30' }];
  const { api } = fakeServer({ [path]: { body: { objections, dueCite: '', next: null } } });
  await show(signedIn(api, <PeriodNext period={CLOSED} />));
  expect(pageText()).toContain('Còn 2 ý kiến về điểm chưa trả lời, sớm nhất đến hạn 30/11/2026.');
});

it('an act that was cut short says itself what to do', async () => {
  const { api } = fakeServer({});
  await show(signedIn(api, <PeriodNext period={{ ...CLOSED, sealing: true }} />));
  expect(pageText()).toBe('');
});
