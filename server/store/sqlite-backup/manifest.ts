import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { tenantId } from '#wire/ids.ts';

const NAME = 'manifest.json';
const SUMS = 'SHA256SUMS';
/** Written beside the tables and before the manifest. */
const TEXTS = ['README.txt', 'schema.sql'];

const manifest = z.strictObject({
  format: z.literal(1),
  tenant: tenantId,
  /** Moment of all tables, UTC. */
  at: z.iso.datetime(),
  /** Changes of schema the tables went through. */
  migrations: z.array(z.string().regex(/^[\w-]+\.sql$/)).min(1),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z_]+$/),
      rows: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** What an export holds. */
export type Manifest = z.infer<typeof manifest>;

const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Writes `manifest.json`, and `SHA256SUMS` of everything in `folder`. */
export function writeManifest(folder: string, it: Manifest): void {
  writeFileSync(join(folder, NAME), `${JSON.stringify(it, null, 2)}\n`, { flush: true });
  const others = [...TEXTS, NAME].map((name) => [sumOf(readFileSync(join(folder, name))), name]);
  const sums = [...it.tables.map(({ name, sha256 }) => [sha256, `${name}.ndjson`]), ...others];
  writeFileSync(join(folder, SUMS), sums.map(([sum, name]) => `${sum}  ${name}\n`).join(''), { flush: true });
}

/** The manifest of an export, or what is wrong with it in Vietnamese. The tables themselves are not looked at. */
export function readManifest(folder: string): Manifest | string {
  try {
    const bytes = readFileSync(join(folder, NAME));
    const sums = readFileSync(join(folder, SUMS), 'utf8').split('\n');
    if (!sums.includes(`${sumOf(bytes)}  ${NAME}`)) return `${NAME} không khớp ${SUMS}`;
    const read = manifest.safeParse(JSON.parse(bytes.toString('utf8')));
    return read.success ? read.data : `${NAME} không phải của lệnh export bản này đọc được`;
  } catch {
    return `không đọc được ${NAME} hoặc ${SUMS}`;
  }
}
