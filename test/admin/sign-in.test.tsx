// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { App } from '../../server/admin/app.tsx';
import { button, fakeServer, field, hide, pageText, press, show, type } from './mount.tsx';
import { CHECK, OPEN, SESSION } from './sample.ts';

const EXPIRED = { status: 401, body: { code: 'session.expired', message: 'hết phiên' } };
const UNIT = { unit: 'so-a', name: 'Sở Ánh Dương', parent: null, level: 'province', from: '2026-01-01', to: null };
const RECEIVED = { period: '2026-q4', total: 37, today: 5, units: [{ unit: 'so-a', name: 'Sở Ánh Dương', n: 37 }] };
const TODAY = {
  'GET /v1/received': { body: RECEIVED },
  'GET /v1/periods': { body: { periods: [OPEN] } },
  'GET /v1/periods/2026-q4/check': { body: CHECK },
};

afterEach(() => {
  hide();
  location.hash = '';
});

describe('signing in', () => {
  it('asks whoever has no session, and sends what was typed', async () => {
    const { api, sent } = fakeServer({
      ...TODAY,
      'GET /v1/session': { status: 401, body: { code: 'sign.in', message: 'Cần đăng nhập.' } },
      'POST /v1/session': { status: 201, body: SESSION },
    });
    await show(<App api={api} />);
    await type('Mã tỉnh', ' mau ');
    await type('Tên đăng nhập', 'lan');
    await type('Mật khẩu', 'mật khẩu đủ dài');
    await press(button('Đăng nhập'));
    const body = { tenant: 'mau', login: 'lan', password: 'mật khẩu đủ dài' };
    expect(sent.find((s) => s.method === 'POST')).toMatchObject({ path: '/v1/session', body });
    expect(document.querySelector('h1')?.textContent).toBe('Hôm nay · kỳ Quý IV/2026');
    expect(document.activeElement).toBe(document.querySelector('h1'));
    expect(pageText()).toContain('2 đơn vị chưa tự chấm quý này.');
  });

  it('calls the unit of the account by its name', async () => {
    const session = { ...SESSION, role: 'unit-admin', unit: 'so-a' };
    const { api } = fakeServer({
      ...TODAY,
      'GET /v1/session': { body: session },
      'GET /v1/units': { body: { units: [UNIT] } },
    });
    await show(<App api={api} />);
    expect(document.querySelector('.who')?.textContent).toBe('lan · Quản trị đơn vị · Sở Ánh Dương');
    // Found signed in: nothing was taken from under the reader.
    expect(document.activeElement).toBe(document.body);
  });

  it('says why it was refused and keeps what was typed', async () => {
    location.hash = '#/dang-nhap/mau';
    const { api } = fakeServer({
      'GET /v1/session': { status: 401, body: { code: 'sign.in', message: 'Cần đăng nhập.' } },
      'POST /v1/session': {
        status: 401,
        body: { code: 'sign.in.wrong', message: 'Tên đăng nhập hoặc mật khẩu không đúng.' },
      },
    });
    await show(<App api={api} />);
    await type('Tên đăng nhập', 'lan');
    await type('Mật khẩu', 'sai');
    await press(button('Đăng nhập'));
    expect(document.querySelector('[role=alert]')?.textContent).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(field('Tên đăng nhập').value).toBe('lan');
  });

  it('does not send an empty form but names the empty fields', async () => {
    const { api, sent } = fakeServer({ 'GET /v1/session': { status: 401, body: { code: 'sign.in', message: '' } } });
    await show(<App api={api} />);
    await press(button('Đăng nhập'));
    expect(sent.map((s) => s.method)).toEqual(['GET']);
    expect(field('Mật khẩu').getAttribute('aria-invalid')).toBe('true');
  });

  it('offers to try again when the server is not reached', async () => {
    let reached = false;
    const { api } = fakeServer({
      ...TODAY,
      'GET /v1/session': () => {
        if (!reached) throw new TypeError('Failed to fetch');
        return { body: SESSION };
      },
    });
    await show(<App api={api} />);
    expect(pageText()).toContain('Không nối được với máy chủ. Kiểm tra mạng rồi bấm Thử lại.');
    reached = true;
    await press(button('Thử lại'));
    expect(pageText()).toContain('Hôm nay');
  });
});

describe('a session that ends while somebody types', () => {
  it('asks for the password over the screen and keeps the form under it', async () => {
    location.hash = '#/thiet-lap/khoa-cong';
    let alive = true;
    const keys = () => (alive ? { status: 201, body: { key: 'mau.pk.ABC', id: 'mau.1' } } : EXPIRED);
    const { api, sent } = fakeServer({
      'GET /v1/session': { body: SESSION },
      'GET /v1/units': { body: { units: [UNIT] } },
      'GET /v1/portal-keys': { body: { keys: [] } },
      'POST /v1/portal-keys': keys,
      'POST /v1/session': { status: 201, body: { ...SESSION, csrf: 'csrf-2' } },
    });
    await show(<App api={api} />);
    await type('Tên cổng', 'Cổng dịch vụ công');
    alive = false;
    await press(button('Cấp khóa'));
    expect(document.querySelector('dialog')?.textContent).toContain(
      'Phiên làm việc đã hết. Đăng nhập lại; nội dung đang nhập vẫn còn.',
    );

    alive = true;
    await type('Mật khẩu', 'mật khẩu đủ dài');
    await press(button('Đăng nhập'));
    expect(document.querySelector('dialog')).toBeNull();
    expect(field('Tên cổng').value).toBe('Cổng dịch vụ công');

    await press(button('Cấp khóa'));
    const last = sent.filter((s) => s.path === '/v1/portal-keys' && s.method === 'POST').at(-1);
    expect(last).toMatchObject({ csrf: 'csrf-2', body: { label: 'Cổng dịch vụ công', units: [] } });
    expect(pageText()).toContain('mau.pk.ABC');
    expect(pageText()).toContain('Khóa chỉ hiện một lần.');
  });
});

describe('the first admin', () => {
  it('is not created while the two passwords differ', async () => {
    location.hash = '#/bat-dau/mau.fa.0123456789ABCDEFGHJKMNPQRSTVWXYZ01234567';
    const { api, sent } = fakeServer({
      ...TODAY,
      'GET /v1/session': { status: 401, body: { code: 'sign.in', message: '' } },
      'POST /v1/first-admin': { status: 201, body: SESSION },
    });
    await show(<App api={api} />);
    await type('Tên đăng nhập', 'lan');
    await type('Mật khẩu', 'mot-mat-khau-dai');
    await type('Nhập lại mật khẩu', 'mot-mat-khau-khac');
    await press(button('Tạo quản trị'));
    expect(pageText()).toContain('Hai lần nhập mật khẩu khác nhau. Nhập lại.');
    expect(sent.some((s) => s.method === 'POST')).toBe(false);

    await type('Nhập lại mật khẩu', 'mot-mat-khau-dai');
    await press(button('Tạo quản trị'));
    expect(sent.find((s) => s.method === 'POST')?.body).toMatchObject({ login: 'lan', password: 'mot-mat-khau-dai' });
    expect(pageText()).toContain('Tỉnh Mẫu');
  });
});
