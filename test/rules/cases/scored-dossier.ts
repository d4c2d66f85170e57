import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierFacts, LegacyPoints } from '#rules/facts.ts';
import type { IndicatorId, Series } from '#rules/finding.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import type { LawCase } from './case.ts';
import { type Reading, readingIn } from './reading-in.ts';

/** One indicator of one dossier: who states what, and the choices that differ from their defaults. */
export interface DossierGiven {
  readonly indicator: IndicatorId;
  readonly series: Series;
  readonly facts: DossierFacts;
  /** What the system knows of the same dossier. */
  readonly computed?: DossierFacts;
  readonly legacy?: LegacyPoints;
  readonly choices?: Partial<Choices>;
}

/** Tenths, `null` = left out; `reading` names the choices that decided it. */
export interface DossierExpect {
  readonly points: number | null;
  readonly because: string;
  readonly reading?: Reading;
}

export function runDossier(given: DossierGiven, on: string): DossierExpect | undefined {
  const { indicator, series, facts, computed, legacy, choices } = given;
  const beside = { ...(computed && { computed }), ...(legacy && { legacy }) };
  const findings = scoreDossier(facts, series, { ...DEFAULT_CHOICES, ...choices }, on, beside);
  const found = findings.find((each) => each.indicator === indicator);
  if (!found) return undefined;
  const { points, because, cite } = found;
  const reading = readingIn(cite);
  return reading ? { points, because, reading } : { points, because };
}

/** A dossier scored at the end of 2021 under Điều 13. */
export function dossierCase(
  name: string,
  given: DossierGiven,
  expect: DossierExpect,
): LawCase<DossierGiven, DossierExpect> {
  return { name, on: '2021-12-31', given, expect, article: `Điều 13 TT 01/2018/TT-VPCP, chỉ số ${given.indicator}` };
}
