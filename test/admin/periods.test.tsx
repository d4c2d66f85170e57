// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { placeOf } from '../../server/admin/place.ts';
import { Periods } from '../../server/admin/screens/periods.tsx';
import { button, fakeServer, hide, pageText, press, settle, show, signedIn } from './mount.tsx';
import { CHECK, CLOSED, OPEN } from './sample.ts';

afterEach(hide);

const screen = <Periods place={placeOf('#/ky/2026-q4')} />;
const steps = () => [...document.querySelectorAll('.stepper li')].map((li) => li.textContent);

describe('closing a period', () => {
  it('names the effect, closes only after the answer, and shows that it is done', async () => {
    let period = OPEN;
    const { api, sent } = fakeServer({
      'GET /v1/periods': () => ({ body: { periods: [period] } }),
      'GET /v1/periods/2026-q4/check': { body: CHECK },
      'POST /v1/periods/2026-q4/close': () => {
        period = { ...OPEN, state: 'closed', closedAt: CLOSED.closedAt, snapshot: '2026-q4.1' };
        return { body: period };
      },
    });
    await show(signedIn(api, screen));
    expect(steps()).toEqual([
      'Kiểm tra● bước này',
      'Chốt tạm○ chưa đến',
      'Nhận ý kiến○ chưa đến',
      'Thẩm định○ chưa đến',
      'Khóa sổ○ chưa đến',
      'Công khai○ chưa đến',
    ]);
    await press(button('Chốt kỳ'));
    expect(document.querySelector('dialog h2')?.textContent).toBe('Chốt kỳ Quý IV/2026 của 3 đơn vị?');
    expect(sent.some((s) => s.method === 'POST')).toBe(false);
    await press(button('Chốt kỳ'));
    expect(sent.find((s) => s.method === 'POST')).toMatchObject({ path: '/v1/periods/2026-q4/close', body: {} });
    expect(document.querySelector('dialog')).toBeNull();
    expect(pageText()).toContain('Đã chốt lúc 05/10/2026 10:02.');
    expect(pageText()).toContain('Mã bản chốt 2026-q4.1.');
    expect(steps()).toEqual([
      'Kiểm tra✓ đã xong',
      'Chốt tạm✓ đã xong',
      'Nhận ý kiến● bước này',
      'Thẩm định● bước này',
      'Khóa sổ○ chưa đến',
      'Công khai○ chưa đến',
    ]);
  });

  it('does nothing on Để sau and on Esc', async () => {
    const { api, sent } = fakeServer({
      'GET /v1/periods': { body: { periods: [OPEN] } },
      'GET /v1/periods/2026-q4/check': { body: CHECK },
    });
    await show(signedIn(api, screen));
    await press(button('Chốt kỳ'));
    await press(button('Để sau'));
    expect(document.querySelector('dialog')).toBeNull();
    await press(button('Chốt kỳ'));
    await act(async () => {
      document.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    });
    await settle();
    expect(document.querySelector('dialog')).toBeNull();
    expect(sent.some((s) => s.method === 'POST')).toBe(false);
  });

  it('cannot be asked for while something blocks it, and says what', async () => {
    const blocking = [{ code: 'sum.fault', message: 'Sở: 12 + 6 + 1 = 19, nhiều hơn 18 đơn vị' }];
    const { api } = fakeServer({
      'GET /v1/periods': { body: { periods: [OPEN] } },
      'GET /v1/periods/2026-q4/check': { body: { ...CHECK, blocking } },
    });
    await show(signedIn(api, screen));
    expect(pageText()).toContain('Chặn chốt kỳ (1)');
    expect(pageText()).toContain('12 + 6 + 1 = 19');
    expect(button('Chốt kỳ').getAttribute('aria-disabled')).toBe('true');
    await press(button('Chốt kỳ'));
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('keeps the question open with the reason when the server refuses', async () => {
    const message = 'Chưa chốt được kỳ: còn 1 mục phải xử lý. Mở danh sách.';
    const { api } = fakeServer({
      'GET /v1/periods': { body: { periods: [OPEN] } },
      'GET /v1/periods/2026-q4/check': { body: CHECK },
      'POST /v1/periods/2026-q4/close': { status: 409, body: { code: 'period.blocked', message } },
    });
    await show(signedIn(api, screen));
    await press(button('Chốt kỳ'));
    await press(button('Chốt kỳ'));
    expect(document.querySelector('dialog [role=alert]')?.textContent).toContain(message);
  });
});

describe('after the close', () => {
  it('warns before the seal that citizens’ part can then no longer be changed; publishing waits for the seal', async () => {
    const { api } = fakeServer({ 'GET /v1/periods': { body: { periods: [CLOSED] } } });
    await show(signedIn(api, <Periods place={placeOf('#/ky/2026-q3')} />));
    expect(() => button('Công khai')).toThrow('no button');
    await press(button('Khóa sổ'));
    expect(document.querySelector('dialog')?.textContent).toContain(
      'Khóa sổ hủy khóa nối phiếu với hồ sơ. Sau đó phần người dân không sửa được.',
    );
  });

  it('links the published period to what the public sees', async () => {
    const at = CLOSED.closedAt;
    const published = { ...CLOSED, state: 'sealed' as const, sealedAt: at, publishedAt: at };
    const { api } = fakeServer({ 'GET /v1/periods': { body: { periods: [published] } } });
    await show(signedIn(api, <Periods place={placeOf('#/ky/2026-q3')} />));
    expect(document.querySelector('a[href="/cong-khai/mau?ky=2026-q3"]')).not.toBeNull();
  });
});
