import { Refusal } from '../refusal.ts';
import { storeBusy } from './store-busy.ts';

/** What a database that cannot write now tells the caller, by the start of SQLite's code. */
const UNAVAILABLE = [
  ['SQLITE_FULL', 'store.full', 'Máy chủ hết chỗ lưu nên chưa ghi được gì. Báo quản trị máy chủ, rồi gửi lại.', '60'],
  [
    'SQLITE_IOERR',
    'store.failing',
    'Ổ đĩa của máy chủ báo lỗi nên chưa ghi được gì. Báo quản trị máy chủ, rồi gửi lại.',
    '60',
  ],
  ['SQLITE_READONLY', 'store.readonly', 'Máy chủ chưa ghi được dữ liệu. Báo quản trị máy chủ, rồi gửi lại.', '60'],
] as const;

/**
 * The error for a statement SQLite refused. A full, failing, read-only or busy database is nobody's bad request and passes: 503
 * `store.full` `store.failing` `store.readonly` `store.busy` with Retry-After; anything else stays a fault with SQLite's own words and code.
 */
export function sqliteFault(code: string | undefined, message: string): Error {
  if (code?.startsWith('SQLITE_BUSY')) return storeBusy();
  for (const [start, own, sentence, seconds] of UNAVAILABLE)
    if (code?.startsWith(start)) return new Refusal(503, own, sentence, { headers: { 'retry-after': seconds } });
  return Object.assign(new Error(message), code ? { code } : {});
}
