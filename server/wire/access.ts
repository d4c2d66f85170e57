import * as z from 'zod';
import { officerCode, tenantId, unitCode } from './ids.ts';

/** `inspector`: of the province's inspectorate, for what is said of harassment and money and nothing else. */
export const role = z.enum(['province-admin', 'unit-admin', 'reviewer', 'viewer', 'inspector']);
export type Role = z.infer<typeof role>;

export const signIn = z.strictObject({
  tenant: tenantId,
  login: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
  /** Of the second step, once the server has asked for it (401 `code.needed`). */
  code: z.string().trim().min(1).max(40).optional(),
});
/** Whose people sign in through the province's single sign-on; `null` = there is none. */
export const singleSignOn = z.object({ tenant: tenantId.nullable() });
export type SingleSignOnOffer = z.infer<typeof singleSignOn>;

/** First run: the printed link carries `token`; the admin chooses login and password. */
export const firstAdmin = z.strictObject({
  token: z.string().min(20).max(120),
  login: z.string().regex(/^[a-z0-9._-]{3,64}$/, 'tên đăng nhập: 3–64 chữ thường, số, dấu chấm, gạch'),
  password: z.string().min(12, 'mật khẩu ít nhất 12 ký tự').max(256),
});
export const session = z.object({
  tenant: tenantId,
  tenantName: z.string(),
  login: z.string(),
  role,
  /** `null` = the whole province. */
  unit: unitCode.nullable(),
  /** Sent back in `x-dvc-csrf` with every request that changes something. */
  csrf: z.string(),
  expires: z.string(),
  /** The province asks this account for a second step: everything but turning it on is refused with 403 `second.needed`. */
  secondStepNeeded: z.boolean(),
});
export type Session = z.infer<typeof session>;

/** A user's own password, told with the one that holds now. */
export const passwordRequest = z.strictObject({
  current: z.string().min(1, 'cần mật khẩu đang dùng').max(256),
  password: firstAdmin.shape.password,
});

export const enrolmentRequest = z.strictObject({
  unit: unitCode,
  label: z.string().trim().min(1).max(80),
});
/** One-time code `mau-7K2M-9QXD`, 15 minutes. */
export const enrolment = z.object({ code: z.string(), expires: z.string() });
export type Enrolment = z.infer<typeof enrolment>;

export const deviceRequest = z.strictObject({
  code: z.string().max(40),
  label: z.string().trim().min(1).max(80),
});
export const device = z.object({
  /** Secret of this browser, shown once: `mau.dk.…`; sent as `Authorization: Bearer`. */
  key: z.string(),
  device: z.string(),
  tenant: tenantId,
  unit: unitCode,
  unitName: z.string(),
  officers: z.array(z.object({ officer: officerCode, label: z.string() })),
});
export type Device = z.infer<typeof device>;

export const personRequest = z.strictObject({
  officer: officerCode,
  pin: z.string().regex(/^\d{4,8}$/, 'mã PIN gồm 4–8 chữ số'),
});
/** Sent as `x-dvc-person` beside the device key, kept with each queued item so a later switch changes no author. */
export const person = z.object({
  token: z.string(),
  officer: officerCode,
  label: z.string(),
  expires: z.string(),
});
export type Person = z.infer<typeof person>;

export const portalKeyRequest = z.strictObject({
  label: z.string().trim().min(1).max(80),
  /** Units this key may invite for; empty = all. */
  units: z.array(unitCode).max(500),
});
export const portalKey = z.object({
  key: z.string(),
  id: z.string(),
  /** 32 bytes in base64url, with which the portal makes survey tokens of its own; shown this once. */
  tokenKey: z.string(),
});
export type PortalKey = z.infer<typeof portalKey>;

/** One line of the list of portal keys; the key itself is never shown again. Instants are UTC. */
export const portalKeyLine = z.object({
  id: z.string(),
  label: z.string(),
  /** Empty = every unit. */
  units: z.array(unitCode),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
});
export type PortalKeyLine = z.infer<typeof portalKeyLine>;
