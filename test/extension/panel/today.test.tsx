// @vitest-environment happy-dom
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { PanelState } from '../../../extension/messages.ts';
import { Today } from '../../../extension/panel/today.tsx';
import { panelStateOf } from '../panel-state-of.ts';
import { readingOf } from '../reading.ts';

const SEEN = '2026-11-26T09:00';
const [LATER, LATE, TODAY, DONE] = ['H99.01-1', 'H99.01-2', 'H99.01-3', 'H99.01-4'] as const;
/** At 26/11 10:00: one is overdue since 25/11, one since 20/11, one is due today, one has a result and no score. */
const READINGS = [
  readingOf({ code: LATER, promised: '2026-11-25T17:00' }),
  readingOf({ code: LATE, promised: '2026-11-20T17:00' }),
  readingOf({ code: TODAY, promised: '2026-11-26T17:00' }),
  readingOf({ code: DONE, state: 'returned', promised: '2026-11-25T17:00', ready: '2026-11-25T10:00' }),
];
const COUNT = { total: 4, read: 4, noCode: 0, noDate: 1, duplicates: 0, at: SEEN };

let opened: unknown[] = [];
const show = (part: Partial<PanelState>) => {
  const onOpen = (...at: unknown[]) => opened.push(at);
  act(() => render(<Today state={panelStateOf(part)} onOpen={onOpen} />, document.body));
};
const press = (name: RegExp) =>
  act(() => {
    const named = [...document.querySelectorAll('button')].find((each) => name.test(each.textContent ?? ''));
    if (!named) throw new Error(`no button ${name}`);
    named.click();
  });
const listed = () => [...document.querySelectorAll('ul.list .code')].map((each) => each.textContent);

afterEach(() => {
  act(() => render(null, document.body));
  opened = [];
});

it('counts each kind, the latest first, and filters its own list by a count', () => {
  show({ seen: READINGS.map((reading) => ({ reading, seen: SEEN })), count: COUNT });
  const counts = [...document.querySelectorAll('ul.duties button')].map((each) => each.textContent?.trim());
  expect(counts).toEqual([
    '2 Quá hạn',
    '1 Đến hạn hôm nay',
    '2 Cần xin lỗi',
    '0 Hôm nay là hạn gửi xin lỗi',
    '0 Chờ bổ sung quá hạn',
    '0 Trực tuyến chưa trả lời',
    '1 Chưa tự chấm',
  ]);
  expect(listed()).toEqual([LATE, LATER, TODAY, DONE]);
  press(/Đến hạn hôm nay/);
  expect(listed()).toEqual([TODAY]);
  press(/Đến hạn hôm nay/);
  expect(listed()).toHaveLength(4);
  press(/Chưa tự chấm/);
  press(new RegExp(DONE));
  expect(opened).toEqual([[DONE, 'score']]);
  expect(document.body.textContent).toContain('1 dòng thiếu ngày hẹn trả');
});

it('names a dossier on the last day on which an apology would be in time, before it is late', () => {
  // Promised on Friday 27/11: the letter goes out on Thursday 26/11 at the latest.
  const friday = readingOf({ code: LATER, promised: '2026-11-27T17:00' });
  show({ seen: [{ reading: friday, seen: SEEN }], count: COUNT });
  press(/1 Hôm nay là hạn gửi xin lỗi/);
  expect(listed()).toEqual([LATER]);
});

it('dossiers of an earlier day are not of today', () => {
  show({ seen: [{ reading: READINGS[0] ?? readingOf(), seen: '2026-11-25T16:00' }], count: COUNT });
  expect(listed()).toEqual([]);
  expect(document.body.textContent).toContain('Không có việc đến hạn. Lần đọc gần nhất 09:00.');
});

it('after a restart of the browser the last reading is that of the dossiers', () => {
  show({ seen: [{ reading: READINGS[0] ?? readingOf(), seen: '2026-11-25T16:05' }] });
  expect(document.body.textContent).toContain('Lần đọc gần nhất 16:05.');
});

it('several without a score are led to the batch', () => {
  const two = [DONE, 'H99.01-5'].map((code) => ({ reading: { ...(READINGS[3] ?? readingOf()), code }, seen: SEEN }));
  show({ seen: two, count: COUNT });
  press(/Chưa tự chấm/);
  press(/Tự chấm cả đợt/);
  expect(opened).toEqual([[null, 'batch']]);
});

it('says what to do while no back office was read', () => {
  show({});
  expect(document.body.textContent).toContain('Mở danh sách hồ sơ, phần mềm sẽ đọc và đếm tại đây.');
});
