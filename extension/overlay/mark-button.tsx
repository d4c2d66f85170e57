import type { JSX } from 'preact';
import type { Mark, Sign } from '../features/feature.ts';
import { texts } from '../language.ts';
import { SignIcon } from '../ui/sign-icon.tsx';
import { StatusIcon } from '../ui/status-icon.tsx';
import type { Spot } from './place.ts';

const say = texts({ name: 'Hồ sơ {code}: {mark}' }, { name: 'Dossier {code}: {mark}' });

/** One mark as drawn: bound to a code, never to a row. */
export interface DrawnMark {
  readonly code: string;
  readonly mark: Mark;
  readonly signs: readonly Sign[];
  readonly spot: Spot;
}

interface Props {
  readonly drawn: DrawnMark;
  readonly reachable: boolean;
  readonly open: boolean;
  readonly on: (what: 'focus' | 'enter' | 'leave' | 'press', code: string, event: Event) => void;
}

export function MarkButton({ drawn, reachable, open, on }: Props): JSX.Element | null {
  const { code, mark, signs, spot } = drawn;
  if (!spot) return null;
  const words = [mark.full, ...signs.map((sign) => sign.name)].join('. ');
  return (
    <button
      type="button"
      class={`mark ${mark.status} ${spot.size}`}
      data-code={code}
      data-status={mark.status}
      tabIndex={reachable ? 0 : -1}
      aria-label={say('name', { code, mark: words })}
      aria-haspopup="dialog"
      aria-expanded={open}
      style={{
        left: `${spot.left}px`,
        top: `${spot.top}px`,
        maxWidth: `${spot.room}px`,
        ...(spot.size !== 'narrow' && { height: `${spot.height}px` }),
      }}
      onFocus={(event) => on('focus', code, event)}
      onMouseEnter={(event) => on('enter', code, event)}
      onMouseLeave={(event) => on('leave', code, event)}
      onClick={(event) => on('press', code, event)}
    >
      <StatusIcon status={mark.status} />
      {spot.size !== 'icon' && <span class="words">{mark.text}</span>}
      {spot.size !== 'icon' && signs.map(({ sign }) => <SignIcon key={sign} sign={sign} />)}
    </button>
  );
}
