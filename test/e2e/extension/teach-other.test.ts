import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PackState } from '../../../extension/pack-messages.ts';
import { openTeachWorld, type TeachWorld } from './teach-world.ts';

let world: TeachWorld;

beforeAll(async () => {
  world = await openTeachWorld();
}, 60_000);
afterAll(() => world?.close());

test('values of a detail page are taught by pointing, read at once and kept; persons are refused', async () => {
  await world.openTeach('/chi-tiet');
  await world.panel.getByRole('button', { name: 'Chỉ trên trang' }).click();
  await world.host.bringToFront();
  await world.host.mouse.click(...(await world.center('p:nth-of-type(2) span')));
  await expect.poll(world.banner).toBe('Cột này có thông tin cá nhân. Phần mềm không đọc.');
  for (const [nth, label, meaning] of [
    [1, 'Ký hiệu', 'Mã hồ sơ'],
    [3, 'Hạn cuối', 'Ngày hẹn trả'],
  ] as const) {
    await world.host.bringToFront();
    await world.host.mouse.click(...(await world.center(`p:nth-of-type(${nth}) span`)));
    await world.panel.getByText(`Cột đang chọn: ${label}`).waitFor();
    await world.name(meaning, null);
  }
  await world.panel.getByText('Đọc được hồ sơ của trang chi tiết này.').waitFor();
  expect(await world.panel.getByText('Ngày hẹn trả: ✓ 09/11/2026 17:00').count()).toBe(1);
  await world.axe(world.panel);
  await world.panel.getByRole('button', { name: 'Lưu cho trang này' }).click();
  await world.panel.getByText('Đã lưu.').waitFor();
  const { detail, lists } = (await world.ask<PackState>({ type: 'panel.packs' })).taught[world.origin] ?? {};
  expect([detail?.map(({ place }) => place), lists]).toEqual([[{ label: 'Ký hiệu' }, { label: 'Hạn cuối' }], []]);
  await expect
    .poll(async () =>
      (await world.ask<{ seen: { reading: { code: string } }[] }>({ type: 'panel.state' })).seen.map(
        ({ reading }) => reading.code,
      ),
    )
    .toContain('BN-2026/0815');
});

test('a list that is no table is offered by its headers to whoever does not point', async () => {
  await world.openTeach('/luoi');
  await world.panel.getByRole('button', { name: 'Ngày tiếp nhận', exact: true }).focus();
  await world.panel.keyboard.press('Enter');
  await world.panel.getByText('Cột đang chọn: Ngày tiếp nhận').waitFor();
  expect(await world.panel.getByText('Chủ hồ sơ: Cột này có thông tin cá nhân').count()).toBe(1);
  await world.axe(world.panel);
});
