import type { DossierRecord } from '../dossier-record.ts';
import { CodeTally } from './code-tally.ts';
import { dossierInYear, hasDistricts, type RatioView, type Verdict } from './dossier-in-year.ts';
import { RATIO_LABELS, type Ratio, ratioSentence } from './ratio.ts';
import { ONLINE, ONLINE_WHOLE, POST } from './ratio-channels.ts';
import { APOLOGY_IN_TIME, APOLOGY_SENT, REAPPOINTED_AGAIN, SUPPLEMENT_AGAIN } from './ratio-duties.ts';
import { ON_TIME_COMMUNE, ON_TIME_DISTRICT, ON_TIME_PROVINCE } from './ratio-punctuality.ts';
import type { RatioRule } from './ratio-rule.ts';

/** Ratios counted from dossiers, in the order they are printed. */
const RULES: readonly RatioRule[] = [
  ON_TIME_PROVINCE,
  ON_TIME_DISTRICT,
  ON_TIME_COMMUNE,
  APOLOGY_IN_TIME,
  APOLOGY_SENT,
  REAPPOINTED_AGAIN,
  SUPPLEMENT_AGAIN,
  ONLINE,
  ONLINE_WHOLE,
  POST,
];

type Tally = Readonly<Record<Exclude<Verdict, 'apart'>, CodeTally>>;

/**
 * Every ratio dossiers tell, from records read one after the other: memory grows with `codes`, not with the records.
 * @param codes how many codes each list names before it only counts.
 * @throws NotInForce for a period before the decrees or the decisions began.
 */
export function countRatios(records: Iterable<DossierRecord>, view: RatioView, codes: number): Ratio[] {
  const rules = RULES.filter((rule) => rule !== ON_TIME_DISTRICT || hasDistricts(view.period)).map((rule) => ({
    rule,
    cite: rule.cite(view.period),
    tally: { numerator: new CodeTally(), rest: new CodeTally(), unknown: new CodeTally() } satisfies Tally,
  }));
  for (const record of records) {
    const seen = dossierInYear(record, view);
    for (const { rule, tally } of rules) {
      const verdict = rule.tell(seen, view);
      if (verdict !== 'apart') tally[verdict].add(record.dossier.code, codes);
    }
  }
  return rules.map(({ rule: { id }, cite, tally }) => {
    const { numerator, rest, unknown } = tally;
    const count = {
      numerator: numerator.count,
      denominator: numerator.count + rest.count,
      unknown: unknown.count,
      silentUnits: 0,
    };
    return {
      id,
      label: RATIO_LABELS[id],
      ...count,
      cite,
      because: ratioSentence(id, count, 'hồ sơ'),
      evidence: { numerator: numerator.shown, rest: rest.shown, unknown: unknown.shown },
    };
  });
}
