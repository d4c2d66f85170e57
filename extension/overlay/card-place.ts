const WIDTH = 400;
const GAP = 4;
const EDGE = 8;

/**
 * Where the card stands in a window of `width` × `height` CSS pixels: below its mark, above it, or, in a low window, beside it: the marks
 * above and below stay in reach. Only where no side has room it lies over them.
 */
export function cardPlace(
  mark: Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>,
  cardHeight: number,
  width: number,
  height: number,
): { readonly top: number; readonly left: number } {
  const left = Math.max(GAP, Math.min(mark.left, width - WIDTH - EDGE));
  const [below, above] = [mark.bottom + GAP, mark.top - cardHeight - GAP];
  if (below + cardHeight <= height) return { top: below, left };
  if (above >= GAP) return { top: above, left };
  const top = Math.max(GAP, height - cardHeight - EDGE);
  if (mark.left - WIDTH - EDGE >= 0) return { top, left: mark.left - WIDTH - EDGE };
  return { top, left: mark.right + EDGE + WIDTH <= width ? mark.right + EDGE : left };
}
