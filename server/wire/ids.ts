import * as z from 'zod';
import { isIsoDate } from '#rules/calendar/date.ts';

/** Opaque tenant id; leads every key, id and token. The province is a dated attribute of the tenant, not its id. */
export const tenantId = z.string().regex(/^[a-z][a-z0-9]{1,11}$/, 'mã đơn vị thuê gồm 2–12 chữ thường hoặc số');

/** Made by the client, ordered by time: `mau.01JD3V…` (tenant, dot, 26 Crockford base32 characters). */
export const clientId = z
  .string()
  .regex(/^[a-z][a-z0-9]{1,11}\.[0-9A-HJKMNP-TV-Z]{26}$/, 'mã phải có dạng <tenant>.<26 ký tự Crockford base32>');

/**
 * Link to a survey. Of this server: `mau.K7M29QXD4TWZ8R3F` (16 random Crockford characters, 80 bits). Of a portal itself: `mau.` and
 * a JWE in compact form without an encrypted key, `header..iv.text.tag` (`signed-token.ts`).
 */
export const invitationToken = z
  .string()
  .regex(
    /^[a-z][a-z0-9]{1,11}\.(?:[0-9A-HJKMNP-TV-Z]{16}|[\w-]{30,300}\.\.[\w-]{16}\.[\w-]{40,900}\.[\w-]{22})$/,
    'đường dẫn không đúng',
  );

/** Whether a well-formed token was made by a portal itself. */
export const isSignedToken = (token: string) => token.includes('..');

export const unitCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'mã đơn vị: chữ, số, dấu chấm, tối đa 40');
export const officerCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'mã cán bộ: chữ, số, tối đa 40');
export const procedureCode = z
  .string()
  .regex(/^[1-9]\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$/, 'mã thủ tục dạng 1.001612');
/** Any printable code without blanks; national patterns are recognised, not demanded. */
export const dossierCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9./_-]{3,59}$/, 'mã hồ sơ: chữ, số, dấu chấm, gạch, 4–60 ký tự');
export const periodId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'mã kỳ: chữ thường, số, gạch nối');

const REAL_DAY = 'ngày phải có thật, từ năm 2000 đến năm 2100';
const isRealDay = (text: string) => isIsoDate(text) && text >= '2000-01-01' && text < '2101-01-01';

/** A day that exists, 2000–2100: what lies outside is a slip of the hand. */
export const isoDate = z.iso.date('ngày dạng 2026-11-24').refine(isRealDay, REAL_DAY);
export const localTime = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, 'thời điểm dạng 2026-11-24T17:00')
  .refine((time) => isRealDay(time.slice(0, 10)), REAL_DAY);

/** `mau.…` → `mau`. */
export function tenantOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}
