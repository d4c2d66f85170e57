import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why another server was not asked, or did not answer. */
export class GuardedFault extends Error {
  override readonly name = 'GuardedFault';
  readonly code: 'address' | 'connection' | 'dns' | 'large' | 'timeout' | 'tls' | 'url';
  constructor(code: GuardedFault['code']) {
    super(code);
    this.code = code;
  }
}

export interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** `false`: the status is enough, no byte of the answer is kept. */
  readonly wanted?: boolean;
}

export interface Answered {
  /** A redirect is an answer like any other: nobody follows it. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** Asks one address of another system. @throws GuardedFault. */
export type GuardedFetch = (url: string, asked?: Asked) => Promise<Answered>;

interface Address {
  readonly address: string;
  readonly family: number;
}

export interface Guard {
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
  /** Addresses let through although they are not public: for trying out on one machine. */
  readonly allowed?: readonly string[];
  /** Who signs the certificates of those. */
  readonly ca?: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const TLS_FAULT = /CERT|TLS|SSL|SIGNATURE|ALTNAME/;

function faultOf(error: unknown): GuardedFault {
  if (error instanceof GuardedFault) return error;
  const { name, code = '' } = error as NodeJS.ErrnoException;
  if (name === 'AbortError' || name === 'TimeoutError') return new GuardedFault('timeout');
  return new GuardedFault(TLS_FAULT.test(String(code)) ? 'tls' : 'connection');
}

function hostOf(url: string): { readonly target: URL; readonly host: string } {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target?.protocol !== 'https:' || target.username || target.password) throw new GuardedFault('url');
  return { target, host: target.hostname.replace(/^\[|\]$/g, '') };
}

/**
 * A way out for addresses people type: HTTPS alone, to a public address looked at after its name was resolved and connected to as it
 * was looked at, so that a name cannot change on the way; no redirect, no proxy, no kept connection, `timeoutMs` for all of it.
 */
export function createGuardedFetch({
  resolve = (host) => lookup(host, { all: true }),
  allowed = [],
  ca,
  timeoutMs = 5_000,
  maxBytes = 262_144,
}: Guard = {}): GuardedFetch {
  /** Every one of them must be public: of several a browser-like client may take any. */
  async function addressesOf(host: string, deadline: AbortSignal): Promise<readonly Address[]> {
    const late = () =>
      new Promise<never>((_, reject) => {
        deadline.addEventListener('abort', () => reject(new GuardedFault('timeout')), { once: true });
      });
    const family = isIP(host);
    const found = family
      ? [{ address: host, family }]
      : await Promise.race([resolve(host).catch(() => [] as readonly Address[]), late()]);
    if (found.length === 0) throw new GuardedFault('dns');
    if (!found.every(({ address }) => isPublicAddress(address) || allowed.includes(address)))
      throw new GuardedFault('address');
    return found;
  }

  return async (url, { method = 'GET', headers = {}, body, wanted = true } = {}) => {
    const { target, host } = hostOf(url);
    const deadline = AbortSignal.timeout(timeoutMs);
    const addresses = await addressesOf(host, deadline);
    const first = addresses[0] as Address;
    return new Promise<Answered>((answer, refuse) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asking = request(
        target,
        {
          ...{ method, agent: false, signal: deadline, headers: { ...headers, ...length } },
          ...(ca === undefined ? {} : { ca }),
          lookup: (_name, options, found) =>
            options.all ? found(null, [...addresses]) : found(null, first.address, first.family),
        },
        (response) => {
          const { statusCode: status = 0, headers: given } = response;
          if (!wanted) {
            response.destroy();
            answer({ status, headers: given, text: '' });
            return;
          }
          const pieces: Buffer[] = [];
          let bytes = 0;
          response.on('data', (piece: Buffer) => {
            bytes += piece.length;
            if (bytes > maxBytes) response.destroy(new GuardedFault('large'));
            else pieces.push(piece);
          });
          response.on('end', () => answer({ status, headers: given, text: Buffer.concat(pieces).toString('utf8') }));
          response.on('error', (error) => refuse(faultOf(error)));
        },
      );
      asking.on('error', (error) => refuse(faultOf(error)));
      asking.end(body);
    });
  };
}
