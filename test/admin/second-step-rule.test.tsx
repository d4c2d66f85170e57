// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { App } from '../../server/admin/app.tsx';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import {
  button,
  choose,
  fakeServer,
  hide,
  loadScreens,
  pageText,
  press,
  show,
  signedIn,
  type,
  unfold,
} from './mount.tsx';
import { SESSION } from './sample.ts';

const placeOf = (part: string) => ({ path: ['thiet-lap', part], query: new URLSearchParams() });

beforeAll(loadScreens);
afterEach(() => {
  hide();
  location.hash = '';
});

describe('a second step the province asks for', () => {
  const BEGUN = { status: 201, body: { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x' } };
  const CONFIRMED = { status: 200, body: { codes: ['ABCD-EFGH-JKMN-PQRS'] } };
  const step = { 'POST /v1/session/second-step': BEGUN, 'POST /v1/session/second-step/confirm': CONFIRMED };
  const desk = { periods: [], units: [], survey: null };
  async function turnOn() {
    await type('Mật khẩu đang dùng', 'mật khẩu đủ dài');
    await press(button('Bắt đầu'));
    await type('Mã trên ứng dụng', '123456');
    await press(button('Bật mã hai bước'));
    expect(pageText()).toContain('ABCD-EFGH-JKMN-PQRS');
    await press(button('Làm tiếp'));
  }

  it('comes first: nothing else is shown or asked for until it is on and its codes were seen', async () => {
    const { api, sent } = fakeServer({
      ...step,
      'GET /v1/session': { body: { ...SESSION, secondStepNeeded: true } },
      'GET /v1/desk': { body: desk },
    });
    await show(<App api={api} />);
    expect(document.activeElement?.textContent).toBe('Bật mã hai bước trước');
    expect(sent.map(({ path }) => path)).toEqual(['/v1/session']);
    expect(button('Đăng xuất')).not.toBeNull();
    await turnOn();
    expect(document.querySelector('header.head')).not.toBeNull();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('asked for while somebody is at work, it is turned on over the page, which stays', async () => {
    const needed = { status: 403, body: { code: 'second.needed', message: 'Cần mã hai bước.' } };
    const { api, sent } = fakeServer({
      ...step,
      'GET /v1/session': { body: SESSION },
      'GET /v1/desk': { body: desk },
      'GET /v1/today': () => (sent.some(({ path }) => path.endsWith('/confirm')) ? { status: 503, body: {} } : needed),
    });
    await show(<App api={api} />);
    const dialog = () => document.querySelector('dialog');
    expect(dialog()?.textContent).toContain('Bật mã hai bước trước');
    expect(document.querySelector('header.head')).not.toBeNull();
    await turnOn();
    expect(dialog()).toBeNull();
  });

  it('turned on elsewhere it is seen here; before that it is said that it is off; one may always sign out', async () => {
    let owes = true;
    let asked = 0;
    const needed = { status: 403, body: { code: 'second.needed', message: 'Cần mã hai bước.' } };
    const { api, sent } = fakeServer({
      'GET /v1/session': () => ({ body: { ...SESSION, secondStepNeeded: asked++ > 0 && owes } }),
      'GET /v1/desk': { body: desk },
      'GET /v1/today': () => (owes ? needed : { body: {} }),
      'DELETE /v1/session': { status: 204 },
    });
    await show(<App api={api} />);
    await press(button('Đã bật ở cửa sổ khác: kiểm tra lại'));
    expect(pageText()).toContain('Tài khoản này vẫn chưa bật mã hai bước.');
    owes = false;
    const before = sent.filter(({ path }) => path === '/v1/desk').length;
    await press(button('Đã bật ở cửa sổ khác: kiểm tra lại'));
    expect(document.querySelector('dialog')).toBeNull();
    expect(sent.filter(({ path }) => path === '/v1/desk').length, 'what was refused is asked for again').toBe(
      before + 1,
    );
  });

  it('signed in again over the page, it is turned on over the page as well', async () => {
    let expired = false;
    const { api } = fakeServer({
      ...step,
      'GET /v1/session': { body: SESSION },
      'GET /v1/desk': () =>
        expired ? { status: 401, body: { code: 'session.expired', message: 'Hết phiên.' } } : { body: desk },
      'POST /v1/session': () => {
        expired = false;
        return { status: 201, body: { ...SESSION, csrf: 'csrf-2', secondStepNeeded: true } };
      },
      'DELETE /v1/session': { status: 204 },
    });
    expired = true;
    await show(<App api={api} />);
    await type('Mật khẩu', 'mật khẩu đủ dài');
    await press(button('Đăng nhập'));
    const page = document.querySelector('header.head');
    expect(page).not.toBeNull();
    expect(document.querySelector('dialog')?.textContent).toContain('Bật mã hai bước trước');
    await press(document.querySelector<HTMLButtonElement>('dialog p:last-child > button') as HTMLButtonElement);
    expect(document.querySelector('header.head')).toBeNull();
  });

  it('is asked of those the admin chooses, who is told how many have none, and may be taken back', async () => {
    let askedOf = 'nobody';
    const account = { unit: null, active: true, createdAt: '2026-11-01T02:00:00Z', sso: false, waitUntil: null };
    const users = [
      { ...account, login: 'lan', role: 'province-admin', secondStep: true },
      { ...account, login: 'mai', role: 'unit-admin', unit: 'so-a', secondStep: false },
      { ...account, login: 'hoa', role: 'viewer', secondStep: false },
      { ...account, login: 'cu', role: 'viewer', secondStep: false, active: false },
    ];
    const { api, sent } = fakeServer({
      'GET /v1/users': { body: { users } },
      'GET /v1/second-step-rule': () => ({ body: { askedOf } }),
      'PUT /v1/second-step-rule': () => {
        askedOf = (sent.at(-1) as { body: { askedOf: string } }).body.askedOf;
        return { body: { askedOf } };
      },
    });
    await show(signedIn(api, <SetUp place={placeOf('tai-khoan')} />));
    await unfold('Ai phải có mã hai bước');
    await choose('Áp dụng cho', 'admins');
    expect(pageText()).toContain('1 tài khoản đang dùng chưa có mã hai bước');
    await choose('Áp dụng cho', 'everyone');
    expect(pageText()).toContain('2 tài khoản đang dùng chưa có mã hai bước');
    await press(button('Lưu'));
    expect(pageText()).toContain('Đã lưu ai phải có mã hai bước.');
    await press(button('Hoàn tác'));
    expect(askedOf).toBe('nobody');
    expect(document.querySelector<HTMLSelectElement>('details select')?.value).toBe('nobody');
  });
});
