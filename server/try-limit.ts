import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { createBlind } from './blind.ts';
import { Refusal } from './refusal.ts';

const WINDOW_SECONDS = 15 * 60;
/** One person who mistypes; for a guesser who owns many addresses each hash of a password costs time as well. */
const TRIES_PER_NAME = 10;
/** A whole office signs in from one address in the morning, and only wrong tries stay counted. */
const TRIES_PER_ADDRESS = 100;

/** Slows the guessing of passwords and codes. In memory, keyed by values salted for this process. */
export interface TryLimit {
  /**
   * Counts one try against the caller's address and, when given, against this address with the name it tries to open:
   * wrong tries from elsewhere lock nobody out of his own place.
   * @throws Refusal 429 `tries.many` with Retry-After.
   */
  take(c: Context, name?: string): Promise<void>;
  /** The secret was right: the try does not count. */
  giveBack(c: Context, name?: string): Promise<void>;
}

export function createTryLimit({ behindProxy }: { behindProxy: boolean }): TryLimit {
  const blind = createBlind(behindProxy);
  const byName = new RateLimiterMemory({ points: TRIES_PER_NAME, duration: WINDOW_SECONDS });
  const byAddress = new RateLimiterMemory({ points: TRIES_PER_ADDRESS, duration: WINDOW_SECONDS });

  const nameHere = (c: Context, name: string) => `${blind.address(c)} ${blind.text(name)}`;

  return {
    async take(c, name) {
      try {
        await byAddress.consume(blind.address(c));
        if (name !== undefined) await byName.consume(nameHere(c, name));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        const minutes = Math.ceil(seconds / 60);
        throw new Refusal(429, 'tries.many', `Đã thử sai quá nhiều lần. Đợi ${minutes} phút rồi thử lại.`, {
          headers: { 'retry-after': String(seconds) },
        });
      }
    },
    async giveBack(c, name) {
      await byAddress.reward(blind.address(c));
      if (name !== undefined) await byName.delete(nameHere(c, name));
    },
  };
}
