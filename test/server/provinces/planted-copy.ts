import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Statement } from '../../../server/store/db.ts';
import { readSchema } from '../statements/schema.ts';
import type { TestServer } from '../test-server.ts';

/** Stands in every text tenant `kia` has, and nowhere else. */
export const MARK = 'CHỈ KIA CÓ';

/** Who may call, and what the process keeps for itself: as each province has them already. */
const OWN = [
  ...[
    'users',
    'sessions',
    'devices',
    'person_tokens',
    'portal_keys',
    'tenants',
    'tenant_provinces',
    'first_admin_links',
  ],
  ...['audit', 'leases', 'daily_jobs', 'kiosks'],
];

/** What people wrote. */
const TEXTS: readonly (readonly [table: string, column: string])[] = [
  ...(['name'] as const).flatMap((column) => [
    ['tenants', column] as const,
    ['units', column] as const,
    ['procedures', column] as const,
  ]),
  ...[['officers', 'label'] as const, ['devices', 'label'] as const, ['portal_keys', 'label'] as const],
  ...[['kiosks', 'counter'] as const, ['responses', 'comment'] as const, ['cases', 'comment'] as const],
  ...[['objections', 'text'] as const, ['appraisals', 'reason'] as const, ['report_texts', 'text'] as const],
  ...[['portal_origins', 'added_by'] as const, ['unit_facts', 'declared_by'] as const],
];

/**
 * Gives tenant `kia` every row of `mau` under the same ids, with `MARK` in every text: whatever is asked with an id of one, the
 * other has it too.
 */
export async function plantCopy({ db, folder }: Pick<TestServer, 'db' | 'folder'>): Promise<void> {
  cpSync(join(folder, 'keys', 'mau'), join(folder, 'keys', 'kia'), { recursive: true });
  const statements: Statement[] = [];
  for (const [table, { columns }] of await readSchema()) {
    if (!columns.includes('tenant') || OWN.includes(table)) continue;
    const rest = columns.filter((column) => column !== 'tenant').map((column) => `"${column}"`);
    statements.push(
      { sql: `delete from ${table} where tenant = 'kia'` },
      { sql: `insert into ${table} (tenant, ${rest}) select 'kia', ${rest} from ${table} where tenant = 'mau'` },
    );
  }
  for (const [table, column] of TEXTS)
    statements.push({ sql: `update ${table} set ${column} = ${column} || ' ${MARK}' where tenant = 'kia'` });
  await db.batch(statements);
}
