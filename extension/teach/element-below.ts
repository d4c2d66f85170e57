/** An element under the pointer, in the page or in a frame of the same site. */
export interface Below {
  readonly element: Element;
  /** Where the frame's own zero is in the window. */
  readonly left: number;
  readonly top: number;
}

const isOurs = ({ tagName }: Element): boolean => tagName.startsWith('DVC-');

/** What lies under a place of the window, our own layers apart; a frame of another site is its own innermost element. */
export function elementBelow(x: number, y: number): Below | null {
  let [left, top] = [0, 0];
  for (let page: Document | null = document; page; ) {
    const element: Element | undefined = page.elementsFromPoint(x - left, y - top).find((each) => !isOurs(each));
    if (!element) return null;
    page = element.tagName === 'IFRAME' ? (element as HTMLIFrameElement).contentDocument : null;
    if (!page) return { element, left, top };
    const box = element.getBoundingClientRect();
    left += box.left + element.clientLeft;
    top += box.top + element.clientTop;
  }
  return null;
}
