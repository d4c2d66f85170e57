import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stepsOn } from '../kiosk/kiosk-steps.ts';
import { enrol, everythingKept, type KioskWorld, kioskWorld, textOf } from '../kiosk/kiosk-world.ts';
import { KIOSK } from '../server/test-server.ts';
import { shoot } from './browser.ts';

const MINUTE = 60_000;
let world: KioskWorld;
let page: Page;
let steps: ReturnType<typeof stepsOn>;

beforeAll(async () => {
  world = await kioskWorld();
  page = await enrol(world);
  steps = stepsOn(world, page);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

beforeEach(async () => {
  await world.pass(5_000);
});

describe('one touch', () => {
  it('has an address of its own and a worker, and is an answer kept before it is said to be', async () => {
    expect(page.url()).toBe(`${world.url}/kiosk/${KIOSK('mau')}`);
    await shoot(page, 'ki-ot-cho-khach');
    await steps.face(2).click();
    await page.getByText('Đã ghi: Bình thường').waitFor();
    expect(await steps.kept('outbox')).toHaveLength(1);
    await steps.press('Thời gian chờ');
    await page.getByText('Đã lưu. Cảm ơn Ông/Bà.').waitFor();
    await steps.until(async () => expect(await steps.answers()).toEqual([{ overall: 'neutral', topic: 'waiting' }]));
    await steps.until(async () => expect(await steps.kept('outbox')).toEqual([]));
    await steps.waits();
  });

  it('can be taken back for 10 seconds, then goes out by itself', async () => {
    await steps.waits();
    await steps.face(3).click();
    await steps.press('Bấm nhầm? Chọn lại');
    await steps.waits();
    expect(await steps.kept('outbox')).toEqual([]);
    await page.keyboard.press('1');
    await page.getByText('Đã ghi: Hài lòng').waitFor();
    await steps.until(async () => expect(await steps.answers()).toHaveLength(2));
    expect((await steps.answers())[1]).toEqual({ overall: 'satisfied' });
    await steps.waits();
  });

  it('too soon after the last one, and outside the hours, is only counted, and says so', async () => {
    await steps.face(1).click();
    await steps.press('Bỏ qua');
    await steps.press('Mời người tiếp theo');
    await steps.face(1).click();
    await page.getByText(/Lượt chạm quá nhanh chỉ được đếm riêng/).waitFor();
    await steps.waits();
    // 12:00 is half an hour after the morning's end.
    await world.pass(3 * 60 * MINUTE);
    await page.getByText(/Mời Ông\/Bà đánh giá từ 13:00/).waitFor();
    await steps.face(3).click();
    await page.getByText(/Lượt chạm ngoài giờ làm việc chỉ được đếm riêng/).waitFor();
    await steps.until(async () => {
      expect(await world.db.all('select reason, n from kiosk_asides order by reason')).toEqual([
        { reason: 'interval', n: 1 },
        { reason: 'outsideHours', n: 1 },
      ]);
      expect(await steps.answers()).toHaveLength(3);
    });
    await world.pass(60 * MINUTE);
    await steps.waits();
    expect(await page.getByText(/Ngoài giờ/).count()).toBe(0);
  });
});

describe('the full form', () => {
  it('goes question by question, hides personal data, and leaves nothing when nobody goes on', async () => {
    await steps.waits();
    await world.pass(5_000);
    const before = await page.screenshot({ animations: 'disabled' });
    const { self: _own, ...stored } = await everythingKept(page);
    await steps.press('Tôi muốn trả lời đủ 9 câu');
    await steps.press('Tiếp tục');
    await page.getByText('Ông/Bà chọn một ý ở câu 1.').waitFor();
    await page.getByRole('radio', { name: 'Rất không hài lòng' }).check();
    for (let n = 0; n < 9; n += 1) await steps.press('Tiếp tục');
    await page.getByRole('textbox').fill('Gọi cho tôi số 0912345678, cán bộ rất chậm');
    await steps.press('Gửi phiếu');
    await page.getByText('Đã che 1 chỗ giống thông tin cá nhân').waitFor();
    expect(await page.getByRole('textbox').inputValue()).toContain('[đã che số điện thoại]');
    await world.pass(50_000);
    await page.getByText('Ông/Bà còn trả lời không?').waitFor();
    await world.pass(11_000);
    await steps.waits();
    const { self: _self, ...left } = await everythingKept(page);
    expect(left).toEqual(stored);
    for (const place of [await textOf(page), JSON.stringify(await everythingKept(page))])
      expect(/0912345678|rất chậm/.test(place)).toBe(false);
    await steps.until(async () => {
      const after = await page.screenshot({ animations: 'disabled' });
      expect(after.equals(before), 'the screen is as it was').toBe(true);
    });
    await page.goBack().catch(() => null);
    expect(await textOf(page)).not.toContain('rất chậm');
    await page.goto(`${world.url}/kiosk/`);
    await steps.waits();
  });

  it('is answered without a line, survives loading anew, and arrives once', async () => {
    const had = (await steps.answers()).length;
    await world.context.setOffline(true);
    await steps.press('Tôi muốn trả lời đủ 9 câu');
    await page.getByRole('radio', { name: 'Hài lòng', exact: true }).check();
    await steps.press('Tiếp tục');
    await page.getByRole('radio', { name: 'Tôi chưa có kết quả' }).check();
    // What comes next is the form right after filing.
    for (let n = 0; n < 4; n += 1) await steps.press('Tiếp tục');
    await page.getByRole('textbox').fill('Quầy sạch sẽ');
    await steps.press('Gửi phiếu');
    await page.getByText('Đã lưu. Cảm ơn Ông/Bà.').waitFor();
    await steps.waits();
    await page.reload();
    await steps.waits();
    await steps.face(1).click();
    await steps.press('Bỏ qua');
    await page.getByText('Đã lưu').waitFor();
    expect(await steps.kept('outbox')).toHaveLength(2);
    expect(await steps.answers()).toHaveLength(had);
    await world.context.setOffline(false);
    await steps.until(async () => expect(await steps.kept('outbox')).toEqual([]));
    expect((await world.responses()).slice(had)).toEqual([
      { answers: '{"overall":"s4"}', proof: 'open', comment: 'Quầy sạch sẽ' },
      { answers: '{"overall":"satisfied"}', proof: 'open', comment: null },
    ]);
    await steps.waits();
  });
});

describe('a dossier handed over', () => {
  const handOver = () =>
    world.ask(
      'POST',
      '/v1/kiosk/hand-over',
      { kiosk: KIOSK('mau'), dossier: 'H99.01-261110-0042', stage: 'returned' },
      world.officer,
    );

  it('is shown by its last characters, and its answer has an officer behind it', async () => {
    expect(await handOver()).toBe(201);
    await steps.sees(page.getByRole('heading', { name: 'Mời đánh giá hồ sơ …0042' }));
    expect(await textOf(page)).not.toContain('H99');
    await steps.press('Bắt đầu');
    await page.getByText('Hồ sơ có số cuối 0042').waitFor();
    await page.getByRole('radio', { name: 'Rất hài lòng' }).check();
    for (let n = 0; n < 9; n += 1) await steps.press('Tiếp tục');
    await steps.press('Gửi phiếu');
    await steps.until(async () => expect((await world.responses()).at(-1)?.proof).toBe('officerLink'));
    await steps.waits();
  });

  it('goes away after 3 minutes', async () => {
    expect(await handOver()).toBe(201);
    await steps.sees(page.getByRole('heading', { name: /…0042/ }));
    await world.pass(3 * MINUTE);
    await steps.waits();
    expect(await textOf(page)).not.toContain('0042');
  });
});

it('its unit has a poster and a paper form, printed from the same survey', async () => {
  const paper = await world.context.newPage();
  await paper.setViewportSize({ width: 900, height: 1100 });
  for (const [path, pages] of [
    ['phieu', 2],
    ['ma-qr', 1],
    ['ma-qr?kho=a5', 1],
  ] as const) {
    await paper.goto(`${world.url}/in/mau/so-a/${path}`);
    if (path === 'phieu') await shoot(paper, 'phieu-giay-in');
    const printed = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(printed.match(/\/Count \d+/g), path).toEqual([`/Count ${pages}`]);
  }
  await paper.close();
});
