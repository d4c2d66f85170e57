// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { figureOf } from '#rules/figure-id.ts';
import type { Compared } from '#wire/compared.ts';
import { placeOf } from '../../server/admin/place.ts';
import { ComparedScreen } from '../../server/admin/screens/results/compared.tsx';
import { fakeServer, hide, pageText, show, signedIn } from './mount.tsx';
import { CLOSED, OPEN } from './sample.ts';

afterEach(hide);

const EARLIER = { ...CLOSED, period: '2026-q2', label: 'Quý II/2026', snapshot: '2026-q2.1' };
const total = (side: string, value: number, of: number, low: number, high: number) =>
  figureOf(`ranking/so-a/total/${side}`, 'tenths', value, { of, n: 210, low, high });
const row = (unit: string, name: string, more: object): Compared['rows'][number] => ({
  ...{ unit, name, beforeName: name, indicators: [] },
  ...{ grade: { before: 'Tốt', after: 'Xuất sắc' }, rank: { before: 2, after: 1 } },
  total: {
    ...{ before: total('before', 149, 180, 145, 152), after: total('after', 159, 180, 156, 162) },
    ...{ change: 10, clear: true },
  },
  ...more,
});
const BODY: Compared = {
  kind: 'periods',
  before: { period: '2026-q2', label: 'Quý II/2026', snapshot: '2026-q2.1', ruleset: 'Chín chỉ số' },
  after: { period: '2026-q3', label: 'Quý III/2026', snapshot: '2026-q3.1', ruleset: 'Chín chỉ số' },
  rows: [
    row('so-a', 'Sở A', {}),
    row('so-b', 'Sở B', {
      total: {
        ...{ before: total('before', 85, 100, 61, 95), after: total('after', 13, 20, 6, 17) },
        ...{ change: null, clear: null },
      },
    }),
  ],
  changed: { compared: 2, total: 1, grade: 2, rank: 2 },
  caveats: ['Hai bên có cách hiểu khác nhau ở một số chỗ, nên chênh lệch có thể do cách hiểu.'],
};

async function open(hash: string, periods = [OPEN, CLOSED, EARLIER]) {
  location.hash = hash;
  const { api, sent } = fakeServer({
    'GET /v1/comparisons?before=2026-q2&after=2026-q3': { body: BODY },
    'GET /v1/comparisons?before=2026-q2&after=2026-q3&ruleset=binh-thuan-1063': { body: { ...BODY, kind: 'ruleset' } },
  });
  await show(signedIn(api, <ComparedScreen place={placeOf(hash)} />, { periods, period: CLOSED }));
  return sent;
}

describe('the comparison', () => {
  it('sets the newest closed period beside the one before, in one request, with what is clear and what is not comparable', async () => {
    const sent = await open('#/so-sanh');
    expect(sent.map(({ path }) => path)).toEqual(['/v1/comparisons?before=2026-q2&after=2026-q3']);
    const [first, second] = [...document.querySelectorAll('table tbody tr')].map((tr) => tr.textContent);
    expect(first).toContain('14,9/18');
    expect(first).toContain('+1,0rõ rệt');
    expect(first).toContain('Tốt → Xuất sắc · hạng 2 → 1');
    // Totals over different indicators are two measures.
    expect(second).toContain('8,5/10');
    expect(second).toContain('1,3/2');
    expect(second).toContain('—khác số chỉ số');
    expect(pageText()).toContain('2 đơn vị có ở cả hai bên: 1 đổi tổng điểm, 2 đổi xếp loại, 2 đổi hạng.');
  });

  it('keeps what is compared in the address', async () => {
    await open('#/so-sanh');
    const rulesets = [...document.querySelectorAll('select')].find((select) =>
      select.textContent?.includes('Bình Thuận'),
    );
    if (!rulesets) throw new Error('no choice of rulesets');
    rulesets.value = 'binh-thuan-1063';
    rulesets.dispatchEvent(new Event('change', { bubbles: true }));
    expect(location.hash).toBe('#/so-sanh?truoc=2026-q2&sau=2026-q3&bo-quy-tac=binh-thuan-1063');
  });

  it('says what is missing while there is nothing to compare', async () => {
    expect(await open('#/so-sanh', [OPEN])).toEqual([]);
    expect(pageText()).toContain('Chưa có kỳ nào đã chốt để so sánh.');
    expect(await open('#/so-sanh', [OPEN, CLOSED])).toEqual([]);
    expect(pageText()).toContain('Mới có một kỳ đã chốt.');
  });
});
