import type { Worker } from 'node:worker_threads';
import { openSqlite } from '../../server/store/sqlite.ts';

/** Opens the database argv names, then has its thread of that number fall over what it does not understand: 0 writes, 1 reads. */
const [file = '', place = '0'] = process.argv.slice(2);
const threads: Worker[] = [];
process.on('worker', (thread) => threads.push(thread));
await openSqlite(file);
// Not `terminate()`: on Node 24 an idle thread now and then goes on as if it had not been told.
threads[Number(place)]?.postMessage(null);
