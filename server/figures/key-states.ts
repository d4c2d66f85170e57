import type { KeyState, PeriodKeysView } from '#wire/period-key.ts';
import { lastAt } from '../store/audit-has.ts';
import type { Db } from '../store/db.ts';
import { keyFits, keyLost } from '../store/key-lost.ts';
import type { PeriodKeys } from '../store/period-keys.ts';
import { periodsOf, type StoredPeriod } from '../store/periods.ts';
import { periodView } from './period-view.ts';

async function stateOf(db: Db, keys: PeriodKeys, tenant: string, { period, state }: StoredPeriod): Promise<KeyState> {
  if (state === 'sealed') return 'destroyed';
  if (await keyLost(db, keys, tenant, period)) return 'lost';
  if (!(await keyFits(db, keys, tenant, period))) return 'wrong';
  return keys.exists(tenant, period) ? 'there' : 'none';
}

/** Whether the key of each period is there and the right one, and when keys were last copied; periods made of quarters have none. */
export async function keyStates(db: Db, keys: PeriodKeys, tenant: string, at: Date): Promise<PeriodKeysView> {
  const own = (await periodsOf(db, tenant)).filter(({ parts }) => parts === null);
  return {
    keys: await Promise.all(
      own.map(async (period) => ({
        period: period.period,
        label: periodView(period, at).label,
        state: await stateOf(db, keys, tenant, period),
      })),
    ),
    backedUpAt: await lastAt(db, tenant, 'keys.backup'),
  };
}
