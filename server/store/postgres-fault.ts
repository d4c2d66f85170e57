import { Refusal } from '../refusal.ts';
import { storeBusy } from './store-busy.ts';

/** The parts of a fault of PostgreSQL that may be told on; its `detail` and `where` hold values of rows. */
interface Told {
  readonly code?: string;
  readonly message: string;
  readonly severity?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
}

const refusal = (code: string, sentence: string, seconds: string) =>
  new Refusal(503, code, sentence, { headers: { 'retry-after': seconds } });

const down = () =>
  refusal(
    'store.down',
    'Máy chủ chưa nối được với cơ sở dữ liệu nên chưa ghi được gì. Thử lại sau ít giây; nếu vẫn vậy, báo quản trị máy chủ.',
    '5',
  );

/** A transaction was sent and its end never heard: it may stand or not, and whoever asked must look before asking again. */
export const unsure = () =>
  refusal(
    'store.unsure',
    'Mất kết nối với cơ sở dữ liệu đúng lúc đang ghi nên chưa biết đã ghi hay chưa. Mở lại để xem, rồi mới làm lại nếu chưa có.',
    '5',
  );

export const readonly = () =>
  refusal('store.readonly', 'Máy chủ chưa ghi được dữ liệu. Báo quản trị máy chủ, rồi gửi lại.', '10');

/** A text with U+0000, by a way no schema looks at: a header, a form. */
const unkept = () =>
  new Refusal(422, 'body.invalid', 'Có ký tự rỗng (U+0000) không lưu được nên chưa ghi gì. Gõ lại chữ ấy rồi gửi lại.');

/** By the start of the SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSALS: readonly (readonly [start: string, refusal: () => Refusal])[] = [
  ['08', down],
  // Shut down, crashed, starting up, or the session ended because it idled inside a transaction.
  ['57P', down],
  ['25P03', down],
  // The password or the database is wrong: nobody's bad request either, and `readyz` and the start say more.
  ['28', down],
  ['3D000', down],
  ['53300', down],
  ['25006', readonly],
  [
    '53100',
    () => refusal('store.full', 'Máy chủ hết chỗ lưu nên chưa ghi được gì. Báo quản trị máy chủ, rồi gửi lại.', '60'),
  ],
  [
    '58',
    () =>
      refusal(
        'store.failing',
        'Ổ đĩa của máy chủ báo lỗi nên chưa ghi được gì. Báo quản trị máy chủ, rồi gửi lại.',
        '60',
      ),
  ],
  ['53', storeBusy],
  // Waited too long for a lock, or for the statement itself.
  ['55P03', storeBusy],
  ['57014', storeBusy],
  ['40', storeBusy],
  ['22021', unkept],
];

/** Transactions PostgreSQL gave up for the sake of others, whole: they may be tried again. */
export const gaveWay = (error: unknown) => ['40001', '40P01'].includes((error as Told).code ?? '');

/** Said of each statement after the first that failed. */
export const isAftermath = (error: unknown) => (error as Told).code === '25P02';

/** Whether the connection is of no more use: the server has not answered, or ended the session. */
export function isLost(error: unknown): boolean {
  const { code, severity } = error as Told;
  return severity === undefined || severity === 'FATAL' || severity === 'PANIC' || code?.startsWith('08') === true;
}

/**
 * The error for a statement PostgreSQL refused. A database that is away, full, failing, read-only or busy is nobody's bad request:
 * 503 with Retry-After, with the codes SQLite's faults have and `store.down`; a text it cannot keep is its sender's: 422 `body.invalid`. Broken rules of the schema are told in
 * SQLite's words, which callers know; anything else stays a fault. Values of rows are never in it.
 */
export function postgresFault(error: unknown): Error {
  if (error instanceof Refusal) return error;
  const { code, message, severity, table, column, constraint } = error as Told;
  if (severity === undefined) return down();
  for (const [start, made] of REFUSALS) if (code?.startsWith(start)) return made();
  const words =
    code === '23502'
      ? `NOT NULL constraint failed: ${table}.${column}`
      : code === '23505'
        ? `UNIQUE constraint failed: ${table} (${constraint})`
        : message;
  return Object.assign(new Error(words), code ? { code } : {});
}
