import { browser } from 'wxt/browser';
import type { ReadingCount } from '../messages.ts';
import { settings } from './settings.ts';

/** Where a message of a page came from. */
export interface FrameOfTab {
  readonly tab: number;
  /** 0 = the page of the tab itself. */
  readonly frame: number;
}

const FIELDS = ['total', 'read', 'noCode', 'noDate', 'duplicates', 'others'] as const;

/** Frames that went away without a word hear nothing any more. */
const isThere = ({ tab, frame }: FrameOfTab): Promise<boolean> =>
  browser.tabs.sendMessage(tab, { type: 'there' }, { frameId: frame }).then(
    () => true,
    () => false,
  );

/** Another page came into a frame: what was counted there, and in the frames within the page of a tab, is over. */
export async function forgetFrame({ tab, frame }: FrameOfTab): Promise<void> {
  const before = await settings.session('frames');
  if (before?.tab !== tab) return;
  const { [frame]: _, ...counts } = before.counts;
  await settings.setSession('frames', frame === 0 ? null : { tab, counts });
}

/** One after another: two frames at once would each write over the other's. */
let line: Promise<unknown> = Promise.resolve();

/** The count of one frame, together with those of the other frames of its tab. */
export function countOfTab(from: FrameOfTab, count: ReadingCount): Promise<ReadingCount> {
  const done = line.then(() => summed(from, count));
  line = done.catch(() => null);
  return done;
}

async function summed({ tab, frame }: FrameOfTab, count: ReadingCount): Promise<ReadingCount> {
  const before = await settings.session('frames');
  const counts: Record<number, ReadingCount> = { [frame]: count };
  for (const [key, known] of Object.entries(before?.tab === tab ? before.counts : {})) {
    const other = Number(key);
    if (other !== frame && (await isThere({ tab, frame: other }))) counts[other] = known;
  }
  await settings.setSession('frames', { tab, counts });
  const all = Object.values(counts);
  if (all.length === 1) return count;
  const sum = (field: (typeof FIELDS)[number]) => all.reduce((so, each) => so + (each[field] ?? 0), 0);
  return Object.fromEntries(FIELDS.map((field) => [field, sum(field)])) as unknown as ReadingCount;
}
