import type { IsoDate } from '#rules/law.ts';
import { mismatch } from '../mismatch.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from './db.ts';
import { inList } from './in-list.ts';

/** The province an answer goes to, and whether it has the unit on the day asked for. */
export interface Place {
  readonly name: string;
  readonly unit: boolean;
}

/** By unit; `null` for a province that is not there. */
type Found = ReadonlyMap<string, Place> | null;

/** @throws Refusal 422 `tenant.mismatch`, `unit.unknown`. */
export function requireUnit(place: Place | null, tenant: string, unit: string): void {
  if (!place) throw mismatch('id', `máy chủ này không có tỉnh ${tenant}`);
  if (place.unit) return;
  // Whether another province has a unit of that name is not told: it is that province's own.
  throw new Refusal(422, 'unit.unknown', `Trang này chưa gắn đúng đơn vị. Mời Ông/Bà báo cho ${place.name}.`, {
    issues: [{ path: 'unit', message: `không có đơn vị ${unit}` }],
  });
}

interface Asked {
  readonly units: Set<string>;
  readonly found: Promise<Found>;
}

/** Where answers for `units` go; `on` `null` = asks for no day. */
export async function placesOf(db: Db, tenant: string, units: readonly string[], on: IsoDate | null): Promise<Found> {
  const list = inList(units);
  const rows = await db.all<{ name: string; unit: string | null }>(
    `select t.name, u.unit from tenants t
     left join units u on u.tenant = t.tenant and u.unit ${list.sql} and (u.to_day is null or u.to_day > ?)
     where t.tenant = ?`,
    [...list.params, on ?? '', tenant],
  );
  const [first] = rows;
  if (!first) return null;
  const known = new Set(rows.map(({ unit }) => unit));
  return new Map(units.map((unit) => [unit, { name: first.name, unit: known.has(unit) }]));
}

/** What is asked for in this turn of the event loop, by database. */
const asked = new WeakMap<Db, Map<string, Asked>>();

/**
 * Where an answer for `unit` goes; `null` = the province is not there, `on` `null` = asks for no day. Answers that come in together
 * share one statement: nothing is remembered from one turn of the event loop to the next.
 */
export async function placeOrNull(db: Db, tenant: string, unit: string, on: IsoDate | null): Promise<Place | null> {
  const now = asked.get(db) ?? new Map<string, Asked>();
  asked.set(db, now);
  const key = `${tenant} ${on}`;
  const units = now.get(key)?.units ?? new Set<string>();
  const found =
    now.get(key)?.found ??
    new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      now.delete(key);
      return placesOf(db, tenant, [...units], on);
    });
  units.add(unit);
  now.set(key, { units, found });
  return (await found)?.get(unit) ?? null;
}
