import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerPanel } from '../../../extension/background/answer-panel.ts';
import { draftsOf } from '../../../extension/background/kept-drafts.ts';
import { readPanelMessage } from '../../../extension/background/read-message.ts';
import { settings } from '../../../extension/background/settings.ts';
import { NOW } from '../../server/test-server.ts';
import { type AtWork, atWork } from '../at-work.ts';

const [ONE, TWO] = ['H99.01-261110-0042', 'H99.01-261110-0043'];
const TYPED = { 3: { points: 10, note: 'Đã xin lỗi', evidence: '' } };

let work: AtWork;
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  work = await atWork();
});
afterEach(async () => {
  vi.useRealTimers();
  await work.close();
});
const type = (code: string, entries: typeof TYPED | null) =>
  answerPanel(work.db, { type: 'panel.draft', code, entries });

it('what is typed is kept until it is confirmed, for the officer who typed it', async () => {
  // As fast as keys come: each waits for the one before.
  await Promise.all([type(ONE, TYPED), type(TWO, TYPED), type(ONE, null)]);
  expect(await draftsOf('CB-01')).toEqual({ [TWO]: TYPED });
  expect(await draftsOf('CB-07')).toEqual({});
  expect(await draftsOf(null)).toEqual({});
});

it('a session that ran out takes nothing away; who leaves takes all with him', async () => {
  await type(ONE, TYPED);
  vi.setSystemTime(NOW.getTime() + 30 * 86_400_000);
  await type(TWO, TYPED);
  expect(Object.keys(await draftsOf('CB-01'))).toEqual([ONE, TWO]);
  await answerPanel(work.db, { type: 'panel.leave' });
  expect(await settings.session('drafts')).toBeNull();
});

it('is erased with everything else', async () => {
  await type(ONE, TYPED);
  await answerPanel(work.db, { type: 'panel.erase' });
  expect(await settings.session('drafts')).toBeNull();
});

it.each([
  ['a field nobody scores', { 5: TYPED[3] }],
  ['points there are none of', { 3: { ...TYPED[3], points: 7 } }],
  ['a longer note than is sent', { 3: { ...TYPED[3], note: 'a'.repeat(501) } }],
  ['something else beside it', { 3: { ...TYPED[3], name: 'Nguyễn Văn Giả' } }],
])('takes no message with %s', (_about, entries) => {
  expect(readPanelMessage({ type: 'panel.draft', code: ONE, entries })).toBeNull();
  expect(readPanelMessage({ type: 'panel.draft', code: ONE, entries: TYPED })).toEqual({
    type: 'panel.draft',
    code: ONE,
    entries: TYPED,
  });
});
