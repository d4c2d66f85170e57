import type { Who } from '../../server/principal.ts';
import type { Route } from '../../server/routes/route.ts';
import { CALLERS, ROLES } from './route-calls.ts';

/** How a credential stands. `wrong`: of the right shape, and nobody's. */
export const STATES = ['good', 'wrong', 'expired', 'revoked'] as const;
export type State = (typeof STATES)[number];

/** What the door says: let `in`, or the status and code of its refusal. */
export type AtTheDoor = 'in' | readonly [status: 401 | 403, code: string];

const isUser = (who: Who) => ROLES.some((role) => role === who);

/** What is said to a key that opens nothing any more; only people and sessions run out of time. */
function spoiltKey(who: Who, state: Exclude<State, 'good'>): AtTheDoor | null {
  if (state === 'wrong') return [401, 'key.bad'];
  if (state === 'revoked') return [401, 'key.revoked'];
  return who === 'officer' ? [401, 'person.expired'] : null;
}

/**
 * What `route` says at the door to a caller whose credential stands so, from its own `who` alone; `null` = there is no such
 * credential.
 * @throws Error for a caller or a scope nobody has written a rule for: a new one needs its own first.
 */
export function atTheDoor(
  { who, scope, method, path }: Pick<Route, 'who' | 'scope' | 'method' | 'path'>,
  caller: Who,
  state: State,
): AtTheDoor | null {
  const unknown = who.filter((each) => each !== 'anyone' && !CALLERS.some((known) => known === each));
  if (who.length === 0 || unknown.length || !(scope in REACH))
    throw new Error(`${method} ${path}: no rule for ${unknown.join() || scope}`);
  const open = who.includes('anyone');
  if (caller === 'anyone') return state !== 'good' ? null : open ? 'in' : [401, 'sign.in'];
  if (state !== 'good') {
    if (!isUser(caller)) return spoiltKey(caller, state);
    // A cookie travels by itself: where anyone may call it is not looked at.
    return open ? 'in' : [401, 'session.expired'];
  }
  return open || who.includes(caller) ? 'in' : [403, 'role.denied'];
}

/** Whose records a caller may reach through a route of each scope, once it is in. */
export const REACH: Readonly<Record<Route['scope'], 'nobody' | 'token' | 'self' | 'unit' | 'tenant'>> = {
  public: 'nobody',
  token: 'token',
  own: 'self',
  unit: 'unit',
  tenant: 'tenant',
};

/** Whether a caller bound to one unit must see and change nothing of another through `route`. */
export const keepsToItsUnit = ({ scope }: Pick<Route, 'scope'>) => REACH[scope] === 'unit' || REACH[scope] === 'self';
