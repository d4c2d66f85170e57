import type { Acts } from '#rules/acts.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { dateChecks } from '#rules/date-checks/date-checks.ts';
import type { DateFinding, PromiseChange } from '#rules/date-checks/finding.ts';
import type { Dossier } from '#rules/dossier.ts';
import { dossierOf } from '../dossier-of.ts';

/** A dossier, and what the system's log says of its promised date. */
export interface DatesGiven {
  readonly dossier: Partial<Dossier>;
  readonly acts?: Acts;
  readonly changes?: readonly PromiseChange[];
  readonly choices?: Partial<Choices>;
}

/** Which checks found something; the default code carries no day of its own here. */
export function found({ dossier, acts = {}, changes = [], choices = {} }: DatesGiven): DateFinding['check'][] {
  return dateChecks({
    dossier: dossierOf({ code: 'không rõ', ...dossier }),
    acts,
    changes,
    office: DEFAULT_OFFICE,
    choices: { ...DEFAULT_CHOICES, ...choices },
  }).map(({ check }) => check);
}
