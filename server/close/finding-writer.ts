import type { Statement } from '../store/db.ts';
import { findingTexts } from '../store/finding-texts.ts';
import { type DossierFindings, deleteFindings, insertFindings } from '../store/findings.ts';
import { markWritten } from '../store/snapshot-progress.ts';
import type { CloseContext } from './context.ts';

/** Writes findings page by page, each page in one transaction with what keeps others out meanwhile. */
export interface FindingWriter {
  /** Whatever an interrupted try left of the unit goes. */
  begin(unit: string): Promise<void>;
  write(unit: string, dossiers: readonly DossierFindings[]): Promise<void>;
  /** The unit is not written again when the snapshot is taken up again with the same facts. */
  end(unit: string, factsHash: string): Promise<void>;
}

/** @param beside goes into each transaction. */
export async function findingWriter(
  { db, tenant, snapshot }: Pick<CloseContext, 'db' | 'tenant' | 'snapshot'>,
  beside: () => readonly Statement[],
): Promise<FindingWriter> {
  const texts = await findingTexts(db, tenant, snapshot);
  return {
    async begin(unit) {
      await db.batch([deleteFindings(tenant, snapshot, unit), ...beside()]);
    },
    async write(unit, dossiers) {
      const statements = insertFindings(tenant, snapshot, unit, dossiers, texts);
      if (statements.length > 0) await db.batch([...statements, ...beside()]);
    },
    async end(unit, factsHash) {
      await db.batch([markWritten(tenant, snapshot, unit, factsHash), ...beside()]);
    },
  };
}
