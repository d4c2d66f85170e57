import { isIP } from 'node:net';
import * as z from 'zod';
import { tenantId } from '#wire/ids.ts';

/** How the province's own single sign-on is reached; its secret comes from the environment alone. */
export interface OidcSettings {
  readonly tenant: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim of the identity that holds the login an account was made with here. */
  readonly loginClaim: string;
  /** Addresses in the province's own network at which the provider may stand. */
  readonly addresses: readonly string[];
  /** File of certificates of the province's own authority, or `null`. */
  readonly caFile: string | null;
}

/** Variables of the environment; none of them is needed without `OIDC_ISSUER`. */
export const OIDC_VARIABLES = {
  OIDC_ISSUER: z.url({ protocol: /^https$/, error: 'cần địa chỉ https:// của hệ thống đăng nhập một lần' }).optional(),
  OIDC_CLIENT_ID: z.string().max(256, 'tối đa 256 ký tự').optional(),
  OIDC_CLIENT_SECRET: z.string().min(16, 'cần ít nhất 16 ký tự').max(512, 'tối đa 512 ký tự').optional(),
  OIDC_LOGIN_CLAIM: z
    .string()
    .regex(/^[A-Za-z0-9_:./-]{1,120}$/, 'cần tên một trường, ví dụ preferred_username')
    .default('preferred_username'),
  OIDC_TENANT: tenantId.optional(),
  OIDC_ADDRESSES: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((one) => one.trim() || []))
    .refine((list) => list.every((one) => isIP(one) > 0), 'cần các địa chỉ IP, cách nhau bằng dấu phẩy'),
  OIDC_CA_FILE: z.string().optional(),
};

type Variables = z.infer<z.ZodObject<typeof OIDC_VARIABLES>> & { readonly TENANT: string };

/** What is missing beside an issuer. */
export function oidcFaults({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Variables): string[] {
  if (OIDC_ISSUER === undefined) return [];
  const needed = { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  return Object.entries(needed).flatMap(([name, value]) =>
    value === undefined ? [`${name}: cần khi có OIDC_ISSUER`] : [],
  );
}

/** The settings, or `null` when the province has no single sign-on here. */
export function oidcOrNull(env: Variables): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return {
    ...{ tenant: env.OIDC_TENANT ?? env.TENANT, issuer, clientId, clientSecret },
    ...{ loginClaim: env.OIDC_LOGIN_CLAIM, addresses: env.OIDC_ADDRESSES, caFile: env.OIDC_CA_FILE ?? null },
  };
}
