import type { LocalTime } from '#rules/law.ts';
import type { HostPack } from '#rules/packs/host-pack.ts';
import type { KilledFeature, KilledPack } from '#rules/packs/pack-bundle.ts';
import type { BundleFault } from '#rules/packs/signed-file.ts';
import type { SiteHealth } from './site-health.ts';

/** Why a file of the province was not taken. `key` = signed with another key than the one this browser holds. */
export type PackRefusal = BundleFault | 'form' | 'signature' | 'content' | 'key' | 'noKey';

/** Deeds of the officer about how pages are read, from the extension's own pages only; answered with a `Reply`. */
export type PackAct =
  /** Keeps how the pages of one site are read, on this browser. */
  | { readonly type: 'panel.pack-keep'; readonly origin: string; readonly pack: HostPack }
  | { readonly type: 'panel.pack-forget'; readonly origin: string }
  /** A signed file that came by hand. */
  | { readonly type: 'panel.pack-file'; readonly file: string }
  /** Asks the server for the newest file now. */
  | { readonly type: 'panel.pack-ask' }
  /** Forgets the key of the province and what it signed; the next key is taken as the first one. */
  | { readonly type: 'panel.pack-unpin' };

/** Asks for a `PackState`. */
export interface PackQuestion {
  readonly type: 'panel.packs';
}
export type PackMessage = PackAct | PackQuestion;

/** The file of the province this browser goes by. */
export interface ProvinceFile {
  readonly sequence: number;
  readonly expires: string;
  readonly expired: boolean;
  readonly taken: LocalTime;
  readonly packs: readonly Pick<HostPack, 'id' | 'name' | 'version' | 'origins'>[];
  readonly killedPacks: readonly KilledPack[];
  readonly killedFeatures: readonly KilledFeature[];
}

/** All the panel and the options show of how pages are read. */
export interface PackState {
  /** By origin. */
  readonly taught: Readonly<Record<string, HostPack>>;
  readonly province: ProvinceFile | null;
  /** `policy` = set by the province's policy; `first` = the first key the server gave after the enrolment. */
  readonly key: {
    readonly fingerprint: string;
    readonly since: LocalTime | null;
    readonly by: 'policy' | 'first';
  } | null;
  readonly trouble: { readonly refusal: PackRefusal; readonly at: LocalTime } | null;
  readonly health: Readonly<Record<string, SiteHealth>>;
}
