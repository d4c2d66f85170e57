import { Refusal } from '../refusal.ts';

/** 503 `store.busy`: others wrote for as long as one waits; nothing was written. @param cause what it came of. */
export const storeBusy = (cause?: unknown) =>
  new Refusal(503, 'store.busy', 'Cơ sở dữ liệu đang bận nên chưa ghi được gì. Thử lại sau ít giây.', {
    headers: { 'retry-after': '2' },
    cause,
  });
