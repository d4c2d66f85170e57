import type { LayerAction, LayerState } from './layer.tsx';

const HOVER_MS = 300;

interface Control {
  readonly state: () => LayerState;
  readonly change: (change: Partial<LayerState>) => void;
  /** Focuses the mark of `code`, or the first button of its card. */
  readonly focus: (code: string, where: 'mark' | 'card') => void;
  /** The code so many marks after that of `code`, drawn or not; the first or last at the end. */
  readonly next: (code: string, by: number) => string | null;
  /** Brings the row of `code` in sight, draws its mark and gives it the keyboard. */
  readonly reach: (code: string) => void;
  readonly open: (code: string, view: 'dossier' | 'score') => void;
  readonly hide: () => void;
  /** Opens the panel where this page is taught or turned off. */
  readonly teach: () => void;
}

/** Opens and closes the card: at once on focus, after 300 ms under the pointer; it stays while pointed at or pinned. */
export function controlCard(
  { state, change, focus, next, reach, open, hide, teach }: Control,
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
    const { card } = state();
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
        const code = next(action.code, action.by);
        return code === null ? undefined : reach(code);
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
      case 'teach':
        return teach();
    }
  };
}
