import type { LocalTime } from '#rules/law.ts';
import type { HostPack } from '#rules/packs/host-pack.ts';
import type { Device, Person } from '#wire/access.ts';
import type { ApologyReason } from '#wire/apology.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { SelfScore } from '#wire/self-score.ts';
import type { Configuration, Preferences } from './configuration.ts';
import type { Drafts, Entries } from './features/score-entries.ts';
import type { DossierReading } from './hosts/host.ts';
import type { KnownReading } from './known-reading.ts';
import type { OfficeSettings } from './office-rules.ts';
import type { SecondLookOffer } from './second-look.ts';
import type { Look } from './site-health.ts';
import type { RefusedItem, WorkMessage } from './work-messages.ts';

/** What a list page gave: rows with content, rows read, and why the others were not. */
export interface ReadingCount {
  readonly total: number;
  readonly read: number;
  readonly noCode: number;
  readonly noDate: number;
  readonly duplicates: number;
  /** Rows of further lists of the page that name dossiers and cannot be read. Absent = none. */
  readonly others?: number;
}

export type PanelView = 'today' | 'dossier' | 'score' | 'batch' | 'teach';
export type ScoreValues = SelfScore['values'];

/** From a back-office page. Reads and asks; it can send, confirm or set nothing. */
export type OverlayMessage =
  /** `first` = of a document that has just come; later ones ask what has changed. */
  | { readonly type: 'overlay.start'; readonly first: boolean }
  | { readonly type: 'overlay.reading'; readonly readings: readonly DossierReading[]; readonly count: ReadingCount }
  | { readonly type: 'overlay.open'; readonly code: string | null; readonly view: PanelView }
  | { readonly type: 'overlay.hide'; readonly hidden: boolean }
  /** How the look at a list went; counts alone. */
  | { readonly type: 'overlay.look'; readonly look: Look };

/** From the extension's own pages only: answered with what is asked for. */
export type PanelQuestion =
  | { readonly type: 'panel.state' }
  | { readonly type: 'panel.stored' }
  | { readonly type: 'panel.diagnose' };

/** From the extension's own pages only: done, and answered with a `Reply`. */
export type PanelAct =
  | { readonly type: 'panel.enrol'; readonly server: string; readonly code: string; readonly label: string }
  | { readonly type: 'panel.forget' }
  | { readonly type: 'panel.consent'; readonly agreed: boolean }
  | { readonly type: 'panel.site'; readonly origin: string; readonly enabled: boolean }
  | { readonly type: 'panel.person'; readonly officer: string; readonly pin: string }
  | { readonly type: 'panel.leave' }
  | { readonly type: 'panel.select'; readonly code: string | null; readonly view: PanelView }
  | { readonly type: 'panel.hide'; readonly hidden: boolean }
  /** Confirms one self-score, so many seconds after it came up. */
  | { readonly type: 'panel.score'; readonly code: string; readonly values: ScoreValues; readonly seconds: number }
  /** A letter of apology went out now, with this new date. */
  | {
      readonly type: 'panel.letter';
      readonly code: string;
      readonly promised: LocalTime;
      readonly reason: ApologyReason;
    }
  | { readonly type: 'panel.send' }
  /** Sets what is named and leaves the rest; sites are added, never taken away. */
  | { readonly type: 'panel.configure'; readonly configuration: Configuration }
  | { readonly type: 'panel.erase' };

/** From the extension's own pages only: typed, not confirmed; `null` = nothing any more. Changes nothing that is shown elsewhere. */
export interface PanelDraft {
  readonly type: 'panel.draft';
  readonly code: string;
  readonly entries: Entries | null;
}

export type PanelMessage = PanelQuestion | PanelAct | PanelDraft | WorkMessage;

/** From the background to every page of the extension and every enabled tab: ask again. */
export interface ChangedMessage {
  readonly type: 'changed';
}

/** From the page of the letter to an enabled tab: the name shown for one dossier. The answer goes to that page alone. */
export interface NameMessage {
  readonly type: 'name';
  readonly code: string;
}

export interface OverlayStart {
  readonly settings: OfficeSettings;
  readonly hidden: boolean;
  readonly unsent: number;
  readonly preferences: Preferences;
  /** For this site, in the order they are asked. */
  readonly packs: readonly HostPack[];
}
/** Readings completed with what other screens said of the same dossiers; `null` = nothing more is known than the page said. */
export interface OverlayKnown {
  readonly readings: readonly (KnownReading | null)[];
  readonly unsent: number;
}

export interface SeenDossier {
  readonly reading: KnownReading;
  readonly seen: LocalTime;
}

/** A self-score made on this browser. `state` follows its queue item. Points are sums in tenths of what both sides have. */
export interface ScoreRecord {
  readonly code: string;
  readonly id: string;
  readonly officer: string;
  readonly officerLabel: string;
  readonly at: LocalTime;
  readonly shown: number;
  readonly own: number;
  /** `withdrawing`: undone here, and the server is asked to take it back. */
  readonly state: 'queued' | 'sent' | 'refused' | 'withdrawing';
  /** Vietnamese sentence of the server's refusal. */
  readonly problem: string | null;
  /** Refused because another officer's score of this dossier stands. */
  readonly conflict: boolean;
  /** Moment (ms) at which it was confirmed together with others; `null` or absent = alone. */
  readonly batch?: number | null;
  /** Refused, and the officer put the refusal away. */
  readonly dismissed?: boolean;
}

/** What is kept on this computer, to be looked at as it is. */
export interface StoredContent {
  readonly dossiers: readonly unknown[];
  readonly queue: readonly unknown[];
  readonly scores: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface PanelState {
  readonly now: LocalTime;
  readonly server: string | null;
  readonly device: Omit<Device, 'key'> | null;
  readonly revoked: boolean;
  /** Version of the text of `consent-text.ts` that was agreed to; 0 = none. */
  readonly consent: number;
  readonly settings: OfficeSettings;
  readonly preferences: Preferences;
  /** What the province settled by the browser's policy: shown, not to be changed here. */
  readonly managed: Configuration;
  /** Enabled sites: the officer's own and the province's. */
  readonly sites: readonly string[];
  /** Of these, the ones the browser does not let us read (any more). */
  readonly lost: readonly string[];
  /** Origins that may be offered for enabling, the last one the officer pressed the button on first. */
  readonly offered: readonly string[];
  readonly person: Omit<Person, 'token'> | null;
  /** Nobody is at this computer because the last one left it; a session that ran out is none of that. */
  readonly left: boolean;
  /** What this officer typed and did not confirm before the page was closed. */
  readonly drafts: Drafts;
  readonly hidden: boolean;
  readonly seen: readonly SeenDossier[];
  readonly count: (ReadingCount & { readonly at: LocalTime }) | null;
  readonly selected: { readonly code: string | null; readonly view: PanelView };
  readonly scores: readonly ScoreRecord[];
  readonly unsent: number;
  /** What the server will not take as it is, the oldest first. */
  readonly refused: readonly RefusedItem[];
  /** The offer to look at the last batch again, where it was confirmed very fast. */
  readonly secondLook: SecondLookOffer | null;
  /** Sentence on the last attempt that failed, or `null`. */
  readonly trouble: string | null;
  /** What would be sent next, exactly: shown before the first sending. */
  readonly preview: { readonly dossiers: readonly DossierBody[] } | null;
  /** `refused` = self-scores the server will not take; they wait for nothing. */
  readonly stored: {
    readonly dossiers: number;
    readonly waiting: number;
    readonly refused: number;
    readonly scores: number;
  };
}

/** Every answer to a panel message: done, or a sentence for the officer. */
export type Reply = { readonly ok: true } | { readonly ok: false; readonly message: string };
