// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import type { WebhookLine } from '#wire/webhook.ts';
import { placeOf } from '../../server/admin/place.ts';
import { SetUp } from '../../server/admin/screens/set-up.tsx';
import { button, fakeServer, hide, pageText, press, show, signedIn, type } from './mount.tsx';
import { UNIT } from './sample.ts';

afterEach(hide);

const AT = '/v1/webhooks/mau.7K2M9QXD4T';
const WEBHOOK: WebhookLine = {
  ...{ id: 'mau.7K2M9QXD4T', url: 'https://nhan.example.vn/tin', kinds: ['responses.weekly'] },
  ...{ createdAt: '2026-11-10T02:00:00.000Z', overlapUntil: null, offAt: null, offReason: null, deliveries: [] },
};
const tried = { createdAt: '2026-11-16T02:00:00.000Z', triedAt: '2026-11-16T02:00:01.000Z' };

async function open(webhooks: readonly WebhookLine[], more: Parameters<typeof fakeServer>[0] = {}) {
  const { api, sent } = fakeServer({
    'GET /v1/units': { body: { units: [UNIT] } },
    'GET /v1/webhooks': { body: { webhooks } },
    ...more,
  });
  await show(signedIn(api, <SetUp place={placeOf('#/thiet-lap/gui-tin')} />));
  return sent;
}

it('without an address the screen says how to begin; the secret of a new one is shown once', async () => {
  const issued = { id: WEBHOOK.id, secret: 'whsec_QUJD', overlapUntil: null };
  const sent = await open([], { 'POST /v1/webhooks': { status: 201, body: issued } });
  expect(pageText()).toContain('Chưa có địa chỉ nào.');
  await press(button('Thêm địa chỉ'));
  expect(sent.filter(({ method }) => method === 'POST')).toEqual([]);
  await type('Địa chỉ nhận tin', ' https://nhan.example.vn/tin ');
  await press(button('Thêm địa chỉ'));
  expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
    url: 'https://nhan.example.vn/tin',
    kinds: ['responses.weekly', 'period.closed', 'period.published'],
  });
  expect(document.querySelector('.done output')?.textContent).toBe('whsec_QUJD');
});

it('an address the server refuses is said beside its field', async () => {
  const message = 'ghi địa chỉ đầy đủ, bắt đầu bằng https://';
  const problem = { code: 'body.invalid', message: 'x', issues: [{ path: 'url', message }] };
  await open([], { 'POST /v1/webhooks': { status: 422, body: problem } });
  await type('Địa chỉ nhận tin', 'http://a.vn');
  await press(button('Thêm địa chỉ'));
  expect(document.querySelector('input[aria-invalid="true"]')).not.toBeNull();
  expect(pageText()).toContain(message);
});

it('messages are listed with what came of them, in words', async () => {
  const weekly = { kind: 'responses.weekly', ...tried } as const;
  await open([
    {
      ...WEBHOOK,
      deliveries: [
        { ...weekly, event: '1', state: 'done', tries: 1, nextAt: null, status: 204, fault: null },
        {
          ...weekly,
          event: '2',
          state: 'waiting',
          tries: 2,
          nextAt: '2026-11-16T03:00:00.000Z',
          status: null,
          fault: 'timeout',
        },
        { ...weekly, event: '3', state: 'failed', tries: 8, nextAt: null, status: 500, fault: null },
        { ...weekly, event: '4', state: 'waiting', tries: 8, nextAt: null, status: 502, fault: null },
      ],
    },
  ]);
  for (const words of [
    'HTTP 204',
    'Đã nhận',
    'Không trả lời trong 5 giây',
    'Thử lại lúc 16/11/2026 10:00',
    'HTTP 500',
    'Không gửi được',
    'Giữ đến khi bật lại',
  ])
    expect(pageText()).toContain(words);
});

it('an address that switched itself off says why, and is switched on again', async () => {
  const off = { ...WEBHOOK, offAt: '2026-11-16T02:00:00.000Z', offReason: 'failing' } as const;
  const sent = await open([off], { [`PUT ${AT}/state`]: { body: { webhooks: [WEBHOOK] } } });
  expect(pageText()).toContain('Tự tắt lúc 16/11/2026 09:00: hơn một ngày rưỡi gửi lần nào cũng không ai nhận.');
  await press(button('Bật gửi'));
  expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ on: true });
});

it('a new secret and the end of an address are asked about first', async () => {
  const issued = { id: WEBHOOK.id, secret: 'whsec_TU9J', overlapUntil: '2026-11-17T02:00:00.000Z' };
  const sent = await open([WEBHOOK], {
    [`POST ${AT}/secret`]: { status: 201, body: issued },
    [`DELETE ${AT}`]: { status: 204 },
  });
  await press(button('Đổi mã ký'));
  expect(pageText()).toContain('Đổi mã ký của https://nhan.example.vn/tin?');
  await press(document.querySelector<HTMLButtonElement>('dialog button.primary') as HTMLButtonElement);
  expect(pageText()).toContain('Đến 17/11/2026 09:00 tin mang chữ ký của cả mã cũ và mã mới.');
  await press(button('Xóa địa chỉ'));
  expect(sent.some(({ method }) => method === 'DELETE')).toBe(false);
  await press(document.querySelector<HTMLButtonElement>('dialog button.primary') as HTMLButtonElement);
  expect(sent.some(({ method }) => method === 'DELETE')).toBe(true);
});

it('a list that cannot be had says so and is asked for again', async () => {
  await open([], {
    'GET /v1/webhooks': { status: 503, body: { code: 'store.failing', message: 'Máy chủ chưa đọc được.' } },
  });
  expect(pageText()).toContain('Máy chủ chưa đọc được.');
  expect(button('Thử lại')).toBeDefined();
});
