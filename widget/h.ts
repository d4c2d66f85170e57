export type Child = Node | string | undefined | null | false | readonly Child[];

/** What `patch` carries over besides attributes and children. */
const LIVE = ['checked', 'value', 'onclick', 'onchange', 'oninput', 'onsubmit'];
type Live = HTMLElement & { [name: string]: unknown };

/**
 * An element built by DOM calls alone, so that the strictest policy of a host page has nothing to refuse. Texts become
 * attributes, everything else properties; an absent child keeps its place as an empty text.
 */
export function h(
  tag: string,
  props: Readonly<Record<string, unknown>> = {},
  ...children: readonly Child[]
): HTMLElement {
  const node = document.createElement(tag);
  node.append(...[children].flat(9).map((child) => (child || '') as Node | string));
  for (const [name, value] of Object.entries(props))
    if (typeof value === 'string' && name !== 'value') node.setAttribute(name, value);
    else if (value !== undefined) (node as Live)[name] = value;
  return node;
}

/** Makes `from` show what `to` shows, keeping every node that can stay: focus, caret and unfolded help survive. */
export function patch(from: Node, to: Node): void {
  const children = [...to.childNodes];
  children.forEach((next, i) => {
    const now = from.childNodes[i];
    if (now?.nodeName !== next.nodeName) now ? from.replaceChild(next, now) : from.appendChild(next);
    else if (!(now instanceof HTMLElement && next instanceof HTMLElement)) now.nodeValue = next.nodeValue;
    else {
      for (const name of now.getAttributeNames())
        if (name !== 'open' && !next.hasAttribute(name)) now.removeAttribute(name);
      for (const name of next.getAttributeNames()) now.setAttribute(name, next.getAttribute(name) ?? '');
      patch(now, next);
      const old = now as Live;
      for (const name of LIVE) if (old[name] !== (next as Live)[name]) old[name] = (next as Live)[name];
    }
  });
  while (from.childNodes.length > children.length) from.lastChild?.remove();
}
