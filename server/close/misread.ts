import type { DossierFacts } from '#rules/facts.ts';
import { type Misreading, misreading } from '#rules/misreading.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import type { MisreadingRow } from '../store/snapshot-misreadings.ts';
import type { AlikeDossiers } from './joint-table.ts';
import { type Block, safe } from './kept-rows.ts';

/** What one answer says of something that is on record: `hit` = the answer given by mistake, or of contacts nobody recorded. */
export interface Said {
  /** Survey, version, kind and indicator, as JSON. */
  readonly line: string;
  readonly hit: boolean;
}

/** How many gave which answer. */
export interface SaidCount {
  readonly hit: number;
  readonly n: number;
}

const NOTHING: SaidCount = { hit: 0, n: 0 };

/**
 * What `answers` say of contacts after filing, whatever is on record: held against the record by `misreadings`, for a dossier with none.
 * Taken from `rules/misreading.ts` as for a dossier without any contact.
 */
export function saidOf(survey: Survey, answers: Readonly<Record<string, string>>): Said[] {
  const noContact: Pick<DossierFacts, 'contacts'> = { contacts: 0 };
  const found: Misreading = misreading(survey, answers, noContact);
  const line = (kind: MisreadingRow['kind'], indicator: number) =>
    JSON.stringify([survey.id, survey.version, kind, indicator]);
  const misread = found.compared.map((id) => ({
    line: line('misread', id),
    hit: found.suspectedMisreading.includes(id),
  }));
  const { unrecordedSupplement: unrecorded } = found;
  return unrecorded === null ? misread : [...misread, { line: line('unrecorded', 0), hit: unrecorded }];
}

/** Of nobody, or of enough people of whom some gave the one answer and some another. */
const mixed = ({ hit, n }: SaidCount) => n === 0 || (n >= SMALLEST_GROUP && hit > 0 && hit < n);

const noneRecorded = ({ contacts }: AlikeDossiers) => contacts === 0;

/** Dossiers without a recorded contact, or those with one, over all units. */
interface Side {
  /** Of the parts of blocks that are cut alone: indicator → citizen's points → number of dossiers. */
  readonly citizen: AlikeDossiers['citizen'];
  /** Of all. */
  readonly said: Map<string, SaidCount>;
}

const emptySide = (): Side => ({ citizen: new Map(), said: new Map() });

function addCitizen(sum: Side['citizen'], citizen: AlikeDossiers['citizen']): void {
  for (const [indicator, counts] of citizen) {
    const own = sum.get(indicator) ?? new Map<number, number>();
    sum.set(indicator, own);
    for (const [points, n] of counts) own.set(points, (own.get(points) ?? 0) + n);
  }
}

function addSaid(sum: Side['said'], said: AlikeDossiers['said']): void {
  for (const [line, { hit, n }] of said) {
    const own = sum.get(line) ?? NOTHING;
    sum.set(line, { hit: own.hit + hit, n: own.n + n });
  }
}

/**
 * The lines that may be kept of a province, in the order of their keys; of what is added sums alone are held.
 *
 * Dossiers without a recorded contact are one more row over the units together. Sums of whole blocks are taken to be known, so what the
 * row adds is the sum over its parts of the blocks it cuts, in all units at once: these parts together, and what they leave of the
 * blocks, must be of nobody or of 5 who did not answer alike. So must, of each line, the answers for dossiers without a contact and
 * those for dossiers with one: else some unit's only dossier of its kind would be told by the sum. A unit of which some dossier's
 * contacts are not known is left out: it would cut the blocks a second time.
 */
export function misreadings() {
  const [none, some] = [emptySide(), emptySide()];
  return {
    /** The blocks that were cut of a unit's dossiers (`keptRows`); only of units whose answers are kept. */
    add(blocks: readonly Block[]): void {
      if (!blocks.flat().every(({ contacts, said }) => contacts !== null || said.size === 0)) return;
      for (const block of blocks) {
        const isCut = block.some(noneRecorded) && !block.every(noneRecorded);
        for (const each of block) {
          const side = noneRecorded(each) ? none : some;
          if (isCut) addCitizen(side.citizen, each.citizen);
          addSaid(side.said, each.said);
        }
      }
    },
    rows(): MisreadingRow[] {
      if (!safe([none]) || !safe([some])) return [];
      return [...none.said.keys()].sort().flatMap((line) => {
        const [without, recorded] = [none.said.get(line) ?? NOTHING, some.said.get(line) ?? NOTHING];
        if (without.n === 0 || !mixed(without) || !mixed(recorded)) return [];
        const [survey, version, kind, indicator] = JSON.parse(line) as [string, number, MisreadingRow['kind'], number];
        return [{ survey, version, kind, indicator, k: without.hit, n: without.n + recorded.n }];
      });
    },
  };
}

/** A year: the lines of its quarters added up. */
export function addedMisreadings(quarters: readonly (readonly MisreadingRow[])[]): MisreadingRow[] {
  const sums = new Map<string, MisreadingRow>();
  for (const row of quarters.flat()) {
    const key = JSON.stringify([row.survey, row.version, row.kind, row.indicator]);
    const before = sums.get(key);
    sums.set(key, before ? { ...row, k: before.k + row.k, n: before.n + row.n } : row);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
