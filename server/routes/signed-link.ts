import { compactDecrypt, decodeProtectedHeader } from 'jose';
import { tenantOf } from '#wire/ids.ts';
import { type SignedClaims, signedClaims, signedHeader } from '#wire/signed-token.ts';
import { localDay } from '../clock.ts';
import type { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { dossiersByCode } from '../store/dossiers.ts';
import { LINK_DAYS, type StoredInvitation } from '../store/invitations.ts';
import { keyLostRefusal } from '../store/key-lost.ts';
import { portalKeyOrNull, type StoredPortalKey } from '../store/portal-keys.ts';
import { requireIssuedAfterSeals } from '../store/sealed-dossiers.ts';
import { tokenBad, tokenRevoked } from '../store/token-refusal.ts';
import { unitOrNull } from '../store/units.ts';
import { readAs } from './read-as.ts';

/** How far ahead the clock of a portal may be. */
const SKEW_SECONDS = 600;

/** What is wrong with one claim; told only to who made the token, for nobody else can have sealed it. */
function claimFault(claim: string, message: string): Refusal {
  return tokenBad(422, [{ path: `token.${claim}`, message }]);
}

/** The text sealed in `jwe`, or `null` when it was not sealed with `key` in the one way there is. */
async function unsealOrNull(jwe: string, key: Uint8Array): Promise<unknown> {
  try {
    const allowed = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
    const { plaintext } = await compactDecrypt(jwe, key, allowed);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext));
  } catch {
    return null;
  }
}

function headerOrNull(jwe: string) {
  try {
    return signedHeader.safeParse(decodeProtectedHeader(jwe)).data ?? null;
  } catch {
    return null;
  }
}

/** @throws Refusal 422 `token.bad` naming the claim. */
function requireClaims(value: unknown, tenant: string, { units }: StoredPortalKey, now: Date): SignedClaims {
  const read = readAs(signedClaims, value);
  if ('issues' in read)
    throw tokenBad(
      422,
      read.issues.map(({ path, message }) => ({ path: `token.${path}`, message })),
    );
  const { iat, exp, unit } = read.data;
  if (read.data.tenant !== tenant) throw claimFault('tenant', `khóa này của tỉnh ${tenant}`);
  if (iat > now.getTime() / 1000 + SKEW_SECONDS) throw claimFault('iat', 'giờ máy chủ của cổng nhanh quá 10 phút');
  if (exp <= iat || exp - iat > LINK_DAYS * 86_400)
    throw claimFault('exp', `phải sau iat và không quá ${LINK_DAYS} ngày`);
  if (units.length > 0 && !units.includes(unit)) throw claimFault('unit', 'khóa này không dùng cho đơn vị đó');
  return read.data;
}

/**
 * What a token opens that a portal made by itself, without asking this server: `mau.` and a JWE (RFC 7516) in its compact form,
 * `dir` with `A256GCM`, `kid` the portal key. Sealed and not only signed, for the code of the dossier would stand readable in every
 * address, message and log on the way, and whoever knows a code can look the dossier up elsewhere.
 * @returns `null` when no key of the tenant made it.
 * @throws Refusal 422 `token.bad` naming the claim, 410 `token.revoked`, 410 `period.late` when it is older than the end of a sealed
 * period, 503 `key.lost`.
 */
export async function signedLinkOrNull(
  { db, tokenKeys, now }: Services,
  token: string,
): Promise<(StoredInvitation & { readonly signedBy: string }) | null> {
  const tenant = tenantOf(token);
  const jwe = token.slice(tenant.length + 1);
  const kid = headerOrNull(jwe)?.kid;
  const key = kid === undefined ? null : await portalKeyOrNull(db, tenant, kid);
  if (!key) return null;
  if (!tokenKeys.exists(tenant)) throw keyLostRefusal();
  const said = await unsealOrNull(jwe, tokenKeys.of(tenant, key.id));
  if (said === null) return null;
  // When it was made is its maker's word, so none outlives its key.
  if (key.revokedAt !== null) throw tokenRevoked(signedClaims.safeParse(said).data?.unit);
  const { dossier, unit, procedure, stage, printed, iat, exp } = requireClaims(said, tenant, key, now());
  const [known] = await dossiersByCode(db, tenant, [dossier]);
  if (!(await unitOrNull(db, tenant, unit))) throw claimFault('unit', 'không có đơn vị này');
  if (known && known.unit !== unit) throw claimFault('unit', 'hồ sơ thuộc đơn vị khác');
  const issued = localDay(new Date(iat * 1000));
  await requireIssuedAfterSeals(db, tenant, issued);
  return {
    ...{ dossier, unit, stage, issued },
    procedure: procedure ?? known?.procedure ?? null,
    proof: printed ? 'receipt' : 'portal',
    expires: localDay(new Date(exp * 1000)),
    minted: null,
    signedBy: key.id,
  };
}
