import { expect } from 'vitest';
import { addWorkingDays, DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { PanelState } from '../../../extension/messages.ts';
import type { Answered, KioskPlace } from '../../../extension/work-messages.ts';
import { NOW } from '../../extension/fixtures/dossiers.ts';
import { fixtureOf } from '../../extension/fixtures/index.ts';
import { PLANTED_TEXTS } from '../../extension/fixtures/planted.ts';
import { idOf, PIN } from '../../server/test-server.ts';
import { localNow } from '../steps.ts';
import type { Walk } from './walk-pages.ts';

const OVERDUE = 'H99.01-261110-0042';
const RETURNED = 'H99.01-261102-0021';
const ON_TIME = 'H99.01-261109-0055';
const SLOW = { note: 'Chậm do chờ ý kiến phối hợp.', evidence: 'Công văn 12/SXD-QH' };

const done = { ok: true };

/** Everything an officer does that is sent, each once, at a list full of made-up persons. @returns what was on the way shown or kept. */
export async function workADay({ goto, tell, panel, browser, page }: Walk): Promise<string> {
  const state = () => tell<PanelState>({ type: 'panel.state' });
  const nothingWaits = () => expect.poll(async () => (await state()).stored.waiting, { timeout: 20_000 }).toBe(0);
  expect(await tell({ type: 'panel.person', officer: 'CB-01', pin: PIN })).toEqual(done);
  await goto(fixtureOf('any-table/all-dates'));
  const seen = async () => (await state()).seen.map(({ reading }) => reading.code);
  await expect.poll(seen, { timeout: 20_000 }).toEqual(expect.arrayContaining([OVERDUE, RETURNED, ON_TIME]));

  const late = { 1: { shown: 0, points: 10, ...SLOW } };
  expect(await tell({ type: 'panel.score', code: RETURNED, values: late, seconds: 4 })).toEqual(done);
  const scores = [{ code: ON_TIME, values: { 1: { shown: 20, points: 20 } } }];
  expect(await tell({ type: 'panel.batch', scores, seconds: 1 })).toEqual(done);
  await nothingWaits();
  const { scores: records, refused } = await state();
  expect(refused).toEqual([]);
  const batch = records.find(({ code }) => code === ON_TIME)?.batch;
  expect(await tell({ type: 'panel.undo', batch })).toEqual(done);
  expect(await tell({ type: 'panel.invite', code: RETURNED, stage: 'returned' })).toMatchObject(done);
  const places = await tell<Answered<KioskPlace[]>>({ type: 'panel.places' });
  const place = places.ok ? places.value[0] : null;
  await tell({ type: 'panel.handOver', code: RETURNED, stage: 'returned', place });
  const objection = {
    id: idOf(1),
    period: '2026-q4',
    dossier: RETURNED,
    indicator: 1,
    text: 'Chưa trừ lần chờ bổ sung.',
  };
  await tell({ type: 'panel.object', objection });
  await tell({ type: 'panel.flags' });
  const answer = { id: idOf(2), period: '2026-q4', flag: 'selfAbove/so-a/CB-01', text: objection.text };
  await tell({ type: 'panel.answerFlag', answer });
  await tell({ type: 'panel.figures' });

  // The letter alone knows the name, for the paper and nothing else.
  const letter = await browser.context.newPage();
  await letter.goto(`${browser.extension}/letter.html#${OVERDUE}`);
  await letter.getByRole('button', { name: 'Lấy tên từ trang' }).click();
  await expect.poll(() => letter.getByLabel('Tên người nhận').inputValue()).not.toBe('');
  expect(PLANTED_TEXTS).toContain(await letter.getByLabel('Tên người nhận').inputValue());
  await letter.getByLabel('Nơi gây chậm').fill('Phòng Quản lý quy hoạch');
  await letter.getByLabel('Lý do (bắt buộc)').fill(SLOW.note);
  await letter.getByLabel('Loại lý do').selectOption('coordination');
  const [latest = ''] = [localNow(), NOW].sort().reverse();
  const day = addWorkingDays(latest.slice(0, 10), 3, DEFAULT_OFFICE);
  await letter.getByLabel('Hẹn lại lúc').fill(`${day}T17:00`);
  await letter.getByRole('button', { name: 'Ghi là đã gửi' }).click();
  await letter.getByText('Máy chủ đã nhận.').waitFor();
  await letter.close();
  await nothingWaits();
  const shown = [await tell({ type: 'panel.diagnose' }), await tell({ type: 'panel.stored' })];
  await page.goto('about:blank');
  await panel.reload();
  return `${JSON.stringify(shown)}${await panel.innerText('body')}`;
}
