// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { everythingStored } from './everything-stored.ts';
import { ownServer } from './own-server.ts';
import { openPage, soon } from './page.ts';
import { standInServer } from './stand-in-server.ts';

const own = ownServer();

describe('with the server at hand', () => {
  it('sends once and shows the receipt, the last day to change it and no answer in its events', async () => {
    const page = await openPage({ server: own.server.url, procedure: '1.001612' });
    page.choose('overall', 's5');
    page.choose('q3', 'extra1');
    page.choose('q3b', 'mine');
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu. Cảm ơn Ông/Bà.');
    expect(page.root.querySelector('input')?.value).toBe('K7M2-9QXD-4T');
    expect(page.text()).toContain('đến hết ngày 10/12/2026');
    expect(own.server.received).toHaveLength(1);
    expect(own.server.received[0]?.body).toEqual({
      id: expect.stringMatching(/^mau\.[0-9A-HJKMNP-TV-Z]{26}$/),
      unit: 'H99.01',
      procedure: '1.001612',
      survey: 'danhgia-2026',
      version: 1,
      stage: 'returned',
      channel: 'portal',
      lang: 'vi',
      answers: { overall: 's5', q3: 'extra1', q3b: 'mine' },
      ageSeconds: expect.any(Number),
      seconds: expect.any(Number),
    });
    expect(page.events).toEqual([
      { type: 'dvc-survey-ready', detail: { survey: 'danhgia-2026', version: 1, stage: 'returned' } },
      { type: 'dvc-survey-saved', detail: { id: own.server.received[0]?.body.id } },
      { type: 'dvc-survey-sent', detail: { id: own.server.received[0]?.body.id } },
    ]);
  });

  it('keeps nothing on the device afterwards', async () => {
    const page = await openPage({ server: own.server.url });
    page.choose('overall', 's1');
    page.write('Chờ lâu');
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu');
    await soon(async () => expect(await everythingStored()).toEqual([]));
  });

  it('sends the option chosen after an interrupted visit, not the one before', async () => {
    const before = await openPage({ server: own.server.url });
    before.choose('overall', 's5');
    before.write('Nhanh');
    await soon(async () => expect(await everythingStored()).toMatchObject([{ comment: 'Nhanh' }]));
    before.leave();
    const page = await openPage({ server: own.server.url });
    page.press('Trả lời tiếp');
    expect(page.radio('overall', 's5').checked).toBe(true);
    page.choose('overall', 's1');
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu');
    expect(own.server.received[0]?.body).toMatchObject({ answers: { overall: 's1' }, comment: 'Nhanh' });
  });

  it('changes the answers by the receipt, under the same id', async () => {
    const page = await openPage({ server: own.server.url });
    page.choose('overall', 's5');
    page.press('Gửi phiếu');
    await page.shows('Đã nhận phiếu');
    page.press('Sửa câu trả lời');
    expect(page.radio('overall', 's5').checked).toBe(true);
    page.choose('overall', 's1');
    page.press('Gửi phiếu');
    await soon(() => expect(own.server.received).toHaveLength(2));
    await page.shows('Đã nhận phiếu');
    const [first, change] = own.server.received;
    expect(change).toMatchObject({ method: 'PUT', path: `/v1/responses/${first?.body.id}`, receipt: 'K7M29QXD4T' });
    expect(change?.body.answers).toEqual({ overall: 's1' });
    expect(own.server.stored.size).toBe(1);
  });

  it('turns an answer without a result into one of the stage after filing', async () => {
    const page = await openPage({ server: own.server.url });
    page.choose('overall', 's3');
    page.choose('q1', 'none');
    page.choose('q7', 't2');
    page.press('Gửi phiếu');
    await page.shows('Khi nhận kết quả, mời Ông/Bà đánh giá lần nữa');
    expect(own.server.received[0]?.body).toMatchObject({ stage: 'submitted', answers: { overall: 's3', q7: 't2' } });
  });

  it('sends nothing in test mode and says so', async () => {
    const page = await openPage({ server: own.server.url, test: '' });
    page.choose('overall', 's5');
    page.press('Gửi phiếu');
    expect(page.heading()).toBe('Chế độ thử: câu trả lời không được tính.');
    expect(own.server.asked.filter((path) => !path.startsWith('GET /v1/surveys/'))).toEqual([]);
    expect(await everythingStored()).toEqual([]);
  });
});

describe('without the network', () => {
  it('stores first, says so, and delivers once on a later visit, receipt included', async () => {
    const closed = { server: own.server.url };
    const page = await openPage(closed);
    await own.server.close();
    page.choose('overall', 's2');
    page.press('Gửi phiếu');
    await page.shows('Đã lưu trên máy này');
    expect(page.text()).not.toContain('Đã nhận');
    expect(await everythingStored()).toMatchObject([{ overall: 's2' }, { body: { answers: { overall: 's2' } } }]);
    page.leave();

    const later = await openPage(closed);
    expect(later.text()).toContain('Đã lưu trên máy này');
    own.server = await standInServer(Number(new URL(closed.server).port));
    await later.networkBack();
    await later.shows('Đã nhận phiếu');
    expect(own.server.received.map((r) => r.body.answers)).toEqual([{ overall: 's2' }]);
    await soon(async () => expect(await everythingStored()).toEqual([]));
  });

  it('delivers once though two pages wake up at the same time', async () => {
    const page = await openPage({ server: own.server.url });
    const other = await openPage({ server: own.server.url, unit: 'H99.02' });
    own.server.replies.push('hangUp');
    page.choose('overall', 's4');
    page.press('Gửi phiếu');
    await page.shows('Sẽ thử lại sau');
    await Promise.all([other.networkBack(), page.networkBack()]);
    await page.shows('Đã nhận phiếu');
    expect(own.server.received).toHaveLength(2);
    expect(own.server.stored.size).toBe(1);
    expect(other.heading()).toBe('Đánh giá việc giải quyết hồ sơ');
  });

  it('sends again under the same id when the acknowledgement was lost', async () => {
    own.server.replies.push('hangUp');
    const page = await openPage({ server: own.server.url });
    page.choose('overall', 's4');
    page.press('Gửi phiếu');
    await page.shows('Sẽ thử lại sau');
    await page.networkBack();
    await page.shows('Đã nhận phiếu');
    expect(own.server.received.map((r) => r.body.id)).toEqual(Array(2).fill([...own.server.stored.keys()][0]));
  });

  it('keeps what is typed after one was sent, when that one arrives', async () => {
    own.server.replies.push('hangUp');
    const page = await openPage({ server: own.server.url });
    page.choose('overall', 's4');
    page.write(' Nhanh ');
    page.press('Gửi phiếu');
    await page.shows('Sẽ thử lại sau');
    page.press('Đóng');
    await page.shows('Ông/Bà muốn góp ý thêm điều gì?');
    page.choose('overall', 's1');
    await soon(async () =>
      expect(await everythingStored()).toMatchObject([{ overall: 's1' }, { draft: expect.any(String) }]),
    );
    await page.networkBack();
    // Of the one that arrived the receipt stays until it was shown, and none of its answers.
    await soon(async () =>
      expect(await everythingStored()).toMatchObject([{ overall: 's1' }, { receipt: 'K7M29QXD4T' }]),
    );
    expect(JSON.stringify(await everythingStored())).not.toContain('"s4"');
    expect([...own.server.stored.values()]).toMatchObject([{ answers: { overall: 's4' }, comment: 'Nhanh' }]);
  });

  it('offers no change of an earlier one by a form that does not hold its answers', async () => {
    const closed = { server: own.server.url };
    const page = await openPage(closed);
    await own.server.close();
    page.choose('overall', 's2');
    page.press('Gửi phiếu');
    await page.shows('Đã lưu trên máy này');
    page.leave();
    const later = await openPage(closed);
    await later.shows('Đã lưu trên máy này');
    own.server = await standInServer(Number(new URL(closed.server).port));
    await later.networkBack();
    await later.shows('Đã nhận phiếu');
    expect(later.all('button').map(({ textContent }) => textContent)).toEqual(['Sao chép mã', 'Đóng']);
  });

  it('uses a disk that was slow to wake up', async () => {
    const disk = new IDBFactory();
    globalThis.indexedDB = {
      open: (name: string, version: number) => {
        const opening = disk.open(name, version);
        const late = { result: null as unknown, onsuccess: () => {}, onupgradeneeded: () => {} };
        opening.onupgradeneeded = () => Object.assign(late, { result: opening.result }).onupgradeneeded();
        opening.onsuccess = () => setTimeout(() => Object.assign(late, { result: opening.result }).onsuccess(), 1_300);
        return late;
      },
    } as unknown as IDBFactory;
    const page = await openPage({ server: own.server.url });
    await new Promise((resolve) => setTimeout(resolve, 1_400));
    globalThis.indexedDB = disk;
    page.choose('overall', 's4');
    await soon(async () => expect(await everythingStored()).toEqual([{ overall: 's4' }]));
  });

  it('never says "saved" where the browser refuses to store', async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    } as unknown as IDBFactory;
    own.server.replies.push({ status: 500, body: { code: 'x', message: '' } });
    const page = await openPage({ server: own.server.url });
    page.choose('overall', 's4');
    page.press('Gửi phiếu');
    await page.shows('Trình duyệt không cho lưu trên máy. Xin đừng đóng trang cho đến khi gửi xong.');
    expect(page.text()).not.toContain('Đã lưu');
    await page.shows('Đã nhận phiếu');
    expect(own.server.stored.size).toBe(1);
  });
});
