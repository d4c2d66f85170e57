import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** One household or office: an IPv6 caller owns its whole /64, so only that half tells callers apart. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

/**
 * The network a request comes from, for limits held in memory and for marks made with a secret that is not stored. Behind a proxy of our own the last hop it wrote
 * counts; what the caller wrote before it does not.
 */
export function clientAddress(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return network(forwarded);
  // Requests made inside the process have no socket.
  return c.env && 'incoming' in c.env ? network(getConnInfo(c).remote.address ?? '') : 'process';
}

/** Whether a call came over a socket, or through the proxy that says so. */
export function comesFromNetwork(c: Context, behindProxy: boolean): boolean {
  return Boolean(c.env && 'incoming' in c.env) || (behindProxy && c.req.header('x-forwarded-for') !== undefined);
}

/** Loopback of IPv4, and the /64 that of IPv6 lies in. */
const isThisComputer = (network: string) => network.startsWith('127.') || network === '0:0:0:0';

/**
 * The same, or `null` where it tells callers apart no more: this computer itself, as behind a proxy the settings do not name, or a proxy
 * that does not say whom it speaks for.
 */
export function clientNetworkOrNull(c: Context, behindProxy: boolean): string | null {
  if (behindProxy && !c.req.header('x-forwarded-for')) return null;
  const network = clientAddress(c, behindProxy);
  return network === '' || network === 'process' || isThisComputer(network) ? null : network;
}
