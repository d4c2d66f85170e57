import { Window } from 'happy-dom';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Invitation } from '#wire/invitation.ts';
import { counted } from './counts.ts';
import { NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let n = 0;

beforeAll(async () => {
  server = await testServer();
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());

async function link(stage = 'returned'): Promise<string> {
  n += 1;
  const dossier = `H99.01-261110-${String(n).padStart(4, '0')}`;
  const body = { dossier, unit: 'so-a', stage };
  const { body: issued } = await server.request<Invitation>(
    'POST',
    '/v1/invitations',
    body,
    server.credentials.mau.portal,
  );
  return `/k/${issued.token}`;
}

/** The page as a browser without script reads it. */
async function page(method: string, path: string, fields?: Record<string, string>) {
  const answer = await server.request(method, path, fields && new URLSearchParams(fields).toString());
  const window = new Window({ settings: { disableJavaScriptEvaluation: true } });
  window.document.write(answer.text);
  const { document } = window;
  const field = (name: string) => document.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '';
  return { ...answer, document, id: field('id'), shown: document.body.textContent.replace(/\s+/g, ' ') };
}

describe('the form without script', () => {
  test('asks the nine questions in order, follow-ups in sight, each with its way of declining', async () => {
    const { status, document, headers } = await page('GET', await link());
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    const names = [...document.querySelectorAll('fieldset')].map((f) => f.id);
    expect(names).toEqual(['overall', 'q1', 'q3', 'q3b', 'q4', 'q4b', 'q7', 'qe', 'q6', 'q9', 'q8', 'reply']);
    const legends = [...document.querySelectorAll('legend')].map((l) => l.textContent.trim());
    expect(legends[0]).toBe('Câu 1. Nhìn chung, Ông/Bà hài lòng đến mức nào với việc giải quyết hồ sơ này? (cần chọn)');
    expect(legends.at(-2)).toBe('Câu 9. Ông/Bà có gửi phản ánh, kiến nghị về hồ sơ này không?');
    expect(document.querySelector('#q3b .help')?.textContent).toBe(
      'Chỉ trả lời nếu Ông/Bà chọn: 2 lần (nộp hồ sơ và bổ sung 1 lần) hoặc 3 lần trở lên (bổ sung từ 2 lần).',
    );
    for (const fieldset of document.querySelectorAll('fieldset:not(#reply)')) {
      const options = [...fieldset.querySelectorAll('label')];
      expect(options.at(-1)?.textContent.trim(), fieldset.id).toBe('Không rõ hoặc không muốn trả lời');
    }
    expect(document.querySelectorAll('input[checked]')).toHaveLength(0);
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(document.querySelector('[value="none"][name="q1"]'), 'the result is known to be returned').toBeNull();
  });

  test('asks four questions right after filing, in their own words', async () => {
    const { document, shown } = await page('GET', await link('submitted'));
    expect([...document.querySelectorAll('fieldset')].map((f) => f.id)).toEqual(['overall', 'q7', 'q6', 'q9', 'reply']);
    expect(shown).toContain('Đến nay, Ông/Bà hài lòng đến mức nào với việc tiếp nhận hồ sơ này?');
  });

  test('speaks English when asked', async () => {
    const { document, shown } = await page('GET', `${await link()}?lang=en`);
    expect(document.documentElement.lang).toBe('en');
    expect(shown).toContain('Question 1. Overall, how satisfied are you');
  });

  test('without the needed answer names it on top, links to it and keeps the rest', async () => {
    const path = await link();
    const { id } = await page('GET', path);
    const { status, document } = await page('POST', path, { id, q1: 'after', comment: 'Chờ lâu <b>quá</b>.' });
    expect(status).toBe(422);
    expect(document.title).toBe('Lỗi: Đánh giá việc giải quyết hồ sơ');
    const line = document.querySelector('.error-summary a');
    expect([line?.getAttribute('href'), line?.textContent]).toEqual(['#overall', 'Ông/Bà chọn một ý ở câu 1.']);
    expect(document.querySelector('#overall .error')?.textContent).toBe('Ông/Bà chọn một ý ở câu 1.');
    expect(document.querySelector('[name="q1"][value="after"]')?.hasAttribute('checked')).toBe(true);
    expect(document.querySelector('textarea')?.textContent.trim()).toBe('Chờ lâu <b>quá</b>.');
    expect(document.querySelector('textarea b')).toBeNull();
    expect(document.querySelector('[name="id"]')?.getAttribute('value')).toBe(id);
  });

  test('sent twice is one response with one receipt', async () => {
    const path = await link();
    const { id } = await page('GET', path);
    const before = await counted(server.db);
    const fields = { id, overall: 's2', q3: 'extra1', q3b: 'guide', comment: 'Dòng một\r\nDòng hai' };
    const first = await page('POST', path, fields);
    const again = await page('POST', path, fields);
    expect([first.status, again.status]).toEqual([201, 200]);
    const code = /Mã phiếu: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\./;
    expect(first.shown).toMatch(code);
    expect(first.shown).toContain('đến hết ngày 25/11/2026');
    expect(again.shown.match(code)).toEqual(first.shown.match(code));
    expect((await counted(server.db)).rows - before.rows).toBe(1);
    const [row] = await server.db.all<{ answers: string; channel: string; comment: string }>(
      "select answers, channel, comment from responses where tenant = 'mau' order by seq desc limit 1",
    );
    expect({ ...row, answers: JSON.parse(row?.answers ?? '') }).toEqual({
      answers: { overall: 's2', q3: 'extra1', q3b: 'guide' },
      channel: 'plain',
      comment: 'Dòng một\nDòng hai',
    });
  });

  test('sent once more after the link is out of time is still the response it was', async () => {
    const path = await link();
    const { id } = await page('GET', path);
    const first = await page('POST', path, { id, overall: 's2' });
    // 60 days after 10/11/2026 is 09/01/2027.
    server.clock.now = new Date('2027-01-10T02:00:00Z');
    const again = await page('POST', path, { id, overall: 's2' });
    // The notice below it speaks of the period open on the day it is read.
    const [receipt, sameReceipt] = [first, again].map(({ shown }) => shown.split('Xem cách giữ thông tin')[0]);
    expect([again.status, sameReceipt]).toEqual([200, receipt]);
    expect((await page('GET', path)).status).toBe(410);
    expect((await page('POST', path, { overall: 's2' })).status).toBe(410);
  });

  test('leaves out a follow-up its parent does not call for', async () => {
    const path = await link();
    const { id } = await page('GET', path);
    expect((await page('POST', path, { id, overall: 's4', q3: 'extra0', q3b: 'mine' })).status).toBe(201);
    const [row] = await server.db.all<{ answers: string }>(
      "select answers from responses where tenant = 'mau' order by seq desc limit 1",
    );
    expect(JSON.parse(row?.answers ?? '')).toEqual({ overall: 's4', q3: 'extra0' });
  });

  test('shows the comment with personal data hidden before it is sent', async () => {
    const path = await link();
    const { id } = await page('GET', path);
    const before = await counted(server.db);
    const review = await page('POST', path, { id, overall: 's4', comment: 'Gọi tôi 0912345678' });
    expect(review.status).toBe(200);
    expect(review.shown).toContain('Đã che 1 chỗ giống thông tin cá nhân.');
    expect((await counted(server.db)).rows).toBe(before.rows);
    const comment = review.document.querySelector('textarea')?.textContent.trim() ?? '';
    expect(comment).toBe('Gọi tôi [đã che số điện thoại]');
    expect((await page('POST', path, { id, overall: 's4', comment })).status).toBe(201);
  });

  test('counts how much too long a comment is', async () => {
    const path = await link();
    const { id } = await page('GET', path);
    const { status, shown } = await page('POST', path, { id, overall: 's4', comment: 'á'.repeat(1012) });
    expect(status).toBe(422);
    expect(shown).toContain('Góp ý dài quá 12 ký tự. Mời Ông/Bà viết ngắn lại.');
  });

  test('keeps the answers on the page when the server is busy', async () => {
    const path = await link();
    const { id } = await page('GET', path);
    const { add } = server.services.intake;
    const { Refusal } = await import('../../server/refusal.ts');
    server.services.intake.add = () => Promise.reject(new Refusal(503, 'busy', 'Bận.'));
    const { status, document, shown } = await page('POST', path, { id, overall: 's4' });
    server.services.intake.add = add;
    expect(status).toBe(503);
    expect(shown).toContain('Câu trả lời vẫn còn trên trang này.');
    expect(document.querySelector('[name="overall"][value="s4"]')?.hasAttribute('checked')).toBe(true);
  });

  test('asks whether a reply is wanted, says after which answers, and by when it comes', async () => {
    const path = await link();
    const { document, id } = await page('GET', path);
    const asked = document.querySelector('#reply')?.textContent.replace(/\s+/g, ' ') ?? '';
    expect(asked).toContain('Chỉ hỏi khi Ông/Bà chọn: Gây phiền hà hoặc đòi hỏi ngoài quy định; Phải trả thêm tiền');
    expect(asked).toContain('trước ngày 02/12/2026');
    const unasked = await page('POST', path, { id, overall: 's4', reply: 'yes' });
    expect(unasked.status).toBe(422);
    expect(unasked.document.querySelector('.error-summary a')?.getAttribute('href')).toBe('#reply');
    const sent = await page('POST', path, { id, overall: 's2', reply: 'yes' });
    expect([sent.status, sent.shown.includes('Tỉnh trả lời chậm nhất ngày 02/12/2026.')]).toEqual([201, true]);
    const receipt = sent.document.querySelector('[name="receipt"]')?.getAttribute('value') ?? '';
    const again = await page('POST', path, { act: 'reopen', receipt });
    expect(again.document.querySelector('[name="reply"][value="yes"]')?.hasAttribute('checked')).toBe(true);
    const silent = await page('POST', path, { id: again.id, receipt, overall: 's2', reply: 'no' });
    expect([silent.status, silent.shown.includes('Tỉnh trả lời chậm nhất')]).toEqual([200, false]);
  });

  test('with its receipt is opened again, changed, and erased when its giver is sure', async () => {
    const path = await link();
    const { id } = await page('GET', path);
    const sent = await page('POST', path, { id, overall: 's2', q1: 'after' });
    const receipt = sent.document.querySelector('[name="receipt"]')?.getAttribute('value') ?? '';
    const before = await counted(server.db);
    const again = await page('POST', path, { act: 'reopen', receipt: receipt.toLowerCase() });
    expect(again.document.querySelector('[name="q1"][value="after"]')?.hasAttribute('checked')).toBe(true);
    const changed = await page('POST', path, { id: again.id, receipt, overall: 's5', comment: 'Đã xem lại.' });
    expect([changed.status, changed.shown.includes('Đã nhận phiếu.')]).toEqual([200, true]);
    const [row] = await server.db.all<{ answers: string; comment: string }>(
      "select answers, comment from responses where tenant = 'mau' order by seq desc limit 1",
    );
    expect([JSON.parse(row?.answers ?? ''), row?.comment]).toEqual([{ overall: 's5' }, 'Đã xem lại.']);
    expect(await counted(server.db)).toEqual(before);

    const asked = await page('POST', path, { receipt, overall: 's5', act: 'erase' });
    expect(asked.shown).toContain('Xóa hẳn câu trả lời này?');
    expect(await counted(server.db)).toEqual(before);
    expect((await page('POST', path, { receipt, act: 'erase-now' })).shown).toContain('Đã xóa câu trả lời.');
    expect((await counted(server.db)).rows).toBe(before.rows - 1);
    expect((await page('GET', path)).status).toBe(200);
  });

  test('does not open with a receipt of another unit, or with none', async () => {
    const path = await link();
    const { body } = await server.request<{ receipt: string }>('POST', '/v1/responses', {
      ...responseOf(9000, { unit: 'so-b' }),
    });
    for (const receipt of [body.receipt, 'AAAAAAAAAA', '']) {
      const { status, shown } = await page('POST', path, { act: 'reopen', receipt });
      expect([status, shown.includes('Không tìm thấy phiếu với mã này.')]).toEqual([404, true]);
    }
  });

  test('says in one sentence why a link does not open', async () => {
    const bad = await page('GET', '/k/mau.K7M29QXD4TWZ8R3F');
    expect(bad.status).toBe(404);
    expect(bad.headers.get('content-type')).toContain('text/html');
    expect(bad.shown).toContain('Đường dẫn không đúng.');
    const path = await link();
    const { id } = await page('GET', path);
    await page('POST', path, { id, overall: 's4' });
    const used = await page('GET', path);
    expect(used.status).toBe(409);
    expect(used.shown).toContain('Hồ sơ này đã được đánh giá ngày 10/11/2026.');
    // Another form of the same link, already on another screen, is told the same.
    const other = await page('POST', path, { overall: 's1' });
    expect([other.status, other.shown.includes('Hồ sơ này đã được đánh giá')]).toEqual([409, true]);
  });
});
