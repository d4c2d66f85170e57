import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { Page } from '../../extension/hosts/host.ts';
import type { Sees } from '../../extension/hosts/visible-text.ts';

/** A test page has no layout: what is not hidden by its own style counts as 100 px high. */
const sees: Sees = (element) => (element.closest('[hidden], [style*="display: none"]') ? 0 : 100);

export function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}.html`, import.meta.url), 'utf8');
}

/** A saved page as the readers get it. */
export function pageOf(html: string, hash = ''): Page {
  const window = new Window({ url: `https://motcua.example.vn/${hash}` });
  window.document.write(html);
  return { document: window.document as unknown as Document, sees, office: DEFAULT_OFFICE };
}
