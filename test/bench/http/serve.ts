import { setImmediate } from 'node:timers/promises';
import { createApp } from '../../../server/app.ts';
import { readEnv } from '../../../server/env.ts';
import { listen } from '../../../server/listen.ts';
import { openServices } from '../../../server/open-services.ts';
import type { Services } from '../../../server/services.ts';
import { stopOnSignals } from '../../../server/stop-on-signals.ts';
import { editableUntil, newReceiptCode } from '../../../server/store/receipts.ts';
import { NOW } from '../../server/test-server.ts';

/** The same services with no store behind them: what a response asks of the database is answered from memory, and it is acknowledged at once. */
function withoutStore(services: Services): Services {
  const nothing = () => Promise.reject(new Error('nothing is stored here'));
  return {
    ...services,
    db: {
      ...{ run: nothing, batch: nothing, settle: nothing, close: nothing },
      all: async <Row>(_sql: string, params: readonly unknown[] = []) =>
        params.map((unit) => ({ name: 'Tỉnh mau', unit })) as Row[],
    },
    intake: {
      async add() {
        // Those of one turn of the event loop are answered together: one by one they are half as many a second, and the store looks better.
        await setImmediate();
        return { status: 'created', receipt: newReceiptCode(), editableUntil: editableUntil('2026-11-10') };
      },
      requireRoom: () => {},
      waiting: () => 0,
      close: async () => {},
    },
  };
}

/** The server as it is run, or with `STORE=none` the same routes with nothing behind them. Tells its parent its address, and when asked what it holds. */
const env = readEnv(process.env);
const ahead = NOW.getTime() - Date.now();
const services = await openServices(env, () => new Date(Date.now() + ahead));
const served = process.env.STORE === 'none' ? withoutStore(services) : services;
const listening = await listen(createApp(served), env);
stopOnSignals(listening, services);
process.on('message', () => process.send?.(process.memoryUsage.rss()));
process.send?.(listening.url);
