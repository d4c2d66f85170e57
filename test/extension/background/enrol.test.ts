import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { confirmScore } from '../../../extension/background/confirm-score.ts';
import { type Database, openDatabase } from '../../../extension/background/database.ts';
import { dossierBody } from '../../../extension/background/dossier-body.ts';
import { enrol } from '../../../extension/background/enrol.ts';
import { panelState } from '../../../extension/background/panel-state.ts';
import { enqueueDossiers } from '../../../extension/background/queue.ts';
import { settings } from '../../../extension/background/settings.ts';
import { switchPerson } from '../../../extension/background/switch-person.ts';
import { transmit } from '../../../extension/background/transmit.ts';
import { needsFirstRun } from '../../../extension/panel/first-run.tsx';
import { type Listening, listen } from '../../../server/listen.ts';
import { NOW, PIN, type TestServer, testServer } from '../../server/test-server.ts';
import { readingOf } from '../reading.ts';

const CODE = 'H99.01-261102-0007';
const DONE = {
  code: CODE,
  state: 'returned',
  received: '2026-11-02T08:15',
  promised: '2026-11-06T17:00',
  ready: '2026-11-06T16:00',
  returned: '2026-11-06T16:30',
} as const;

let server: TestServer;
let listening: Listening;
let db: Database;

async function admin<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  return (await server.request<Body>(method, path, body, server.credentials.mau['province-admin'])).body;
}

/** Enrols this browser at so-a with a fresh code. */
async function enrolHere(): Promise<void> {
  const { code } = await admin<{ code: string }>('POST', '/v1/enrolments', { unit: 'so-a', label: 'Quầy 1' });
  expect(await enrol(db, listening.url, code, 'Máy quầy 1')).toEqual({ ok: true });
}

async function revokeHere(): Promise<void> {
  const device = (await settings.kept('device'))?.device;
  await admin('DELETE', `/v1/devices/${device}`);
}

const scoresOnServer = () => server.db.all("select officer from self_scores where tenant = 'mau'");

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  fakeBrowser.reset();
  server = await testServer();
  listening = await listen(server.app, { host: '127.0.0.1', port: 0, baseUrl: null });
  db = await openDatabase('enrol');
  await settings.keep('consent', '2026-11-10T09:00');
  await settings.keep('sites', ['https://motcua.example.vn']);
});
afterEach(async () => {
  db.close();
  await listening.close();
  await server.close();
  vi.useRealTimers();
});

it('a revoked browser asks to be enrolled again, and then sends what its officer had confirmed', async () => {
  await enrolHere();
  expect(needsFirstRun(await panelState(db))).toBe(false);
  expect(await switchPerson(db, 'CB-01', PIN)).toEqual({ ok: true });

  await revokeHere();
  const body = dossierBody(readingOf(DONE), 'so-a');
  await enqueueDossiers(db, body ? [body] : [], Date.now());
  expect(await confirmScore(db, CODE, { 1: { shown: 20, points: 20 } })).toEqual({ ok: true });
  await transmit(db, true);
  const revoked = await panelState(db);
  expect([revoked.revoked, needsFirstRun(revoked), revoked.unsent]).toEqual([true, true, 2]);

  await enrolHere();
  await transmit(db, true);
  const enrolled = await panelState(db);
  // The dossier went at once; the score waits for the PIN of whoever confirmed it.
  expect([needsFirstRun(enrolled), enrolled.unsent]).toEqual([false, 1]);
  expect(enrolled.trouble).toContain('Nhập lại mã PIN');
  expect(await switchPerson(db, 'CB-01', PIN)).toEqual({ ok: true });
  await transmit(db, true);
  expect((await panelState(db)).unsent).toBe(0);
  expect(await scoresOnServer()).toEqual([{ officer: 'CB-01' }]);
});
