import type { LocalTime } from '#rules/law.ts';
import { afterLook, type Look, type SiteHealth } from '../site-health.ts';
import { settings } from './settings.ts';

/** One after another: two looks at once would each write over the other's. */
let line: Promise<unknown> = Promise.resolve();

/** Without the times of the looks: a minute later is no news. */
const timeless = (health: SiteHealth | null): string =>
  JSON.stringify(health && { ...health, at: null, well: health.well && { ...health.well, at: null } });

/** Keeps how well a site is read. @returns whether what is shown of it has changed. */
export function rememberLook(origin: string, look: Look, at: LocalTime): Promise<boolean> {
  const done = line.then(async () => {
    const health = (await settings.kept('health')) ?? {};
    const before = health[origin] ?? null;
    const after = afterLook(before, look, at);
    await settings.keep('health', { ...health, [origin]: after });
    return timeless(before) !== timeless(after);
  });
  line = done.catch(() => null);
  return done;
}
