import type { ComponentChildren } from 'preact';
import type { Office } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { PunctualityStatus } from '#rules/standing.ts';
import type { DossierReading } from '../hosts/host.ts';
import type { ScoreRecord, ScoreValues } from '../messages.ts';
import type { OfficeSettings } from '../office-rules.ts';
import type { SignId } from '../ui/sign-icon.tsx';

/** One dossier as a feature sees it. `dossier` is `null` while the screen has not shown its status. */
export interface Seen {
  readonly reading: DossierReading;
  readonly dossier: Dossier | null;
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

/** A duty on this dossier, as a sentence with its article. `urgent`: it counts among today's duties. */
export interface Task {
  readonly text: string;
  readonly cite: string;
  readonly urgent: boolean;
}

/** What a feature needs to show its own tab of the panel; `confirm` resolves to a sentence when it was refused. */
export interface PanelWork {
  readonly person: string | null;
  readonly record: ScoreRecord | null;
  readonly confirm: (values: ScoreValues) => Promise<string | null>;
}

/** One thing the extension does. Every part is optional and fenced: a part that throws is left out, the others stand. */
export interface Feature {
  readonly id: string;
  readonly mark?: (seen: Seen) => Mark | null;
  readonly sign?: (seen: Seen) => Sign | null;
  readonly task?: (seen: Seen) => Task | null;
  /** Rows of the explanation, in the card and under "Hồ sơ này". */
  readonly explain?: (seen: Seen) => ComponentChildren;
  readonly panel?: (seen: Seen, work: PanelWork) => ComponentChildren;
}
