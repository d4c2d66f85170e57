import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { createBlind } from './blind.ts';
import { Refusal } from './refusal.ts';

const WINDOW_SECONDS = 15 * 60;
/** A whole office signs in from one address in the morning, and only wrong tries stay counted. */
const TRIES_PER_ADDRESS = 100;

/**
 * Slows one address that guesses at many names and codes. In memory, keyed by values salted for this process; what is tried on one account
 * is counted in the store (`count-sign-in.ts`).
 */
export interface TryLimit {
  /** Counts one try against the caller's address. @throws Refusal 429 `tries.many` with Retry-After. */
  take(c: Context): Promise<void>;
  /** The secret was right: the try does not count. */
  giveBack(c: Context): Promise<void>;
}

export function createTryLimit({ behindProxy }: { behindProxy: boolean }): TryLimit {
  const blind = createBlind(behindProxy);
  const byAddress = new RateLimiterMemory({ points: TRIES_PER_ADDRESS, duration: WINDOW_SECONDS });

  return {
    async take(c) {
      try {
        await byAddress.consume(blind.address(c));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        const minutes = Math.ceil(seconds / 60);
        throw new Refusal(429, 'tries.many', `Đã thử sai quá nhiều lần. Đợi ${minutes} phút rồi thử lại.`, {
          headers: { 'retry-after': String(seconds) },
        });
      }
    },
    async giveBack(c) {
      await byAddress.reward(blind.address(c));
    },
  };
}
