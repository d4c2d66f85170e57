import type { Words } from '#rules/surveys/survey.ts';
import type { Refused } from './ask.ts';
import { button } from './button.ts';
import { h } from './h.ts';
import type { Settings } from './settings.ts';

/**
 * Why nothing can be answered here, and the one thing that still can be done, on a page of ours. `unit`: of the answers that
 * were refused, else of the host page. What did not load can be asked for again.
 */
export function closedView(
  { code = '', message, lang: said }: Partial<Refused>,
  { server, tenant, token, lang }: Settings,
  unit: string,
  words: Words,
  again: () => void,
): HTMLElement {
  const used = code === 'token.used';
  const path = used ? token : /bad|expired|late|revoked/.test(code) && unit && `${tenant}/${unit}`;
  const text = words[used ? 'enter' : 'open'] ?? words.fallback;
  return h(
    'div',
    {},
    h('p', { role: 'alert', lang: said ?? lang }, message || (words[code] ?? words.load)),
    code === 'load' && button(words.again, again),
    path && h('p', {}, h('a', { lang, href: `${server}/k/${path}?lang=${lang}` }, text)),
  );
}
