import status from '../ui/status.css?inline';
import tokens from '../ui/tokens.css?inline';
import { hideWithScript } from './hide-with-script.ts';
import look from './layer.css?inline';

/** Where the layer's own zero is in the window, and how many window pixels one of its pixels is (a host may zoom or scale). */
export interface Origin {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

export interface LayerHost {
  readonly element: HTMLElement;
  /** Drawn into by preact. */
  readonly box: HTMLElement;
  readonly sheets: readonly CSSStyleSheet[];
  readonly origin: () => Origin;
  /** Puts the layer after `anchor`, or at the end of the page. @returns whether it had to be moved. */
  readonly stand: (anchor: Element | null) => boolean;
  /** The code of the mark that has the keyboard, or `null`. */
  readonly focused: () => string | null;
  /** The same for a mark that lost the keyboard just now without anything else getting it: the host took the layer out of the page. */
  readonly interrupted: () => string | null;
}

/** The keyboard leaves an element that is taken away, and is nowhere; so long after it counts as the officer's own step. */
const JUST_NOW_MS = 100;

const RULER = 100;

/** Whether `act` leaves `element` and what follows it where they are. */
function staysPut(element: Element, act: () => void): boolean {
  const look = () =>
    [element, element.parentElement, element.parentElement?.lastElementChild].map((each) => {
      const { x, y, width, height } = each?.getBoundingClientRect() ?? {};
      return [x, y, width, height].join();
    });
  const watched = look();
  act();
  return look()[0] === watched[0] && look()[1] === watched[1];
}

/**
 * The element all is drawn in. Its tree is closed: the host's script can neither press a mark nor write another word into one.
 * It stands beside the list, so that it comes after it for the keyboard and lies below the host's own dialogs.
 */
export function makeLayer(): LayerHost {
  const element = document.createElement('dvc-overlay');
  const root = element.attachShadow({ mode: 'closed' });
  const sheets = [tokens, look, status].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.adoptedStyleSheets = sheets;
  const box = document.createElement('div');
  if (import.meta.env.FIREFOX) hideWithScript(box);
  const ruler = document.createElement('i');
  ruler.className = 'ruler';
  root.append(ruler, box);
  /** A host may style its last child, or the neighbour of its list: there the layer would move something. */
  const shy = new WeakSet<Element>();
  /** As high as what it stands behind, and after it: over the list, under the host's bars and dialogs. */
  const rise = (level: string): void => element.style.setProperty('z-index', level, 'important');
  const atEnd = (): void => {
    rise('1');
    document.documentElement.append(element);
  };

  const focused = (): string | null =>
    root.activeElement instanceof HTMLElement ? (root.activeElement.dataset.code ?? null) : null;
  let last: { code: string | null; until: number } = { code: null, until: 0 };
  root.addEventListener('focusin', () => {
    last = { code: focused(), until: Number.POSITIVE_INFINITY };
  });
  root.addEventListener('focusout', () => {
    last = { ...last, until: performance.now() + JUST_NOW_MS };
  });

  return {
    element,
    box,
    sheets,
    origin() {
      const { left, top, width } = ruler.getBoundingClientRect();
      return { left, top, scale: width / RULER || 1 };
    },
    stand(anchor) {
      if (!anchor || shy.has(anchor)) {
        if (element.parentElement === document.documentElement) return false;
        atEnd();
        return true;
      }
      if (element.previousElementSibling === anchor) return false;
      rise(getComputedStyle(anchor).zIndex);
      // Empty, for marks still placed for where the layer was may reach beyond the page and bring a scroll bar.
      box.style.display = 'none';
      if (!staysPut(anchor, () => anchor.after(element))) {
        shy.add(anchor);
        atEnd();
      }
      box.style.display = '';
      return true;
    },
    focused,
    interrupted: () => (document.activeElement === document.body && performance.now() < last.until ? last.code : null),
  };
}
