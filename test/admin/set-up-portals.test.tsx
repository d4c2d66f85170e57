// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, fakeServer, hide, pageText, press, show, signedIn, type, unfold, write } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const units = { body: { units: [UNIT] } };
const SITES = 'Địa chỉ các trang, mỗi dòng một địa chỉ';

describe('a new portal key', () => {
  it('is shown once with the name and key of the tokens the portal makes itself', async () => {
    const issued = { id: 'mau.7K2M9QXD4T', key: 'mau.pk.ABC', tokenKey: 'Zm9vYmFy' };
    const { api } = fakeServer({
      'GET /v1/units': units,
      'GET /v1/portal-keys': { body: { keys: [] } },
      'POST /v1/portal-keys': { status: 201, body: issued },
    });
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/khoa-cong')} />));
    await type('Tên cổng', 'Cổng tỉnh');
    await press(button('Cấp khóa'));
    const given = [...document.querySelectorAll('.done output')].map((one) => [
      one.getAttribute('aria-label'),
      one.textContent,
    ]);
    expect(given).toEqual([
      ['Khóa cổng', issued.key],
      ['Khóa ký token', issued.tokenKey],
      ['Mã khóa (kid)', issued.id],
    ]);
  });
});

describe('the sites that may frame the page', () => {
  async function open(put: Parameters<typeof fakeServer>[0][string]) {
    const { api, sent } = fakeServer({
      'GET /v1/units': units,
      'GET /v1/portal-origins': { body: { origins: ['https://a.gov.vn'] } },
      'PUT /v1/portal-origins': put,
    });
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/ma-nhung')} />));
    await unfold('Trang được nhận đánh giá');
    return sent;
  }

  it('are sent one a line, as browsers write them, and shown as they were kept', async () => {
    const sent = await open({ body: { origins: ['https://a.gov.vn', 'https://b.gov.vn'] } });
    await write(SITES, 'https://b.gov.vn/\n\n  https://a.gov.vn ');
    await press(button('Lưu danh sách'));
    expect(sent.find((one) => one.method === 'PUT')?.body).toEqual({
      origins: ['https://b.gov.vn', 'https://a.gov.vn'],
    });
    expect(document.querySelector('textarea')?.value).toBe('https://a.gov.vn\nhttps://b.gov.vn');
    expect(pageText()).toContain('Đã lưu danh sách.');
  });

  it('that are none are named by their line', async () => {
    const message = 'ghi dạng https://dichvucong.tinh.gov.vn, không kèm đường dẫn phía sau';
    const issues = [{ path: 'origins.1', message }];
    await open({ status: 422, body: { code: 'body.invalid', message: 'Trường origins.1 sai.', issues } });
    await write(SITES, 'https://a.gov.vn\na.gov.vn');
    await press(button('Lưu danh sách'));
    expect(pageText()).toContain(`Dòng 2: ${message}.`);
    expect(document.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
  });
});
