import type { Dossier } from '#rules/dossier.ts';
import { type DossierInYear, dossierInYear, momentOf, type RatioView } from '#rules/par/dossier-in-year.ts';
import { ONLINE, POST } from '#rules/par/ratio-channels.ts';
import { APOLOGY_IN_TIME, APOLOGY_SENT, REAPPOINTED_AGAIN, SUPPLEMENT_AGAIN } from '#rules/par/ratio-duties.ts';
import type { RatioRule } from '#rules/par/ratio-rule.ts';
import type { CountRow } from '../store/snapshot-counts.ts';
import type { CloseContext } from './context.ts';
import type { CountSink } from './count-sinks.ts';

interface Told {
  numerator: number;
  rest: number;
  unknown: number;
}

/** Of whoever was received in the period; the family of rows they are kept in. */
const FILED = [ONLINE, POST];
/** Of those whose time counts in the period: each dossier once, however many periods it runs through. */
const LETTERS = [APOLOGY_IN_TIME, APOLOGY_SENT];
/** Of those that ended in the period, for the same reason. */
const ENDED = [REAPPOINTED_AGAIN, SUPPLEMENT_AGAIN];

/**
 * Counts the ratios of the PAR index that dossiers tell, unit by unit; those of punctuality are in the results of units already. One
 * that ended on an unknown day counts in none but those of filing: each of four quarters would count it as unknown, and the check
 * before the close names it.
 */
export function ratioSink({ period, choices, office }: CloseContext): CountSink {
  const now = `${period.to}T00:00`;
  const view: RatioView = {
    ...{ period, now, choices, officeOf: () => office },
    ...{ levelOf: () => null, wholeOnline: () => null },
  };
  const moment = momentOf(view);
  const units = new Map<string, Map<string, Told>>();
  let told = new Map<string, Told>();

  function tell(rules: readonly RatioRule[], seen: DossierInYear): void {
    for (const { id, tell: verdictOf } of rules) {
      const verdict = verdictOf(seen, view);
      if (verdict === 'apart') continue;
      const own = told.get(id) ?? { numerator: 0, rest: 0, unknown: 0 };
      own[verdict] += 1;
      told.set(id, own);
    }
  }

  /** For rules that ask nothing of its time: it is not judged once more for them. */
  const unjudged = (
    record: DossierInYear['record'],
    { belongs, received }: Pick<DossierInYear, 'belongs' | 'received'>,
  ): DossierInYear => ({
    ...{ record, moment, office, belongs, received },
    ...{ timeliness: 'apart', promise: 'apart', level: null },
  });

  function filed(dossier: Dossier): void {
    const { received } = dossier;
    if (received === null || received < period.from || received >= moment) return;
    tell(FILED, unjudged({ dossier }, { belongs: 'no', received: 'yes' }));
  }

  /** Whether it may have missed its promised date. */
  const mayBeLate = (status: string) =>
    choices.compareWith !== 'promised' || status === 'overdue' || status === 'unknown';

  return {
    table: 'snapshot_slices',
    begin(unit) {
      told = new Map();
      units.set(unit, told);
    },
    add({ scored: { record, counted, judged } }) {
      filed(record.dossier);
      if (counted.timeliness && mayBeLate(judged.standing.status)) tell(LETTERS, dossierInYear(record, view));
      if (counted.rest) tell(ENDED, unjudged(record, { belongs: 'yes', received: 'no' }));
    },
    addBeside: filed,
    rows: () =>
      [...units].flatMap(([unit, own]) =>
        [...own].map(([key, counts]): CountRow => ({ unit, family: 'par', key, counts: { ...counts } })),
      ),
  };
}
