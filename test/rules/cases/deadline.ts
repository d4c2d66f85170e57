import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { deadlineOf } from '#rules/due.ts';
import { citationText, type LocalTime } from '#rules/law.ts';
import { dossierOf } from '../dossier-of.ts';

interface Given {
  readonly facts: Partial<Dossier>;
  readonly compareWith: Choices['compareWith'];
  readonly clockAfterSupplement?: Choices['clockAfterSupplement'];
}

interface Expect {
  readonly at: LocalTime;
  /** Article that starts the limit again; `null` while nothing did. */
  readonly cite: string | null;
}

/** The deadline of a dossier of the usual office, and what started its limit again. */
export function deadline({ facts, compareWith, clockAfterSupplement = 'restart' }: Given): Expect | null {
  const due = deadlineOf(dossierOf(facts), DEFAULT_OFFICE, { ...DEFAULT_CHOICES, compareWith, clockAfterSupplement });
  return due && { at: due.at, cite: due.cite && citationText(due.cite) };
}
