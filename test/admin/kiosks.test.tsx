// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { KioskLine } from '#wire/kiosk.ts';
import { kioskState } from '../../server/admin/kiosk-state.ts';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, choose, fakeServer, hide, pageText, pick, press, show, signedIn, type } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const NOW = Date.parse('2026-11-10T02:00:00Z');
const KIOSK: KioskLine = {
  ...{ kiosk: 'mau.0000000001', unit: UNIT.unit, counter: 'Quầy 03', officer: null, mode: 'quick', lang: 'vi' },
  ...{ intervalSeconds: 3, paused: false, enrolledAt: '2026-11-01T01:00:00Z', revokedAt: null, wipe: null },
  ...{ wipedAt: null, seenAt: '2026-11-10T01:58:00Z', queue: 37, lastAnswer: '2026-11-10T08', version: 'abc' },
  ...{ battery: 80, fault: null, outsideHours: 4, interval: 2 },
};

describe('how a kiosk stands', () => {
  it.each([
    ['at work', {}, /^Hoạt động, báo về lúc 10\/11\/2026 08:58$/, false],
    ['paused', { paused: true }, /^Nhân viên tạm dừng$/, false],
    ['silent for more than three signs of life', { seenAt: '2026-11-10T01:43:00Z' }, /^Mất liên lạc từ/, true],
    ['without room', { fault: 'storage' }, /^Máy không lưu được/, true],
    ['refused', { fault: 'refused' }, /^Có phiếu máy chủ không nhận/, true],
    ['waiting for its end', { wipe: 'now' }, /^Đang chờ máy tự xóa/, true],
    ['without a tablet', { enrolledAt: null, seenAt: null }, /^Chưa ghép máy/, false],
    ['erased', { wipedAt: '2026-11-10T01:00:00Z', revokedAt: '2026-11-10T01:00:00Z' }, /^Máy đã tự xóa/, false],
  ] as const)('%s', (_name, more, words, bad) => {
    const state = kioskState({ ...KIOSK, ...more }, NOW);
    expect(state.words).toMatch(words);
    expect(state.bad).toBe(bad);
  });
});

describe('the screen of kiosks', () => {
  const answers = { 'GET /v1/units': { body: { units: [UNIT] } }, 'GET /v1/officers': { body: { officers: [] } } };
  const open = async (more: Parameters<typeof fakeServer>[0]) => {
    const server = fakeServer({ ...answers, 'GET /v1/kiosks': { body: { kiosks: [KIOSK] } }, ...more });
    await show(signedIn(server.api, <SetUp place={placeOf('#/thiet-lap/ki-ot')} />));
    return server;
  };

  it('creates a place, once every field is filled in', async () => {
    const { sent } = await open({ 'POST /v1/kiosks': { status: 201, body: { kiosk: 'mau.0000000002' } } });
    await press(button('Tạo ki-ốt'));
    expect(pageText()).toContain('Cần điền mục này.');
    await choose('Đơn vị', UNIT.unit);
    await type('Tên quầy', 'Quầy 04');
    await pick('Kiểu phiếu', 'Cả phiếu, từng câu');
    await type('Mã PIN của nhân viên', '135791');
    await press(button('Tạo ki-ốt'));
    expect(sent.filter(({ method }) => method === 'POST')).toMatchObject([
      { body: { unit: UNIT.unit, counter: 'Quầy 04', officer: null, mode: 'full', lang: 'vi', pin: '135791' } },
    ]);
  });

  it('shows queue and presses counted apart, gives a code, hands a dossier over, wipes after asking', async () => {
    const at = '/v1/kiosks/mau.0000000001';
    const expires = new Date(Date.now() + 900_000).toISOString();
    const { sent } = await open({
      [`POST ${at}/code`]: { status: 201, body: { kiosk: KIOSK.kiosk, code: 'mau-7K2M-9QXD', expires } },
      'POST /v1/kiosk/hand-over': { status: 201, body: { tail: '0042', expires } },
      [`POST ${at}/wipe`]: { status: 204 },
    });
    expect(pageText()).toContain('37ngoài giờ 4 · quá nhanh 2');
    await press(button('Quầy 03'));
    await press(button('Cấp mã ghép máy'));
    expect(pageText()).toContain('mau-7K2M-9QXD');
    await type('Mã hồ sơ chuyển ra ki-ốt', 'H99.01-261110-0042');
    await press(button('Mời đánh giá'));
    expect(pageText()).toContain('Đã chuyển hồ sơ …0042.');
    await press(button('Xóa từ xa sau khi gửi hết'));
    expect(pageText()).toContain('gửi nốt 37 phiếu rồi tự xóa');
    await press(button('Xóa sau khi gửi hết'));
    expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      {},
      { kiosk: KIOSK.kiosk, dossier: 'H99.01-261110-0042', stage: 'returned' },
      { when: 'delivered' },
    ]);
  });
});
