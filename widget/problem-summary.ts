import { fill } from './fill.ts';
import type { Form } from './form.ts';
import { follow, h } from './h.ts';

/** What is wrong, each line leading to its question. */
export function problemSummary(form: Form): HTMLElement {
  const lines = h('div');
  follow(
    () => form.issues,
    (issues) =>
      lines.replaceChildren(
        ...issues.map(({ question, message, lang }) => {
          // The place is inside this shadow tree, and a host's router must not see the fragment.
          const onclick = (event: Event) => {
            event.preventDefault();
            form.go(question);
          };
          return h('p', {}, h('a', { lang, href: `#${question}`, onclick }, message));
        }),
      ),
  );
  return h(
    'div',
    { id: 'summary', class: 'error', role: 'alert', tabindex: -1, hidden: () => !form.issues.length },
    h('strong', {}, () => fill(form.words, 'problem', { n: form.issues.length })),
    lines,
  );
}
