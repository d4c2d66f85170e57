import { createApp } from '../../server/app.ts';
import { readEnv } from '../../server/env.ts';
import { listen } from '../../server/listen.ts';
import { openServices } from '../../server/open-services.ts';
import { stopOnSignals } from '../../server/stop-on-signals.ts';
import { NOW } from './test-server.ts';

/**
 * The real server as a process of its own, its clock started at `AT` or on the day of the tests; prints its address. Settings
 * come by environment.
 */
const env = readEnv(process.env);
const ahead = Date.parse(process.env.AT ?? NOW.toISOString()) - Date.now();
const services = await openServices(env, () => new Date(Date.now() + ahead));
const listening = await listen(createApp(services), env);
stopOnSignals(listening, services);
console.info(listening.url);
