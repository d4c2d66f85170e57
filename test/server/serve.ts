import { createApp } from '../../server/app.ts';
import { readEnv } from '../../server/env.ts';
import { listen } from '../../server/listen.ts';
import { openServices } from '../../server/open-services.ts';
import { NOW } from './test-server.ts';

/** The real server as a process of its own, on the day of the tests; prints its address. Settings come by environment. */
const env = readEnv(process.env);
const { url } = await listen(createApp(await openServices(env, () => NOW)), env);
console.info(url);
