import type { Stage } from '#rules/surveys/survey.ts';
import type { InvitationView } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import { ask } from './ask.ts';
import type { Settings } from './settings.ts';

/** What the answers are about. */
export interface Subject {
  readonly unit: string;
  readonly procedure: string;
  /** Shown to whoever holds the link; never sent back. */
  readonly dossier: string;
  readonly stage: Stage;
  readonly survey: string;
  readonly version?: number;
}

/** From the invitation behind `token`, else from the attributes. A `Problem` = the link is closed; `null` = did not load. */
export async function loadSubject(settings: Settings): Promise<Subject | Problem | null> {
  const { server, token, unit, procedure, stage, survey } = settings;
  if (!token) return { unit, procedure, dossier: '', stage, survey };
  const { status, body } = await ask(`${server}/v1/invitations/${token}`);
  if (status !== 200) return status === 404 || status === 409 || status === 410 ? (body as Problem) : null;
  const view = body as InvitationView;
  return { ...view, procedure: view.procedure ?? '' };
}
