import * as z from 'zod';
import { MOST_SIGNED } from '#rules/packs/pack-bundle.ts';

/** Public half of the key a province signs with: ECDSA on P-256, as a JWK (RFC 7517). */
export const packKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().regex(/^[\w-]{43}$/, 'cần khóa công khai P-256'),
  y: z.string().regex(/^[\w-]{43}$/, 'cần khóa công khai P-256'),
});
export type PackKey = z.infer<typeof packKey>;

/** The newest file of the caller's province, as it was signed: a JWS in compact form (RFC 7515, ES256). `null` = there is none. */
export const packFile = z.object({
  file: z.string().max(MOST_SIGNED).nullable(),
  key: packKey.nullable(),
});
export type PackFile = z.infer<typeof packFile>;
