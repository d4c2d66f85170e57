import type { LayerAction, LayerState } from './layer.tsx';

const HOVER_MS = 300;

interface Control {
  readonly state: () => LayerState;
  readonly change: (change: Partial<LayerState>) => void;
  /** Focuses the mark of `code`, or the first button of its card. */
  readonly focus: (code: string, where: 'mark' | 'card') => void;
  readonly open: (code: string, view: 'dossier' | 'score') => void;
  readonly hide: () => void;
}

/** Opens and closes the card: at once on focus, after 300 ms under the pointer; it stays while pointed at or pinned. */
export function controlCard(
  { state, change, focus, open, hide }: Control,
  signal: AbortSignal,
): (action: LayerAction) => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (run: (() => void) | null): void => {
    if (timer) clearTimeout(timer);
    timer = run && setTimeout(run, HOVER_MS);
  };
  signal.addEventListener('abort', () => later(null));
  const show = (code: string): void => {
    if (state().card?.pinned && state().card?.code !== code) return;
    change({ card: { code, pinned: state().card?.pinned ?? false }, reachable: code });
  };
  const leave = (): void => {
    if (!state().card?.pinned) later(() => change({ card: null }));
  };

  return (action) => {
    const { card, marks } = state();
    switch (action.do) {
      case 'focus':
      case 'press':
        later(null);
        return show(action.code);
      case 'enter':
        return later(() => show(action.code));
      case 'leave':
      case 'away':
        return leave();
      case 'stay':
        return later(null);
      case 'step': {
        const at = marks.findIndex(({ drawn }) => drawn.code === action.code);
        const next = marks[Math.max(0, Math.min(marks.length - 1, at + action.by))];
        return next && focus(next.drawn.code, 'mark');
      }
      case 'inside':
        show(action.code);
        return focus(action.code, 'card');
      case 'pin':
        return card ? change({ card: { ...card, pinned: !card.pinned } }) : undefined;
      case 'close':
        later(null);
        if (card) focus(card.code, 'mark');
        return change({ card: null });
      case 'dossier':
      case 'score':
        return card ? open(card.code, action.do) : undefined;
      case 'hide':
        return hide();
    }
  };
}
