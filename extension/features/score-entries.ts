import { endOf } from '#rules/dossier.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import type { Finding } from '#rules/finding.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import type { ScoreValues } from '../messages.ts';
import type { Seen } from './feature.ts';

/** What the officer entered for one indicator. Points in tenths; `null` = left empty. */
export interface Entry {
  readonly points: number | null;
  readonly note: string;
  readonly evidence: string;
}
/** By indicator; one that is not here was left as the system filled it in. */
export type Entries = Readonly<Record<number, Entry>>;
/** Self-scores typed and not confirmed yet, by dossier code. */
export type Drafts = Readonly<Record<string, Entries>>;

/** What the system has points for, each with its reason; `null` where nothing is known. */
export function systemFindings({ dossier, now, office, settings }: Seen): readonly Finding[] | null {
  const end = dossier && endOf(dossier);
  if (!dossier || !end?.at) return null;
  const facts = dossierFacts(dossier, now, office, settings.choices);
  return scoreDossier(facts, 'computed', settings.choices, end.at.slice(0, 10));
}

/** What is sent of `findings` with the officer's entries: what was not touched stays as it was filled in, missing stays missing. */
export function valuesOf(findings: readonly Finding[], entries: Entries): ScoreValues {
  return Object.fromEntries(
    findings.map(({ indicator, points }) => {
      const entry = entries[indicator] ?? { points, note: '', evidence: '' };
      const [note, evidence] = [entry.note.trim(), entry.evidence.trim()];
      return [
        String(indicator),
        { shown: points, points: entry.points, ...(note && { note }), ...(evidence && { evidence }) },
      ];
    }),
  ) as ScoreValues;
}
