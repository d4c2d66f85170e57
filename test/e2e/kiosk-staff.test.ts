import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stepsOn } from '../kiosk/kiosk-steps.ts';
import { enrol, everythingKept, type KioskWorld, kioskWorld } from '../kiosk/kiosk-world.ts';
import { KIOSK, PIN } from '../server/test-server.ts';
import { type AxeFinding, axeFindings } from './axe.ts';

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

describe('every screen', () => {
  const targets = () =>
    page.evaluate(() => {
      const root = document.querySelector('dvc-kiosk')?.shadowRoot;
      const small = [...(root?.querySelectorAll('button, summary, .option, input:not([type=radio]), select') ?? [])];
      return small.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const least = element.classList.contains('face') ? 176 : 72;
        return width && (height < least || width < Math.min(least, 72))
          ? [`${element.textContent?.trim()} ${width}×${height}`]
          : [];
      });
    });
  /** The check waits by timers of the page, which stand still unless they are moved. */
  async function faultsOf() {
    let found: AxeFinding[] | undefined;
    const checking = axeFindings(page).then((findings) => {
      found = findings;
    });
    while (!found) {
      await world.context.clock.runFor(10);
      await Promise.race([checking, new Promise((resolve) => setTimeout(resolve, 20))]);
    }
    return found;
  }
  const SCREENS: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['waiting', () => steps.waits()],
    ['topic', () => steps.face(1).click()],
    ['said', () => steps.press('Bỏ qua')],
    [
      'form',
      async () => {
        await steps.press('Mời người tiếp theo');
        await steps.press('Tôi muốn trả lời đủ 9 câu');
      },
    ],
    ['form with an error', () => steps.press('Tiếp tục')],
    ['idle', () => world.pass(51_000)],
    [
      'pin',
      async () => {
        await steps.press('Xóa và kết thúc');
        await page.evaluate(() =>
          (document.querySelector('dvc-kiosk') as unknown as { kiosk: { desk: { open(): void } } }).kiosk.desk.open(),
        );
      },
    ],
    [
      'staff',
      async () => {
        for (const digit of PIN) await steps.press(digit);
        await steps.press('Vào');
        await page.getByRole('heading', { name: 'Nhân viên', exact: true }).waitFor();
      },
    ],
  ];

  for (const [scheme, width, height] of [
    ['light', 1280, 800],
    ['dark', 390, 844],
  ] as const)
    it(`is without fault at ${width}×${height}, ${scheme}: names, contrast, targets, nothing cut off`, async () => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      for (const [name, go] of SCREENS) {
        await go();
        const faults = await faultsOf();
        expect(
          faults.map(({ id, html }) => `${id}: ${html}`),
          name,
        ).toEqual([]);
        expect(await targets(), name).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name).toBe(true);
      }
      await steps.press('Khóa lại');
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
      await steps.waits();
    });
});

describe('staff', () => {
  it('change counter and mode with the PIN; the citizen sees it', async () => {
    await steps.openStaff();
    await page.getByLabel('Tên quầy').fill('Quầy 09');
    await page.getByRole('radio', { name: 'Cả phiếu, từng câu' }).check();
    await steps.press('Lưu thay đổi');
    await page.getByText('Đã lưu thay đổi.').waitFor();
    await steps.press('Khóa lại');
    await page.getByText('Quầy 09 · Đơn vị so-a').waitFor();
    await page.getByRole('button', { name: 'Bắt đầu trả lời' }).waitFor();
  });

  it('are locked out after five wrong PINs, also after loading anew', async () => {
    await page.getByRole('button', { name: 'Nhân viên: giữ 3 giây' }).focus();
    await page.keyboard.press('Enter');
    for (let n = 0; n < 5; n += 1) {
      for (const digit of '0000') await steps.press(digit);
      await steps.press('Vào');
      await page.getByText(n < 4 ? 'Mã PIN không đúng. Nhập lại.' : /Đợi 15 phút/).waitFor();
      await world.pass(1000);
    }
    await page.reload();
    await page.getByRole('button', { name: 'Bắt đầu trả lời' }).waitFor();
    await steps.openStaff();
    await page.getByText(/Đợi 15 phút rồi nhập lại/).waitFor();
    await steps.press('Hủy');
    await world.pass(16 * MINUTE);
  });
});

describe('taken back from afar', () => {
  /** The page is loaded, and the tablet enrolled, as on the first day. */
  async function enrolAnew(): Promise<void> {
    const code = await world.code();
    await page.goto(`${world.url}/kiosk/`);
    await page.getByLabel('Mã ghép máy').fill(code);
    await steps.press('Ghép máy này');
    await steps.sees(page.getByRole('button', { name: 'Bắt đầu trả lời' }));
  }

  it('revoked, it says so, takes no answer, keeps what it has, and goes on with a new code', async () => {
    await world.context.setOffline(true);
    await steps.press('Bắt đầu trả lời');
    await page.getByRole('radio', { name: 'Bình thường' }).check();
    for (let n = 0; n < 9; n += 1) await steps.press('Tiếp tục');
    await steps.press('Gửi phiếu');
    await page.getByText('Đã lưu').waitFor();
    await world.ask('DELETE', `/v1/kiosks/${KIOSK('mau')}`, undefined, world.admin);
    await world.context.setOffline(false);
    await steps.sees(page.getByText('Máy này không còn được đăng ký'));
    await page.getByText('Còn 1 phiếu chưa gửi').waitFor();
    const had = (await steps.answers()).length;
    await page.getByLabel('Mã ghép máy').fill(await world.code());
    await steps.press('Ghép máy này');
    await steps.until(async () => expect(await steps.answers()).toHaveLength(had + 1));
  });

  it('taken away by staff, it erases itself and its key is worth nothing', async () => {
    await steps.sees(page.getByRole('button', { name: 'Bắt đầu trả lời' }));
    await steps.openStaff();
    await steps.press('Gỡ máy này');
    await page.getByText('Gỡ máy này? Máy tự xóa mọi thứ đã lưu.').waitFor();
    await steps.press('Gỡ và xóa');
    await page.getByText('Máy đã khóa. Mời Ông/Bà báo nhân viên.').waitFor();
    expect(Object.values(await everythingKept(page)).flat()).toEqual([]);
    await enrolAnew();
  });

  it('told to erase itself at once, it does not wait for what it could not send', async () => {
    await world.context.route('**/v1/kiosk/responses', (route) => route.abort());
    await steps.press('Bắt đầu trả lời');
    await page.getByRole('radio', { name: 'Bình thường' }).check();
    for (let n = 0; n < 9; n += 1) await steps.press('Tiếp tục');
    await steps.press('Gửi phiếu');
    await page.getByText('Đã lưu').waitFor();
    expect(await steps.kept('outbox')).toHaveLength(1);
    await world.ask('POST', `/v1/kiosks/${KIOSK('mau')}/wipe`, { when: 'now' }, world.admin);
    await world.pass(5 * MINUTE);
    await steps.sees(page.getByText('Máy đã khóa. Mời Ông/Bà báo nhân viên.'));
    expect(Object.values(await everythingKept(page)).flat()).toEqual([]);
    await world.context.unroute('**/v1/kiosk/responses');
    await enrolAnew();
  });

  it('told to erase itself, it delivers first, then nothing of it is left', async () => {
    await steps.sees(page.getByRole('button', { name: 'Bắt đầu trả lời' }));
    await world.ask('POST', `/v1/kiosks/${KIOSK('mau')}/wipe`, { when: 'delivered' }, world.admin);
    await world.pass(5 * MINUTE);
    await steps.sees(page.getByText('Máy đã khóa. Mời Ông/Bà báo nhân viên.'));
    const left = await everythingKept(page);
    expect(Object.values(left).flat()).toEqual([]);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    expect(await world.db.all('select wipe, wiped_at is not null as wiped from kiosks')).toEqual([
      { wipe: null, wiped: 1 },
    ]);
  });
});
