import type { Context } from 'hono';
import type { ZodObject, ZodType } from 'zod';
import type { Principal, Who } from '../principal.ts';
import type { Rate } from '../rate.ts';
import type { Services } from '../services.ts';

/**
 * What the caller may touch with this route; the handler enforces it with `requireUnit` or the token.
 * `public`: nothing private · `token`: what the presented token, code or receipt opens · `own`: the caller's own record ·
 * `unit`: the caller's unit and those below · `tenant`: the caller's whole province.
 */
export type Scope = 'public' | 'token' | 'own' | 'unit' | 'tenant';

/** One HTTP operation as data: the app mounts it, the role test walks it, `/openapi.json` prints it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Hono path, e.g. `/v1/responses/:id`. */
  readonly path: string;
  readonly who: readonly Who[];
  readonly scope: Scope;
  /** One English line for the API document. */
  readonly summary: string;
  /** What may stand behind the `?`. */
  readonly query?: ZodObject;
  /** A JSON body. */
  readonly body?: ZodType;
  /** A body the demo server accepts. */
  readonly example?: unknown;
  /** Media types of a body that is a file or a form. */
  readonly accepts?: readonly string[];
  /** What it answers when it does as asked: JSON of this shape, a text or file of one of these media types, `null` = nothing. */
  readonly answer: ZodType | readonly string[] | null;
  /** Called from pages of other origins: of any, or of the portals a province has on its list. Never with a cookie. */
  readonly cors?: 'any' | 'portals';
  /** How many calls one caller has; without it by `rateOf`. */
  readonly rate?: Rate;
  /** Also for who still has to turn on the second step the province asks for. */
  readonly beforeSecondStep?: true;
  readonly handle: (c: Context, services: Services, principal: Principal) => Promise<Response> | Response;
}

export const ADMINS = ['province-admin', 'unit-admin'] as const satisfies readonly Who[];
export const READERS = ['province-admin', 'unit-admin', 'reviewer', 'viewer'] as const satisfies readonly Who[];
/** Whoever signs in with a password; an inspector reads no results. */
export const USERS = [...READERS, 'inspector'] as const satisfies readonly Who[];
