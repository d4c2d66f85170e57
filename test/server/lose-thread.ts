import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { openSqlite } from '../../server/store/sqlite.ts';

/** Opens the database argv names, then ends its thread of that number: 0 writes, 1 reads. */
const [file = '', place = '0'] = process.argv.slice(2);
const threads: Worker[] = [];
process.on('worker', (thread) => threads.push(thread));
await openSqlite(file);
// On Node 24 a thread does not always hear it the first time; with it the process ends.
for (;;) {
  void threads[Number(place)]?.terminate();
  await sleep(1000);
}
