import { render } from 'preact';
import { localNow } from '../clock.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../configuration.ts';
import { seenOf } from '../features/seen.ts';
import { switchFeatures } from '../features/switches.ts';
import { applicantName } from '../hosts/applicant-name.ts';
import { countOf } from '../hosts/count-of.ts';
import { type ListReading, partsOf, type RowReading } from '../hosts/host.ts';
import type { PageReading } from '../hosts/read-page.ts';
import { speak } from '../language.ts';
import type { OverlayMessage, OverlayStart } from '../messages.ts';
import { type OfficeSettings, UNSETTLED } from '../office-rules.ts';
import { setLook } from '../ui/set-look.ts';
import { arrange, type Scene, sceneOf } from './arrange.ts';
import { controlCard } from './card-control.ts';
import { sameMarks, stillTrue } from './draw-marks.ts';
import { marksInFrames, watchKeys } from './keys.ts';
import { Layer, type LayerState } from './layer.tsx';
import { makeLayer } from './layer-host.ts';
import { markMaker } from './mark-maker.ts';
import { makePageReader } from './page-reader.ts';
import { readInSlices } from './read-in-slices.ts';
import { NO_ROWS } from './report-look.ts';
import { reportReadings } from './report-readings.ts';
import { rescueRows } from './rescue-rows.ts';
import { watchPage } from './watch.ts';

/** Asks the background; resolves to `null` when the extension is gone. */
export type Ask = <T>(message: OverlayMessage) => Promise<T | null>;

const NOTHING: LayerState = {
  marks: [],
  count: null,
  doubled: [],
  unsent: 0,
  unreadable: false,
  hidden: false,
  keys: '',
  reachable: null,
  card: null,
};
/** Often enough to notice a list that something beside it pushed away. */
const LOOK_MS = 400;

/**
 * Reads the back office and draws beside its list until `signal`. Nothing is ever written on a node of the host: its rows are reused
 * for other dossiers, and whatever stood on them would then speak of the wrong one.
 */
export function startOverlay(
  ask: Ask,
  signal: AbortSignal,
): { refresh: () => Promise<void>; nameOf: (code: string) => string | null } {
  const layer = makeLayer();
  let settings: OfficeSettings = UNSETTLED;
  let preferences: Preferences = DEFAULT_PREFERENCES;
  const reader = makePageReader(ask);
  let scene: Scene | null = null;
  /** The background said that this site is enabled. */
  let enabled = false;
  let state = NOTHING;
  /** The mark that had the keyboard when the host took the layer or the row away. */
  let interrupted: string | null = null;
  /** The page changed since it was last read. */
  let touched = true;
  let first = true;

  const looseCode = (row: HTMLElement): string | null => reader.loosely(() => scene?.list.codeOf(row) ?? null);
  const markOf = (code: string): HTMLElement | null =>
    layer.box.querySelector(`.mark[data-code="${CSS.escape(code)}"]`);
  const draw = (): void => {
    if (signal.aborted) return;
    const rectOf = (code: string) => markOf(code)?.getBoundingClientRect() ?? null;
    render(<Layer state={state} act={act} rectOf={rectOf} />, layer.box);
  };
  const change = (part: Partial<LayerState>): void => {
    state = { ...state, ...part };
    draw();
  };
  const rowOf = (code: string | null): RowReading | undefined =>
    code === null ? undefined : scene?.list.rows.find((row) => row.code === code && !row.duplicate);

  /** Draws the marks where their rows are now. */
  const place = (changed: boolean, more: Partial<LayerState> = {}): void => {
    const held = interrupted ?? layer.focused();
    const marks =
      scene && !scene.list.loading
        ? arrange(scene, state.marks, layer, changed ? 'all' : touched ? 'new' : 'none', rowOf(held))
        : [];
    const codes = new Set(marks.map(({ drawn }) => drawn.code));
    const reachable = state.reachable && codes.has(state.reachable) ? state.reachable : marks[0]?.drawn.code;
    if (!sameMarks(marks, state.marks) || reachable !== state.reachable || Object.keys(more).length > 0)
      change({ ...more, marks, reachable: reachable ?? null });
    if (interrupted && document.activeElement === document.body) markOf(interrupted)?.focus({ preventScroll: true });
    if (interrupted && layer.focused()) interrupted = null;
  };

  const act = controlCard(
    {
      state: () => state,
      change,
      focus(code, where) {
        if (where === 'card') return layer.box.querySelector<HTMLElement>('.card button')?.focus();
        markOf(code)?.focus({ preventScroll: true });
      },
      next(code, by) {
        const rows = scene?.list.rows ?? [];
        const from = rows.findIndex((row) => row.code === code);
        let at = Math.max(0, Math.min(rows.length - 1, from + by));
        // Past rows that bear no mark: onwards, or from an end of the list inwards.
        const on = Math.sign(by) * (Number.isFinite(by) ? 1 : -1);
        while (rows[at] && !maker.markOf(rows[at] as RowReading)) at += on;
        return rows[at]?.code ?? null;
      },
      reach(code) {
        rowOf(code)?.row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        interrupted = code;
        place(false);
        markOf(code)?.focus({ preventScroll: true });
        interrupted = null;
      },
      open: (code, view) => void ask({ type: 'overlay.open', code, view }),
      hide: () => void ask({ type: 'overlay.hide', hidden: !state.hidden }),
      teach: () => void ask({ type: 'overlay.open', code: null, view: 'teach' }),
    },
    signal,
  );

  const reporter = reportReadings(
    ask,
    () => localNow().slice(0, 10),
    (unsent, news) => {
      if (!signal.aborted && (news || unsent !== state.unsent)) place(false, unsent === state.unsent ? {} : { unsent });
    },
  );
  let now = localNow();
  const maker = markMaker(reporter.best, (reading) => seenOf(reading, settings, now));
  const setScene = (list: ListReading): void => {
    if (now !== localNow()) maker.forget();
    now = localNow();
    scene = sceneOf(list, layer, maker.markOf, looseCode);
  };

  const took = ({ family, list, detail, unreadable }: PageReading, whole: boolean): void => {
    if (list) setScene(list);
    else scene = null;
    watch.bind(list ? partsOf(list).map(({ anchor }) => anchor) : []);
    if (list || unreadable) layer.stand(list?.anchor ?? null);
    else layer.element.remove();
    const rows = list && !list.loading && whole ? list.rows : null;
    const counted = rows && list && countOf(list);
    const told = {
      unreadable,
      count: counted ?? (list ? state.count : null),
      doubled: rows
        ? [...new Set(rows.filter((row) => row.duplicate).map((row) => row.code ?? ''))]
        : list
          ? state.doubled
          : [],
    };
    const { count, doubled } = state;
    place(
      touched,
      JSON.stringify(told) === JSON.stringify({ unreadable: state.unreadable, count, doubled }) ? {} : told,
    );
    if (whole && state.card && !rowOf(state.card.code)) change({ card: null });
    const listed = list && !list.loading ? list.rows.flatMap((row) => row.reading ?? []) : [];
    // A dialog over the list says more of its dossier than the row behind it does.
    const readings = detail ? [...listed.filter(({ code }) => code !== detail.code), detail] : listed;
    void reporter.tell(readings, counted);
    reader.tell({ by: family, unreadable, count: counted ?? NO_ROWS });
  };
  const look = (): PageReading => {
    touched = false;
    return reader.read();
  };
  const slices = readInSlices({ look, took }, signal);
  const rescue = rescueRows(() => reader.read().list);

  const watch = watchPage(
    {
      own: layer.element,
      rest: slices.rest,
      check() {
        touched = true;
        const marks = scene ? stillTrue(state.marks, looseCode) : state.marks;
        if (marks === state.marks) return;
        interrupted ??= layer.focused() ?? layer.interrupted();
        change({ marks });
      },
      frame(changed, resized) {
        if (!scene) return;
        // Of a list too long to be read whole, other rows have come in sight.
        if (!changed && !scene.list.more && scene.list.rows.length < scene.list.total) watch.soon();
        if (changed && !scene.list.rows.some(({ row }) => row.isConnected)) {
          const rows = rescue(scene.list);
          if (rows) setScene(rows);
        } else if (resized) setScene(scene.list);
        if (scene.list.anchor.isConnected && layer.stand(scene.list.anchor)) draw();
        place(changed);
      },
      read: () => enabled && slices.now(),
    },
    signal,
  );
  watchKeys(
    () => (enabled && (scene || marksInFrames()) ? preferences.keys : null),
    {
      hide: () => act({ do: 'hide' }),
      open: () => void ask({ type: 'overlay.open', code: state.card?.code ?? null, view: 'today' }),
    },
    signal,
  );
  const glance = setInterval(() => document.hidden || (scene && watch.glance(() => place(false))), LOOK_MS);
  signal.addEventListener('abort', () => {
    clearInterval(glance);
    render(null, layer.box);
    layer.element.remove();
  });

  const refresh = async (): Promise<void> => {
    const start = await ask<OverlayStart>({ type: 'overlay.start', first });
    first = false;
    if (signal.aborted) return;
    enabled = start !== null;
    if (!start) {
      scene = null;
      watch.bind([]);
      change(NOTHING);
      layer.element.remove();
      return;
    }
    ({ settings, preferences } = start);
    maker.forget();
    reporter.again();
    reader.settle(start);
    speak(preferences.language);
    switchFeatures(preferences.features);
    setLook(preferences.look, layer.sheets, layer.box);
    change({ hidden: start.hidden, keys: `Alt+${preferences.keys.hide}`, unsent: start.unsent });
    slices.now();
  };
  /** For the letter an officer writes; asked for by his press alone. */
  const nameOf = (code: string): string | null => (enabled ? applicantName(reader.read(), reader.page(), code) : null);
  return { refresh, nameOf };
}
