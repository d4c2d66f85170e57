// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { QUEUED } from '#rules/outbox.ts';
import { type Database, openDatabase } from '../../../extension/background/database.ts';
import { dossierBody } from '../../../extension/background/dossier-body.ts';
import { panelState } from '../../../extension/background/panel-state.ts';
import { enqueueDossiers } from '../../../extension/background/queue.ts';
import { Options } from '../../../extension/options/options.tsx';
import { readingOf } from '../reading.ts';

let db: Database;
let opened = 0;

beforeEach(async () => {
  fakeBrowser.reset();
  opened += 1;
  db = await openDatabase(`options-${opened}`);
  fakeBrowser.runtime.onMessage.addListener(() => panelState(db));
});
afterEach(() => {
  act(() => render(null, document.body));
  db.close();
});

it('counts self-scores the server refused apart from what waits to be sent', async () => {
  const body = dossierBody(readingOf(), 'so-a');
  expect(body).not.toBeNull();
  await enqueueDossiers(db, body ? [body] : [], 1);
  const person = { token: 't', officer: 'CB-01', label: 'CB-01', expires: '2026-11-27T00:00:00Z' };
  const score = (id: string) =>
    ({ id, kind: 'selfScore', body: { id, dossier: 'H1', values: {} }, person, made: 1 }) as const;
  await db.put('queue', { ...score('mau.1'), state: QUEUED });
  for (const id of ['mau.2', 'mau.3', 'mau.4'])
    await db.put('queue', { ...score(id), state: { is: 'refused', attempts: 1, status: 410 } });
  act(() => render(<Options />, document.body));
  await vi.waitFor(() =>
    expect(document.body.textContent).toContain('2 việc chờ gửi; 3 phiếu tự chấm máy chủ không nhận;'),
  );
});

it('erases nothing before a second press that names what would be lost', async () => {
  const body = dossierBody(readingOf(), 'so-a');
  await enqueueDossiers(db, body ? [body] : [], 1);
  const asked: unknown[] = [];
  fakeBrowser.runtime.onMessage.addListener((message: unknown) => void asked.push(message));
  act(() => render(<Options />, document.body));
  await vi.waitFor(() => expect(document.body.textContent).toContain('1 việc chờ gửi'));
  const buttons = [...document.querySelectorAll('button')].filter((b) => b.textContent === 'Xóa dữ liệu trên máy này');
  const [first, second] = buttons;
  act(() => first?.click());
  const dialog = second?.closest('dialog');
  expect(dialog?.open).toBe(true);
  expect(dialog?.textContent).toContain('Máy này còn 1 việc chưa gửi.');
  expect(asked).not.toContainEqual({ type: 'panel.erase' });
  act(() => second?.click());
  await vi.waitFor(() => expect(asked).toContainEqual({ type: 'panel.erase' }));
  expect(dialog?.open).toBe(false);
});
