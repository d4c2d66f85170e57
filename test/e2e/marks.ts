import type { Page } from 'playwright-core';
import { addDays } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE, isWorkingDay } from '#rules/calendar/working-time.ts';
import { overlayWorld } from './overlay-world.ts';

/** A row of the back office as its server sends it; dates `dd/MM/yyyy HH:mm:ss`. */
export interface HostRow {
  readonly dossierNo: string;
  readonly dueDate: string;
  readonly releaseDate: string;
  readonly finishDate: string;
  readonly dossierStatus: string;
}

/** `24/11/2026 17:00:00` → `2026-11-24T17:00`. */
export const isoTime = (text: string) =>
  `${text.slice(6, 10)}-${text.slice(3, 5)}-${text.slice(0, 2)}T${text.slice(11, 16)}`;

/** Whole office minutes from `now` to `due`, counted session by session. */
function minutesLeft(now: string, due: string): number {
  const sessions: readonly [string, string][] = [
    ['07:30', '11:30'],
    ['13:00', '17:00'],
  ];
  const at = (day: string, clock: string) => Date.parse(`${day}T${clock}:00Z`) / 60_000;
  const clip = (x: number) =>
    Math.min(Math.max(x, Date.parse(`${now}:00Z`) / 60_000), Date.parse(`${due}:00Z`) / 60_000);
  let total = 0;
  for (let day = now.slice(0, 10); day <= due.slice(0, 10); day = addDays(day, 1))
    if (isWorkingDay(day, DEFAULT_OFFICE))
      for (const [open, close] of sessions) total += clip(at(day, close)) - clip(at(day, open));
  return total;
}

/**
 * What the mark of a list row must say at `now`, worked out apart from the program: by day for what is late, two working
 * days of eight hours for what is due soon; a list that shows no result date leaves a finished dossier unknown.
 */
export function expectedStatus(row: HostRow, now: string, showsResult: boolean): string {
  const due = isoTime(row.dueDate);
  const ended = row.releaseDate || row.finishDate;
  if (ended) {
    if (!showsResult) return 'unknown';
    const [end, last] = [isoTime(ended).slice(0, 10), due.slice(0, 10)];
    return end < last ? 'early' : end === last ? 'onTime' : 'overdue';
  }
  if (row.dossierStatus === 'waiting') return 'paused';
  if (now.slice(0, 10) > due.slice(0, 10)) return 'overdue';
  return minutesLeft(now, due) <= 2 * 8 * 60 ? 'dueSoon' : 'onTime';
}

/** Every mark on the page with the code of the row it stands on, both as the eye would pair them: by place. */
export async function marksByPlace(
  page: Page,
): Promise<{ mark: string; status: string; name: string; row: string | null }[]> {
  const world = await overlayWorld(page);
  return world.ask(() => {
    const rows = [...document.querySelectorAll('#table-dossier tbody tr')].map((tr) => ({
      box: tr.getBoundingClientRect(),
      code: /H99\.\d\d-\d{6}-\d{4}/.exec(tr.textContent ?? '')?.[0] ?? null,
    }));
    return [...(layer()?.querySelectorAll<HTMLElement>('.mark') ?? [])].map((mark) => {
      const box = mark.getBoundingClientRect();
      const middle = (box.top + box.bottom) / 2;
      return {
        mark: mark.dataset.code ?? '',
        status: mark.dataset.status ?? '',
        name: mark.getAttribute('aria-label') ?? '',
        row: rows.find((row) => row.box.top <= middle && middle < row.box.bottom)?.code ?? null,
      };
    });
  });
}

/** Frames watched so far, and marks that stood on another dossier's row in one of them. */
export interface WatchedFrames {
  readonly frames: number;
  readonly wrong: readonly string[];
}

/**
 * Looks at every frame from now on, just after it was painted, for marks that stand on a row which shows another code.
 * @param rows selector of the list's rows. @param code pattern of a dossier code.
 */
export async function watchFrames(
  page: Page,
  rows = '#table-dossier tbody tr',
  code = 'H99\\.\\d\\d-\\d{6}-\\d{4}',
): Promise<() => Promise<WatchedFrames>> {
  const world = await overlayWorld(page);
  await world.ask(
    ({ rows, code }) => {
      const seen = { frames: 0, wrong: [] as string[], on: true };
      (globalThis as unknown as { seenMarks: typeof seen }).seenMarks = seen;
      const pattern = new RegExp(code, 'g');
      const look = () => {
        const shown = [...document.querySelectorAll<HTMLElement>(rows)].map((row) => ({
          box: row.getBoundingClientRect(),
          codes: [...row.innerText.matchAll(pattern)].map(([code]) => code),
        }));
        for (const mark of layer()?.querySelectorAll<HTMLElement>('.mark') ?? []) {
          const box = mark.getBoundingClientRect();
          const middle = (box.top + box.bottom) / 2;
          const on = shown.find((row) => row.box.top <= middle && middle < row.box.bottom);
          if (box.height > 0 && on && !on.codes.includes(mark.dataset.code ?? ''))
            seen.wrong.push(`${mark.dataset.code} on ${on.codes.join()}`);
        }
        seen.frames += 1;
      };
      const scrolled = () => {
        const at: number[] = [];
        for (let each = document.querySelector(rows)?.parentElement; each; each = each.parentElement)
          at.push(each.scrollTop, each.scrollLeft);
        return at.join();
      };
      // What the host changed, or somebody scrolled, between the painting and this look was in no frame yet.
      let changed = false;
      let place = '';
      const host = new MutationObserver(() => {
        changed = true;
      });
      host.observe(document, { childList: true, characterData: true, subtree: true });
      const painted = new MessageChannel();
      const next = () =>
        requestAnimationFrame(() => {
          changed = false;
          place = scrolled();
          painted.port2.postMessage(null);
        });
      painted.port1.onmessage = () => {
        if (!changed && scrolled() === place) look();
        if (seen.on) next();
        else host.disconnect();
      };
      next();
    },
    { rows, code },
  );
  return () =>
    world.ask(() => {
      const { seenMarks } = globalThis as unknown as { seenMarks: { frames: number; wrong: string[]; on: boolean } };
      seenMarks.on = false;
      return { frames: seenMarks.frames, wrong: seenMarks.wrong };
    });
}
