// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, fakeServer, field, hide, pageText, press, refusedBecause, show, signedIn, type } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const UNITS = { 'GET /v1/units': { body: { units: [UNIT] } } };

describe('a form that is refused', () => {
  it('moves focus to the first empty field, at each new try', async () => {
    const { api } = fakeServer(UNITS);
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/don-vi')} />));
    await type('Mã đơn vị', 'so-b');
    for (let i = 0; i < 2; i += 1) {
      button('Thêm đơn vị').focus();
      await press(button('Thêm đơn vị'));
      expect(document.activeElement).toBe(field('Tên đơn vị'));
    }
  });

  it('moves focus to the field the server does not take', async () => {
    const { api } = fakeServer({ ...UNITS, 'POST /v1/units': refusedBecause('from', 'ngày phải có thật') });
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/don-vi')} />));
    await type('Mã đơn vị', 'so-b');
    await type('Tên đơn vị', 'Sở B');
    await type('Hoạt động từ ngày', '1925-07-01');
    await press(button('Thêm đơn vị'));
    expect(document.activeElement).toBe(field('Hoạt động từ ngày'));
  });

  it('no longer says that the try before it was saved', async () => {
    const hours = DEFAULT_OFFICE_HOURS;
    const settings = { tenant: 'mau', name: 'Tỉnh Mẫu', decision: null, hours, choices: DEFAULT_CHOICES };
    const { api } = fakeServer({
      ...UNITS,
      'GET /v1/tenant': { body: settings },
      'PUT /v1/tenant': { body: settings },
    });
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/tinh')} />));
    await press(button('Lưu thiết lập của tỉnh'));
    expect(pageText()).toContain('Đã lưu thiết lập của tỉnh.');
    await type('Thứ Hai', 'sáng');
    await press(button('Lưu thiết lập của tỉnh'));
    expect(pageText()).not.toContain('Đã lưu thiết lập của tỉnh.');
    expect(document.activeElement).toBe(field('Thứ Hai'));
  });
});
