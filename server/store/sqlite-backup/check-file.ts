import { verifyAudit } from '../audit.ts';
import { type File, readerOf, rowsOf } from './open-file.ts';

/**
 * What is wrong with a database file, in Vietnamese; nothing when its pages are whole and the audit log of every tenant
 * follows.
 */
export async function faultsOf(file: File): Promise<string[]> {
  const pages = rowsOf<{ integrity_check: string }>(file, 'pragma integrity_check(3)').map(
    (row) => row.integrity_check,
  );
  if (pages.join() !== 'ok') return [`tệp hỏng: ${pages.join('; ')}`];
  const faults: string[] = [];
  for (const { tenant } of rowsOf<{ tenant: string }>(file, 'select tenant from tenants order by tenant')) {
    const broken = await verifyAudit(readerOf(file), tenant);
    if (broken !== null) faults.push(`nhật ký của ${tenant} không liền từ dòng ${broken}`);
  }
  return faults;
}
