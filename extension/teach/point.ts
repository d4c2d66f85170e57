import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { seesLayout } from '../hosts/visible-text.ts';
import type { PickedColumn } from '../teach-messages.ts';
import { type Below, elementBelow } from './element-below.ts';
import { type Pointed, pointAt } from './pick-column.ts';
import { fieldAt } from './pick-field.ts';
import { makeTeachLayer } from './teach-layer.ts';

const PRESSES = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
] as const;
const MOST_BOXES = 60;

/** The nearest thing under the pointer that can be scrolled: the layer above would keep the wheel to itself. */
function scrolls(element: Element | null): Element | null {
  for (let at = element; at; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return (element?.ownerDocument ?? document).scrollingElement;
}

/** A column with a header of its own, else a value behind a label that stands once in the page, else whatever is one of many alike. */
function pointedAt(element: Element): Pointed | null {
  const column = pointAt(element, seesLayout);
  const row = element.closest('tr');
  const isPair = row?.childElementCount === 2 && !row.closest('table')?.tHead;
  if (column?.pick.header && !column.pick.personal && !isPair) return column;
  return fieldAt(element, { document: element.ownerDocument, sees: seesLayout, office: DEFAULT_OFFICE }) ?? column;
}

/**
 * Lets the officer point at columns until the signal. Only what the officer's own hand does counts: an event made by the host's script
 * is neither taken nor passed on. Nothing of the page is written.
 */
export function startPointing(
  on: { picked: (pick: PickedColumn) => void; stopped: () => void },
  signal: AbortSignal,
): void {
  const layer = makeTeachLayer();
  let under: Element | null = null;

  const below = ({ clientX, clientY }: MouseEvent): Below | null => elementBelow(clientX, clientY);
  const draw = (pointed: Pointed | null, { left, top }: Pick<Below, 'left' | 'top'>): void => {
    const rects = (pointed?.cells ?? []).slice(0, MOST_BOXES).map((cell) => {
      const box = cell.getBoundingClientRect();
      return new DOMRect(box.left + left, box.top + top, box.width, box.height);
    });
    layer.show(pointed?.pick.personal ? 'personal' : 'point', rects);
  };
  const move = (event: PointerEvent): void => {
    const found = below(event);
    if (!found || found.element === under) return;
    under = found.element;
    draw(pointedAt(found.element), found);
  };
  const press = (event: Event): void => {
    if (event.target !== layer.element) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.isTrusted || event.type !== 'click' || !(event instanceof MouseEvent)) return;
    const found = below(event);
    const pointed = found && pointedAt(found.element);
    if (!pointed) layer.show(found?.element.tagName === 'IFRAME' ? 'frame' : 'nothing', []);
    else if (pointed.pick.personal) draw(pointed, found);
    else on.picked(pointed.pick);
  };

  for (const type of PRESSES) addEventListener(type, press, { signal, capture: true, passive: false });
  addEventListener(
    'pointermove',
    (event) => {
      if (event.target !== layer.element) return;
      event.stopImmediatePropagation();
      if (event.isTrusted) move(event);
    },
    { signal, capture: true },
  );
  addEventListener(
    'wheel',
    (event) => {
      if (!event.isTrusted || event.target !== layer.element) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      scrolls(below(event)?.element ?? null)?.scrollBy(event.deltaX, event.deltaY);
      under = null;
      layer.show('point', []);
    },
    { signal, capture: true, passive: false },
  );
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      on.stopped();
    },
    { signal, capture: true },
  );
  signal.addEventListener('abort', layer.remove);
}
