import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { createBlind } from './blind.ts';
import { Refusal } from './refusal.ts';

const WINDOW_SECONDS = 60;
/** A whole office answers from one address; a queue kept while the line was down comes as one batch of 500. */
const RESPONSES_PER_ADDRESS = 600;
/** One person filling in one form opens, sends and corrects it a few times. */
const CALLS_PER_LINK = 30;
const RECEIPTS_PER_ADDRESS = 30;
/** A tablet that was without a line for days sends what it kept; nobody presses that often. */
const ANSWERS_PER_KIOSK = 2000;

/** Bounds what one caller can ask of the open routes. In memory, keyed by values salted for this process. */
export interface CallLimit {
  /** Counts `n` responses, or one survey page, against the caller's address. @throws Refusal 429 `busy` with Retry-After. */
  responses(c: Context, n?: number): Promise<void>;
  /** Counts one use of a survey link, wherever it comes from; asked after the address. @throws Refusal 429 `busy`. */
  link(token: string): Promise<void>;
  /** Counts `n` answers of one enrolled tablet. @throws Refusal 429 `busy` with Retry-After. */
  kiosk(kiosk: string, n: number): Promise<void>;
  /** Counts one look-up by receipt. @throws Refusal 429 `busy` with Retry-After. */
  receipts(c: Context): Promise<void>;
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

export function createCallLimit({ behindProxy }: { behindProxy: boolean }): CallLimit {
  const blind = createBlind(behindProxy);
  const perMinute = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const byAddress = perMinute(RESPONSES_PER_ADDRESS);
  const byLink = perMinute(CALLS_PER_LINK);
  const receiptsByAddress = perMinute(RECEIPTS_PER_ADDRESS);
  const byKiosk = perMinute(ANSWERS_PER_KIOSK);

  return {
    responses: (c, n = 1) => consume(byAddress, blind.address(c), n, RESPONSES_BUSY),
    link: (token) => consume(byLink, blind.text(token), 1, RESPONSES_BUSY),
    kiosk: (kiosk, n) => consume(byKiosk, kiosk, n, RESPONSES_BUSY),
    receipts: (c) => consume(receiptsByAddress, blind.address(c), 1, RECEIPTS_BUSY),
  };
}
