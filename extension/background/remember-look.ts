import type { LocalTime } from '#rules/law.ts';
import { afterLook, type Look } from '../site-health.ts';
import { settings } from './settings.ts';

/** One after another: two looks at once would each write over the other's. */
let line: Promise<unknown> = Promise.resolve();

/** Keeps how well a site is read. @returns whether what is shown of it has changed. */
export function rememberLook(origin: string, look: Look, at: LocalTime): Promise<boolean> {
  const done = line.then(async () => {
    const health = (await settings.kept('health')) ?? {};
    const before = health[origin] ?? null;
    const after = afterLook(before, look, at);
    await settings.keep('health', { ...health, [origin]: after });
    return JSON.stringify({ ...before, at: null }) !== JSON.stringify({ ...after, at: null });
  });
  line = done.catch(() => null);
  return done;
}
