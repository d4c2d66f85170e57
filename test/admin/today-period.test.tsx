// @vitest-environment happy-dom
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { App } from '../../server/admin/app.tsx';
import { chosenPeriod, type PeriodOf } from '../../server/admin/chosen-period.ts';
import { placeOf } from '../../server/admin/place.ts';
import { fakeServer, hide, loadScreens, pageText, press, settle, show } from './mount.tsx';
import { CLOSED, OPEN, SESSION, UNIT } from './sample.ts';

const NONE = { of: null, oldestDays: null, dueToday: null, atLeast: false, countedAt: null, fault: null };
const TODAY = {
  'GET /v1/session': { body: SESSION },
  'GET /v1/today': {
    body: {
      at: '2026-11-10T01:15:00Z',
      lines: [
        { ...NONE, key: 'unscored', n: 2, period: OPEN.period },
        { ...NONE, key: 'objection', n: 1, period: CLOSED.period },
      ],
      received: { period: OPEN.period, total: 37, today: 5, units: [{ unit: 'so-a', name: 'Sở A', n: 37 }] },
    },
  },
  // The newest is one that was opened ahead.
  'GET /v1/desk': {
    body: {
      periods: [
        { ...OPEN, period: '2099-q1', label: 'Quý I/2099', from: '2099-01-01', lastDay: '2099-03-31' },
        OPEN,
        CLOSED,
      ],
      units: [UNIT],
    },
  },
};
const head = () => document.querySelector<HTMLSelectElement>('.period select')?.value;
const title = () => document.querySelector('h1')?.textContent;
const lines = () => [...document.querySelectorAll('[data-line]')].map((row) => row.firstElementChild?.textContent);

beforeAll(loadScreens);
afterEach(() => {
  hide();
  location.hash = '';
});

it('is the period that takes answers, in the head as in the heading; a line of another period names it', async () => {
  location.hash = `#/?ky=${OPEN.period}`;
  await show(<App api={fakeServer(TODAY).api} />);
  expect([head(), title()]).toEqual([OPEN.period, 'Hôm nay · kỳ Quý IV/2026']);
  expect(lines()).toEqual(['△ Đơn vị chưa tự chấm trong kỳ', '✎ Ý kiến về điểm chờ trả lời · kỳ Quý III/2026']);
  expect(document.querySelector('[data-count=total]')?.textContent).toBe('37');
});

it('of a period that takes none says where its answers are, and which period takes those of today', async () => {
  location.hash = `#/?ky=${CLOSED.period}`;
  await show(<App api={fakeServer(TODAY).api} />);
  expect([head(), title()]).toEqual([CLOSED.period, 'Hôm nay · kỳ Quý III/2026']);
  expect(document.querySelector('[data-count=total]')).toBeNull();
  expect(pageText()).toContain('Kỳ Quý III/2026 không nhận phiếu hôm nay; phiếu hôm nay vào kỳ Quý IV/2026.');
  expect(lines()[0]).toContain('kỳ Quý IV/2026');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.note a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    `#/?ky=${OPEN.period}`,
    `#/ket-qua?ky=${CLOSED.period}`,
  ]);
  await press(links[0] as HTMLAnchorElement);
});

it('begins with the period of today, whatever was chosen on another screen, which keeps it', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-10T01:15:00Z') });
  const { periods } = TODAY['GET /v1/desk'].body;
  const of = (hash: string, kind: PeriodOf['kind']) =>
    chosenPeriod(placeOf(hash), periods, { kind, inPath: false })?.period;
  expect(of(`#/ket-qua?ky=${CLOSED.period}`, 'closed')).toBe(CLOSED.period);
  expect(of('#/', 'running')).toBe(OPEN.period);
  expect(of('#/ket-qua', 'closed')).toBe(CLOSED.period);
  vi.useRealTimers();
});

it.each([
  [`#/ket-qua/2026-q9`, 'Không có kỳ 2026-q9. Đang xem kỳ Quý III/2026.'],
  [`#/tien-do?ky=2026-q9`, 'Không có kỳ 2026-q9. Đang xem kỳ Quý III/2026.'],
  [`#/ky/2026-q9/so-lieu`, 'Không có kỳ 2026-q9. Đang xem kỳ Quý III/2026.'],
  [`#/ket-qua/${CLOSED.period}`, null],
  // The second part of this path is no period, and an empty one names none.
  ['#/chat-luong/xac-nhan-nhanh', null],
  ['#/chat-luong?ky=', null],
])('%s says when it names a period there is not, on every screen that takes one', async (hash, said) => {
  location.hash = `#/ket-qua/${CLOSED.period}`;
  await show(<App api={fakeServer(TODAY).api} />);
  location.hash = hash;
  await settle();
  expect([...document.querySelectorAll('main > .note')].map((note) => note.textContent)).toEqual(said ? [said] : []);
  expect(head()).toBe(CLOSED.period);
});

it('another period chosen in the head takes the place of the one there is not', async () => {
  location.hash = '#/ket-qua/2026-q9?cap=commune';
  await show(<App api={fakeServer(TODAY).api} />);
  const choice = document.querySelector<HTMLSelectElement>('.period select') as HTMLSelectElement;
  choice.value = OPEN.period;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  expect(location.hash).toBe(`#/ket-qua/${OPEN.period}?cap=commune`);
  expect(document.querySelector('main > .note')).toBeNull();
});
