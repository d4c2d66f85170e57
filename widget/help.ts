import { html } from 'lit/html.js';
import { button } from './button.ts';
import type { Model } from './model.ts';

/** The explanation of a question, folded; nothing where there is none. One that is not here yet is fetched on unfolding. */
export const help = (model: Model, code: string) => {
  const { words, failed } = model;
  const text = words[`${code}.help`];
  const unfolded = ({ target }: Event) => {
    if ((target as HTMLDetailsElement).open && !text) model.explain();
  };
  if (text === undefined) return '';
  return html`<details @toggle=${unfolded}>
      <summary>${words.what}</summary>
      ${
        text
          ? html`<p id="${code}-help">${text}</p>`
          : html`<p role="status">${failed ? [words.load, ' ', button(words.again, () => model.explain())] : words.loading}</p>`
      }
    </details>`;
};
