import type { JSX } from 'preact';
import { texts } from '../language.ts';
import type { ReadingCount } from '../messages.ts';
import { Card } from './card.tsx';
import { Chip } from './chip.tsx';
import type { BoundMark } from './draw-marks.ts';
import { MarkButton } from './mark-button.tsx';

const say = texts({ marks: 'Dấu hạn của Đánh giá DVC' }, { marks: 'Deadline marks of Đánh giá DVC' });

/** Everything the layer shows at one moment. */
export interface LayerState {
  readonly marks: readonly BoundMark[];
  readonly count: ReadingCount | null;
  readonly doubled: readonly string[];
  readonly unsent: number;
  /** The page shows dossiers, but not in a way that can be read. */
  readonly unreadable: boolean;
  readonly hidden: boolean;
  /** What hides and shows: `Alt+M`. */
  readonly keys: string;
  /** The one mark Tab reaches. */
  readonly reachable: string | null;
  readonly card: { readonly code: string; readonly pinned: boolean } | null;
}

export type LayerAction =
  | { readonly do: 'focus' | 'enter' | 'leave' | 'press'; readonly code: string }
  | { readonly do: 'pin' | 'close' | 'dossier' | 'score' | 'stay' | 'away' | 'hide' | 'teach' }
  | { readonly do: 'step'; readonly code: string; readonly by: number }
  | { readonly do: 'inside'; readonly code: string };

interface Props {
  readonly state: LayerState;
  readonly act: (action: LayerAction) => void;
  readonly rectOf: (code: string) => DOMRect | null;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

/** The layer is drawn whole from its state. Events made by the host's script are not the officer's and do nothing. */
export function Layer({ state, act, rectOf }: Props): JSX.Element {
  const { marks, card, hidden } = state;
  const trusted = (event: Event, action: LayerAction): void => {
    if (event.isTrusted) act(action);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.altKey || event.ctrlKey || event.metaKey) return;
    const code = event.target instanceof HTMLElement ? event.target.dataset.code : undefined;
    const by = STEPS[event.key];
    if (event.key === 'Escape' && card) act({ do: 'close' });
    else if (code && by !== undefined) act({ do: 'step', code, by });
    else if (code && event.key === 'Enter') act({ do: 'inside', code });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const open = card && marks.find(({ drawn }) => drawn.code === card.code);
  const beside = open && rectOf(open.drawn.code);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are handled once for the buttons inside
    <div
      onKeyDown={onKey}
      onFocusIn={(event) => trusted(event, { do: 'stay' })}
      onFocusOut={(event) => trusted(event, { do: 'away' })}
    >
      {!hidden && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form control's look and role
        <div role="group" aria-label={say('marks')}>
          {marks.map(({ drawn }) => (
            <MarkButton
              key={drawn.code}
              drawn={drawn}
              reachable={drawn.code === state.reachable}
              open={card?.code === drawn.code}
              on={(what, code, event) => trusted(event, { do: what, code })}
            />
          ))}
        </div>
      )}
      {!hidden && open && beside && card && (
        <Card
          seen={open.seen}
          drawn={open.drawn}
          beside={beside}
          pinned={card.pinned}
          on={(what, event) => trusted(event, { do: what === 'enter' ? 'stay' : what === 'leave' ? 'away' : what })}
        />
      )}
      <Chip
        count={state.count}
        unreadable={state.unreadable}
        doubled={state.doubled}
        unsent={state.unsent}
        hidden={hidden}
        keys={state.keys}
        onHide={(event) => trusted(event, { do: 'hide' })}
        onTeach={(event) => trusted(event, { do: 'teach' })}
      />
    </div>
  );
}
