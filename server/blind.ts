import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { clientAddress } from './client-address.ts';

/** Names for counting in memory that say nothing about what they stand for once this process ends. */
export interface Blind {
  text(text: string): string;
  /** The network `c` comes from. */
  address(c: Context): string;
}

/** Salted anew for each process: an address is neither stored nor comparable with yesterday's. */
export function createBlind(behindProxy: boolean): Blind {
  const salt = randomBytes(32);
  const text = (value: string) => createHmac('sha256', salt).update(value).digest('base64url');
  return { text, address: (c) => text(clientAddress(c, behindProxy)) };
}
