import type { ComponentChildren } from 'preact';
import type { Acts } from '#rules/acts.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { PunctualityStatus } from '#rules/standing.ts';
import type { KnownReading } from '../known-reading.ts';
import type { ScoreRecord, ScoreValues } from '../messages.ts';
import type { OfficeSettings } from '../office-rules.ts';
import type { SignId } from '../ui/sign-icon.tsx';
import type { Entries } from './score-entries.ts';

/** One dossier as a feature sees it. `dossier` is `null` while the screen has not shown its status. */
export interface Seen {
  readonly reading: KnownReading;
  readonly dossier: Dossier | null;
  readonly acts: Acts;
  readonly now: LocalTime;
  readonly office: Office;
  readonly settings: OfficeSettings;
}

export interface Mark {
  readonly status: PunctualityStatus;
  /** Words of the mark, short. */
  readonly text: string;
  /** The same in full, for the card and for screen readers. */
  readonly full: string;
}

export interface Sign {
  readonly sign: SignId;
  readonly name: string;
}

/** A duty on this dossier, as a sentence with its article, `null` where no article says so. */
export interface Task {
  readonly text: string;
  readonly cite: string | null;
  /** A letter of apology: `owed` for a dossier that is late, `lastDay` while it would still be in time, today for the last time. */
  readonly apology?: 'owed' | 'lastDay';
}

/** A page of the extension to be opened for this dossier, from the panel alone. */
export interface Link {
  /** `/letter.html#H99.01-261110-0042` */
  readonly href: string;
  readonly label: string;
}

/** What a feature needs to show its own tab of the panel; `confirm` resolves to a sentence when it was refused. */
export interface PanelWork {
  readonly person: string | null;
  readonly record: ScoreRecord | null;
  /** Why the server would take no score now, as far as it was asked. */
  readonly stopped: string | null;
  /** What was typed so far; it outlives the tab. */
  readonly entries: Entries;
  readonly onEntries: (entries: Entries) => void;
  readonly confirm: (values: ScoreValues) => Promise<string | null>;
}

/**
 * One thing the extension does, with a switch of its own. Every part is optional and fenced: a part that throws is left out, the others
 * stand.
 */
export interface Feature {
  /** Key of its switch: small letters and hyphens, never changed once shipped. */
  readonly id: string;
  /** Beside its switch, in the language spoken now. */
  readonly name: () => string;
  readonly mark?: (seen: Seen) => Mark | null;
  readonly sign?: (seen: Seen) => Sign | null;
  readonly task?: (seen: Seen) => Task | null;
  /** Rows of the explanation, in the card and under "Hồ sơ này". */
  readonly explain?: (seen: Seen) => ComponentChildren;
  readonly link?: (seen: Seen) => Link | null;
  readonly panel?: (seen: Seen, work: PanelWork) => ComponentChildren;
  /** Order of the panel's own lists. */
  readonly order?: (a: Seen, b: Seen) => number;
}
