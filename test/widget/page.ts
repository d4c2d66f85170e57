import { vi } from 'vitest';

/** Waits until `check` passes; a busy machine takes its time. */
export const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, 8_000);

let pages = 0;

/**
 * A page of one origin opened anew: fresh scripts, the same storage. Puts one survey with `attributes` on it and waits
 * until it shows something other than "loading".
 */
export async function openPage(attributes: Readonly<Record<string, string>>) {
  vi.resetModules();
  const { DvcSurvey } = await import('../../widget/dvc-survey.ts');
  const { networkBack } = await import('../../widget/deliver.ts');
  const { all } = await import('../../widget/store.ts');
  const tag = `dvc-survey-${++pages}`;
  customElements.define(tag, DvcSurvey);
  const element = document.createElement(tag);
  const events: { readonly type: string; readonly detail: unknown }[] = [];
  for (const type of ['ready', 'opened', 'saved', 'sent', 'closed', 'error'].map((what) => `dvc-survey-${what}`))
    element.addEventListener(type, (event) => events.push({ type, detail: (event as CustomEvent).detail }));
  for (const [name, value] of Object.entries({ tenant: 'mau', unit: 'H99.01', ...attributes }))
    element.setAttribute(name, value);
  document.body.append(element);
  const root = element.shadowRoot as ShadowRoot;
  const page = {
    element,
    events,
    root,
    networkBack,
    text: () => root.textContent?.replace(/\s+/g, ' ') ?? '',
    all: <E extends Element = HTMLElement>(selector: string) => [...root.querySelectorAll<E>(selector)],
    radio: (question: string, option: string) =>
      root.querySelector(`input[name="${question}"][value="${option}"]`) as HTMLInputElement,
    choose: (question: string, option: string) => page.radio(question, option).click(),
    comment: () => root.querySelector('textarea') as HTMLTextAreaElement,
    write: (text: string) => {
      page.comment().value = text;
      page.comment().dispatchEvent(new Event('input', { bubbles: true }));
    },
    press: (label: string) => {
      const button = page.all('button').find((b) => b.textContent === label);
      if (!button) throw new Error(`no button ${label} in: ${page.text()}`);
      button.click();
    },
    heading: () => root.querySelector('h2')?.textContent,
    shows: (text: string) =>
      soon(() => {
        if (!page.text().includes(text)) throw new Error(`${text} not in: ${page.text()}`);
      }),
    /** Whether the element with this id is in sight. */
    seen: (id: string) => !!root.getElementById(id) && !root.getElementById(id)?.closest('[hidden]'),
    leave: () => element.remove(),
  };
  await soon(() => {
    if (root.querySelector('.loading')) throw new Error('still loading');
  });
  // What the device kept is read while the form is in sight already.
  await all('outbox');
  await new Promise((resolve) => setTimeout(resolve, 10));
  return page;
}
