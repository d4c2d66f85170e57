import { type AgreedShare, agreementOf, type Pair } from '#rules/agreement.ts';
import { agreementId, figureOf } from '#rules/figure-id.ts';
import { INDICATOR_IDS, type IndicatorId } from '#rules/finding.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { AgreementRow } from '#wire/sample.ts';
import { distributions } from '../distributions.ts';
import type { GivenPoints } from '../store/appraisals.ts';
import type { Db } from '../store/db.ts';
import { type DossierPoints, pointsOfDossiers } from '../store/dossier-points.ts';
import { BEST } from './index-range.ts';

/** Fewer dossiers than this say nothing of agreement (own reading). */
const SMALLEST_AGREED = 5;

const PAIRS = ['selfAppraised', 'computedAppraised', 'selfComputed'] as const;
type PairName = (typeof PAIRS)[number];

const KAPPA_WHY = {
  few: 'Chưa đủ dữ liệu: kappa cần từ 30 hồ sơ.',
  alike: 'Không nêu kappa: hơn 95 % số điểm là một giá trị.',
} as const;

/** The three sides of one dossier on one indicator. */
interface Sides {
  readonly indicator: IndicatorId;
  readonly self: number | null;
  readonly computed: number | null;
  readonly appraised: number;
}

function pairOf(name: PairName, { self, computed, appraised }: Sides): Pair | null {
  const [one, other] = {
    selfAppraised: [self, appraised],
    computedAppraised: [computed, appraised],
    selfComputed: [self, computed],
  }[name];
  return one === null || one === undefined || other === null || other === undefined ? null : { one, other };
}

async function sidesOf(
  db: Db,
  tenant: string,
  snapshot: string,
  given: readonly GivenPoints[],
): Promise<readonly Sides[]> {
  const sides: Sides[] = [];
  for (const unit of new Set(given.map((each) => each.unit))) {
    const own = given.filter((each) => each.unit === unit);
    const codes = [...new Set(own.map(({ dossier }) => dossier))];
    const found = await pointsOfDossiers(db, tenant, snapshot, unit, codes);
    const byCode = new Map<string, DossierPoints>(found.map((points) => [points.dossier, points]));
    for (const { dossier, indicator, first } of own) {
      const points = byCode.get(dossier);
      const [self, computed] = [points?.self[indicator] ?? null, points?.computed[indicator] ?? null];
      sides.push({ indicator, self, computed, appraised: first });
    }
  }
  return sides;
}

function rowOf(scope: string, pair: PairName, indicator: IndicatorId, pairs: readonly Pair[]): AgreementRow | null {
  const n = pairs.length;
  if (n === 0) return null;
  const agreed = n < SMALLEST_AGREED ? null : agreementOf(pairs, BEST, distributions);
  const because = agreed ? null : `Chưa đủ dữ liệu: mới có ${n} hồ sơ, cần từ ${SMALLEST_AGREED}.`;
  const id = (what: string) => agreementId(scope, pair, indicator, what);
  const share = (what: string, of: AgreedShare | undefined): Figure =>
    figureOf(id(what), 'share', of?.k ?? null, {
      ...{ of: n, n, low: of?.lo ?? null, high: of?.hi ?? null, because, few: n < SMALL_N },
    });
  const { difference, kappa } = agreed ?? { difference: null, kappa: null };
  return {
    ...{ pair, indicator, label: INDICATOR_NAMES[indicator], n },
    agree: share('agree', agreed?.agree),
    higher: share('higher', agreed?.higher),
    lower: share('lower', agreed?.lower),
    difference: figureOf(id('difference'), 'difference', difference?.mean ?? null, {
      ...{ n, low: difference?.lo ?? null, high: difference?.hi ?? null, because, few: n < SMALL_N },
    }),
    // Two decimals are more than such an n tells.
    kappa: figureOf(id('kappa'), 'hundredths', typeof kappa === 'number' ? Math.round(kappa / 10) : null, {
      ...{ n, because: typeof kappa === 'string' ? KAPPA_WHY[kappa] : because },
    }),
  };
}

/**
 * How far self, appraiser and computed agree, by pair and indicator; a pair nobody has both sides of is left out. The appraiser's are
 * the first points given, before the others were seen.
 * @param given points of the dossiers drawn. @param scope a unit, or `all`.
 */
export async function agreementRows(
  db: Db,
  tenant: string,
  snapshot: string,
  given: readonly GivenPoints[],
  scope: string,
): Promise<AgreementRow[]> {
  const sides = await sidesOf(db, tenant, snapshot, given);
  return PAIRS.flatMap((pair) =>
    INDICATOR_IDS.flatMap((indicator) => {
      const own = sides.filter((each) => each.indicator === indicator);
      return (
        rowOf(
          scope,
          pair,
          indicator,
          own.flatMap((each) => pairOf(pair, each) ?? []),
        ) ?? []
      );
    }),
  );
}
