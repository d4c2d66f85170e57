// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { App } from '../../server/admin/app.tsx';
import { button, fakeServer, field, hide, loadScreens, pageText, press, show, type } from './mount.tsx';
import { OPEN, SESSION } from './sample.ts';

const EXPIRED = { status: 401, body: { code: 'session.expired', message: 'hết phiên' } };
const UNIT = { unit: 'so-a', name: 'Sở Ánh Dương', parent: null, level: 'province', from: '2026-01-01', to: null };
const RECEIVED = { period: '2026-q4', total: 37, today: 5, units: [{ unit: 'so-a', name: 'Sở Ánh Dương', n: 37 }] };
const NONE = { of: null, oldestDays: null, dueToday: null, atLeast: false, countedAt: null, period: null, fault: null };
const LINES = [
  { ...NONE, key: 'overdue', n: 13, oldestDays: 6 },
  { ...NONE, key: 'letter', n: 6, oldestDays: 0, dueToday: 2 },
  { ...NONE, key: 'unscored', n: 2, of: 18, countedAt: '2026-11-10T01:00:00Z' },
  { ...NONE, key: 'objection', n: null, fault: 'Chưa đếm được việc này. Tải lại trang.' },
];
const TODAY = {
  'GET /v1/today': { body: { at: '2026-11-10T01:15:00Z', lines: LINES, received: RECEIVED } },
  'GET /v1/desk': { body: { periods: [OPEN], units: [UNIT] } },
};

beforeAll(loadScreens);
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
    // Each line tells number and longest wait, and opens its list; one that failed says so alone.
    const lines = [...document.querySelectorAll('[data-line]')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(lines).toEqual([
      ['■ Hồ sơ quá hạn', '13', '6 ngày'],
      ['✉ Cần xin lỗi', '6 (2 đến hạn hôm nay)', 'hôm nay'],
      ['△ Đơn vị chưa tự chấm trong kỳ *', '2/18', ''],
      ['✎ Ý kiến về điểm chờ trả lời', 'Chưa đếm được việc này. Tải lại trang.'],
    ]);
    expect(document.querySelector('[data-line=overdue] a')?.getAttribute('href')).toBe('#/viec-den-han?loai=overdue');
    expect(pageText()).toContain('Kiểm tra lúc 08:15. Dòng có dấu * đếm lúc 08:00');
    expect(document.querySelector('[data-count=total]')?.textContent).toBe('37');
    expect(sent.filter(({ path }) => path.startsWith('/v1/') && !/session|desk|sso/.test(path))).toHaveLength(1);
  });

  it('calls the unit of the account by its name', async () => {
    const session = { ...SESSION, role: 'unit-admin', unit: 'so-a' };
    const { api } = fakeServer({
      ...TODAY,
      'GET /v1/session': { body: session },
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

  it('offers the single sign-on of the province where there is one, for its own people alone', async () => {
    const { api } = fakeServer({
      'GET /v1/session': { status: 401, body: { code: 'sign.in', message: '' } },
      'GET /v1/sso': { body: { tenant: 'mau' } },
    });
    const link = () => document.querySelector('a[href="/v1/sso/start"]')?.textContent;
    await show(<App api={api} />);
    expect(link()).toBe('Đăng nhập một lần của tỉnh');
    hide();
    location.hash = '#/dang-nhap/kia';
    await show(<App api={api} />);
    expect(link()).toBeUndefined();
  });

  it('does not send an empty form but names the empty fields', async () => {
    const { api, sent } = fakeServer({ 'GET /v1/session': { status: 401, body: { code: 'sign.in', message: '' } } });
    await show(<App api={api} />);
    await press(button('Đăng nhập'));
    expect(sent.map((s) => s.method)).toEqual(['GET', 'GET']);
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
      'GET /v1/desk': { body: { periods: [], units: [UNIT] } },
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
