import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerPanel } from '../../../extension/background/answer-panel.ts';
import { confirmScore } from '../../../extension/background/confirm-score.ts';
import { type Database, openDatabase } from '../../../extension/background/database.ts';
import { dossierBody } from '../../../extension/background/dossier-body.ts';
import { rememberReadings } from '../../../extension/background/dossiers.ts';
import { enrol } from '../../../extension/background/enrol.ts';
import { panelState } from '../../../extension/background/panel-state.ts';
import { enqueueDossiers } from '../../../extension/background/queue.ts';
import { settings } from '../../../extension/background/settings.ts';
import { switchPerson } from '../../../extension/background/switch-person.ts';
import { transmit } from '../../../extension/background/transmit.ts';
import { CONSENT_VERSION } from '../../../extension/consent-text.ts';
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
let databases = 0;

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
  databases += 1;
  db = await openDatabase(`enrol-${databases}`);
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
  await settings.keep('consent', { version: CONSENT_VERSION, at: '2026-11-10T09:00' });
  expect(needsFirstRun(await panelState(db))).toBe(false);
  expect(await switchPerson(db, 'CB-01', PIN)).toEqual({ ok: true });

  await revokeHere();
  const body = dossierBody(readingOf(DONE), 'so-a');
  await enqueueDossiers(db, body ? [body] : [], Date.now());
  expect(await confirmScore(db, CODE, { 1: { shown: 20, points: 20 } }, 30)).toEqual({ ok: true });
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

/** Enrolled, agreed, with a dossier and a score that wait. */
async function withWork(): Promise<void> {
  await enrolHere();
  await settings.keep('consent', { version: CONSENT_VERSION, at: '2026-11-10T09:00' });
  await switchPerson(db, 'CB-01', PIN);
  await rememberReadings(db, [readingOf(DONE)], '2026-11-10T09:00');
  await confirmScore(db, CODE, { 1: { shown: 20, points: 20 } }, 30);
}
const kept = async () => [await db.count('dossiers'), await db.count('queue'), await db.count('scores')];

it('nothing that was read or confirmed for one province goes to another, and sending there is agreed to anew', async () => {
  await withWork();
  await settings.keep('enrolledWith', { server: listening.url, tenant: 'khac' });
  await enrolHere();
  expect([await kept(), await settings.kept('consent')]).toEqual([[0, 0, 0], null]);
  await transmit(db, true);
  expect(await scoresOnServer()).toEqual([]);
});

it('at another address of the same province the work stays, and waits until sending there is agreed to', async () => {
  await withWork();
  const before = await kept();
  await settings.keep('enrolledWith', { server: 'https://dia-chi-cu.example.vn', tenant: 'mau' });
  await enrolHere();
  expect([await kept(), await settings.kept('consent')]).toEqual([before, null]);
  await transmit(db, true);
  expect(await scoresOnServer()).toEqual([]);
});

it('who leaves takes along what was handed to a tablet, to be printed or asked; a session that runs out does not', async () => {
  await withWork();
  const slip = { code: CODE, url: 'https://danhgia.example.vn/k/x', expires: '2027-01-10' };
  await settings.setSession('slip', slip);
  vi.setSystemTime(new Date(NOW.getTime() + 13 * 3_600_000));
  const ended = await panelState(db);
  expect([ended.person, ended.left, await settings.session('slip')]).toEqual([null, false, slip]);
  expect(await answerPanel(db, { type: 'panel.leave' })).toEqual({ ok: true });
  const left = await panelState(db);
  expect([left.person, left.left, await settings.session('slip')]).toEqual([null, true, null]);
  await switchPerson(db, 'CB-01', PIN);
  expect((await panelState(db)).left).toBe(false);
});
