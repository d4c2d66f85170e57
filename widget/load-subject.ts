import type { Stage } from '#rules/surveys/survey.ts';
import type { InvitationView } from '#wire/invitation.ts';
import type { Refused } from './ask.ts';
import { ask, refusedOr } from './ask.ts';
import type { Settings } from './settings.ts';

/** What the answers are about. */
export interface Subject {
  readonly unit: string;
  readonly procedure: string;
  /** Shown to whoever holds the link; never sent back. Empty = none, or not known yet. */
  readonly dossier: string;
  readonly stage: Stage;
  readonly survey: string;
  readonly version?: number;
}

/** As the host page says it. */
export const subjectOf = ({ unit, procedure, stage, survey }: Settings): Subject => ({
  ...{ unit, procedure, dossier: '', stage, survey },
});

/** From the invitation behind `token`, or why there is none. */
export async function loadSubject({ server, token, lang }: Settings): Promise<Subject | Refused> {
  const answer = await ask(`${server}/v1/invitations/${token}`, lang);
  const view = refusedOr<InvitationView>(answer);
  return 'code' in view ? view : { ...view, procedure: view.procedure ?? '' };
}
