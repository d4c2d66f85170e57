import { isSignedToken, tenantOf } from '#wire/ids.ts';
import type { Services } from '../services.ts';
import { invitationOrNull, type StoredInvitation } from '../store/invitations.ts';
import { signedLinkOrNull } from './signed-link.ts';

/** What a survey link of either kind opens. */
export interface OpenedLink extends StoredInvitation {
  /** The portal key it was made with, without asking this server; `null` for a link this server made. */
  readonly signedBy: string | null;
}

/** What `token`, well-formed, opens, in time or not; `null` = nothing. @throws Refusal as `signedLinkOrNull` does. */
export async function openLinkOrNull(services: Services, token: string): Promise<OpenedLink | null> {
  if (isSignedToken(token)) return signedLinkOrNull(services, token);
  const invitation = await invitationOrNull(services.db, tenantOf(token), token);
  return invitation && { ...invitation, signedBy: null };
}
