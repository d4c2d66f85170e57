import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportView } from '#wire/import.ts';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { exportOf, HEAD, rowOf } from './many-rows.ts';
import { rowsOf, sendFile } from './send-file.ts';

/** Rows of one transaction. */
const BATCH = 4096;

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const whole = (rows: number) => Buffer.concat([...exportOf(rows)]).toString();
const viewOf = async (n: number) =>
  (await server.request<ImportView>('GET', `/v1/imports/${idOf(n)}`, undefined, admin())).body;

/** A request whose body is written piece by piece. */
function slowly(n: number) {
  let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      writer = controller;
    },
  });
  const answer = server.app.request(`/v1/imports?id=${idOf(n)}&kind=dossiers`, {
    method: 'POST',
    body,
    headers: admin(),
    duplex: 'half',
  } as RequestInit);
  return {
    answer,
    write: (text: string) => writer?.enqueue(Buffer.from(text)),
    fail: () => writer?.error(new Error()),
    end: () => writer?.close(),
  };
}

async function until(n: number, reached: (view: ImportView) => boolean): Promise<ImportView> {
  for (;;) {
    const view = await viewOf(n);
    if (reached(view)) return view;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => rowOf(from + i)).join('');

test('a line that breaks leaves whole batches; meanwhile another file waits; the same file goes on', async () => {
  const { answer, write, fail } = slowly(1);
  write(HEAD + rows(1, 6000));
  const running = await until(1, ({ read }) => read >= BATCH);
  expect(running).toMatchObject({ state: 'running', read: BATCH, created: BATCH });
  const other = await sendFile(server, 2, { kind: 'dossiers' }, whole(10));
  expect([other.status, other.body.code]).toEqual([409, 'import.busy']);
  fail();
  expect((await answer).status).toBe(400);
  const broken = await viewOf(1);
  expect(broken.state).toBe('interrupted');
  expect(await rowsOf(server, 'dossiers', 'count(*) as n', 'n')).toEqual([{ n: broken.created }]);

  const { status, body } = await sendFile(server, 1, { kind: 'dossiers' }, whole(7000));
  expect(status).toBe(200);
  expect(body).toMatchObject({ state: 'done', read: 7000, created: 7000, repeated: 0, refused: 0 });
  expect(await rowsOf(server, 'dossiers', 'count(*) as n', 'n')).toEqual([{ n: 7000 }]);
});

test('an import that is stopped keeps what is in, and goes on', async () => {
  const { answer, write, end } = slowly(3);
  const more = (from: number, to: number) => rows(from + 500_000, to + 500_000);
  write(HEAD + more(1, 6000));
  await until(3, ({ read }) => read >= BATCH);
  expect((await server.request('POST', `/v1/imports/${idOf(3)}/stop`, {}, admin())).status).toBe(202);
  write(more(6001, 13_000));
  end();
  const stopped = (await (await answer).json()) as ImportView;
  expect(stopped.state).toBe('stopped');
  expect(stopped.read).toBeLessThan(13_000);
  const { body } = await sendFile(server, 3, { kind: 'dossiers' }, HEAD + more(1, 13_000));
  expect(body).toMatchObject({ state: 'done', read: 13_000, created: 13_000 });
});

test('what is taken back may be begun again where it was left', async () => {
  const undone = await server.request<ImportView>('POST', `/v1/imports/${idOf(3)}/undo`, {}, admin());
  const end = await until(3, ({ state }) => state === 'undone');
  expect([200, 202]).toContain(undone.status);
  expect(end).toMatchObject({ takenBack: 13_000, kept: 0 });
  expect(await rowsOf(server, 'dossiers', 'count(*) as n', 'n')).toEqual([{ n: 7000 }]);
  expect(await rowsOf(server, 'import_rows', 'count(*) as n', 'n')).toEqual([{ n: 7000 }]);
});

test('from a slow line what has come is written before its place could go to another', async () => {
  const { answer, write, end } = slowly(20);
  const more = (from: number, to: number) => rows(from + 800_000, to + 800_000);
  write(HEAD + more(1, 2100));
  await until(20, ({ state }) => state === 'running');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await viewOf(20)).read).toBe(0);
  const { now } = server.clock;
  server.clock.now = new Date(now.getTime() + 11_000);
  write(more(2101, 2200));
  // The first rows are looked at for the order of their dates, so some stay in the reader until it hears more.
  const later = await until(20, ({ read }) => read > 0);
  expect(later.state).toBe('running');
  end();
  expect((await (await answer).json()) as ImportView).toMatchObject({ state: 'done', read: 2200, created: 2200 });
  server.clock.now = now;
});

test('one whose place another took is told so, and keeps what is in', async () => {
  const { answer, write, end } = slowly(21);
  const more = (from: number, to: number) => rows(from + 900_000, to + 900_000);
  write(HEAD + more(1, 6000));
  await until(21, ({ read }) => read >= BATCH);
  const until_at = new Date(server.clock.now.getTime() + 30_000).toISOString();
  await server.db.run("update leases set holder = 'another', until_at = ? where name = 'import'", [until_at]);
  write(more(6001, 9000));
  end();
  const refused = await answer;
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([409, 'import.busy']);
  expect(await viewOf(21)).toMatchObject({ state: 'interrupted', read: BATCH });
  expect(await server.db.all("select holder from leases where name = 'import'")).toEqual([{ holder: 'another' }]);
  await server.db.run("update leases set holder = '', until_at = '' where name = 'import'");
});
