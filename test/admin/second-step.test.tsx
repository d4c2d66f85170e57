// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { App } from '../../server/admin/app.tsx';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, fakeServer, field, hide, loadScreens, pageText, press, show, signedIn, type } from './mount.tsx';
import { SESSION } from './sample.ts';

const placeOf = (part: string) => ({ path: ['thiet-lap', part], query: new URLSearchParams() });
const OFF = { on: false, since: null, codesLeft: 0 };
const NEEDED = { status: 401, body: { code: 'code.needed', message: 'Tài khoản này có mã hai bước.' } };
const WRONG = {
  status: 401,
  body: { code: 'code.wrong', message: 'Mã không đúng.', issues: [{ path: 'code', message: 'mã không đúng' }] },
};
const NOBODY = { 'GET /v1/session': { status: 401, body: { code: 'sign.in', message: 'Cần đăng nhập.' } } };

beforeAll(loadScreens);
afterEach(() => {
  hide();
  location.hash = '';
});

describe('signing in', () => {
  it('asks for the code once the server does, keeps what was typed, and says what was wrong with it', async () => {
    const answers = [NEEDED, WRONG, { status: 201, body: SESSION }];
    const { api, sent } = fakeServer({ ...NOBODY, 'POST /v1/session': () => answers.shift() ?? NEEDED });
    location.hash = '#/dang-nhap/mau';
    await show(<App api={api} />);
    await type('Tên đăng nhập', 'lan');
    await type('Mật khẩu', 'mật khẩu đủ dài');
    expect(document.body.textContent).not.toContain('Mã hai bước');
    await press(button('Đăng nhập'));
    expect(pageText()).toContain('Mở ứng dụng mã trên điện thoại');
    expect(document.querySelector('[role=alert]')).toBeNull();
    expect(document.activeElement).toBe(field('Mã hai bước'));
    await press(button('Đăng nhập'));
    expect(pageText()).toContain('Cần điền mục này.');
    await type('Mã hai bước', '123456');
    await press(button('Đăng nhập'));
    expect(field('Mã hai bước').getAttribute('aria-invalid')).toBe('true');
    await press(button('Đăng nhập'));
    const bodies = sent.filter(({ method }) => method === 'POST').map(({ body }) => body);
    const typed = { tenant: 'mau', login: 'lan', password: 'mật khẩu đủ dài' };
    expect(bodies).toEqual([typed, { ...typed, code: '123456' }, { ...typed, code: '123456' }]);
  });

  it('after the single sign-on asks for the code alone and leads back to the start', async () => {
    const { api, sent } = fakeServer({ ...NOBODY, 'POST /v1/sso/code': { status: 201, body: SESSION } });
    location.hash = '#/dang-nhap/mau/ma';
    await show(<App api={api} />);
    expect(document.querySelector('a[href="#/dang-nhap/mau"]')?.textContent).toBe('Đăng nhập lại từ đầu');
    await type('Mã hai bước', ' 123456 ');
    await press(button('Đăng nhập'));
    expect(sent.find(({ path }) => path === '/v1/sso/code')?.body).toEqual({ code: '123456' });
  });
});

describe('the second step of one’s own', () => {
  it('is begun with the password, shown as picture and text, confirmed by a code, and shows ten codes once', async () => {
    const codes = [...new Array(10)].map((_, n) => `ABCD-EFGH-JKMN-PQR${n}`);
    let state: object = OFF;
    const { api } = fakeServer({
      'GET /v1/session/second-step': () => ({ body: state }),
      'POST /v1/session/second-step': { status: 201, body: { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x' } },
      'POST /v1/session/second-step/confirm': () => {
        state = { on: true, since: '2026-11-10T02:00:00Z', codesLeft: 10 };
        return { status: 201, body: { codes } };
      },
    });
    await show(signedIn(api, <SetUp place={placeOf('ma-hai-buoc')} />));
    await press(button('Bắt đầu'));
    expect(pageText()).toContain('Cần điền mục này.');
    await type('Mật khẩu đang dùng', 'mật khẩu đủ dài');
    await press(button('Bắt đầu'));
    expect(document.querySelector('svg.qr')?.getAttribute('aria-label')).toContain('Mã QR');
    expect(document.querySelector('output')?.textContent).toBe('JBSWY3DPEHPK3PXP');
    await type('Mã trên ứng dụng', '123456');
    await press(button('Bật mã hai bước'));
    expect([...document.querySelectorAll('ol.codes code')].map((each) => each.textContent)).toEqual(codes);
    expect(pageText()).toContain('Đang bật từ 10/11/2026 09:00. Còn 10 mã dự phòng.');
    expect(document.querySelector('svg.qr')).toBeNull();
  });

  it('with few codes left says how to have new ones, and is turned off with password and code', async () => {
    let state: object = { on: true, since: '2026-11-10T02:00:00Z', codesLeft: 2 };
    const { api, sent } = fakeServer({
      'GET /v1/session/second-step': () => ({ body: state }),
      'POST /v1/session/second-step/end': () => {
        state = OFF;
        return { status: 204 };
      },
    });
    await show(signedIn(api, <SetUp place={placeOf('ma-hai-buoc')} />));
    expect(pageText()).toContain('Sắp hết mã dự phòng');
    await type('Mật khẩu đang dùng', 'mật khẩu');
    await type('Mã hai bước', '123456');
    await press(button('Tắt mã hai bước'));
    expect(sent.at(-2)?.body).toEqual({ password: 'mật khẩu', code: '123456' });
    expect(pageText()).toContain('Đã tắt mã hai bước.');
  });
});

describe('sessions of one’s own', () => {
  const LINE = { expires: '2026-11-10T14:00:00Z', startedAt: '2026-11-10T02:00:00Z', usedAt: '2026-11-10T02:10:00Z' };
  const HERE = { ...LINE, session: 'a', here: true, browser: 'chrome', system: 'windows', by: 'password' };
  const PHONE = { ...LINE, session: 'b', here: false, browser: 'safari', system: 'ios', by: 'sso' };
  const OLD = {
    ...LINE,
    session: 'c',
    here: false,
    browser: null,
    system: null,
    by: null,
    startedAt: null,
    usedAt: null,
  };

  it('are listed in words, ended one by one or all others after a question', async () => {
    let sessions = [HERE, PHONE, OLD];
    const { api, sent } = fakeServer({
      'GET /v1/sessions': () => ({ body: { sessions } }),
      'DELETE /v1/sessions/b': () => {
        sessions = [HERE, OLD];
        return { status: 204 };
      },
      'DELETE /v1/sessions': () => {
        sessions = [HERE];
        return { status: 204 };
      },
    });
    await show(signedIn(api, <SetUp place={placeOf('phien')} />));
    for (const words of ['Chrome trên Windows', 'đang ở đây', 'Safari trên iOS', 'đăng nhập một lần', 'không rõ'])
      expect(pageText()).toContain(words);
    await press(button('Kết thúc phiên Safari trên iOS, đăng nhập 10/11/2026 09:00'));
    expect(pageText()).toContain('Đã kết thúc phiên.');
    await press(button('Kết thúc mọi phiên khác'));
    expect(sent.some(({ method, path }) => method === 'DELETE' && path === '/v1/sessions')).toBe(false);
    await press(button('Kết thúc mọi phiên khác'));
    expect(pageText()).toContain('Đã kết thúc mọi phiên khác.');
    expect([...document.querySelectorAll('button')].map((b) => b.textContent)).not.toContain('Kết thúc mọi phiên khác');
  });
});

describe('an account that cannot sign in', () => {
  const user = { role: 'viewer', unit: null, active: true, createdAt: '2026-11-01T02:00:00Z' };
  const WAITS = { ...user, login: 'mai', secondStep: true, sso: true, waitUntil: '2026-11-10T02:15:00Z' };
  const PLAIN = { ...user, login: 'hoa', secondStep: false, sso: false, waitUntil: null };

  it('is opened, freed of its second step, unbound or signed out by the admin, each after a question', async () => {
    const { api, sent } = fakeServer({
      'GET /v1/users': { body: { users: [WAITS, PLAIN] } },
      'POST /v1/users/mai/unlock': { status: 204 },
      'DELETE /v1/users/mai/second-step': { status: 204 },
      'DELETE /v1/users/mai/sso': { status: 204 },
      'DELETE /v1/users/hoa/sessions': { status: 204 },
    });
    await show(signedIn(api, <SetUp place={placeOf('tai-khoan')} />));
    for (const [login, verb, said] of [
      ['mai', 'Mở lại ngay', 'mai đăng nhập lại được ngay.'],
      ['mai', 'Bỏ mã hai bước', 'Đã bỏ mã hai bước của mai.'],
      ['mai', 'Gỡ đăng nhập một lần', 'Đã gỡ đăng nhập một lần của mai.'],
      ['hoa', 'Đăng xuất mọi nơi', 'Đã đăng xuất hoa ở mọi nơi.'],
    ] as const) {
      await press(button(`Đăng nhập của ${login}`));
      await press(button(verb));
      await press(button(verb));
      expect(pageText()).toContain(said);
    }
    const done = sent.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
    expect(done).toEqual([
      'POST /v1/users/mai/unlock',
      'DELETE /v1/users/mai/second-step',
      'DELETE /v1/users/mai/sso',
      'DELETE /v1/users/hoa/sessions',
    ]);
    await press(button('Đăng nhập của hoa'));
    expect(pageText()).toContain('Tài khoản chưa có mã hai bước.');
    expect(() => button('Gỡ đăng nhập một lần')).toThrow();
    expect(() => button('Mở lại ngay')).toThrow();
  });
});
