import type { Context } from 'hono';
import * as z from 'zod';
import { unitCode } from '#wire/ids.ts';
import { type Principal, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import type { Db } from '../store/db.ts';
import { changedUnits, unitThen } from '../store/unit-spans.ts';
import { unitOrNull } from '../store/units.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';

/** What `askedScope` reads of a query. */
export const scopeQuery = z.object({ unit: unitCode.optional() });

/**
 * What a view of `:period` is asked of: the unit of `?unit=`, else the caller's own, as it is in that period; `null` = the whole province.
 * @throws Refusal 403 for a unit outside the caller's scope, 404 for a period that is not there.
 */
export async function askedScope(c: Context, db: Db, principal: Principal) {
  const { tenant, unit: own } = requireUser(principal);
  const period = await periodAt(db, tenant, c.req.param('period'));
  const wanted = check(scopeQuery, c.req.query()).unit ?? own;
  if (wanted !== null) await requireUnit(db, principal, tenant, wanted);
  const unit = wanted === null ? null : await unitOrNull(db, tenant, wanted);
  return { tenant, period, unit: unit && unitThen(unit, await changedUnits(db, tenant), period) };
}
