import { decrypt, encrypt } from './cipher.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';
import type { PeopleKeys } from './people-keys.ts';
import { hashSecret } from './secret.ts';

export interface StoredSecondStep {
  /** As hidden. */
  readonly secret: string;
  readonly generation: number;
  /** UTC instant; `null` = begun and not confirmed, nobody is asked for a code. */
  readonly confirmedAt: string | null;
}

const PURPOSE = 'second step';
const placeOf = (tenant: string, login: string) => `${tenant}/${login}`;

export function secondStepOrNull(db: Db, tenant: string, login: string): Promise<StoredSecondStep | null> {
  return oneOrNull(
    db,
    'select secret, generation, confirmed_at as "confirmedAt" from second_steps where tenant = ? and login = ?',
    [tenant, login],
  );
}

/** Base32 of the secret. @throws when the key it was hidden under is not there. */
export function revealStep(keys: PeopleKeys, tenant: string, login: string, step: StoredSecondStep): string {
  return decrypt(keys.of(tenant, step.generation, PURPOSE), placeOf(tenant, login), step.secret);
}

function hide(keys: PeopleKeys, tenant: string, login: string, secret: string) {
  const generation = keys.newest(tenant);
  return { generation, hidden: encrypt(keys.of(tenant, generation, PURPOSE), placeOf(tenant, login), secret) };
}

/** A secret to be confirmed, in place of an earlier one that was not; one in use stays. @param secret Base32. */
export function beginStep(keys: PeopleKeys, tenant: string, login: string, secret: string, at: Date): Statement {
  const { generation, hidden } = hide(keys, tenant, login, secret);
  return {
    sql: `insert into second_steps (tenant, login, secret, generation, begun_at, confirmed_at, last_step)
      values (?, ?, ?, ?, ?, null, 0)
      on conflict (tenant, login) do update set secret = excluded.secret, generation = excluded.generation,
        begun_at = excluded.begun_at, last_step = 0 where second_steps.confirmed_at is null`,
    params: [tenant, login, hidden, generation, at.toISOString()],
  };
}

/** From now on the account is asked for a code, and has these to recover by. */
export function confirmStep(tenant: string, login: string, codes: readonly string[], at: Date): Statement[] {
  return [
    {
      sql: 'update second_steps set confirmed_at = ? where tenant = ? and login = ?',
      params: [at.toISOString(), tenant, login],
    },
    { sql: 'delete from recovery_codes where tenant = ? and login = ?', params: [tenant, login] },
    {
      sql: 'insert into recovery_codes (tenant, login, code_hash) values (?, ?, ?)',
      rows: codes.map((code) => [tenant, login, hashSecret(`${placeOf(tenant, login)}/${code}`)]),
    },
  ];
}

/** Takes the span of 30 seconds a right code was of; `false` when one of it, or of a later one, was taken before. One statement decides. */
export async function takeStep(db: Db, tenant: string, login: string, step: number): Promise<boolean> {
  const changed = await db.run(
    'update second_steps set last_step = ? where tenant = ? and login = ? and last_step < ?',
    [step, tenant, login, step],
  );
  return changed === 1;
}

/** Uses a recovery code up; `false` when there is none such. */
export async function takeRecoveryCode(db: Db, tenant: string, login: string, code: string): Promise<boolean> {
  const changed = await db.run('delete from recovery_codes where tenant = ? and login = ? and code_hash = ?', [
    tenant,
    login,
    hashSecret(`${placeOf(tenant, login)}/${code}`),
  ]);
  return changed === 1;
}

export async function recoveryCodesLeft(db: Db, tenant: string, login: string): Promise<number> {
  const row = await oneOrNull<{ n: number }>(
    db,
    'select count(*) as n from recovery_codes where tenant = ? and login = ?',
    [tenant, login],
  );
  return row?.n ?? 0;
}

/** Nobody is asked for a code any more. */
export function endStep(tenant: string, login: string): Statement[] {
  return ['second_steps', 'recovery_codes'].map((table) => ({
    sql: `delete from ${table} where tenant = ? and login = ?`,
    params: [tenant, login],
  }));
}

/** Logins that are asked for a code. */
export async function loginsWithStep(db: Db, tenant: string): Promise<Set<string>> {
  const rows = await db.all<{ login: string }>(
    'select login from second_steps where tenant = ? and confirmed_at is not null',
    [tenant],
  );
  return new Set(rows.map(({ login }) => login));
}

/** Hides every secret anew under the newest key; a secret changed meanwhile is left as it was changed. @returns how many. */
export async function rewrapSteps(db: Db, keys: PeopleKeys, tenant: string): Promise<number> {
  const newest = keys.newest(tenant);
  const rows = await db.all<StoredSecondStep & { login: string }>(
    `select login, secret, generation, confirmed_at as "confirmedAt" from second_steps
      where tenant = ? and generation < ? order by login`,
    [tenant, newest],
  );
  let done = 0;
  for (const row of rows) {
    const { generation, hidden } = hide(keys, tenant, row.login, revealStep(keys, tenant, row.login, row));
    done += await db.run(
      'update second_steps set secret = ?, generation = ? where tenant = ? and login = ? and secret = ?',
      [hidden, generation, tenant, row.login, row.secret],
    );
  }
  return done;
}

/** Generations something is hidden under. */
export async function stepGenerations(db: Db, tenant: string): Promise<number[]> {
  const rows = await db.all<{ generation: number }>(
    'select distinct generation from second_steps where tenant = ? order by generation',
    [tenant],
  );
  return rows.map(({ generation }) => generation);
}
