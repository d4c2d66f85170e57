// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { Periods } from '../../server/admin/screens/periods.tsx';
import { button, choose, fakeServer, hide, pageText, press, show, signedIn, type } from './mount.tsx';

afterEach(hide);

describe('opening a period', () => {
  it('asks first, sends the quarter meant, and on refusal leads to the decision that is missing', async () => {
    const message =
      'Chín chỉ số theo Thông tư 01/2018/TT-VPCP không áp dụng cho ngày 31/03/2027. Cần quyết định của tỉnh.';
    const { api, sent } = fakeServer({
      'GET /v1/periods': { body: { periods: [] } },
      'POST /v1/periods': { status: 422, body: { code: 'ruleset.outside', message } },
    });
    await show(signedIn(api, <Periods place={placeOf('#/ky')} />));
    await type('Của năm', '2027');
    await choose('Quý nào', '1');
    expect(pageText()).toContain('Kỳ sẽ mở: Quý I/2027, 01/01/2027 – 31/03/2027.');
    await press(button('Mở kỳ'));
    expect(document.querySelector('dialog h2')?.textContent).toBe('Mở kỳ Quý I/2027 (01/01/2027 – 31/03/2027)?');
    expect(pageText()).toContain('Quyết định, cách hiểu, giờ làm việc được giữ nguyên từ lúc này.');
    expect(sent.some((s) => s.method === 'POST')).toBe(false);
    await press(button('Mở kỳ'));
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual({
      period: '2027-q1',
      kind: 'quarter',
      from: '2027-01-01',
      lastDay: '2027-03-31',
    });
    expect(document.querySelector('dialog [role=alert]')?.textContent).toContain(message);
    expect(document.querySelector('dialog a[href="#/thiet-lap/tinh"]')).not.toBeNull();
  });

  it('over which two rulesets hold in turn is refused with a link to the choice between them', async () => {
    const message = 'Kỳ từ 01/01/2025 đến 31/12/2025 có nhiều bộ quy tắc lần lượt hiệu lực.';
    const { api } = fakeServer({
      'GET /v1/periods': { body: { periods: [] } },
      'POST /v1/periods': { status: 422, body: { code: 'ruleset.straddle', message } },
    });
    await show(signedIn(api, <Periods place={placeOf('#/ky')} />));
    await press(button('Mở kỳ'));
    await press(button('Mở kỳ'));
    expect(document.querySelector('dialog [role=alert]')?.textContent).toContain(message);
    const link = document.querySelector<HTMLAnchorElement>('dialog a');
    expect(link?.getAttribute('href')).toBe('#/thiet-lap/tinh?cach-hieu=ruleset.straddle');
    expect(link?.textContent).toBe('Chọn bộ quy tắc cho kỳ như vậy');
  });

  it('that is refused for another reason leads nowhere else', async () => {
    const { api } = fakeServer({
      'GET /v1/periods': { body: { periods: [] } },
      'POST /v1/periods': { status: 409, body: { code: 'period.exists', message: 'Đã có kỳ này.' } },
    });
    await show(signedIn(api, <Periods place={placeOf('#/ky')} />));
    await press(button('Mở kỳ'));
    await press(button('Mở kỳ'));
    expect(pageText()).toContain('Đã có kỳ này.');
    expect(document.querySelector('dialog a')).toBeNull();
  });
});
