import { figureOf, officerId } from '#rules/figure-id.ts';
import type { IsoDate } from '#rules/law.ts';
import { officerBands } from '#rules/officer-bands.ts';
import { type Figure, SMALL_N } from '#rules/print-figure.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { OfficerResult } from '#wire/results.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import { citeView } from './cite-view.ts';

/** An officer's total as a figure; `n` = dossiers of which some indicator is his. */
export function officerTotal({ officer, total, max, missing, because, n }: OfficerResult): Figure {
  return figureOf(officerId(officer, 'total'), 'tenths', total, {
    of: max,
    n: n.dossiers,
    because: total === null || missing.length > 0 ? because : null,
    few: n.dossiers < SMALL_N,
  });
}

export function listedOfficers(officers: readonly OfficerResult[]): UnitPage['officers'] {
  return officers.map((result) => ({
    officer: result.officer,
    total: officerTotal(result),
    completionLabel: result.completionLabel,
    because: result.because,
    dossiers: result.n.dossiers,
  }));
}

/** How many officers of `unit` stand in each completion level; empty when none has one. @param on last day of the period. */
export function officerBandRows(
  unit: string,
  officers: readonly OfficerResult[],
  ruleset: PointsRuleset,
  on: IsoDate,
): UnitPage['bands'] {
  const codes = officers.map(({ completion }) => completion);
  if (codes.every((code) => code === null)) return [];
  const { bands, graded, cite } = officerBands(ruleset, codes, on);
  return bands.map(({ code, label, n, because }) => ({
    code,
    label,
    share: figureOf(`unit/${unit}/officers/${code}`, 'fineShare', n, {
      ...{ of: graded, n: graded, because, cites: [citeView(cite)] },
    }),
  }));
}
