import type { Statement } from '../store/db.ts';
import { findingTexts } from '../store/finding-texts.ts';
import {
  type DossierFindings,
  deleteFindings,
  insertFindings,
  type PackedDossier,
  packDossier,
} from '../store/findings.ts';
import { markWritten } from '../store/snapshot-progress.ts';
import type { CloseContext } from './context.ts';

/** Written together: every transaction waits for the disk. */
const TOGETHER = 1000;

/** Writes findings a thousand dossiers at a time, in one transaction with what keeps others out meanwhile. */
export interface FindingWriter {
  /** Whatever an interrupted try left of the unit goes with the first that is written. */
  begin(unit: string): void;
  /** Packs them at once: the findings of a thousand dossiers are much to hold. */
  add(found: DossierFindings): void;
  /** Writes what was added, when it is enough. */
  step(): Promise<void>;
  /** Writes the rest. The unit is not written again when the snapshot is taken up again with the same facts. */
  end(factsHash: string): Promise<void>;
}

/** @param beside goes into each transaction. */
export async function findingWriter(
  { db, tenant, snapshot }: Pick<CloseContext, 'db' | 'tenant' | 'snapshot'>,
  beside: () => readonly Statement[],
): Promise<FindingWriter> {
  const texts = await findingTexts(db, tenant, snapshot);
  let unit = '';
  let first: readonly Statement[] = [];
  let rows: PackedDossier[] = [];

  async function write(...more: readonly Statement[]): Promise<void> {
    const statements = [...first, ...insertFindings(tenant, snapshot, unit, rows, texts), ...more, ...beside()];
    [first, rows] = [[], []];
    await db.batch(statements);
  }

  return {
    begin(code) {
      [unit, first, rows] = [code, [deleteFindings(tenant, snapshot, code)], []];
    },
    add(found) {
      rows.push(packDossier(found, texts));
    },
    async step() {
      if (rows.length >= TOGETHER) await write();
    },
    end: (factsHash) => write(markWritten(tenant, snapshot, unit, factsHash)),
  };
}
