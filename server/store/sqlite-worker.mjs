// Plain JavaScript: a thread does not inherit the TypeScript loader on Node 20, and to load it there costs more than all else of its
// start.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

/** @typedef {import('./sqlite-call.ts').Call} Call */
/** @typedef {import('./sqlite-call.ts').Reply} Reply */

/** @type {{ file: string; readonly: boolean }} */
const { file, readonly } = workerData;

function open() {
  try {
    const opened = new Database(file, { readonly });
    // The engine is built to put things aside in memory, and a file written anew (`settle`) is put aside whole.
    opened.exec('pragma temp_store = file');
    opened.exec('pragma busy_timeout = 10000; pragma secure_delete = on; pragma cache_size = -65536');
    // FULL: an acknowledged write survives a power cut; group commit makes it cheap.
    if (!readonly)
      opened.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 20000');
    return opened;
  } catch (error) {
    // Errors of SQLite lose their words on the way out of a thread.
    throw new Error(`Không mở được ${file}: ${error instanceof Error ? error.message : error}`);
  }
}

const db = open();

/** @type {Map<string, Database.Statement>} */
const prepared = new Map();

/** @param {string} sql */
function prepare(sql) {
  let statement = prepared.get(sql);
  if (!statement) {
    statement = db.prepare(sql);
    if (prepared.size > 500) prepared.clear();
    prepared.set(sql, statement);
  }
  return statement;
}

/** SQLite ends some failed transactions itself, a full disk's among them; what failed first is what the caller hears. */
function rollBack() {
  try {
    if (db.inTransaction) db.exec('rollback');
  } catch {
    // It was ended already; were it not, the next transaction could not begin and would say so.
  }
}

const VALUES = /values (\([?, ]+\))/;
/** SQLite ends a text of JSON at a NUL and does not mend half a character; values bound one by one it takes as they are. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i;

/** @type {Map<string, string>} */
const forMany = new Map();

/** `insert … values (?, ?)` → the same of every row in one text. @param {string} sql */
function manyOf(sql) {
  let many = forMany.get(sql);
  if (!many) {
    const columns = (_, /** @type {string} */ marks) =>
      `select ${marks.split(',').map((_mark, i) => `value ->> ${i}`)} from json_each(?) where true`;
    many = sql.replace(VALUES, columns);
    forMany.set(sql, many);
  }
  return many;
}

/** @param {{ sql: string; rows: string }} statement */
function runMany({ sql, rows }) {
  if (!ESCAPED.test(rows)) return prepare(manyOf(sql)).run([rows]).changes;
  const each = prepare(sql);
  return JSON.parse(rows).reduce((sum, row) => sum + each.run(row).changes, 0);
}

// Parameters go in as one array: a lone null spread out would be taken for an object of named ones.
/** @param {readonly import('./sqlite-call.ts').Sent[]} statements */
function batch(statements) {
  db.exec('begin immediate');
  try {
    const changes = statements.map((s) => ('rows' in s ? runMany(s) : prepare(s.sql).run(s.params).changes));
    db.exec('commit');
    return changes;
  } catch (error) {
    rollBack();
    throw error;
  }
}

/** Moves the log into the file and empties it; whether that was possible. Waits for others briefly: writes queue behind it. */
function settle() {
  db.exec('pragma busy_timeout = 200');
  try {
    const [result] = db.prepare('pragma wal_checkpoint(truncate)').all();
    return result?.busy === 0;
  } finally {
    db.exec('pragma busy_timeout = 10000');
  }
}

/** @param {Call} call */
function answer(call) {
  switch (call.op) {
    case 'all':
      return prepare(call.sql).all(call.params);
    case 'run':
      return prepare(call.sql).run(call.params).changes;
    case 'batch':
      return batch(call.statements);
    case 'settle':
      return settle();
    case 'close':
      db.close();
      return null;
  }
}

/** @param {Call} call */
function take(call) {
  try {
    parentPort?.postMessage(/** @type {Reply} */ ({ n: call.n, value: answer(call) }));
  } catch (error) {
    /** @type {Reply} */
    const failed = {
      n: call.n,
      error: error instanceof Error ? error.message : String(error),
      ...(error instanceof Database.SqliteError ? { code: error.code } : {}),
    };
    parentPort?.postMessage(failed);
  }
  if (call.op === 'close') parentPort?.close();
}

parentPort?.on('message', (/** @type {readonly Call[]} */ calls) => {
  for (const call of calls) take(call);
});
