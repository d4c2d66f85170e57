import * as z from 'zod';

/** Plain HTTP only on this machine, for trying out. */
const ORIGIN = /^(?:https:\/\/[a-z0-9][a-z0-9.-]{0,190}|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?$/;

/** A site as browsers name it, without path or closing slash. */
export const portalOrigin = z
  .string()
  .max(200)
  .regex(ORIGIN, 'ghi dạng https://dichvucong.tinh.gov.vn, không kèm đường dẫn phía sau')
  .refine((origin) => Number(/:(\d+)$/.exec(origin)?.[1] ?? 0) <= 65_535, 'cổng mạng không quá 65535');

/** Sites whose pages may show the survey pages in a frame; the whole list each time, empty = none may. */
export const portalOrigins = z.strictObject({ origins: z.array(portalOrigin).max(20, 'tối đa 20 trang') });
export type PortalOrigins = z.infer<typeof portalOrigins>;
