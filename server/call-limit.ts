import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { createBlind } from './blind.ts';
import { comesFromNetwork } from './client-address.ts';
import type { Principal } from './principal.ts';
import { callerName, PER_MINUTE, type Rate } from './rate.ts';
import { Refusal } from './refusal.ts';

const WINDOW_SECONDS = 60;
/** A whole office answers from one address; a queue kept while the line was down comes as one batch of 500. */
const RESPONSES_PER_ADDRESS = 600;
/** One person filling in one form opens, sends and corrects it a few times. */
const CALLS_PER_LINK = 30;
const RECEIPTS_PER_ADDRESS = 30;
/** A tablet that was without a line for days sends what it kept; nobody presses that often. */
const ANSWERS_PER_KIOSK = 2000;

/** Bounds what one caller can ask. In memory, keyed by values salted for this process. */
export interface CallLimit {
  /** Counts `n` responses, or one survey page, against the caller's address. @throws Refusal 429 `busy` with Retry-After. */
  responses(c: Context, n?: number): Promise<void>;
  /** Counts one use of a survey link, wherever it comes from; asked after the address. @throws Refusal 429 `busy`. */
  link(token: string): Promise<void>;
  /** Counts `n` answers of one enrolled tablet. @throws Refusal 429 `busy` with Retry-After. */
  kiosk(kiosk: string, n: number): Promise<void>;
  /** Counts one look-up by receipt. @throws Refusal 429 `busy` with Retry-After. */
  receipts(c: Context): Promise<void>;
  /** Counts one call of a route of class `rate` against its network, before anything is looked up. @throws Refusal 429 `busy`. */
  network(c: Context, rate: Rate): Promise<void>;
  /** What stands for the network of `c` in this process. */
  nameOf(c: Context): string;
  /** Counts it against whoever showed a key or session. @throws Refusal 429 `busy` with Retry-After. */
  caller(c: Context, principal: Principal, rate: Rate): Promise<void>;
}

/** 429 `busy`; `sentence` says what happened and what to do, `{s}` in it is the seconds to wait. */
async function consume(limiter: RateLimiterMemory, key: string, n: number, sentence: string): Promise<void> {
  try {
    await limiter.consume(key, n);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = String(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
    throw new Refusal(429, 'busy', sentence.replace('{s}', seconds), {
      headers: { 'retry-after': seconds },
      values: { s: seconds },
    });
  }
}

const RESPONSES_BUSY = 'Đang có nhiều người gửi. Câu trả lời vẫn còn và đang tự gửi lại. Xin giữ trang này mở.';
const RECEIPTS_BUSY = 'Đang có nhiều lượt tra cứu từ nơi này. Đợi {s} giây rồi tra cứu lại.';

const CALLS_BUSY = 'Có quá nhiều lượt gọi từ nơi này. Đợi {s} giây rồi thử lại.';

/** One limiter for each class that has a limit. */
function limitersOf(of: 'network' | 'caller'): ReadonlyMap<Rate, RateLimiterMemory> {
  const limiters = new Map<Rate, RateLimiterMemory>();
  for (const [rate, most] of Object.entries(PER_MINUTE)) {
    const points = most[of];
    if (points !== null) limiters.set(rate as Rate, new RateLimiterMemory({ points, duration: WINDOW_SECONDS }));
  }
  return limiters;
}

export function createCallLimit({ behindProxy }: { behindProxy: boolean }): CallLimit {
  const blind = createBlind(behindProxy);
  const perMinute = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const byAddress = perMinute(RESPONSES_PER_ADDRESS);
  const byLink = perMinute(CALLS_PER_LINK);
  const receiptsByAddress = perMinute(RECEIPTS_PER_ADDRESS);
  const byKiosk = perMinute(ANSWERS_PER_KIOSK);
  const byNetwork = limitersOf('network');
  const byCaller = limitersOf('caller');

  return {
    responses: (c, n = 1) => consume(byAddress, blind.address(c), n, RESPONSES_BUSY),
    link: (token) => consume(byLink, blind.text(token), 1, RESPONSES_BUSY),
    kiosk: (kiosk, n) => consume(byKiosk, kiosk, n, RESPONSES_BUSY),
    receipts: (c) => consume(receiptsByAddress, blind.address(c), 1, RECEIPTS_BUSY),
    async network(c, rate) {
      const limiter = byNetwork.get(rate);
      // What the process asks of itself comes over no network.
      if (limiter && comesFromNetwork(c, behindProxy)) await consume(limiter, blind.address(c), 1, CALLS_BUSY);
    },
    nameOf: (c) => blind.address(c),
    async caller(c, principal, rate) {
      const [limiter, name] = [byCaller.get(rate), callerName(principal)];
      if (limiter && name !== null && comesFromNetwork(c, behindProxy)) await consume(limiter, name, 1, CALLS_BUSY);
    },
  };
}
