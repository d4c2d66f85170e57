import type { Db } from '../../server/store/db.ts';

/**
 * Figures of a snapshot never change, so the server gives published pages from memory as long as nothing is published, corrected or
 * withdrawn. A test that writes other figures behind its back says so by this: the decision of a province stands on none of the pages.
 */
export const changedBehind = (db: Db) => db.run("update tenants set decision = coalesce(decision, '') || '.'");
