import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerPanel } from '../../../extension/background/answer-panel.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { panelState } from '../../../extension/background/panel-state.ts';
import { queueReadings } from '../../../extension/background/queue-readings.ts';
import { settings } from '../../../extension/background/settings.ts';
import { transmit } from '../../../extension/background/transmit.ts';
import { localNow } from '../../../extension/clock.ts';
import { CONSENT_VERSION, saySent } from '../../../extension/consent-text.ts';
import { needsFirstRun } from '../../../extension/panel/first-run.tsx';
import { type AtWork, atWork } from '../at-work.ts';
import { readingOf } from '../reading.ts';

const STEPS = [{ name: 'Thẩm định hồ sơ', limitDays: 0.5, started: '2026-11-11T08:00', ended: null }];

let work: AtWork;
beforeEach(async () => {
  work = await atWork();
  await settings.keep('sites', ['https://motcua.example.vn']);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await work.close();
});

/** What went over the network of dossiers since. */
function sent(): () => readonly string[] {
  const asked = vi.spyOn(globalThis, 'fetch');
  return () => asked.mock.calls.map(([, init]) => `${init?.body ?? ''}`).filter((body) => body.includes('"promised"'));
}

it('who agreed before the text named the steps still sends what he agreed to, no step, and is asked again', async () => {
  const { db } = work;
  // What a browser kept while the text had no version.
  await settings.keep('consent', '2026-11-10T09:00');
  const bodies = sent();
  await queueReadings(db, await rememberReadings(db, [readingOf({ steps: STEPS })], localNow()), Date.now());
  await transmit(db, true);
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]).not.toContain('course');

  const before = await panelState(db);
  expect([before.consent, needsFirstRun(before)]).toEqual([1, true]);
  // The preview is of what will be sent, steps too.
  expect(before.preview?.dossiers[0]?.course).toEqual(STEPS);

  expect(await answerPanel(db, { type: 'panel.consent', agreed: true })).toEqual({ ok: true });
  await transmit(db, true);
  expect(bodies()[1]).toContain('"course":[{"name":"Thẩm định hồ sơ"');
  const after = await panelState(db);
  expect([after.consent, needsFirstRun(after)]).toEqual([CONSENT_VERSION, false]);
});

it('a text that says something else is another version', () => {
  // Changed? Then raise CONSENT_VERSION, say in `added` what is new, and write both here.
  expect([CONSENT_VERSION, saySent('what')]).toEqual([
    3,
    'mã hồ sơ, mã đơn vị, mã thủ tục, trạng thái, các ngày, các bước. Khi Anh/Chị làm các việc đó thì gửi thêm: điểm tự chấm kèm lý do, minh chứng, thời gian mở danh sách trước khi bấm; ý kiến về điểm; giải trình về dấu hiệu cần xem lại; số phiếu và số giây của đợt xác nhận rất nhanh; lúc gửi văn bản xin lỗi, ngày hẹn mới, loại lý do; mã cán bộ đã nhập PIN.',
  ]);
});
