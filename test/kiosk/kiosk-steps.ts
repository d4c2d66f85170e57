import type { Locator, Page } from 'playwright-core';
import { PIN } from '../server/test-server.ts';
import { everythingKept, type KioskWorld } from './kiosk-world.ts';

/** What a person does and sees at the tablet. */
export function stepsOn(world: KioskWorld, page: Page) {
  const face = (level: 1 | 2 | 3) => page.getByRole('button', { name: `mức ${level} trong 3` });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  /** Lets the page's own timers run while something real (the network, the disk) answers. */
  async function until(check: () => Promise<void>): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await check();
      } catch (error) {
        if (tries > 60) throw error;
        await world.pass(1000);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }
  }
  const sees = (what: Locator) => until(() => what.waitFor({ timeout: 100 }));

  return {
    ...{ face, press, until, sees },
    /** The waiting screen of one touch. */
    waits: () => sees(face(1)),
    answers: async () => (await world.responses()).map((row) => JSON.parse(row.answers)),
    kept: async (shelf: string) => (await everythingKept(page))[shelf],
    /** By keyboard, which cannot hold a button. */
    async openStaff(pin = PIN): Promise<void> {
      await page.getByRole('button', { name: 'Nhân viên: giữ 3 giây' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Nhân viên: nhập mã PIN' }).waitFor();
      for (const digit of pin) await press(digit);
      await press('Vào');
    },
  };
}
