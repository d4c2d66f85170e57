import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../extension/background/database.ts';
import { dossierBody } from '../../../extension/background/dossier-body.ts';
import { enqueueDossiers, enqueueScores, renewPerson, unsentCount } from '../../../extension/background/queue.ts';
import { type Sender, sendQueue } from '../../../extension/background/send-queue.ts';
import type { DossierBody } from '../../../server/wire/dossier.ts';
import { readingOf } from '../reading.ts';

interface Asked {
  readonly path: string;
  readonly person: string | undefined;
  readonly body: { code?: string; id?: string }[];
}

const ANNA = { token: 'mau.pt.anna', officer: 'CB-0117', label: 'CB-0117', expires: '2026-11-27T00:00:00Z' };
const BINH = { ...ANNA, token: 'mau.pt.binh', officer: 'CB-0118', label: 'CB-0118' };
const ID = 'mau.01KAGHZ0000000000000000000';
const OTHER_ID = 'mau.01KAGHZ0000000000000000001';

let http: Server;
let db: Database;
let asked: Asked[] = [];
let answer: (asked: Asked) => { status: number; body: unknown };
let clock = 1_000_000;
let name = 0;

const taken = ({ body }: Asked) => ({
  status: 200,
  body: { outcomes: body.map(({ code, id }) => ({ outcome: 'created', id: id ?? code })) },
});
const sender = (): Sender => ({
  db,
  server: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
  key: 'mau.dk.x',
  owner: 'one',
  now: () => clock,
});

function body(code: string, promised = '2026-11-23T17:00'): DossierBody {
  const made = dossierBody(readingOf({ code, promised }), 'P01');
  if (!made) throw new Error('not a complete reading');
  return made;
}

async function score(id: string, dossier: string, person = ANNA): Promise<void> {
  const values = { 1: { shown: 0, points: 0 } } as const;
  const record = {
    code: dossier,
    id,
    officer: person.officer,
    officerLabel: person.label,
    at: '2026-11-26T10:02',
    shown: 0,
    own: 0,
    state: 'queued',
    problem: null,
    conflict: false,
  } as const;
  await enqueueScores(db, [{ body: { id, dossier, values }, record }], person, clock);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

beforeEach(async () => {
  asked = [];
  answer = taken;
  name += 1;
  db = await openDatabase(`test-${name}`);
  http = createServer(async (request, response) => {
    const one: Asked = {
      path: request.url ?? '',
      person: request.headers['x-dvc-person'] as string | undefined,
      body: JSON.parse(await textOf(request)),
    };
    asked.push(one);
    const { status, body: content } = answer(one);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready));
});
afterEach(async () => {
  db.close();
  http.closeAllConnections();
  await new Promise((closed) => http.close(closed));
});

it('dossiers go first, then scores, each officer under his own name', async () => {
  await score(ID, 'H99.01-261110-0001');
  await score(OTHER_ID, 'H99.01-261110-0002', BINH);
  await enqueueDossiers(db, [body('H99.01-261110-0001'), body('H99.01-261110-0002')], clock);
  expect(await sendQueue(sender())).toMatchObject({ tried: 4, nextAt: null, trouble: null });
  expect(asked.map(({ path, person, body: items }) => [path, person, items.length])).toEqual([
    ['/v1/dossiers', undefined, 2],
    ['/v1/self-scores', ANNA.token, 1],
    ['/v1/self-scores', BINH.token, 1],
  ]);
  expect(await db.count('queue')).toBe(0);
  expect((await db.getAll('scores')).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

it('a newer reading takes the place of an unsent one', async () => {
  await enqueueDossiers(db, [body('H99.01-261110-0001')], clock);
  await enqueueDossiers(db, [body('H99.01-261110-0001', '2026-12-01T17:00')], clock + 1);
  await sendQueue(sender());
  expect(asked[0]?.body).toEqual([expect.objectContaining({ promised: '2026-12-01T17:00' })]);
});

it('a reading that came while the older one was under way is still sent', async () => {
  await enqueueDossiers(db, [body('H99.01-261110-0001')], clock);
  answer = (one) => {
    void enqueueDossiers(db, [body('H99.01-261110-0001', '2026-12-01T17:00')], clock + 5);
    answer = taken;
    return taken(one);
  };
  await sendQueue(sender());
  expect(await db.count('queue')).toBe(1);
  await sendQueue(sender());
  expect(asked.at(-1)?.body).toEqual([expect.objectContaining({ promised: '2026-12-01T17:00' })]);
  expect(await db.count('queue')).toBe(0);
});

it('a busy server keeps everything and is given its time', async () => {
  await score(ID, 'H99.01-261110-0001');
  answer = () => ({ status: 503, body: { code: 'busy', message: 'Máy chủ đang bận. Gửi lại sau.' } });
  const round = await sendQueue(sender());
  expect(round).toMatchObject({ trouble: 'Máy chủ đang bận. Gửi lại sau.', revoked: false });
  expect(round.nextAt).toBeGreaterThan(clock);
  expect(await unsentCount(db, clock)).toBe(1);
  expect(await sendQueue(sender())).toMatchObject({ tried: 0 });
  clock = round.nextAt ?? clock;
  answer = taken;
  expect(await sendQueue(sender())).toMatchObject({ tried: 1, nextAt: null });
});

it('what the server puts off alone waits as long as it asks', async () => {
  await score(ID, 'H99.01-261110-0001');
  await score(OTHER_ID, 'H99.01-261110-0002');
  const problem = { code: 'store.full', message: 'Máy chủ hết chỗ lưu nên chưa ghi được gì.' };
  const off = { outcome: 'refused', status: 503, problem, retryAfter: 60 };
  answer = ({ body: items }) => ({
    status: 200,
    body: { outcomes: items.map(({ id }) => (id === ID ? { ...off, id } : { outcome: 'created', id })) },
  });
  expect((await sendQueue(sender())).nextAt).toBe(clock + 60_000);
});

it('a score waits as long as its dossier does: a server that does not know it would refuse the score for good', async () => {
  await enqueueDossiers(db, [body('H99.01-261110-0001')], clock);
  await score(ID, 'H99.01-261110-0001');
  await score(OTHER_ID, 'H99.01-261110-0002');
  const busy = { code: 'busy', message: 'Máy chủ đang bận. Gửi lại sau.' };
  answer = (one) => (one.path === '/v1/dossiers' ? { status: 503, body: busy } : taken(one));
  const round = await sendQueue(sender());
  expect(asked.map(({ path, body: items }) => [path, items.length])).toEqual([
    ['/v1/dossiers', 1],
    ['/v1/self-scores', 1],
  ]);
  expect(round.nextAt).toBeGreaterThan(clock);
  // One written while the dossier has its wait before it waits too.
  await score(ID, 'H99.01-261110-0001');
  expect(await sendQueue(sender())).toMatchObject({ nextAt: round.nextAt });
  expect(asked).toHaveLength(2);
  clock = round.nextAt ?? clock;
  answer = taken;
  expect(await sendQueue(sender())).toMatchObject({ tried: 2, nextAt: null });
  expect(asked.slice(2).map(({ path }) => path)).toEqual(['/v1/dossiers', '/v1/self-scores']);
  expect(await db.count('queue')).toBe(0);
});

it('without a network nothing is lost, and a person may ask at once', async () => {
  await score(ID, 'H99.01-261110-0001');
  const away = { ...sender(), server: 'http://127.0.0.1:1' };
  expect(await sendQueue(away)).toMatchObject({ tried: 1, trouble: expect.stringContaining('Chưa gửi được') });
  expect(await sendQueue(sender(), true)).toMatchObject({ tried: 1, nextAt: null });
  expect(asked).toHaveLength(1);
});

it('a refused score is final and keeps the words of the server; its neighbour is stored', async () => {
  await score(ID, 'H99.01-261110-0001');
  await score(OTHER_ID, 'H99.01-261110-0002');
  const problem = {
    code: 'score.conflict',
    message: 'CB-0118 đã chấm hồ sơ này lúc 09:58. Bản gửi sau không được ghi.',
  };
  answer = ({ body: items }) => ({
    status: 200,
    body: {
      outcomes: items.map(({ id }) =>
        id === ID ? { outcome: 'refused', id, status: 409, problem } : { outcome: 'created', id },
      ),
    },
  });
  expect(await sendQueue(sender())).toMatchObject({ nextAt: null });
  expect(await db.get('scores', 'H99.01-261110-0001')).toMatchObject({
    state: 'refused',
    problem: problem.message,
    conflict: true,
  });
  expect(await db.get('scores', 'H99.01-261110-0002')).toMatchObject({ state: 'sent', problem: null });
  expect(await unsentCount(db, clock + 60_000)).toBe(0);
});

it.each(['key.revoked', 'key.bad'])('%s stops the sending and keeps the work', async (code) => {
  await score(ID, 'H99.01-261110-0001');
  answer = () => ({ status: 401, body: { code, message: 'Máy này không còn được đăng ký.' } });
  expect(await sendQueue(sender())).toMatchObject({ revoked: true });
  expect(await db.count('queue')).toBe(1);
});

it("an answer that is not our server's acknowledges nothing", async () => {
  await score(ID, 'H99.01-261110-0001');
  answer = () => ({ status: 200, body: { hello: 'proxy' } });
  await sendQueue(sender());
  expect(await unsentCount(db, clock)).toBe(1);
});

it("a renewed session of the same officer serves what he confirmed before; a colleague's does not", async () => {
  await score(ID, 'H99.01-261110-0001', ANNA);
  await renewPerson(db, BINH);
  await renewPerson(db, { ...ANNA, token: 'mau.pt.anna-2' });
  await sendQueue(sender());
  expect(asked[0]?.person).toBe('mau.pt.anna-2');
});

it.each([
  [
    'fewer outcomes than it was sent',
    ({ body }: Asked) => ({ outcomes: body.slice(1).map(({ code }) => ({ outcome: 'created', id: code })) }),
  ],
  [
    'an outcome that is none',
    ({ body }: Asked) => ({ outcomes: body.map(({ code }) => ({ outcome: 'maybe', id: code })) }),
  ],
])('an answer with %s acknowledges nothing: all of it is sent again', async (_what, said) => {
  await enqueueDossiers(db, [body('H99.01-261110-0042'), body('H99.01-261110-0043')], clock);
  answer = (given) => ({ status: 200, body: said(given) });
  const round = await sendQueue(sender());
  expect([round.trouble, await db.count('queue')]).toEqual([expect.stringContaining('Chưa gửi được'), 2]);
  answer = taken;
  clock += 300_000;
  await sendQueue(sender());
  expect(await db.count('queue')).toBe(0);
});
