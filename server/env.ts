import * as z from 'zod';
import { tenantId } from '#wire/ids.ts';

/** Where this process keeps its data and how it is reached; read once at the start. */
export interface Env {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  readonly databaseFile: string;
  /** Folder of the period keys: never inside the database's backup. */
  readonly keyDir: string;
  /** Public address without trailing slash, or `null` to use the address listened on. */
  readonly baseUrl: string | null;
  /** The province's server stands behind its own proxy, whose `X-Forwarded-For` may be believed. */
  readonly behindProxy: boolean;
  /** Folder of the built widget, admin app and extension. */
  readonly outputDir: string;
  /** Created at the first run when the database holds no tenant. */
  readonly tenant: string;
  readonly tenantName: string;
}

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'cần một số từ 0 đến 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'cần một số từ 0 đến 65535')
    .default(8787),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'cần dạng file:<đường dẫn>; bản này lưu trong một tệp SQLite')
    .transform((url) => url.slice('file:'.length))
    .default('.data/danhgia.db'),
  KEY_DIR: z.string().default('.data/keys'),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'cần địa chỉ đầy đủ, ví dụ https://danhgia.tinh.gov.vn' })
    .transform((url) => url.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  BEHIND_PROXY: z
    .enum(['0', '1'], 'cần 0 hoặc 1')
    .transform((value) => value === '1')
    .default(false),
  OUTPUT_DIR: z.string().default('.output'),
  TENANT: tenantId.default('tinh'),
  TENANT_NAME: z.string().max(120, 'tối đa 120 ký tự').default('Tỉnh chưa đặt tên'),
});

/** Wrong environment variables; the message names each of them in Vietnamese. */
export class WrongEnv extends Error {
  override readonly name = 'WrongEnv';
}

/**
 * The settings out of environment variables; an empty one counts as not set.
 * @throws WrongEnv naming every wrong variable at once.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const result = schema.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value)));
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `- ${issue.path.join('.')}: ${issue.message}`);
    throw new WrongEnv(`Cần sửa biến môi trường:\n${faults.join('\n')}`);
  }
  const env = result.data;
  return {
    port: env.PORT,
    host: env.HOST,
    databaseFile: env.DATABASE_URL,
    keyDir: env.KEY_DIR,
    baseUrl: env.BASE_URL,
    behindProxy: env.BEHIND_PROXY,
    outputDir: env.OUTPUT_DIR,
    tenant: env.TENANT,
    tenantName: env.TENANT_NAME,
  };
}

/** Public address of the server, no trailing slash. Listening on every interface has no address of its own: this machine's. */
export function baseUrlOf(env: Pick<Env, 'baseUrl' | 'host' | 'port'>): string {
  if (env.baseUrl !== null) return env.baseUrl;
  const host = ['0.0.0.0', '::'].includes(env.host) ? '127.0.0.1' : env.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${env.port}`;
}
