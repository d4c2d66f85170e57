import type { Context } from 'hono';
import { readText } from './read-text.ts';

/** Fields of an HTML form posted without files; a form of ours is a few kilobytes. @throws Refusal 411, 413. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(c, 65_536));
}
