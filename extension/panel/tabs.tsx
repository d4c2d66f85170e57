import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { texts } from '../language.ts';
import type { PanelView } from '../messages.ts';

const say = texts(
  { today: 'Hôm nay', dossier: 'Hồ sơ này', score: 'Tự chấm', batch: 'Cả đợt', screens: 'Màn hình' },
  { today: 'Today', dossier: 'This dossier', score: 'Self-score', batch: 'Batch', screens: 'Screens' },
);
const VIEWS = ['today', 'dossier', 'score', 'batch'] as const satisfies readonly PanelView[];
/** A screen that has a tab; teaching a page is a thing apart. */
type TabView = (typeof VIEWS)[number];

interface Props {
  readonly view: TabView;
  readonly onView: (view: TabView) => void;
  /** Counts what was opened from within the page: with each the focus goes to the content. */
  readonly opened: number;
  readonly children: ComponentChildren;
}

/** Four tabs; arrows, Home and End move between them, Tab goes on to the content. */
export function Tabs({ view, onView, opened, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (opened > 0) panel.current?.focus();
  }, [opened]);
  const onKey = (event: KeyboardEvent): void => {
    const at = VIEWS.indexOf(view);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: VIEWS.length - 1 }[event.key];
    const next = to === undefined ? undefined : VIEWS[(to + VIEWS.length) % VIEWS.length];
    if (!next) return;
    event.preventDefault();
    onView(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={say('screens')} onKeyDown={onKey}>
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === view}
            aria-controls="tab-panel"
            tabIndex={each === (VIEWS.find((own) => own === view) ?? VIEWS[0]) ? 0 : -1}
            onClick={() => onView(each)}
          >
            {say(each)}
          </button>
        ))}
      </div>
      <div ref={panel} role="tabpanel" id="tab-panel" tabIndex={-1} aria-labelledby={`tab-${view}`}>
        {children}
      </div>
    </>
  );
}
