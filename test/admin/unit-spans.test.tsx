// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, choose, fakeServer, hide, pageText, press, show, signedIn, type, unfold } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const REASON = 'Quyết định số 12/QĐ-UBND.';
const OLD = { from: '2025-07-01', name: 'Sở A Cũ', level: 'province', parent: null };
const NEW = { from: '2026-10-01', name: 'Sở A', level: 'province', parent: null };

async function open(spans: readonly object[], saved: Parameters<typeof fakeServer>[0][string]) {
  const { api, sent } = fakeServer({
    'GET /v1/unit-spans': { body: { units: spans.length > 0 ? [{ unit: 'so-a', spans }] : [] } },
    'POST /v1/unit-spans': saved,
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/don-vi')} />, { units: [UNIT] }));
  expect(sent.some(({ path }) => path === '/v1/unit-spans')).toBe(false);
  await unfold('Đơn vị thay đổi theo ngày');
  return sent;
}
const SAVED = { body: { outcomes: [{ outcome: 'updated', id: 'so-a' }] } };
const posted = (sent: Awaited<ReturnType<typeof open>>) => sent.find(({ method }) => method === 'POST')?.body;

describe('spans of units', () => {
  it('begin with what the unit is and one that is still to be dated', async () => {
    const sent = await open([], SAVED);
    expect(pageText()).toContain('Chưa có đơn vị nào thay đổi.');
    await choose('Ghi thay đổi của đơn vị khác', 'so-a');
    await press(button('Lưu các giai đoạn'));
    expect(posted(sent)).toBeUndefined();
    await type('Từ ngày', '2026-10-01');
    await type('Căn cứ hoặc lý do sửa', REASON);
    const [, level] = [...document.querySelectorAll<HTMLSelectElement>('dialog fieldset select')].filter(
      ({ value }) => value === 'province',
    );
    if (!level) throw new Error('no second level');
    await act(async () => {
      level.value = 'commune';
      level.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await press(button('Lưu các giai đoạn'));
    const own = { name: 'Sở A', parent: null };
    const spans = [
      { ...own, from: '2025-07-01', level: 'province' },
      { ...own, from: '2026-10-01', level: 'commune' },
    ];
    expect(posted(sent)).toEqual([{ unit: 'so-a', spans, reason: REASON }]);
    expect(document.querySelector('dialog')).toBeNull();
    expect(pageText()).toContain('Đã lưu các giai đoạn của so-a.');
  });

  it('are listed with their days, corrected and taken out together', async () => {
    const sent = await open([OLD, NEW], SAVED);
    expect([...document.querySelectorAll('details[open] li')].map(({ textContent }) => textContent)).toEqual([
      '01/07/2025 – 30/09/2026: Sở A Cũ, Cấp tỉnh',
      'từ 01/10/2026: Sở A, Cấp tỉnh',
    ]);
    await press(button('Các giai đoạn của Sở A'));
    await press(button('Thêm giai đoạn'));
    await type('Từ ngày', '2027-01-01');
    await press(button('Bỏ giai đoạn 2'));
    await type('Tên đơn vị', 'Sở A Mới');
    await type('Căn cứ hoặc lý do sửa', REASON);
    await press(button('Lưu các giai đoạn'));
    const spans = [OLD, { ...NEW, from: '2027-01-01', name: 'Sở A Mới' }];
    expect(posted(sent)).toEqual([{ unit: 'so-a', spans, reason: REASON }]);
  });

  it('that are refused say so at the field of their span', async () => {
    const because = 'đã có giai đoạn khác bắt đầu ngày 01/10/2026. Chọn ngày khác hoặc bỏ một giai đoạn';
    const issues = [{ path: 'spans.1.from', message: because }];
    const problem = { code: 'unit.spans', message: `Giai đoạn 2, trường «Từ ngày»: ${because}.`, issues };
    await open([OLD, NEW], { body: { outcomes: [{ outcome: 'refused', id: 'so-a', status: 422, problem }] } });
    await press(button('Các giai đoạn của Sở A'));
    await type('Căn cứ hoặc lý do sửa', REASON);
    await press(button('Lưu các giai đoạn'));
    const errors = [...document.querySelectorAll('dialog fieldset')].map(
      (set) => set.querySelector('.error')?.textContent,
    );
    expect(errors).toEqual([undefined, expect.stringContaining('đã có giai đoạn khác bắt đầu ngày 01/10/2026')]);
  });
});
