import type { Principal } from './principal.ts';

/**
 * What a call costs and so how many of it one caller has in a minute. `counted`: an answer or a look-up, counted by its handler
 * (`call-limit.ts`) and by nothing else, for it is the route every citizen uses · `probe`: whoever supervises the server ·
 * `asset`: a file kept by browsers · `open`: asked by anyone · `signed`: asked with a key or session · `costly`: a document is made or
 * much is computed for each call · `upload`: a file read as it arrives.
 */
export type Rate = 'counted' | 'probe' | 'asset' | 'open' | 'signed' | 'costly' | 'upload';

/** A document made for the one who asks. */
const MADE = /\.(csv|xlsx|docx|html)$/;

/** The class of a route: as it says, or by who may call it and whether it makes a document. */
export function rateOf(route: {
  readonly path: string;
  readonly who: readonly string[];
  readonly rate?: Rate | undefined;
}): Rate {
  if (route.rate) return route.rate;
  if (MADE.test(route.path)) return 'costly';
  return route.who.includes('anyone') ? 'open' : 'signed';
}

/**
 * Calls a minute. `network`: a whole office, or a province's offices, come from one address, and what its people ask in an hour they may ask in
 * the first minutes of the morning. `caller`: one key, tablet or session; a screen asks a handful at a time.
 */
export const PER_MINUTE: Readonly<Record<Rate, { readonly network: number | null; readonly caller: number | null }>> = {
  counted: { network: null, caller: null },
  probe: { network: 600, caller: null },
  asset: { network: 6_000, caller: null },
  open: { network: 1_200, caller: null },
  signed: { network: 30_000, caller: 1_200 },
  costly: { network: 600, caller: 120 },
  upload: { network: 120, caller: 30 },
};

/** Whose calls are counted together; `null` = nobody showed who he is. */
export function callerName(principal: Principal): string | null {
  switch (principal.kind) {
    case 'anyone':
      return null;
    case 'portal':
      return `portal ${principal.keyId}`;
    case 'kiosk':
      return `kiosk ${principal.kiosk}`;
    case 'user':
      return `user ${principal.tenant} ${principal.login}`;
    case 'device':
    case 'officer':
      return `device ${principal.tenant} ${principal.device}`;
  }
}
