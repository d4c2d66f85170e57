import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stepsOn } from '../kiosk/kiosk-steps.ts';
import { enrol, type KioskWorld, kioskWorld } from '../kiosk/kiosk-world.ts';

let world: KioskWorld;
let page: Page;
let steps: ReturnType<typeof stepsOn>;
beforeAll(async () => {
  // HTTP under a name of its own, as on an office's network: none of what needs a secure place is there.
  world = await kioskWorld('ki-ot.noi-bo');
  page = await enrol(world);
  steps = stepsOn(world, page);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const stored = () => world.db.all('select lang, answers, assisted, way from responses order by seq');

it('works on plain HTTP while the page stays open, also without a line', async () => {
  expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
  await world.context.setOffline(true);
  await steps.face(1).click();
  await steps.press('Bỏ qua');
  await page.getByText('Đã lưu. Cảm ơn Ông/Bà.').waitFor();
  await steps.waits();
  expect(await stored()).toEqual([]);
  await world.context.setOffline(false);
  await steps.until(async () => expect(await stored()).toHaveLength(1));
  expect(await steps.kept('outbox')).toEqual([]);
});

it('speaks English to who asks for it, and Vietnamese to the next person', async () => {
  await steps.press('English');
  await page.getByRole('heading', { name: 'Are you satisfied with how your application was handled today?' }).waitFor();
  await page.getByRole('button', { name: 'Neutral, level 2 of 3' }).click();
  await page.getByRole('button', { name: 'Waiting time' }).click();
  await page.getByText('Saved. Thank you.').waitFor();
  await steps.waits();
  const answers = '{"overall":"neutral","topic":"waiting"}';
  await steps.until(async () => expect((await stored()).at(-1)).toMatchObject({ lang: 'en', answers }));
});

it('is used by keyboard alone', async () => {
  await world.pass(10_000);
  await page.getByRole('button', { name: 'Tôi muốn trả lời đủ 9 câu' }).focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await heading.waitFor();
  // The question has the focus, so that a reader of the screen says it.
  expect(await heading.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(
    true,
  );
  await page.getByRole('radio', { name: 'Rất hài lòng' }).focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Hài lòng', exact: true }).isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByText('Câu 2 trong 9').waitFor();
  await page.getByRole('button', { name: 'Dừng trả lời' }).focus();
  await page.keyboard.press('Enter');
  await steps.waits();
});

it('tried out by staff, it keeps and sends nothing', async () => {
  const before = await stored();
  await steps.openStaff();
  await steps.press('Chạy thử');
  await page.getByText('Chế độ thử: câu trả lời không được tính.').waitFor();
  await steps.face(3).click();
  expect(await steps.kept('outbox')).toEqual([]);
  await steps.press('Bỏ qua');
  await page.getByText('Chế độ thử').waitFor();
  await steps.waits();
  expect(await page.getByText('Chế độ thử').count()).toBe(0);
  await world.pass(30_000);
  expect(await stored()).toEqual(before);
});

it('filled in by staff for somebody, the answer says so', async () => {
  await steps.openStaff();
  await steps.press('Hỗ trợ người dân trả lời');
  await page.getByText('Cán bộ đọc nguyên văn câu hỏi và mọi phương án, không gợi ý.', { exact: false }).waitFor();
  await page.getByRole('radio', { name: 'Bình thường' }).check();
  for (let n = 0; n < 9; n += 1) await steps.press('Tiếp tục');
  await steps.press('Gửi phiếu');
  await steps.until(async () => expect((await stored()).at(-1)).toMatchObject({ assisted: 'officer', way: 'counter' }));
});

it('paused by staff, it takes nothing, until they open it again', async () => {
  await steps.waits();
  await steps.openStaff();
  await steps.press('Tạm dừng ki-ốt');
  await page.getByText('Đã lưu thay đổi.').waitFor();
  await steps.press('Khóa lại');
  await page.getByText('Ki-ốt tạm dừng. Mời Ông/Bà báo nhân viên.').waitFor();
  await page.keyboard.press('1');
  expect(await page.getByText('Đã ghi').count()).toBe(0);
  await steps.openStaff();
  await steps.press('Mở lại ki-ốt');
  await steps.press('Khóa lại');
  await steps.waits();
});

it('reads the question out where the tablet has a voice for it, and only there', async () => {
  await steps.waits();
  expect(await page.getByRole('button', { name: 'Nghe câu hỏi' }).count()).toBe(0);
  await page.addInitScript(() => {
    const said: string[] = [];
    const voice = { lang: 'vi-VN', name: 'Giọng thử' };
    const speech = { getVoices: () => [voice], addEventListener: () => {}, cancel: () => {} };
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: { ...speech, said, speak: (utterance: { text: string }) => said.push(utterance.text) },
    });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  });
  await page.reload();
  await steps.waits();
  await steps.press('Nghe câu hỏi');
  expect(await page.evaluate(() => (speechSynthesis as unknown as { said: string[] }).said)).toEqual([
    'Ông/Bà có hài lòng với việc giải quyết hồ sơ hôm nay không? Hài lòng. Bình thường. Không hài lòng.',
  ]);
  await steps.press('English');
  expect(await page.getByRole('button', { name: 'Listen' }).count()).toBe(0);
  await steps.press('Tiếng Việt');
});

it('where the tablet can keep nothing, it says so to staff and to the citizen, and still sends', async () => {
  const before = (await stored()).length;
  const code = await world.code();
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  await page.reload();
  await page.getByLabel('Mã ghép máy').fill(code);
  await steps.press('Ghép máy này');
  await steps.waits();
  await page.getByText('Cần nhân viên: máy không lưu được câu trả lời.').waitFor();
  await steps.face(1).click();
  await steps.press('Bỏ qua');
  await page.getByText('Máy chưa cất được câu trả lời, mời Ông/Bà báo nhân viên.').waitFor();
  await steps.until(async () => expect(await stored()).toHaveLength(before + 1));
});
