// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everythingStored } from './everything-stored.ts';
import { openPage, soon } from './page.ts';
import { standInServer } from './stand-in-server.ts';

const TOKEN = 'mau.K7M29QXD4TWZ8R3F';
const INVITED = {
  ...{ unit: 'H99.01', unitName: 'Sở Tư pháp', procedure: '1.001612', procedureName: null, stage: 'returned' },
  ...{ dossier: 'H99.01-261110-0042', survey: 'danhgia-2026', version: 1, expires: '2026-12-31' },
};

let server: Awaited<ReturnType<typeof standInServer>>;
let told = { server: '', token: TOKEN, stage: 'returned' };
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  server = await standInServer();
  told = { ...told, server: server.url };
  server.invite({ status: 200, body: INVITED });
});
afterEach(async () => {
  document.body.replaceChildren();
  await server.close();
});

describe('unit and stage beside the token', () => {
  it('show the form before the server says what the link opens, then the dossier', async () => {
    const held = server.holdInvitations();
    const page = await openPage(told);
    expect(page.text()).toContain('Mời Ông/Bà trả lời 9 câu hỏi ngắn. ');
    page.choose('overall', 's4');
    held.release();
    await page.shows('9 câu hỏi ngắn về hồ sơ H99.01-261110-0042.');
    expect(page.radio('overall', 's4').checked).toBe(true);
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu');
    expect(server.received[0]?.body).toMatchObject({ token: TOKEN, unit: 'H99.01', procedure: '1.001612' });
  });

  it('close the form that nobody began when the link turns out used', async () => {
    const held = server.holdInvitations();
    server.invite({ status: 409, body: { code: 'token.used', message: 'Hồ sơ này đã được đánh giá.' } });
    const page = await openPage(told);
    held.release();
    await page.shows('Hồ sơ này đã được đánh giá.');
    expect(page.all('fieldset')).toEqual([]);
    expect(page.events.at(-1)).toEqual({ type: 'dvc-survey-error', detail: { code: 'token.used' } });
  });

  it('say so above the button, and keep the answers, where somebody has begun', async () => {
    const held = server.holdInvitations();
    server.invite({ status: 410, body: { code: 'token.expired', message: 'Đường dẫn này hết hạn.' } });
    const page = await openPage(told);
    page.choose('overall', 's4');
    held.release();
    await page.shows('Đường dẫn này hết hạn.');
    expect(page.root.querySelector('[role=status]')?.textContent).toBe('Đường dẫn này hết hạn.');
    expect(page.radio('overall', 's4').checked).toBe(true);
  });

  it('give way to what the link says; the answers that fit go on', async () => {
    const held = server.holdInvitations();
    server.invite({ status: 200, body: { ...INVITED, stage: 'submitted' } });
    const page = await openPage(told);
    page.choose('overall', 's4');
    held.release();
    await page.shows('Câu 1 trong 4');
    expect(page.radio('overall', 's4').checked).toBe(true);
  });

  it('let the form be sent while the server is silent about the link', async () => {
    server.holdInvitations();
    const page = await openPage(told);
    page.choose('overall', 's4');
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu');
    expect(server.received[0]?.body).toMatchObject({ token: TOKEN, unit: 'H99.01' });
  });
});

describe('a host that changes its mind', () => {
  it('keeps what was answered where the form stays the same', async () => {
    const page = await openPage({ server: server.url });
    page.choose('overall', 's4');
    page.write('Nhanh');
    page.element.setAttribute('test', '');
    await page.shows('Chế độ thử');
    page.element.setAttribute('lang', 'en');
    await page.shows('Rate how your application was handled');
    page.element.setAttribute('theme', 'dark');
    expect(page.radio('overall', 's4').checked).toBe(true);
    expect(page.comment().value).toBe('Nhanh');
    expect(page.seen('draft')).toBe(false);
  });

  it('gets one form for several attributes set in turn', async () => {
    const page = await openPage({ server: server.url });
    page.element.setAttribute('token', TOKEN);
    page.element.setAttribute('unit', 'H99.02');
    page.element.setAttribute('stage', 'submitted');
    await page.shows('H99.01-261110-0042');
    expect(server.asked.filter((path) => path.startsWith('GET /v1/invitations/'))).toHaveLength(1);
  });

  it('may use properties, before the script runs too', async () => {
    vi.resetModules();
    const { DvcSurvey } = await import('../../widget/dvc-survey.ts');
    const element = document.createElement('dvc-late');
    Object.assign(element, { server: server.url, tenant: 'mau', unit: 'H99.01', stage: 'submitted', test: true });
    document.body.append(element);
    customElements.define('dvc-late', class extends DvcSurvey {});
    await soon(() => expect(element.shadowRoot?.textContent).toContain('Câu 1 trong 4'));
    expect(element.shadowRoot?.textContent).toContain('Chế độ thử');
    Object.assign(element, { test: false });
    await soon(() => expect(element.shadowRoot?.textContent).not.toContain('Chế độ thử'));
    expect(element.getAttributeNames().sort()).toEqual(['server', 'stage', 'tenant', 'unit']);
  });

  it('has two forms on one page that know nothing of each other', async () => {
    const one = await openPage({ server: server.url });
    const other = await openPage({ server: server.url, unit: 'H99.02' });
    one.choose('overall', 's5');
    other.choose('overall', 's1');
    one.press('Gửi phiếu');
    await one.shows('Đã nhận phiếu');
    expect(other.radio('overall', 's1').checked).toBe(true);
    expect(other.heading()).toBe('Đánh giá việc giải quyết hồ sơ');
  });
});

describe('one question at a time', () => {
  const inSight = (page: Awaited<ReturnType<typeof openPage>>) =>
    page.all('fieldset, textarea').flatMap((part) => (part.closest('[hidden]') ? [] : part.id));

  it('goes on, back, and through all once more before it sends', async () => {
    const page = await openPage({ server: server.url, stage: 'submitted', steps: '' });
    expect(inSight(page)).toEqual(['overall']);
    page.choose('overall', 's4');
    page.press('Tiếp tục');
    expect(inSight(page)).toEqual(['q7']);
    expect(page.root.activeElement?.id).toBe('q7-title');
    expect(page.root.activeElement?.textContent).toContain('Câu 2 trong 4');
    page.press('Quay lại');
    expect(inSight(page)).toEqual(['overall']);
    for (let i = 0; i < 4; i++) page.press('Tiếp tục');
    expect(inSight(page)).toEqual(['comment']);
    page.press('Tiếp tục');
    expect(page.heading()).toBe('Xem lại trước khi gửi');
    expect(page.root.activeElement?.id).toBe('title');
    expect(inSight(page)).toEqual(['overall', 'q7', 'q6', 'q9', 'comment']);
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu');
  });

  it('does not pass a question that needs an answer, and shows a follow-up with its question', async () => {
    const page = await openPage({ server: server.url, steps: '' });
    page.press('Tiếp tục');
    expect(inSight(page)).toEqual(['overall']);
    expect(page.root.activeElement?.id).toBe('summary');
    expect(page.root.querySelector('#overall-error')?.textContent).toBe('Ông/Bà chọn một ý ở câu 1.');
    page.choose('overall', 's3');
    page.press('Tiếp tục');
    page.press('Tiếp tục');
    page.choose('q3', 'extra1');
    expect(inSight(page)).toEqual(['q3', 'q3b']);
  });
});

describe('whoever asks for a reply', () => {
  it('is asked only after a grave answer, and told by when it comes', async () => {
    const page = await openPage({ server: server.url });
    page.choose('overall', 's3');
    page.choose('q7', 't1');
    expect(page.seen('reply')).toBe(false);
    page.choose('q7', 't0');
    await soon(() => expect(page.seen('reply')).toBe(true));
    expect(page.root.getElementById('reply')?.textContent).toContain('Ông/Bà có muốn được trả lời không?');
    page.choose('reply', 'yes');
    page.press('Gửi phiếu');
    await page.shows('Tỉnh trả lời chậm nhất ngày 02/12/2026.');
    expect(server.received[0]?.body).toMatchObject({ reply: true, answers: { overall: 's3', q7: 't0' } });
  });

  it('finds that wish again among unfinished answers', async () => {
    const before = await openPage({ server: server.url });
    before.choose('qe', 'cost');
    await soon(() => expect(before.seen('reply')).toBe(true));
    before.choose('reply', 'no');
    await soon(async () => expect(await everythingStored()).toEqual([{ qe: 'cost', reply: 'no' }]));
    before.leave();
    const page = await openPage({ server: server.url });
    page.press('Trả lời tiếp');
    await soon(() => expect(page.seen('reply')).toBe(true));
    expect(page.radio('reply', 'no').checked).toBe(true);
    page.choose('overall', 's2');
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu');
    expect(server.received[0]?.body).toMatchObject({ reply: false });
  });

  it('says nothing of a reply once the answers call for none', async () => {
    const page = await openPage({ server: server.url });
    page.choose('overall', 's1');
    await soon(() => expect(page.seen('reply')).toBe(true));
    page.choose('reply', 'yes');
    page.choose('overall', 's4');
    expect(page.seen('reply')).toBe(false);
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu');
    expect(server.received[0]?.body).not.toHaveProperty('reply');
  });
});

it('tells who filled the form in, and how the two met', async () => {
  const page = await openPage({ server: server.url, assisted: 'officer', way: 'phone' });
  page.choose('overall', 's4');
  page.press('Gửi phiếu');
  await page.shows('Đã nhận phiếu');
  expect(server.received[0]?.body).toMatchObject({ assisted: 'officer', way: 'phone' });
});
