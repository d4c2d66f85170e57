import type { LocalTime } from '#rules/law.ts';
import type { ReadingCount } from './messages.ts';

/** How one look at a list went. `by` = family or pack that read it. */
export interface Look {
  readonly count: ReadingCount;
  readonly unreadable: boolean;
  readonly by: string;
}

/** How well the lists of one site are read. Counts alone: no code, no text of a page. */
export interface SiteHealth extends Look {
  readonly at: LocalTime;
  /** The last time it was read well; `null` = never yet. */
  readonly well: { readonly read: number; readonly total: number; readonly at: LocalTime } | null;
  /** Looks in a row that went badly since then. */
  readonly bad: number;
}

/** Fewer rows tell nothing of the layout. */
const ENOUGH = 5;
/** One bad look may be another list of the same site; two in a row are not. */
const BAD_LOOKS = 2;

const readsWell = ({ count, unreadable }: Look): boolean =>
  !unreadable && count.total >= ENOUGH && count.read >= count.total * 0.9;
const readsBadly = ({ count, unreadable }: Look): boolean =>
  unreadable || (count.total >= ENOUGH && count.read < count.total * 0.5);

/** The health of a site after one more look. */
export function afterLook(before: SiteHealth | null, look: Look, at: LocalTime): SiteHealth {
  if (readsWell(look)) return { ...look, at, well: { read: look.count.read, total: look.count.total, at }, bad: 0 };
  return { ...look, at, well: before?.well ?? null, bad: (before?.bad ?? 0) + (readsBadly(look) ? 1 : 0) };
}

/** `changed`: it read well once and does not any more, so the layout has probably changed. */
export type Light = 'good' | 'partly' | 'bad' | 'changed';

export function lightOf(health: SiteHealth): Light {
  if (health.well && health.bad >= BAD_LOOKS) return 'changed';
  if (health.unreadable || (health.count.total > 0 && health.count.read === 0)) return 'bad';
  return health.count.read === health.count.total && !health.count.others ? 'good' : 'partly';
}
