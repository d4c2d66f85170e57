import type { Worker } from 'node:worker_threads';
import { openSqlite } from '../../server/store/sqlite.ts';

/** Opens the database argv names, then has its thread of that number fall over what it does not understand: 0 writes, 1 reads. */
const [file = '', place = '0'] = process.argv.slice(2);
const threads: Worker[] = [];
process.on('worker', (thread) => threads.push(thread));
await openSqlite(file);
// The last two: what translates TypeScript may have started a thread of its own before them.
threads.at(Number(place) - 2)?.postMessage(null);
