import { dirname, relative, resolve } from 'node:path';
import * as z from 'zod';
import { tenantId } from '#wire/ids.ts';
import { type Database, databaseOrNull } from './database.ts';
import { OIDC_VARIABLES, type OidcSettings, oidcFaults, oidcOrNull } from './oidc-env.ts';

/** Where this process keeps its data and how it is reached; read once at the start. */
export interface Env {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  readonly database: Database;
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
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Where `backup` writes when it is not told otherwise. */
  readonly backupDir: string;
  /** Less room than this on the database's disk and the server counts as not ready. */
  readonly minFreeMb: number;
  /** Where figures of the process are read, apart from everything else; `null` = nowhere. 0 = any free port. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
  /** Asked of whoever reads them; `null` = nothing is asked. */
  readonly metricsToken: string | null;
  /** The province's single sign-on, or `null`. */
  readonly oidc: OidcSettings | null;
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

const isWithin = (inner: string, outer: string) => !relative(resolve(outer), resolve(inner)).startsWith('..');

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'cần một số từ 0 đến 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'cần một số từ 0 đến 65535');

const settings = z.object({
  PORT: port.default(8787),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .transform(databaseOrNull)
    .refine(
      (database) => database !== null,
      'cần dạng file:<đường dẫn> (một tệp SQLite) hoặc postgres://người:mật-khẩu@máy:cổng/tên',
    )
    .default({ engine: 'sqlite', file: '.data/danhgia.db' }),
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
  LOG_LEVEL: z.enum(LOG_LEVELS, `cần một trong: ${LOG_LEVELS.join(', ')}`).default('info'),
  BACKUP_DIR: z.string().default('.data/backups'),
  MIN_FREE_MB: z
    .string()
    .regex(/^\d{1,7}$/, 'cần số MB, ví dụ 512')
    .transform(Number)
    .default(512),
  METRICS_PORT: port.nullable().default(null),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{24,200}=*$/, 'cần ít nhất 24 chữ cái, chữ số, không dấu cách')
    .nullable()
    .default(null),
  ...OIDC_VARIABLES,
});

/** What lies on this machine's disks. */
interface Places {
  readonly KEY_DIR: string;
  readonly BACKUP_DIR: string;
  /** `null` = not understood, which is told beside. */
  readonly DATABASE_URL: Database | null;
}

/** Where keys may lie: whoever takes the backups away must not take the keys with them. */
const PLACE_RULES: readonly { readonly error: string; readonly holds: (places: Places) => boolean }[] = [
  {
    error: 'cần nằm ngoài BACKUP_DIR và không chứa BACKUP_DIR: khóa không được đi cùng bản sao lưu',
    holds: ({ KEY_DIR, BACKUP_DIR }) => !isWithin(KEY_DIR, BACKUP_DIR) && !isWithin(BACKUP_DIR, KEY_DIR),
  },
  {
    error: 'cần thư mục riêng, không chung với tệp cơ sở dữ liệu',
    holds: ({ KEY_DIR, DATABASE_URL }) =>
      DATABASE_URL?.engine !== 'sqlite' || resolve(KEY_DIR) !== resolve(dirname(DATABASE_URL.file)),
  },
];

/** What is wrong with where the keys lie. */
export function keyPlaceFaults(places: Places): string[] {
  return PLACE_RULES.filter(({ holds }) => !holds(places)).map(({ error }) => error);
}

const folders = z.object({ KEY_DIR: z.string(), BACKUP_DIR: z.string(), DATABASE_URL: z.object({}).nullable() });

/** Beside whatever else is wrong, so that all is named at once; the places themselves must have been read. */
const whenPlaces = ({ value }: { readonly value: unknown }) => folders.safeParse(value).success;

const schema = PLACE_RULES.reduce(
  (all, { error, holds }) => all.refine(holds, { path: ['KEY_DIR'], error, when: whenPlaces }),
  settings,
);

/** Wrong environment variables; the message names each of them in Vietnamese. */
export class WrongEnv extends Error {
  override readonly name = 'WrongEnv';
  constructor(faults: readonly string[]) {
    super(['Cần sửa biến môi trường:', ...faults.map((fault) => `- ${fault}`)].join('\n'));
  }
}

/**
 * The settings out of environment variables; an empty one counts as not set.
 * @throws WrongEnv naming every wrong variable at once.
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const result = schema.safeParse(Object.fromEntries(Object.entries(variables).filter(([, value]) => value)));
  if (!result.success) {
    throw new WrongEnv(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const env = result.data;
  const missing = oidcFaults(env);
  if (missing.length > 0) throw new WrongEnv(missing);
  return {
    port: env.PORT,
    host: env.HOST,
    database: env.DATABASE_URL,
    keyDir: env.KEY_DIR,
    baseUrl: env.BASE_URL,
    behindProxy: env.BEHIND_PROXY,
    outputDir: env.OUTPUT_DIR,
    tenant: env.TENANT,
    tenantName: env.TENANT_NAME,
    logLevel: env.LOG_LEVEL,
    backupDir: env.BACKUP_DIR,
    minFreeMb: env.MIN_FREE_MB,
    metricsPort: env.METRICS_PORT,
    metricsHost: env.METRICS_HOST,
    metricsToken: env.METRICS_TOKEN,
    oidc: oidcOrNull(env),
  };
}

/** Public address of the server, no trailing slash. Listening on every interface has no address of its own: this machine's. */
export function baseUrlOf(env: Pick<Env, 'baseUrl' | 'host' | 'port'>): string {
  if (env.baseUrl !== null) return env.baseUrl;
  const host = ['0.0.0.0', '::'].includes(env.host) ? '127.0.0.1' : env.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${env.port}`;
}

/** What works but should not stay so in earnest, in Vietnamese. */
export function envWarnings(env: Env): string[] {
  const { baseUrl, host, behindProxy, metricsPort, metricsHost, metricsToken } = env;
  const isNear = (name: string) => ['127.0.0.1', '::1', 'localhost'].includes(name);
  const near = isNear(host);
  const encrypted = baseUrl?.startsWith('https:') === true;
  const warnings: string[] = [];
  if (!encrypted && !near)
    warnings.push('Máy khác vào được nhưng đường truyền chưa mã hóa. Đặt sau HTTPS và khai BASE_URL=https://…');
  if (encrypted && !behindProxy)
    warnings.push(
      'Đã khai HTTPS nhưng chưa khai BEHIND_PROXY=1: giới hạn lượt gọi sẽ tính chung mọi người vào địa chỉ của proxy.',
    );
  if (behindProxy && !near)
    warnings.push(
      `BEHIND_PROXY=1 mà HOST=${host}: ai vào thẳng cổng này đều tự khai được địa chỉ. Chỉ để proxy vào được, hoặc HOST=127.0.0.1.`,
    );
  if (metricsPort !== null && metricsToken === null && !isNear(metricsHost))
    warnings.push(
      `METRICS_HOST=${metricsHost} mà chưa có METRICS_TOKEN: ai vào được cổng ${metricsPort} đều đọc được số đo của máy chủ.`,
    );
  return warnings;
}
