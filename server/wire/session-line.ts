import * as z from 'zod';

/** What a user agent calls itself, in one word each; never the text itself, which tells machines apart. */
export const browser = z.enum(['chrome', 'edge', 'firefox', 'safari', 'coccoc', 'other']);
export const system = z.enum(['windows', 'macos', 'linux', 'android', 'ios', 'other']);
/** By which way a session began. */
export const signInWay = z.enum(['password', 'sso', 'first']);
export type SignInWay = z.infer<typeof signInWay>;

/** One of the caller's own sessions. Instants are UTC; `null` = begun before they were kept. */
export const sessionLine = z.object({
  session: z.string(),
  /** The one that asks. */
  here: z.boolean(),
  startedAt: z.string().nullable(),
  /** To a few minutes. */
  usedAt: z.string().nullable(),
  expires: z.string(),
  browser: browser.nullable(),
  system: system.nullable(),
  by: signInWay.nullable(),
});
export type SessionLine = z.infer<typeof sessionLine>;
