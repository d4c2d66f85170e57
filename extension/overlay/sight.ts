/** A part of the window, in its pixels. */
export interface Sight {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The elements that cut off what is too large for them, from `table` outwards. They change only with the page. */
export function clippersOf(table: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = table.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX !== 'visible' || overflowY !== 'visible') found.push(at);
  }
  return found;
}

/** The part of the page one can see through all `clippers`; it may reach beyond the window. */
export function sightThrough(clippers: readonly Element[]): Sight {
  let sight: Sight = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  for (const clipper of clippers) {
    const box = clipper.getBoundingClientRect();
    sight = {
      left: Math.max(sight.left, box.left),
      right: Math.min(sight.right, box.right),
      top: Math.max(sight.top, box.top),
      bottom: Math.min(sight.bottom, box.bottom),
    };
  }
  return sight;
}

/** More brothers and sisters than this at one level are rows or cards, not bars. */
const MOST_SIBLINGS = 40;

/** Something that stays on top while rows scroll away under it. `wide`: each cell of a head stays by itself, side by side. */
export interface Lid {
  readonly element: Element;
  readonly wide: boolean;
}

const stays = (element: Element): boolean => {
  const { position } = getComputedStyle(element);
  return position === 'sticky' || position === 'fixed';
};

/**
 * A head of the table, or a bar beside one of the elements around it. A window-high one is no bar; dialogs lie over the layer by
 * themselves.
 */
export function lidsOf(table: Element): readonly Lid[] {
  const lids: Lid[] = [];
  const head = table.querySelector('th, [role="columnheader"]');
  for (let at = head; at && at !== table; at = at.parentElement) if (stays(at)) lids.push({ element: at, wide: true });
  for (let at: Element | null = table; at?.parentElement && at !== document.body; at = at.parentElement) {
    const siblings: HTMLCollection = at.parentElement.children;
    if (siblings.length > MOST_SIBLINGS) continue;
    for (const element of siblings) if (element !== at && stays(element)) lids.push({ element, wide: false });
  }
  return lids;
}

/** Where `lids` lie now. */
export function coversOf(lids: readonly Lid[]): readonly Sight[] {
  return lids.flatMap(({ element, wide }) => {
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0 || height >= innerHeight / 2) return [];
    return { top, bottom, left: wide ? -Infinity : left, right: wide ? Infinity : right };
  });
}

export const isCovered = (covers: readonly Sight[], x: number, y: number): boolean =>
  covers.some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
