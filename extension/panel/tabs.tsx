import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { PanelView } from '../messages.ts';

const TABS: readonly { readonly view: PanelView; readonly label: string }[] = [
  { view: 'today', label: 'Hôm nay' },
  { view: 'dossier', label: 'Hồ sơ này' },
  { view: 'score', label: 'Tự chấm' },
];

interface Props {
  readonly view: PanelView;
  readonly onView: (view: PanelView) => void;
  readonly children: ComponentChildren;
}

/** Three tabs; arrows move between them, Tab goes on to the content. */
export function Tabs({ view, onView, children }: Props) {
  const list = useRef<HTMLDivElement>(null);
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
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${view}`}>
        {children}
      </div>
    </>
  );
}
