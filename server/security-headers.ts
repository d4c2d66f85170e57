import { rateOf } from './rate.ts';
import type { Route } from './routes/route.ts';

type Named = readonly (readonly [name: string, value: string])[];

const YEAR = 31_536_000;

/** What a page of ours never uses; the rest is left as browsers have it. */
const NEVER = [
  ...['accelerometer', 'bluetooth', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['identity-credentials-get', 'idle-detection', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
];

/** Every answer, the leanest too: what is no script is never run as one, and nobody keeps what does not say so. */
const LEAN: Named = [
  ['x-content-type-options', 'nosniff'],
  ['cache-control', 'no-store'],
];

/** Data opened as a page shows itself and does nothing; pages and programs bring a policy of their own. */
const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const FULL: Named = [
  ...LEAN,
  ['content-security-policy', DATA_POLICY],
  ['referrer-policy', 'no-referrer'],
  ['permissions-policy', NEVER.map((name) => `${name}=()`).join(', ')],
];

/** Parts of a portal's page, pages shown in its frame, and open data may be taken by other sites. */
const SHARED = /^\/(k|cong-khai|v1\/public)\//;

/**
 * The headers each answer of `route` begins with; what its handler says for itself stands in their place. `null` = an address nobody
 * serves.
 */
export function securityHeaders(route: Pick<Route, 'path' | 'who' | 'cors' | 'rate'> | null): Named {
  // The route of every citizen's answer, asked by scripts alone: each header costs it microseconds.
  if (route && rateOf(route) === 'counted') return LEAN;
  const shared = route !== null && (route.cors !== undefined || SHARED.test(route.path));
  return [...FULL, ['cross-origin-resource-policy', shared ? 'cross-origin' : 'same-origin']];
}

/** Once seen over HTTPS, never asked for without it. Without it browsers heed neither and say so on the console. */
export const OVER_HTTPS: Named = [
  ['strict-transport-security', `max-age=${YEAR}`],
  ['cross-origin-opener-policy', 'same-origin'],
];
