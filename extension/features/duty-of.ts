import type { Duty, DutyFinding } from '#rules/duties/duty.ts';
import { known } from '#rules/known.ts';
import { citationText } from '#rules/law.ts';
import type { Seen, Task } from './feature.ts';

/** One duty of one dossier, by what the screens showed; `null` without a status, and where no decree covers the day. */
export function dutyOf({ dossier, acts, now, office, settings }: Seen, duty: Duty): DutyFinding | null {
  return dossier && known(() => duty.check({ dossier, acts, now, office, choices: settings.choices }));
}

/** A breached duty as something to do. */
export function taskOf({ because, cite }: DutyFinding): Task {
  return { text: because, cite: cite && citationText(cite) };
}
