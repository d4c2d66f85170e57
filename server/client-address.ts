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

/** The same, or `null` where it tells callers apart no more: this computer itself, as behind a proxy the settings do not name. */
export function clientNetworkOrNull(c: Context, behindProxy: boolean): string | null {
  const address = clientAddress(c, behindProxy);
  return address === '' || address === 'process' || address === '0:0:0:0' || address.startsWith('127.')
    ? null
    : address;
}
