// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Role } from '#wire/access.ts';
import { hoursText, parseHours } from '../../server/admin/hours-text.ts';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import {
  button,
  choose,
  fakeServer,
  hide,
  pageText,
  pick,
  press,
  refusedBecause,
  show,
  signedIn,
  type,
} from './mount.tsx';
import { SESSION, UNIT } from './sample.ts';

afterEach(hide);

const UNITS = { 'GET /v1/units': { body: { units: [UNIT] } } };
const parts = () => [...document.querySelectorAll('nav a')].map((a) => a.textContent);

describe('the parts of setting up', () => {
  async function partsFor(role: Role): Promise<(string | null)[]> {
    const { api } = fakeServer({ ...UNITS, 'GET /v1/officers': { body: { officers: [] } } });
    const session = { ...SESSION, role, unit: role === 'province-admin' ? null : 'so-a' };
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/mat-khau')} />, {}, session));
    return parts();
  }

  const OWN = ['Mật khẩu của tôi', 'Mã hai bước', 'Phiên đăng nhập của tôi'];

  it('are those the role may use', async () => {
    expect(await partsFor('province-admin')).toEqual([
      'Thiết lập từng bước',
      'Tỉnh',
      'Đơn vị',
      'Thủ tục',
      'Tài khoản',
      'Cán bộ',
      'Máy cán bộ',
      'Ki-ốt',
      'Khóa cổng',
      'Khóa kỳ',
      'Gửi tin',
      'Quyền riêng tư',
      'Nhật ký',
      'Mã nhúng',
      ...OWN,
    ]);
    hide();
    expect(await partsFor('unit-admin')).toEqual(['Cán bộ', 'Máy cán bộ', 'Ki-ốt', 'Mã nhúng', ...OWN]);
    hide();
    expect(await partsFor('viewer')).toEqual(['Mã nhúng', ...OWN]);
  });
});

describe('procedures', () => {
  const BEFORE = { procedure: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh', sector: null, limitDays: 3 };
  async function write(code: string) {
    const { api, sent } = fakeServer({
      ...UNITS,
      'GET /v1/procedures': { body: { procedures: [BEFORE] } },
      'POST /v1/procedures': { body: { outcomes: [{ outcome: 'updated', id: code }] } },
    });
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/thu-tuc')} />));
    await type('Mã thủ tục', code);
    await type('Tên thủ tục', 'Tên mới');
    await press(button('Lưu thủ tục'));
    return sent;
  }

  it('written over can be taken back; a new one cannot', async () => {
    const sent = await write(BEFORE.procedure);
    await press(button('Hoàn tác'));
    expect(sent.filter((s) => s.method === 'POST').at(-1)?.body).toEqual([BEFORE]);
    expect(pageText()).toContain('Đã trở lại như trước.');
    hide();
    await write('1.001613');
    expect(pageText()).toContain('Đã lưu 1.001613.');
    expect([...document.querySelectorAll('button')].some((b) => b.textContent === 'Hoàn tác')).toBe(false);
  });
});

describe('units', () => {
  it('end on a last day, which is sent as the day after it', async () => {
    const { api, sent } = fakeServer({
      ...UNITS,
      'POST /v1/units': { body: { outcomes: [{ outcome: 'updated', id: 'so-a' }] } },
    });
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/don-vi')} />));
    await press(button('Sửa Sở A'));
    await type('Ngày hoạt động cuối', '2027-06-30');
    await press(button('Lưu đơn vị'));
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual([{ ...UNIT, to: '2027-07-01' }]);
    expect(document.querySelector('dialog')).toBeNull();
    expect(pageText()).toContain('Đã lưu so-a.');
    // Taken back: what stood before is put once more.
    await press(button('Hoàn tác'));
    expect(sent.filter((s) => s.method === 'POST').at(-1)?.body).toEqual([UNIT]);
    expect(pageText()).toContain('Đã trở lại như trước.');
  });

  it('pasted from a spreadsheet go as one list; a refused line stays with its reason', async () => {
    const { api, sent } = fakeServer({
      ...UNITS,
      'POST /v1/units': {
        body: {
          outcomes: [{ outcome: 'created', id: 'xa-1' }, ...refusedBecause('unit', 'mã đơn vị: chữ, số').body.outcomes],
        },
      },
    });
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/don-vi')} />));
    const area = document.querySelector('textarea') as HTMLTextAreaElement;
    await act(async () => {
      area.value = 'xa-1\tXã Một\tCấp xã\t\t1/7/2025\t31/12/2027\n\nsai mã\tXã Hai\txã\t\t01/07/2025';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press(button('Nhập các dòng'));
    expect(sent.find((s) => s.method === 'POST')?.body).toEqual([
      { unit: 'xa-1', name: 'Xã Một', level: 'commune', parent: null, from: '2025-07-01', to: '2028-01-01' },
      { unit: 'sai mã', name: 'Xã Hai', level: 'commune', parent: null, from: '2025-07-01', to: null },
    ]);
    expect(pageText()).toContain('Đã nhập 1 dòng. 1 dòng chưa nhập được.');
    // The line that stays is now the first, and the name of its column is said once.
    expect(pageText()).toContain('Dòng 1 (x): Mã đơn vị: chữ, số');
    expect(area.value).toBe('sai mã\tXã Hai\txã\t\t01/07/2025');
  });

  it('pasted with a level that is none are told how it is written', async () => {
    const { api } = fakeServer({ ...UNITS, 'POST /v1/units': refusedBecause('level', 'cấp là province (tỉnh)') });
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/don-vi')} />));
    const area = document.querySelector('textarea') as HTMLTextAreaElement;
    await act(async () => {
      area.value = 'xa-1\tXã Một\tphường\t\t01/07/2025';
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await press(button('Nhập các dòng'));
    expect(pageText()).toContain('Dòng 1 (x): Cấp ghi tỉnh hoặc xã.');
    expect(pageText()).not.toContain('province');
  });
});

it('a limit that is no number is never sent as not known', async () => {
  const { api, sent } = fakeServer({
    ...UNITS,
    'GET /v1/procedures': { body: { procedures: [] } },
    'POST /v1/procedures': refusedBecause('limitDays', 'cần một số ngày'),
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/thu-tuc')} />));
  await type('Mã thủ tục', '1.009974');
  await type('Tên thủ tục', 'Cấp giấy phép');
  await type('Thời hạn (ngày làm việc)', 'ba');
  await press(button('Lưu thủ tục'));
  expect(sent.find((s) => s.method === 'POST')?.body).toMatchObject([{ limitDays: 'ba' }]);
  expect(document.querySelector('[aria-invalid]')?.getAttribute('aria-describedby')).toContain('-error');
  await type('Thời hạn (ngày làm việc)', '0,5');
  await press(button('Lưu thủ tục'));
  expect(sent.at(-1)?.body ?? sent.filter((s) => s.method === 'POST').at(-1)?.body).toMatchObject([{ limitDays: 0.5 }]);
});

it('there is nothing to embed before a unit is chosen', async () => {
  await show(signedIn(fakeServer(UNITS).api, <SetUp place={placeOf('#/thiet-lap/ma-nhung')} />));
  expect(document.querySelector('pre')).toBeNull();
  expect(() => button('Sao chép')).toThrow('no button');
  await choose('Đơn vị', 'so-a');
  const snippet = document.querySelector('pre')?.textContent;
  expect(snippet).toContain('<style>dvc-survey:not(:defined){display:block;min-height:100vh}</style>');
  expect(snippet).toContain('unit="so-a"');
  expect(button('Sao chép')).not.toBeNull();
  const check = [...document.querySelectorAll('a')].find((a) => a.textContent === 'Thử phiếu của đơn vị này');
  expect(new URL(check?.href ?? '').pathname).toBe('/widget-check');
  expect(new URL(check?.href ?? '').searchParams.get('unit')).toBe('so-a');
});

describe('the province', () => {
  const settings = {
    tenant: 'mau',
    name: 'Tỉnh Mẫu',
    decision: null,
    hours: DEFAULT_OFFICE_HOURS,
    choices: DEFAULT_CHOICES,
  };
  const routes = { ...UNITS, 'GET /v1/tenant': { body: settings }, 'PUT /v1/tenant': { body: settings } };

  it('sends hours as read, one choice changed and no decision unless there is one', async () => {
    const { api, sent } = fakeServer(routes);
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/tinh')} />));
    expect(pageText()).toContain('chỉ áp dụng cho kỳ mở sau này');
    await type('Thứ Bảy', '7h30-11h30');
    await pick('Xếp loại khi thiếu chỉ số', 'Xếp loại theo tổng điểm hiện có');
    await press(button('Lưu thiết lập của tỉnh'));
    expect(sent.find((s) => s.method === 'PUT')?.body).toEqual({
      name: 'Tỉnh Mẫu',
      decision: null,
      hours: {
        ...DEFAULT_OFFICE_HOURS,
        sessions: { ...DEFAULT_OFFICE_HOURS.sessions, 6: [{ from: 450, to: 690 }] },
      },
      choices: { ...DEFAULT_CHOICES, gradeAsIs: 'yes' },
    });
    expect(pageText()).toContain('Đã lưu thiết lập của tỉnh.');
  });

  it('is not sent while an hour cannot be read', async () => {
    const { api, sent } = fakeServer(routes);
    await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/tinh')} />));
    await type('Thứ Hai', 'sáng');
    await press(button('Lưu thiết lập của tỉnh'));
    expect(sent.some((s) => s.method === 'PUT')).toBe(false);
    expect(pageText()).toContain('Không đọc được giờ này.');
  });
});

describe('office hours as text', () => {
  it('are read as offices write them', () => {
    // 7 × 60 + 30 = 450, 11 × 60 + 30 = 690, 13 × 60 = 780, 17 × 60 = 1020.
    const day = [
      { from: 450, to: 690 },
      { from: 780, to: 1020 },
    ];
    for (const typed of ['07:30–11:30, 13:00–17:00', '7h30-11h30; 13h00 - 17h00', '7.30–11.30,13.00—17.00'])
      expect(parseHours(typed), typed).toEqual(day);
    expect(hoursText(day)).toBe('07:30–11:30, 13:00–17:00');
    expect(parseHours(' ')).toEqual([]);
    expect(parseHours('0:00–23:59')).toEqual([{ from: 0, to: 1439 }]);
    for (const typed of ['7-11', '07:60–11:30', '07:30–24:00', '24:00–24:10', 'sáng', '07:30–11:30,'])
      expect(parseHours(typed), typed).toBeNull();
  });
});
