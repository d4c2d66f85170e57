import * as z from 'zod';
import { signIn } from './access.ts';

/** Six digits of the app, or a recovery code. */
export const typedCode = z.string().trim().min(1, 'cần mã').max(40);

export const secondStepView = z.object({
  /** Signing in asks for a code. */
  on: z.boolean(),
  /** UTC instant; `null` when it is off. */
  since: z.string().nullable(),
  /** Recovery codes that were not used. */
  codesLeft: z.number().int(),
});
export type SecondStepView = z.infer<typeof secondStepView>;

/** Told with the password: a session left open is not enough. */
export const secondStepRequest = z.strictObject({ password: signIn.shape.password });
export const secondStepBegun = z.object({
  /** Base32, to be typed where no camera is; shown this once, as is the address. */
  secret: z.string(),
  /** `otpauth://…`, for the QR code. */
  uri: z.string(),
});
export type SecondStepBegun = z.infer<typeof secondStepBegun>;

export const secondStepCode = z.strictObject({ code: typedCode });
/** Shown this once; each opens the account once when the phone is lost. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

/** Whom the province asks for a second step: nobody, administrators of the province and of units, everyone who signs in with a password. */
export const secondStepFor = z.enum(['nobody', 'admins', 'everyone']);
export type SecondStepFor = z.infer<typeof secondStepFor>;
export const secondStepRule = z.strictObject({ askedOf: secondStepFor });
export type SecondStepRule = z.infer<typeof secondStepRule>;

export const secondStepEnd = z.strictObject({ password: signIn.shape.password, code: typedCode });
