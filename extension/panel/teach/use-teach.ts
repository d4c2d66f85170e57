import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { HostPack } from '#rules/packs/host-pack.ts';
import { originOf } from '../../site-pattern.ts';
import {
  type FromPage,
  type PickedColumn,
  type TaughtList,
  TEACH_PORT,
  type ToPage,
  type Trial,
} from '../../teach-messages.ts';

/** The second takes from the first. */
const SCRIPTS = ['/shared.js', '/teach.js'] as const;

/** A page that can be taught, and what it says. `state`: `none` = no page of an enabled site is open. */
export interface Teaching {
  readonly state: 'looking' | 'none' | 'ready' | 'lost';
  readonly origin: string | null;
  readonly lists: readonly TaughtList[];
  readonly pick: PickedColumn | null;
  readonly pointing: boolean;
  readonly trial: Trial | null;
}

type Port = ReturnType<typeof browser.tabs.connect>;

const START: Teaching = { state: 'looking', origin: null, lists: [], pick: null, pointing: false, trial: null };

/** The open page of an enabled site that was in front last. */
async function pageToTeach(sites: readonly string[]): Promise<number | null> {
  const tabs = (await browser.tabs.query({})).filter(({ url }) => url && sites.includes(originOf(url) ?? ''));
  const [first] = tabs.sort(
    (a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  );
  return first?.id ?? null;
}

/** Connects to all frames of a page that are of its own site, with our script put into each. */
async function connect(tab: number, heard: (message: FromPage) => void, ended: () => void): Promise<Port | null> {
  const attempt = (): Promise<Port | null> =>
    new Promise((resolve) => {
      const port = browser.tabs.connect(tab, { name: TEACH_PORT });
      let greeted = false;
      port.onMessage.addListener((message: FromPage) => {
        if (message.type === 'hello' && !greeted) {
          greeted = true;
          resolve(port);
        }
        heard(message);
      });
      port.onDisconnect.addListener(() => {
        // Reading it is what tells the browser that nobody at the other end is no fault.
        void browser.runtime.lastError;
        if (greeted) ended();
        else resolve(null);
      });
    });
  const target = { tabId: tab, allFrames: true };
  const put = await browser.scripting.executeScript({ target, files: [...SCRIPTS] }).then(
    () => true,
    () => false,
  );
  return put ? attempt() : null;
}

const rowsOf = (trial: Trial | null): number => trial?.count?.total ?? (trial?.detail ? 1 : -1);

/** Teaches the open page of one of `sites` while the panel shows it; leaving ends it on the page too. */
export function useTeach(sites: readonly string[]) {
  const [teaching, setTeaching] = useState(START);
  const port = useRef<Port | null>(null);
  const asked = useRef(0);
  /** The last trial that was answered. */
  const tried = useRef(0);
  /** By frame. */
  const lists = useRef(new Map<string, readonly TaughtList[]>());
  const change = (part: Partial<Teaching>): void => setTeaching((before) => ({ ...before, ...part }));
  const tell = (message: ToPage): void => {
    try {
      port.current?.postMessage(message);
    } catch {
      change({ state: 'lost', pointing: false });
    }
  };
  const heard = (message: FromPage): void => {
    if (message.type === 'hello') change({ state: 'ready', origin: message.origin });
    else if (message.type === 'lists') {
      lists.current.set(message.frame, message.lists);
      change({ lists: [...lists.current.values()].flat().sort((a, b) => b.rows - a.rows) });
    } else if (message.type === 'picked') change({ pick: message.pick });
    else if (message.type === 'stopped') change({ pointing: false });
    else if (message.n === asked.current) {
      const { n, trial } = message;
      const others = tried.current === n;
      tried.current = n;
      // Of the frames the one that reads most.
      setTeaching((before) => (others && rowsOf(trial) <= rowsOf(before.trial) ? before : { ...before, trial }));
    }
  };
  const open = async (): Promise<void> => {
    port.current?.disconnect();
    setTeaching(START);
    lists.current.clear();
    const tab = await pageToTeach(sites);
    if (tab === null) return change({ state: 'none' });
    const lost = (): void => change({ state: 'lost', pointing: false });
    port.current = await connect(tab, heard, lost);
    if (port.current) tell({ type: 'lists' });
    else lost();
  };
  const all = sites.join(' ');
  useEffect(() => {
    void open();
    return () => port.current?.disconnect();
  }, [all]);
  return {
    teaching,
    again: open,
    look() {
      lists.current.clear();
      tell({ type: 'lists' });
    },
    choose: (pick: PickedColumn | null) => change({ pick }),
    point(on: boolean) {
      change({ pointing: on });
      tell({ type: 'point', on });
    },
    tryOut(pack: HostPack) {
      asked.current += 1;
      tell({ type: 'try', n: asked.current, pack });
    },
  };
}
