import { html } from 'hono/html';
import type { Markup } from './html.ts';

/** Plain text as paragraphs, one for each line that says something. */
export function paragraphs(text: string): Markup {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return html`${lines.map((line) => html`<p>${line}</p>`)}`;
}
