import { render } from 'preact';
import { localNow } from '../clock.ts';
import { seenOf } from '../features/seen.ts';
import type { DossierReading, ListReading, Page } from '../hosts/host.ts';
import { readPage } from '../hosts/read-page.ts';
import { seesLayout } from '../hosts/visible-text.ts';
import type { OverlayKnown, OverlayMessage, OverlayStart } from '../messages.ts';
import { type OfficeSettings, officeOf, UNSETTLED } from '../office-rules.ts';
import status from '../ui/status.css?inline';
import tokens from '../ui/tokens.css?inline';
import { controlCard } from './card-control.ts';
import { bindMarks, countOf, placed, stillTrue } from './draw-marks.ts';
import look from './layer.css?inline';
import { Layer, type LayerState } from './layer.tsx';
import { watchPage } from './watch.ts';

/** Asks the background; resolves to `null` when the extension is gone. */
export type Ask = <T>(message: OverlayMessage) => Promise<T | null>;

const NOTHING: LayerState = {
  marks: [],
  placement: { size: 'full', room: 0 },
  count: null,
  doubled: [],
  unsent: 0,
  unreadable: false,
  hidden: false,
  reachable: null,
  card: null,
};

function makeLayer(): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('dvc-overlay');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, look, status].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return { host, root };
}

/**
 * Reads the back office and draws beside its list until `signal`. Nothing is ever written on a node of the host: its rows are reused
 * for other dossiers, and whatever stood on them would then speak of the wrong one.
 */
export function startOverlay(ask: Ask, signal: AbortSignal): { refresh: () => Promise<void> } {
  const { host, root } = makeLayer();
  let settings: OfficeSettings = UNSETTLED;
  let list: ListReading | null = null;
  let known = new Map<string, DossierReading>();
  let sent = '';
  /** The background said that this site is enabled. */
  let enabled = false;
  let state = NOTHING;

  const markOf = (code: string): HTMLElement | null => root.querySelector(`.mark[data-code="${CSS.escape(code)}"]`);
  const draw = (): void => {
    if (signal.aborted) return;
    render(<Layer state={state} act={act} rectOf={(code) => markOf(code)?.getBoundingClientRect() ?? null} />, root);
  };
  const change = (part: Partial<LayerState>): void => {
    state = { ...state, ...part };
    draw();
  };
  const act = controlCard(
    {
      state: () => state,
      change,
      focus: (code, where) =>
        (where === 'mark' ? markOf(code) : root.querySelector<HTMLElement>('.card button'))?.focus(),
      open: (code, view) => void ask({ type: 'overlay.open', code, view }),
      hide: () => void ask({ type: 'overlay.hide', hidden: !state.hidden }),
    },
    signal,
  );

  const report = async (readings: readonly DossierReading[]): Promise<void> => {
    const count = list ? countOf(list) : null;
    const text = JSON.stringify([readings, count]);
    if (text === sent || !readings.length) return;
    sent = text;
    const none = { total: 0, read: 0, noCode: 0, noDate: 0, duplicates: 0 };
    const answer = await ask<OverlayKnown>({ type: 'overlay.reading', readings, count: count ?? none });
    if (!answer || signal.aborted) return;
    known = new Map(answer.readings.map((reading) => [reading.code, reading]));
    state = { ...state, unsent: answer.unsent };
    bind();
  };

  const bind = (): void => {
    if (!list || list.loading) {
      change({ marks: [], card: null, ...(list ? {} : { count: null, doubled: [] }) });
      return;
    }
    const now = localNow();
    const bound = bindMarks(list, ({ code, reading }) => {
      const best = (code && known.get(code)) || reading;
      return reading && best ? seenOf(best, settings, now) : null;
    });
    const { marks, placement } = placed(stillTrue(bound, list), list, host);
    const codes = new Set(marks.map(({ drawn }) => drawn.code));
    const doubled = [...new Set(list.rows.filter((row) => row.duplicate).map((row) => row.code ?? ''))];
    change({
      marks,
      placement,
      doubled,
      count: countOf(list),
      reachable: state.reachable && codes.has(state.reachable) ? state.reachable : (marks[0]?.drawn.code ?? null),
      card: state.card && codes.has(state.card.code) ? state.card : null,
    });
  };

  const read = (): void => {
    if (!enabled) return;
    const page: Page = { document, sees: seesLayout, office: officeOf(settings) };
    const found = readPage(page);
    list = found.list;
    watch.bind(list?.anchor ?? null);
    if (list && host.previousElementSibling !== list.anchor) list.anchor.after(host);
    const { detail, unreadable } = found;
    state = { ...state, unreadable };
    if (unreadable && host.parentElement !== document.body) document.body.append(host);
    if (!list && !unreadable) host.remove();
    bind();
    const listed = list ? list.rows.flatMap((row) => row.reading ?? []) : [];
    // A dialog over the list says more of its dossier than the row behind it does.
    const readings = detail ? [...listed.filter(({ code }) => code !== detail.code), detail] : listed;
    void report(readings);
  };

  const watch = watchPage(
    {
      check: () => {
        if (!list || state.marks.length === 0) return;
        const marks = stillTrue(state.marks, list);
        if (marks !== state.marks) change({ marks, card: null });
      },
      read,
      move: () => {
        if (list && state.marks.length > 0) change(placed(stillTrue(state.marks, list), list, host));
      },
    },
    signal,
  );

  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !list) return;
      if (event.code === 'KeyM') act({ do: 'hide' });
      else if (event.code === 'KeyJ') void ask({ type: 'overlay.open', code: state.card?.code ?? null, view: 'today' });
      else return;
      event.preventDefault();
    },
    { signal, capture: true },
  );
  signal.addEventListener('abort', () => {
    render(null, root);
    host.remove();
  });

  const refresh = async (): Promise<void> => {
    const start = await ask<OverlayStart>({ type: 'overlay.start' });
    if (signal.aborted) return;
    enabled = start !== null;
    if (!start) {
      list = null;
      watch.bind(null);
      change(NOTHING);
      host.remove();
      return;
    }
    settings = start.settings;
    state = { ...state, hidden: start.hidden, unsent: start.unsent };
    read();
  };
  return { refresh };
}
