import { DEFAULT_OFFICE_HOURS, type OfficeHours } from '#rules/calendar/office-hours.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { IsoDate } from '#rules/law.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

export interface Tenant {
  readonly tenant: string;
  readonly name: string;
  /** Number of the provincial decision that keeps TT 01/2018 in use after 30/6/2025, or `null`. */
  readonly decision: string | null;
  readonly hours: OfficeHours;
  readonly choices: Choices;
  /** Id of the survey shown when a link names none. */
  readonly survey: string;
  /** Printed across everything public of a tenant that is not real, or `null`. */
  readonly watermark: string | null;
}

type Row = Omit<Tenant, 'hours' | 'choices'> & { hours: string; choices: string };

const SELECT = 'select tenant, name, decision, hours, choices, survey, watermark from tenants';

function toTenant(row: Row): Tenant {
  return {
    ...row,
    hours: JSON.parse(row.hours) as OfficeHours,
    // Only what differs from the defaults is stored, so a choice added later has a value for every tenant.
    choices: { ...DEFAULT_CHOICES, ...(JSON.parse(row.choices) as Partial<Choices>) },
  };
}

export async function tenantOrNull(db: Db, tenant: string): Promise<Tenant | null> {
  const row = await oneOrNull<Row>(db, `${SELECT} where tenant = ?`, [tenant]);
  return row && toTenant(row);
}

/** @throws Error when the tenant does not exist; a principal's tenant always does. */
export async function tenantOf(db: Db, tenant: string): Promise<Tenant> {
  const found = await tenantOrNull(db, tenant);
  if (!found) throw new Error(`Không có tenant ${tenant}.`);
  return found;
}

export async function tenantIds(db: Db): Promise<string[]> {
  const rows = await db.all<{ tenant: string }>('select tenant from tenants order by tenant');
  return rows.map((row) => row.tenant);
}

/** A tenant with the defaults of the rules; `province` is whose territory it is from `day` on. */
export function insertTenant(
  tenant: Pick<Tenant, 'tenant' | 'name'> & Partial<Omit<Tenant, 'choices'>> & { choices?: Partial<Choices> },
  province: string,
  day: IsoDate,
  at: Date,
): Statement[] {
  return [
    {
      sql: `insert into tenants (tenant, name, decision, hours, choices, survey, watermark, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)`,
      params: [
        tenant.tenant,
        tenant.name,
        tenant.decision ?? null,
        JSON.stringify(tenant.hours ?? DEFAULT_OFFICE_HOURS),
        JSON.stringify(tenant.choices ?? {}),
        tenant.survey ?? 'danhgia-2026',
        tenant.watermark ?? null,
        at.toISOString(),
      ],
    },
    {
      sql: 'insert into tenant_provinces (tenant, from_day, province) values (?, ?, ?)',
      params: [tenant.tenant, day, province],
    },
  ];
}
