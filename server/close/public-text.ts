import { scrub } from '#rules/scrub.ts';

/** What an office says in public, with personal data hidden like a citizen's comment. */
export function publicText(text: string): string {
  return scrub(text.trim()).text;
}
