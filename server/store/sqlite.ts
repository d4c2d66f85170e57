import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { faultPlace, log } from '../log.ts';
import { makeFolder } from '../make-folder.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from './db.ts';
import type { Call, Reply, Request, Sent } from './sqlite-call.ts';
import { sqliteFault } from './sqlite-fault.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Without its database the program can serve nobody; whoever supervises it starts it anew. */
function stopProcess(error: Error): void {
  log.fatal(
    faultPlace(error),
    'Luồng cơ sở dữ liệu dừng bất ngờ. Chương trình dừng theo để được khởi động lại: xem ổ đĩa và bộ nhớ còn trống không.',
  );
  process.exit(1);
}

function connection(file: string, readonly: boolean) {
  const worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), {
    workerData: { file, readonly },
    // Nor the loader the process was started with.
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  let n = 0;
  let unsent: Call[] = [];
  let dead: Error | null = null;
  let opened = false;
  let closing = false;

  function fail(error: Error) {
    dead ??= error;
    for (const w of waiting.values()) w.reject(dead);
    waiting.clear();
    if (opened && !closing) stopProcess(dead);
  }
  worker.on('message', (reply: Reply) => {
    const w = waiting.get(reply.n);
    waiting.delete(reply.n);
    if (!w) return;
    if ('error' in reply) return w.reject(sqliteFault(reply.code, reply.error));
    opened = true;
    w.resolve(reply.value);
  });
  worker.on('error', fail);
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      fail(new Error('Cơ sở dữ liệu đã đóng.'));
      resolve();
    });
  });

  /** What is asked in one turn of the event loop goes as one message: to wake the thread costs as much as to find a row. */
  function send(call: Call): void {
    unsent.push(call);
    if (unsent.length > 1) return;
    setImmediate(() => {
      worker.postMessage(unsent);
      unsent = [];
    });
  }

  return async function call<T>(request: Request): Promise<T> {
    if (dead) throw dead;
    closing ||= request.op === 'close';
    n += 1;
    const id = n;
    const reply = await new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      send({ n: id, ...request });
    });
    // Statements prepared keep the file open until their thread has gone.
    if (request.op === 'close') await ended;
    return reply;
  };
}

/** A backup may hold the log for a moment. */
const SETTLE_TRIES = 20;
const SETTLE_PAUSE_MS = 250;

function heldElsewhere(): Refusal {
  return new Refusal(
    503,
    'store.busy',
    'Một bản sao lưu hoặc chương trình khác đang đọc cơ sở dữ liệu nên chưa dọn xong dữ liệu đã xóa. Đợi sao lưu xong rồi làm lại.',
    { headers: { 'retry-after': '60' } },
  );
}

const sentOf = ({ sql, params = [], rows }: Statement): Sent =>
  rows ? { sql, rows: JSON.stringify(rows) } : { sql, params };

const isQuery = /^\s*(select|with)\b(?![\s\S]*\breturning\b)/i;

/**
 * One SQLite file behind two worker threads: writes queue on one, reads run beside them on the other, and the
 * event loop never waits for the disk. A read sent after an acknowledged write sees it (WAL). Should a thread end by
 * itself later on, the process ends.
 * @throws when the file cannot be opened.
 */
export async function openSqlite(file: string): Promise<Db> {
  makeFolder(dirname(file));
  // What SQLite puts aside lies beside the file: elsewhere may be little room, or memory under the name of a folder.
  process.env.SQLITE_TMPDIR ??= dirname(file);
  const write = connection(file, false);
  await write({ op: 'all', sql: 'select 1', params: [] }); // creates the file before the reader opens it
  const read = connection(file, true);
  await read({ op: 'all', sql: 'select 1', params: [] });
  return {
    all: (sql, params = []) => (isQuery.test(sql) ? read : write)({ op: 'all', sql, params }),
    run: (sql, params = []) => write({ op: 'run', sql, params }),
    batch: (statements) => write({ op: 'batch', statements: statements.map(sentOf) }),
    async settle(what) {
      // Deleting overwrites a row where it stands, not the copies left behind whenever a page was split.
      if (what === 'file') await write({ op: 'run', sql: 'vacuum', params: [] });
      for (let tries = 1; !(await write<boolean>({ op: 'settle' })); tries += 1) {
        if (tries === SETTLE_TRIES) throw heldElsewhere();
        await sleep(SETTLE_PAUSE_MS);
      }
    },
    async close() {
      await read({ op: 'close' });
      await write({ op: 'close' });
    },
  };
}
