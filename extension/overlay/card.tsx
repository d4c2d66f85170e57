import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Explanation } from '../features/explanation.tsx';
import type { Seen } from '../features/feature.ts';
import { texts } from '../language.ts';
import { StatusIcon } from '../ui/status-icon.tsx';
import { cardPlace } from './card-place.ts';
import type { DrawnMark } from './mark-button.tsx';

const say = texts(
  {
    name: 'Giải thích dấu của hồ sơ {code}',
    pin: 'Ghim',
    close: 'Đóng',
    dossier: 'Mở hồ sơ này',
    score: 'Tự chấm',
  },
  {
    name: 'Why dossier {code} is marked so',
    pin: 'Pin',
    close: 'Close',
    dossier: 'Open this dossier',
    score: 'Self-score',
  },
);

interface Props {
  readonly seen: Seen;
  readonly drawn: DrawnMark;
  /** The mark's rectangle in the window. */
  readonly beside: DOMRect;
  readonly pinned: boolean;
  readonly on: (what: 'pin' | 'close' | 'dossier' | 'score' | 'enter' | 'leave', event: Event) => void;
}

/** Why a mark says what it says (E2). In the top layer, so that no part of the host cuts it off. It opens the panel and sends nothing. */
export function Card({ seen, drawn, beside, pinned, on }: Props): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (!element.matches(':popover-open')) element.showPopover?.();
    const { height } = element.getBoundingClientRect();
    const place = cardPlace(beside, height, document.documentElement.clientWidth, innerHeight);
    element.style.top = `${place.top}px`;
    element.style.left = `${place.left}px`;
  });
  const { reading } = seen;
  return (
    <div
      ref={box}
      popover="manual"
      class="card"
      role="dialog"
      aria-label={say('name', { code: reading.code })}
      data-code={reading.code}
      onMouseEnter={(event) => on('enter', event)}
      onMouseLeave={(event) => on('leave', event)}
    >
      <header>
        <p class={`title ${drawn.mark.status}`}>
          <StatusIcon status={drawn.mark.status} size={14} /> {drawn.mark.full}
        </p>
        <button type="button" aria-pressed={pinned} onClick={(event) => on('pin', event)}>
          {say('pin')}
        </button>
        <button type="button" aria-label={say('close')} onClick={(event) => on('close', event)}>
          ✕
        </button>
      </header>
      <p class="which">
        {reading.code}
        {reading.procedureName && ` · ${reading.procedureName}`}
      </p>
      <Explanation seen={seen} />
      <footer>
        <button type="button" onClick={(event) => on('dossier', event)}>
          {say('dossier')}
        </button>
        <button type="button" onClick={(event) => on('score', event)}>
          {say('score')}
        </button>
      </footer>
    </div>
  );
}
