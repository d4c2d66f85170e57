import type { Language } from './language.ts';

export type Look = 'system' | 'light' | 'dark';

/** `HH:mm` on the office's clock. Nothing is said between `quietFrom` and `quietTo`, which may lie past midnight. */
export interface Reminders {
  readonly morning: boolean;
  readonly at: string;
  readonly quietFrom: string;
  readonly quietTo: string;
}

/** Letters pressed together with Alt on a back-office page. */
export interface Keys {
  readonly hide: string;
  readonly open: string;
}

/** How the officer wants the extension to be. A feature that is not named is on. */
export interface Preferences {
  readonly language: Language;
  readonly look: Look;
  readonly features: Readonly<Record<string, boolean>>;
  readonly reminders: Reminders;
  readonly keys: Keys;
}

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'vi',
  look: 'system',
  features: {},
  // Off until the officer turns it on: the browser's permission for notices is asked for in that press.
  reminders: { morning: false, at: '07:45', quietFrom: '17:00', quietTo: '07:00' },
  keys: { hide: 'M', open: 'J' },
};

/** What a file or the province's policy may set; every part may be missing. It carries no key and no data of a dossier. */
export interface Configuration {
  readonly server?: string;
  /** Where the officer gets the one-time code: a sentence. The code itself is never spread by policy. */
  readonly enrolmentHint?: string;
  readonly sites?: readonly string[];
  readonly language?: Language;
  readonly look?: Look;
  readonly features?: Readonly<Record<string, boolean>>;
  readonly reminders?: Partial<Reminders>;
  readonly keys?: Partial<Keys>;
}

/** `base` with everything `over` names in its place, part by part. */
export function overlaid(base: Preferences, over: Configuration): Preferences {
  return {
    language: over.language ?? base.language,
    look: over.look ?? base.look,
    features: { ...base.features, ...over.features },
    reminders: { ...base.reminders, ...over.reminders },
    keys: { ...base.keys, ...over.keys },
  };
}
