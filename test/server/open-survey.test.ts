import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invitation } from '#wire/invitation.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const idIn = (text: string) => /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
const send = (path: string, fields: Record<string, string>) =>
  server.request('POST', path, new URLSearchParams(fields).toString());
const receiptIn = (text: string) => /name="receipt" value="([^"]+)"/.exec(text)?.[1] ?? '';

describe('the form of a unit for somebody without a link', () => {
  const path = '/k/mau/so-a';

  test('names the unit and no dossier, and offers «Tôi chưa có kết quả»', async () => {
    const { status, text } = await server.request('GET', path);
    expect(status).toBe(200);
    expect(text).toContain('Đơn vị so-a');
    expect(text).toContain('Mời Ông/Bà trả lời 9 câu hỏi ngắn. Mất khoảng 2 phút.');
    expect(text).not.toContain('Hồ sơ H99');
    expect(text).toContain('name="q1" value="none"');
  });

  test('stores an open answer, which its receipt opens and changes there', async () => {
    const { text } = await server.request('GET', path);
    const sent = await send(path, { id: idIn(text), overall: 's2', q1: 'none' });
    expect(sent.status).toBe(201);
    expect(sent.text).toContain('mở lại địa chỉ của trang này rồi nhập mã phiếu.');
    const receipt = receiptIn(sent.text);
    // The address itself and the look-up lead to the same place.
    expect(text).toContain('<summary>Nhập mã phiếu</summary>');
    const found = await server.request('GET', `/cong-khai/mau/phieu?ma=${receipt}`);
    expect(found.text).toContain('<form method="post" action="/k/mau/so-a">');
    expect(receiptIn(found.text)).toBe(receipt);
    const again = await send(path, { act: 'reopen', receipt });
    expect(again.text).toContain('value="s2" checked');
    const changed = await send(path, { id: idIn(again.text), receipt, overall: 's4', q1: 'on' });
    expect(changed.status).toBe(200);
    const rows = await server.db.all<{ proof: string; stage: string; answers: string }>(
      "select proof, stage, answers from responses where tenant = 'mau'",
    );
    expect(rows).toEqual([{ proof: 'open', stage: 'returned', answers: '{"overall":"s4","q1":"on"}' }]);
  });

  test('does not exist for another province, an unknown unit or a unit that has ended', async () => {
    await server.db.run("update units set to_day = '2026-11-10' where tenant = 'mau' and unit = 'so-b'");
    for (const wrong of ['/k/khac/so-a', '/k/mau/khong-co', '/k/mau/so-b']) {
      const { status, text } = await server.request('GET', wrong);
      expect([status, text.includes('Trang này chưa gắn đúng đơn vị.')]).toEqual([404, true]);
    }
  });
});

describe('a link that no longer opens', () => {
  async function link(dossier: string): Promise<string> {
    const body = { dossier, unit: 'so-a', stage: 'returned' };
    const { portal } = server.credentials.mau;
    return `/k/${(await server.request<Invitation>('POST', '/v1/invitations', body, portal)).body.token}`;
  }

  test('because it is out of time leads to the form without a code, in the language of the page', async () => {
    const path = await link('H99.01-261110-0001');
    server.clock.now = new Date('2027-01-10T02:00:00Z');
    const vi = await server.request('GET', path);
    expect(vi.status).toBe(410);
    expect(vi.text).toContain('Đường dẫn này hết hạn ngày 09/01/2027.');
    expect(vi.text).toContain('<a class="button primary" href="/k/mau/so-a">Góp ý không kèm mã hồ sơ</a>');
    const en = await server.request('GET', `${path}?lang=en`);
    expect(en.text).toContain('<html lang="en">');
    expect(en.text).toContain('This link expired on 09/01/2027. You can still give an opinion');
    expect(en.text).toContain('href="/k/mau/so-a?lang=en">Give an opinion without a code</a>');
    server.clock.now = NOW;
  });

  test('because it was used asks for the receipt, in English too', async () => {
    const path = await link('H99.01-261110-0002');
    const { text } = await server.request('GET', path);
    await send(path, { id: idIn(text), overall: 's4' });
    const en = await server.request('GET', `${path}?lang=en`);
    expect([en.status, en.text.includes('This application was rated on 10/11/2026.')]).toEqual([409, true]);
    expect(en.text).toContain('you can change the answers until 25/11/2026.');
    expect(en.text).toContain('<label for="receipt">Receipt</label>');
  });

  test('because its period is closed no longer speaks of changes, and leads to the look-up', async () => {
    const path = await link('H99.01-261110-0003');
    const { text } = await server.request('GET', path);
    const sent = await send(path, { id: idIn(text), overall: 's4' });
    await server.db.run("update periods set state = 'closed', closed_at = ? where tenant = 'mau'", [NOW.toISOString()]);
    const vi = await server.request('GET', path);
    expect(vi.status).toBe(409);
    expect(vi.text).toContain('đánh giá ngày 10/11/2026. Có mã phiếu, Ông/Bà xem lại được câu trả lời.');
    expect(vi.text).not.toContain('25/11/2026');
    expect(vi.text).toContain('href="/cong-khai/mau/phieu?lang=vi">Nhập mã phiếu</a>');
    const en = await server.request('GET', `${path}?lang=en`);
    expect(en.text).toContain('rated on 10/11/2026. With your receipt you can read the answers again.');
    const late = await send(path, { act: 'reopen', receipt: receiptIn(sent.text) });
    expect([late.status, late.text.includes('href="/cong-khai/mau/phieu?lang=vi"')]).toEqual([410, true]);
    await server.db.run("update periods set state = 'open', closed_at = null where tenant = 'mau'");
  });

  test('because it never was one says so in both languages', async () => {
    const path = '/k/mau.K7M29QXD4TWZ8R3F';
    const vi = (await server.request('GET', path)).text;
    expect(vi).toContain('Đường dẫn không đúng.');
    // Its giver may still hold a receipt, looked up without a link; of a province that is not here nothing can be.
    expect(vi).toContain('href="/cong-khai/mau/phieu?lang=vi">Nhập mã phiếu</a>');
    expect((await server.request('GET', '/k/khac.K7M29QXD4TWZ8R3F')).text).not.toContain('/cong-khai/');
    expect((await server.request('GET', `${path}?lang=en`)).text).toContain('This link is not valid.');
  });
});
