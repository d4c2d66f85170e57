import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportView } from '#wire/import.ts';
import { seededFolder } from '../server/killed-often.ts';
import { type StartedServer, startServer } from '../server/start-server.ts';
import { idOf } from '../server/test-server.ts';
import { HEAD, rowOf } from './many-rows.ts';

/** Programs that start, stop and start again, beside other tests. */
const PATIENCE = 60_000;
const BATCH = 4096;
const ROWS = 9000;

let at: Awaited<ReturnType<typeof seededFolder>>;
let server: StartedServer;
beforeAll(async () => {
  at = await seededFolder();
  server = await startServer(at.variables);
}, PATIENCE);
afterAll(() => {
  server.child.kill('SIGKILL');
  at.remove();
});

/** Rows of import `n`, each import its own. */
const rowsOf = (n: number, from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => rowOf(n * 100_000 + from + i)).join('');

/** An upload over a socket of its own, written as the test goes on; `null` = it got no answer. */
function upload(n: number): { sent: ClientRequest; answer: Promise<{ status: number; body: ImportView } | null> } {
  const sent = request(`${server.url}/v1/imports?id=${idOf(n)}&kind=dossiers`, {
    method: 'POST',
    headers: at.credentials['province-admin'],
    agent: false,
  });
  const answer = new Promise<IncomingMessage | null>((resolve) => {
    sent.once('response', resolve);
    sent.once('error', () => resolve(null));
  }).then(async (message) => {
    const body = message && (await text(message).catch(() => null));
    return body ? { status: message?.statusCode ?? 0, body: JSON.parse(body) as ImportView } : null;
  });
  return { sent, answer };
}

async function whole(n: number) {
  const { sent, answer } = upload(n);
  sent.end(HEAD + rowsOf(n, 0, ROWS));
  return await answer;
}

async function until(n: number, reached: (view: ImportView) => boolean): Promise<ImportView> {
  for (;;) {
    const response = await fetch(`${server.url}/v1/imports/${idOf(n)}`, { headers: at.credentials['province-admin'] });
    const view = (await response.json()) as ImportView;
    if (response.ok && reached(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const DONE = { state: 'done', read: ROWS, created: ROWS, updated: 0, repeated: 0, refused: 0 };

test('a connection cut in the middle of a file: what came in stays, and the same file goes on at once', {
  timeout: PATIENCE,
}, async () => {
  const { sent, answer } = upload(1);
  sent.write(HEAD + rowsOf(1, 0, 6000));
  await until(1, ({ read }) => read >= BATCH);
  sent.destroy();
  expect(await answer).toBeNull();
  const cut = await until(1, ({ state }) => state === 'interrupted');
  expect(cut.created).toBe(cut.read);
  expect(await whole(1)).toMatchObject({ status: 200, body: DONE });
});

test('two files at once: the second is told to wait, and the first is none the worse', {
  timeout: PATIENCE,
}, async () => {
  const { sent, answer } = upload(2);
  sent.write(HEAD + rowsOf(2, 0, 6000));
  await until(2, ({ read }) => read >= BATCH);
  expect(await whole(3)).toMatchObject({ status: 409, body: { code: 'import.busy' } });
  sent.end(rowsOf(2, 6000, ROWS));
  expect(await answer).toMatchObject({ status: 201, body: DONE });
  expect(await whole(3)).toMatchObject({ status: 201, body: DONE });
});

test('a stop in the middle of a file ends well; the next server goes on with it, every dossier once', {
  timeout: PATIENCE,
}, async () => {
  const { sent, answer } = upload(4);
  sent.write(HEAD + rowsOf(4, 0, 6000));
  await until(4, ({ read }) => read >= BATCH);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  // Told so in time, with the rest of the file still to come.
  expect(await answer).toMatchObject({ status: 503, body: { code: 'server.stopping' } });
  sent.destroy();
  server = await startServer(at.variables);
  const left = await until(4, () => true);
  expect(left).toMatchObject({ state: 'interrupted' });
  expect(left.created).toBe(left.read);
  expect(await whole(4)).toMatchObject({ status: 200, body: DONE });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  await at.look(async ({ db }) => {
    for (const table of ['dossiers', 'import_rows'])
      expect(await db.all(`select count(*) as n from ${table}`)).toEqual([{ n: 4 * ROWS }]);
  });
});
