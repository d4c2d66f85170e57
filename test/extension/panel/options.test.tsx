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
import { Options } from '../../../extension/panel/options.tsx';
import { readingOf } from '../reading.ts';

let db: Database;

beforeEach(async () => {
  fakeBrowser.reset();
  db = await openDatabase('options');
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
