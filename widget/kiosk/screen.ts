import type { HandOver, KioskStaff } from '#wire/kiosk.ts';
import type { FormRun } from './form-run.ts';
import type { WordKey } from './words.ts';

/** What the tablet shows. Nothing of a citizen is anywhere else in memory. */
export type Screen =
  | { readonly is: 'starting' }
  | { readonly is: 'enrol'; readonly fault: string; readonly busy: boolean }
  /** The question itself: one touch fewer, nothing moves. */
  | { readonly is: 'attract' }
  | { readonly is: 'topic'; readonly id: string; readonly option: string }
  | { readonly is: 'invited'; readonly handOver: HandOver; readonly busy: boolean }
  | { readonly is: 'form'; readonly run: FormRun; readonly busy: boolean }
  | { readonly is: 'said'; readonly word: WordKey }
  /** The server's own sentence on why a dossier cannot be rated. */
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'pin'; readonly digits: string; readonly fault: string; readonly busy: boolean }
  | {
      readonly is: 'staff';
      readonly pin: string;
      /** `null` = without network: how it stands, nothing to change. */
      readonly staff: KioskStaff | null;
      readonly note: string;
      readonly leaving: boolean;
    };
