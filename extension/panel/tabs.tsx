import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelView } from '../messages.ts';

const TABS: readonly { readonly view: PanelView; readonly label: string }[] = [
  { view: 'today', label: 'Hôm nay' },
  { view: 'dossier', label: 'Hồ sơ này' },
  { view: 'score', label: 'Tự chấm' },
];

interface Props {
  readonly view: PanelView;
  readonly onView: (view: PanelView) => void;
  /** Counts what was opened from within the page: with each the focus goes to the content. */
  readonly opened: number;
  readonly children: ComponentChildren;
}

/** Three tabs; arrows move between them, Tab goes on to the content. */
export function Tabs({ view, onView, opened, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (opened > 0) panel.current?.focus();
  }, [opened]);
  const onKey = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const at = TABS.findIndex((tab) => tab.view === view);
    const next = TABS[(at + by + TABS.length) % TABS.length];
    if (!next) return;
    onView(next.view);
    list.current?.querySelector<HTMLElement>(`#tab-${next.view}`)?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label="Màn hình" onKeyDown={onKey}>
        {TABS.map((tab) => (
          <button
            key={tab.view}
            type="button"
            role="tab"
            id={`tab-${tab.view}`}
            aria-selected={tab.view === view}
            aria-controls="tab-panel"
            tabIndex={tab.view === view ? 0 : -1}
            onClick={() => onView(tab.view)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div ref={panel} role="tabpanel" id="tab-panel" tabIndex={-1} aria-labelledby={`tab-${view}`}>
        {children}
      </div>
    </>
  );
}
