import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type Database, openDatabase, writing } from '../../extension/background/database.ts';
import { enrol } from '../../extension/background/enrol.ts';
import { settings } from '../../extension/background/settings.ts';
import { switchPerson } from '../../extension/background/switch-person.ts';
import { CONSENT_VERSION } from '../../extension/consent-text.ts';
import { type Listening, listen } from '../../server/listen.ts';
import { PIN, type TestServer, testServer } from '../server/test-server.ts';

/** A browser of unit so-a with officer CB-01 at it, and the whole server it talks to. */
export interface AtWork {
  readonly server: TestServer;
  readonly db: Database;
  /** Another officer of the same unit sits down. */
  another(): Promise<void>;
  again(): Promise<void>;
  /** The server cannot be reached until it is called with `true`. */
  reach(online: boolean): Promise<void>;
  close(): Promise<void>;
}

let databases = 0;

export async function atWork(): Promise<AtWork> {
  fakeBrowser.reset();
  const server = await testServer();
  const listening: Listening = await listen(server.app, { host: '127.0.0.1', port: 0, baseUrl: null });
  databases += 1;
  const db = await openDatabase(`at-work-${databases}`);
  const { 'province-admin': admin } = server.credentials.mau;
  const { body } = await server.request<{ code: string }>(
    'POST',
    '/v1/enrolments',
    { unit: 'so-a', label: 'Quầy 1' },
    admin,
  );
  await enrol(db, listening.url, body.code, 'Máy quầy 1');
  await settings.keep('consent', { version: CONSENT_VERSION, at: '2026-11-10T09:00' });
  await switchPerson(db, 'CB-01', PIN);
  return {
    server,
    db,
    async another() {
      const officer = { officer: 'CB-07', unit: 'so-a', label: 'Quầy 7', pin: PIN };
      await server.request('POST', '/v1/officers', officer, admin);
      await switchPerson(db, 'CB-07', PIN);
    },
    async again() {
      await switchPerson(db, 'CB-01', PIN);
    },
    reach: (online) => settings.keep('server', online ? listening.url : 'http://127.0.0.1:1'),
    async close() {
      // A round may still be due by a timer: it finds nothing, rather than a database that is closed.
      await writing(db).objectStore('queue').clear();
      await listening.close();
      await server.close();
    },
  };
}
