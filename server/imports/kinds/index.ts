import type { ImportKind } from '#wire/import.ts';
import type { ImportSpec } from '../kind.ts';
import { dossiers } from './dossiers.ts';
import { officers } from './officers.ts';
import { paperForms } from './paper-forms.ts';
import { parCriteria } from './par-criteria.ts';
import { petitions } from './petitions.ts';
import { procedures } from './procedures.ts';
import { publishedTables } from './published-tables.ts';
import { unitFacts } from './unit-facts.ts';
import { unitSpans } from './unit-spans.ts';
import { units } from './units.ts';

/** Every kind of file that can be taken in; a new kind adds one import and one line. */
export const importKinds: readonly ImportSpec[] = [
  dossiers,
  petitions,
  unitFacts,
  procedures,
  units,
  officers,
  paperForms,
  publishedTables,
  parCriteria,
  unitSpans,
];

/** @throws Error for a kind the schema allows and nobody wrote. */
export function kindOf(kind: ImportKind): ImportSpec {
  const found = importKinds.find((each) => each.kind === kind);
  if (!found) throw new Error(`import kind ${kind}`);
  return found;
}
