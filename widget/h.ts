type Value = string | number | boolean | null | undefined;
type Child = Node | string | false | null | undefined;
export type Values = Readonly<Record<string, Value | (() => Value) | ((event: Event) => void)>>;

/** Elements that stay, so that focus and what is unfolded stay too; `update` brings them to the state they show. */
export interface View {
  readonly node: HTMLElement;
  update(): void;
}

let updates: (() => void)[] = [];

/** What `build` makes with `h`; its functions are asked again at every update. */
export function living(build: () => HTMLElement): View {
  const mine: typeof updates = [];
  updates = mine;
  const node = build();
  return {
    node,
    update() {
      for (const update of mine) update();
    },
  };
}

/** Applies what `read` gives at every update at which it is another thing than before. */
export function follow<T>(read: () => T, apply: (now: T) => void): void {
  let before: T | undefined;
  updates.push(() => {
    const now = read();
    if (now !== before) apply(now);
    before = now;
  });
}

/** Sets one attribute; what people can change is set as the property of its name. `false` and nothing take it away. */
export function set(element: HTMLElement, name: string, value: Value): void {
  if (/^(checked|value|hidden)$/.test(name)) Object.assign(element, { [name]: value });
  else if (value == null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : `${value}`);
}

/**
 * A new element; texts become text nodes, never markup. Children that are empty or `false` are left out. A function stands
 * for a value or text that changes (`living`); under a name that begins with `on` it is a handler.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  values: Values = {},
  ...children: readonly (Child | (() => string) | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(values))
    if (typeof value !== 'function') set(element, name, value);
    else if (name.startsWith('on')) Object.assign(element, { [name]: value });
    else follow(value as () => Value, (now) => set(element, name, now));
  for (const child of children.flat())
    if (typeof child === 'function') {
      const text = new Text();
      element.append(text);
      follow(child, (now) => {
        text.data = now;
      });
    } else if (child) element.append(child);
  return element;
}
