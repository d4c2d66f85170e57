import { DEFAULT_OFFICE_HOURS, type OfficeHours } from '#rules/calendar/office-hours.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { IsoDate } from '#rules/law.ts';
import type { TenantDecision } from '#rules/rulesets/ruleset.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

export interface Tenant {
  readonly tenant: string;
  readonly name: string;
  /** Number of the provincial decision on how to evaluate, or `null`; `decisions.ts` gives the days it holds. */
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

export interface NewTenant {
  readonly tenant: string;
  readonly name: string;
  /** Whose territory it is from the day of creation on; provinces merge, the tenant's id stays. */
  readonly province: string;
  readonly decision?: TenantDecision | null;
  readonly hours?: OfficeHours;
  /** What differs from the defaults of the rules. */
  readonly choices?: Partial<Choices>;
  readonly survey?: string;
  readonly watermark?: string | null;
}

/** What differs from the defaults: a default that nobody settled may still be corrected by a later version. */
function settled(choices: Partial<Choices>): Partial<Choices> {
  const keys = (Object.keys(choices) as (keyof Choices)[]).filter((key) => choices[key] !== DEFAULT_CHOICES[key]);
  return Object.fromEntries(keys.map((key) => [key, choices[key]]));
}

/** The whole of what a province settles for itself. */
export interface TenantSettings {
  readonly name: string;
  readonly decision: TenantDecision | null;
  readonly hours: OfficeHours;
  readonly choices: Partial<Choices>;
}

/** Replaces the settings; a new name is the province's from `day` on. */
export function updateTenant(
  tenant: string,
  { name, decision, hours, choices }: TenantSettings,
  day: IsoDate,
): Statement[] {
  return [
    {
      sql: `insert into tenant_provinces (tenant, from_day, province)
        select tenant, ?, ? from tenants where tenant = ? and name <> ?
        on conflict (tenant, from_day) do update set province = excluded.province`,
      params: [day, name, tenant, name],
    },
    {
      sql: `update tenants set name = ?, decision = ?, decision_ruleset = ?, decision_from = ?, decision_to = ?, hours = ?,
        choices = ? where tenant = ?`,
      params: [
        name,
        decision?.act ?? null,
        decision?.ruleset ?? null,
        decision?.from ?? null,
        decision?.to ?? null,
        JSON.stringify(hours),
        JSON.stringify(settled(choices)),
        tenant,
      ],
    },
  ];
}

/** The survey shown where a link or a tag names none. */
export function putSurvey(tenant: string, survey: string): Statement {
  return { sql: 'update tenants set survey = ? where tenant = ?', params: [survey, tenant] };
}

/** A tenant; what is left out takes the defaults of the rules. */
export function insertTenant(tenant: NewTenant, day: IsoDate, at: Date): Statement[] {
  return [
    {
      sql: `insert into tenants (tenant, name, decision, decision_ruleset, decision_from, decision_to, hours, choices,
        survey, watermark, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      params: [
        tenant.tenant,
        tenant.name,
        tenant.decision?.act ?? null,
        tenant.decision?.ruleset ?? null,
        tenant.decision?.from ?? null,
        tenant.decision?.to ?? null,
        JSON.stringify(tenant.hours ?? DEFAULT_OFFICE_HOURS),
        JSON.stringify(tenant.choices ?? {}),
        tenant.survey ?? 'danhgia-2026',
        tenant.watermark ?? null,
        at.toISOString(),
      ],
    },
    {
      sql: 'insert into tenant_provinces (tenant, from_day, province) values (?, ?, ?)',
      params: [tenant.tenant, day, tenant.province],
    },
  ];
}
