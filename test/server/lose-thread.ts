import type { Worker } from 'node:worker_threads';
import { openSqlite } from '../../server/store/sqlite.ts';

/** Opens the database argv names, then ends its thread of that number: 0 writes, 1 reads. */
const [file = '', place = '0'] = process.argv.slice(2);
const threads: Worker[] = [];
process.on('worker', (thread) => threads.push(thread));
await openSqlite(file);
await threads[Number(place)]?.terminate();
