// A worker does not inherit the TypeScript loader on Node 20; this file is the way in.
import { register } from 'tsx/esm/api';

register();
await import('./sqlite-worker.ts');
