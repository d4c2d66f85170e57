import { addDays } from '#rules/calendar/date.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { type Dossier, endOf } from '#rules/dossier.ts';
import type { IsoDate } from '#rules/law.ts';
import { custom, type Period } from '#rules/period.ts';
import type { Role } from '#wire/access.ts';
import { localDay, localTime } from '../clock.ts';
import { closePeriod } from '../close/close.ts';
import { publishPeriod } from '../close/publish.ts';
import { sealPeriod } from '../close/seal.ts';
import { renewAllTimeliness } from '../jobs/renew-timeliness.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { putOfficer } from '../store/officers.ts';
import { hashPassword } from '../store/password.ts';
import { endedDossiers, unendedDossiers } from '../store/period-dossiers.ts';
import { insertPeriod, periodOrNull } from '../store/periods.ts';
import { putProcedure } from '../store/procedures.ts';
import { putPublishedTable, setTableState } from '../store/published-tables.ts';
import { insertTenant } from '../store/tenants.ts';
import { insertUnit } from '../store/units.ts';
import { insertUser } from '../store/users.ts';
import { fillExamples } from './fill-examples.ts';
import { fillPeriod, noonOf } from './fill-period.ts';
import { fillPublished } from './fill-published.ts';
import { fillPublicReplies, fillQuality } from './fill-quality.ts';
import { fillObjection, fillRecords } from './fill-records.ts';
import { fillResults } from './fill-results.ts';
import { fillSample } from './fill-sample.ts';
import { DECISION, PROCEDURES, SHOWN_UNIT, TENANT, TENANT_NAME, UNITS, WATERMARK } from './province.ts';
import { SEEDS } from './seeds/index.ts';

export const ADMIN = { login: 'quantri', password: 'TrinhDien-2026' };
/** One account of every other role, with the same password. */
export const OTHERS: readonly { readonly login: string; readonly role: Role; readonly unit: string | null }[] = [
  { login: 'quantri-sxd', role: 'unit-admin', unit: SHOWN_UNIT },
  { login: 'thamdinh', role: 'reviewer', unit: null },
  { login: 'thanhtra', role: 'inspector', unit: null },
  { login: 'xem', role: 'viewer', unit: null },
];
export const PIN = '2468';

/** What the province's decision settles. */
const SETTLED: Partial<Choices> = { notEvaluated: 'weak', 'satisfaction.label': 'binhThuan' };
const CHOICES: Choices = { ...DEFAULT_CHOICES, ...SETTLED };
const ACTOR = 'operator';

async function createProvince(db: Db, from: IsoDate): Promise<void> {
  const at = noonOf(from);
  const [pin, password] = await Promise.all([hashPassword(PIN), hashPassword(ADMIN.password)]);
  await withAudit(db, TENANT, at, { actor: ACTOR, action: 'tenant.create', subject: TENANT }, [
    ...insertTenant(
      {
        tenant: TENANT,
        name: TENANT_NAME,
        province: TENANT_NAME,
        decision: DECISION,
        choices: SETTLED,
        watermark: WATERMARK,
      },
      from,
      at,
    ),
    ...UNITS.flatMap(({ unit, name, level, officers }) => [
      insertUnit(TENANT, { unit, name, parent: null, level, from: '2025-07-01', to: null }),
      ...officers.flatMap((officer, i) =>
        putOfficer(TENANT, { officer, unit, label: `${officer} · Quầy ${i + 1}` }, pin),
      ),
    ]),
    ...Object.entries(PROCEDURES).map(([procedure, { name, sector, limitDays }]) =>
      putProcedure(TENANT, { procedure, name, sector, limitDays }),
    ),
    ...[{ login: ADMIN.login, role: 'province-admin' as const, unit: null }, ...OTHERS].map((user) =>
      insertUser(TENANT, user, password, at),
    ),
  ]);
}

/** `Bình Thuận` → `binhthuan`: one tenant for each province that published. */
const tenantIdOf = (name: string) =>
  name
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

async function createPublishers(db: Db, day: IsoDate): Promise<Demo['publishers']> {
  const tenants = [...new Set(SEEDS.map((table) => table.tenantName))];
  for (const name of tenants) {
    const tenant = tenantIdOf(name);
    await withAudit(db, tenant, noonOf(day), { actor: ACTOR, action: 'tenant.create', subject: tenant }, [
      ...insertTenant({ tenant, name, province: name }, day, noonOf(day)),
      ...SEEDS.filter((table) => table.tenantName === name).flatMap((table) => [
        putPublishedTable(tenant, table, { actor: ACTOR, at: noonOf(day) }),
        setTableState(tenant, table.id, 'public'),
      ]),
    ]);
  }
  return tenants.map((name) => [tenantIdOf(name), name]);
}

async function openPeriod(db: Db, { id, kind, from, to }: Period): Promise<void> {
  await withAudit(db, TENANT, noonOf(from), { actor: ACTOR, action: 'period.open', subject: id }, [
    insertPeriod(TENANT, {
      period: id,
      kind,
      from,
      to,
      ruleset: DECISION.ruleset,
      decision: DECISION.act,
      choices: JSON.stringify(CHOICES),
    }),
  ]);
}

/** Takes steps of a period the way an admin does, on the days after it ended; a unit holds something against it once it is closed. */
async function takeSteps(
  services: Services,
  period: Period,
  steps: readonly (typeof closePeriod | typeof sealPeriod | typeof publishPeriod)[],
  answered: boolean,
): Promise<void> {
  const { db, keys } = services;
  const now = () => noonOf(addDays(period.to, 5));
  for (const step of steps) {
    const stored = await periodOrNull(db, TENANT, period.id);
    if (stored) await step({ db, keys, now }, TENANT, stored, `user:${ADMIN.login}`);
    if (step !== closePeriod) continue;
    await fillObjection({ ...services, now }, period.id, answered);
    await fillSample({ ...services, now }, period.id, answered);
  }
}

export interface Demo {
  readonly unanswered: readonly Dossier[];
  /** What the shown unit's officers see in their list: running ones by promised date, then ended ones, newest end first. */
  readonly listed: readonly Dossier[];
  /** Tenants of real published reports: id and name. */
  readonly publishers: readonly (readonly [tenant: string, name: string])[];
}

const endDay = (dossier: Dossier): string => endOf(dossier)?.at?.slice(0, 10) ?? '';

/** Ended dossiers come newest first: nobody has scored those of the last weeks yet. */
async function listedDossiers(db: Db, today: IsoDate, { from, to }: Period): Promise<Dossier[]> {
  const running: Dossier[] = [];
  const ended: Dossier[] = [];
  for await (const page of unendedDossiers(db, TENANT, SHOWN_UNIT, addDays(today, 60))) running.push(...page);
  for await (const page of endedDossiers(db, TENANT, SHOWN_UNIT, from, to)) ended.push(...page);
  const promise = ({ promised, code }: Dossier): string => `${promised ?? '9999'} ${code}`;
  running.sort((a, b) => promise(a).localeCompare(promise(b)));
  ended.sort((a, b) => endDay(b).localeCompare(endDay(a)));
  return [...running, ...ended];
}

/**
 * A whole fictional province, the same on every machine but for its dates, which end today: one period closed, sealed and
 * published, a short one closed that waits for what units hold against it, one still open; and the public reports of four real provinces.
 */
export async function fillDemo(services: Services): Promise<Demo> {
  const { db, now } = services;
  const today = localDay(now());
  const open = { ...custom(addDays(today, -95), today), id: 'ky-nay' };
  const waiting = { ...custom(addDays(today, -116), addDays(open.from, -1)), id: 'ky-cho-y-kien' };
  const before = { ...custom(addDays(today, -211), addDays(waiting.from, -1)), id: 'ky-truoc' };

  await createProvince(db, before.from);
  const publishers = await createPublishers(db, today);
  await openPeriod(db, before);
  await fillPeriod(services, before, 1, localTime(now()));
  await fillQuality(db, before);
  await takeSteps(services, before, [closePeriod, sealPeriod, publishPeriod], true);
  await fillPublicReplies(db, before);
  await openPeriod(db, waiting);
  await fillPeriod(services, waiting, 3, localTime(now()), 0.25);
  await fillQuality(db, waiting);
  await takeSteps(services, waiting, [closePeriod], false);
  await openPeriod(db, open);
  const unanswered = await fillPeriod(services, open, 2, localTime(now()));
  const listed = await listedDossiers(db, today, open);
  await fillRecords(services, open, unanswered);
  await fillExamples(services);
  await fillPublished(services, before.id, today);
  await fillResults(services, before.id, today);
  await renewAllTimeliness(services, TENANT);

  return { unanswered, listed, publishers };
}
