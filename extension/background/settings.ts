import { browser } from 'wxt/browser';
import type { IsoDate, LocalTime } from '#rules/law.ts';
import type { HostPack } from '#rules/packs/host-pack.ts';
import type { PackBundle } from '#rules/packs/pack-bundle.ts';
import type { Device, Person } from '#wire/access.ts';
import type { PackKey } from '#wire/packs.ts';
import type { Preferences } from '../configuration.ts';
import type { Consent } from '../consent-text.ts';
import type { Drafts } from '../features/score-entries.ts';
import type { PanelView, ReadingCount } from '../messages.ts';
import type { OfficeSettings } from '../office-rules.ts';
import type { PackRefusal } from '../pack-messages.ts';
import type { SecondLookOffer } from '../second-look.ts';
import type { SiteHealth } from '../site-health.ts';
import type { HandedOver, Slip } from '../work-messages.ts';

/** Kept until the officer removes it. The device key is the secret of this browser. */
interface Kept {
  server: string;
  device: Device;
  /** The last enrolment, also after it was ended: whose the stored work is. */
  enrolledWith: { server: string; tenant: string };
  settings: OfficeSettings;
  revoked: boolean;
  /** A bare time: agreed while the text had no version. */
  consent: Consent | LocalTime;
  sites: readonly string[];
  /** The officer's own choice; what the province settled stands above it. */
  preferences: Preferences;
  /** Day of the last morning summary. */
  summarised: IsoDate;
  /** By origin: how an officer taught this browser to read a site. */
  taught: Readonly<Record<string, HostPack>>;
  /** The first key of the province seen after the enrolment with it. */
  packKey: { tenant: string; key: PackKey; since: LocalTime };
  /** The last signed file taken, as it came and as it was read. */
  packFile: { file: string; bundle: PackBundle; taken: LocalTime };
  packTrouble: { refusal: PackRefusal; at: LocalTime };
  /** By origin. */
  health: Readonly<Record<string, SiteHealth>>;
}

/** Gone when the browser closes: whoever sits down next has to give a PIN. */
interface Session {
  person: Person;
  /** An officer left on purpose, and nobody came since. */
  left: boolean;
  hidden: boolean;
  offered: readonly string[];
  selected: { code: string | null; view: PanelView };
  count: ReadingCount & { at: LocalTime };
  /** Of the tab read last, by frame. */
  frames: { tab: number; counts: Readonly<Record<number, ReadingCount>> };
  trouble: string;
  handedOver: HandedOver;
  slip: Slip;
  /** Of the last batch. */
  secondLook: SecondLookOffer;
  /** What one officer typed and did not confirm yet. */
  drafts: { officer: string; drafts: Drafts };
}

async function get<T>(area: typeof browser.storage.local, key: string): Promise<T | null> {
  return ((await area.get(key))[key] as T | undefined) ?? null;
}

async function put(area: typeof browser.storage.local, key: string, value: unknown): Promise<void> {
  await (value === null ? area.remove(key) : area.set({ [key]: value }));
}

/** Typed storage; `null` = not set, and setting `null` removes. */
export const settings = {
  kept: <K extends keyof Kept>(key: K): Promise<Kept[K] | null> => get<Kept[K]>(browser.storage.local, key),
  keep: <K extends keyof Kept>(key: K, value: Kept[K] | null): Promise<void> => put(browser.storage.local, key, value),
  session: <K extends keyof Session>(key: K): Promise<Session[K] | null> =>
    get<Session[K]>(browser.storage.session, key),
  setSession: <K extends keyof Session>(key: K, value: Session[K] | null): Promise<void> =>
    put(browser.storage.session, key, value),
  /** Pages of back offices run our content script too: it must not be able to read the key. */
  lock: async (): Promise<void> => {
    await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  },
};
