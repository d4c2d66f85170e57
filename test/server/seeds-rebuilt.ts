import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { UnitFacts } from '#rules/facts.ts';
import { lastDay, type Period } from '#rules/period.ts';
import type { Tenths } from '#rules/points.ts';
import type { Level, TenantDecision } from '#rules/rulesets/ruleset.ts';
import { bodyHash } from '../../server/body-hash.ts';
import { closePeriod } from '../../server/close/close.ts';
import { openPeriod } from '../../server/close/open-period.ts';
import { publishPeriod } from '../../server/close/publish.ts';
import { sealPeriod } from '../../server/close/seal.ts';
import type { Services } from '../../server/services.ts';
import type { Statement } from '../../server/store/db.ts';
import { putDossier } from '../../server/store/dossiers.ts';
import { createIntake } from '../../server/store/intake.ts';
import type { IntakeItem } from '../../server/store/intake-item.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { insertSelfScore } from '../../server/store/self-scores.ts';
import { insertTenant, tenantOrNull } from '../../server/store/tenants.ts';
import { putUnitFacts } from '../../server/store/unit-facts.ts';
import { putUnit } from '../../server/store/units.ts';
import { idOf } from './test-server.ts';

/** Indices a unit must come to, tenths: those of its dossiers and answers, and those it declares. */
export interface RebuiltUnit {
  readonly unit: string;
  readonly name: string;
  readonly level: Level;
  /** Dossiers, each with an answer. */
  readonly dossiers: number;
  readonly of: Readonly<Record<1 | 2 | 3 | 4 | 7, Tenths>>;
  /** `null` = the unit sends nothing of its own: neither self-scores nor facts. */
  readonly declared: Readonly<Record<5 | 6 | 8 | 9, Tenths>> | null;
}

export interface RebuiltProvince {
  readonly tenant: string;
  readonly name: string;
  /** Second letter group of its dossier codes. */
  readonly code: string;
  readonly decision: TenantDecision;
  readonly period: Period;
  /** A working day of the period; everything is received, promised and answered around it. */
  readonly days: {
    readonly received: string;
    readonly before: string;
    readonly promised: string;
    readonly after: string;
  };
  /** How one form says that a matter went as in the best, the middle or the worst case. */
  readonly form: { readonly survey: string; readonly answers: (points: RebuiltUnit['of']) => Record<string, string> };
  readonly units: readonly RebuiltUnit[];
}

const STEPS: readonly Tenths[] = [20, 10, 0];
const step = <T>(points: Tenths, [best, middle, worst]: readonly [T, T, T]): T =>
  points === 20 ? best : points === 10 ? middle : worst;

/** A form that asks for facts: here all of one answer are of one kind, so that each fact scores alike. */
export const FACT_FORM: RebuiltProvince['form'] = {
  survey: 'danhgia-2026',
  answers: ({ 1: all }) =>
    all === 20
      ? { overall: 's5', q1: 'before', q3: 'extra0', q4: 'other0', q7: 't3' }
      : all === 10
        ? { overall: 's4', q1: 'on', q3: 'extra1', q4: 'other0', q7: 't3' }
        : { overall: 's3', q1: 'after', q3: 'extra2plus', q4: 'other1', q7: 't0' },
};

export const every = (of: Tenths): RebuiltUnit['of'] => ({ 1: of, 2: of, 3: of, 4: of, 7: of });
export const allOf = (each: Tenths): NonNullable<RebuiltUnit['declared']> => ({ 5: each, 6: each, 8: each, 9: each });

/** `n` values of 20, 10 and 0 whose mean is `mean`. @throws RangeError when there are none such. */
export function spread(mean: Tenths, n: number): Tenths[] {
  let left = mean * n;
  const values = Array.from({ length: n }, () => {
    const value = STEPS.find((points) => points <= left) ?? 0;
    left -= value;
    return value;
  });
  if (left !== 0) throw new RangeError(`no ${n} values of 20, 10 and 0 have the mean ${mean}`);
  return values;
}

/** What a unit declares to come to these indices (TT 01/2018/TT-VPCP Điều 13). */
function factsOf(level: Level, points: NonNullable<RebuiltUnit['declared']>): UnitFacts {
  const listed = 100;
  return {
    oneStop: {
      listed,
      receivedAndReturned: points[5] === 0 ? listed - 1 : listed,
      wholeCycle: points[5] === 20 ? listed : 0,
      level,
    },
    disclosure: step(points[6], ['both', 'one', 'faulty'] as const),
    petitions: { received: 10, onTime: step(points[8], [10, 9, 8]), prolonged: 0 },
    online: {
      eligibleProcedures: 100,
      onlineProcedures: 20,
      dossiers: 100,
      onlineDossiers: step(points[9], [30, 15, 0]),
      abandonedOrOverdue: 0,
    },
  };
}

/** The records of one unit: its dossiers with their steps, and the answer to each. */
function recordsOf({ tenant, code, days, form }: RebuiltProvince, unit: RebuiltUnit, place: number, first: number) {
  const values = ([1, 2, 3, 4, 7] as const).map((id) => [id, spread(unit.of[id], unit.dossiers)] as const);
  return Array.from({ length: unit.dossiers }, (_, i) => {
    const points = Object.fromEntries(values.map(([id, all]) => [id, all[i] ?? 0])) as RebuiltUnit['of'];
    const at = (tenths: Tenths) => `${step(tenths, [days.before, days.promised, days.after])}T10:00`;
    const promised = `${days.promised}T17:00`;
    const dossier: Dossier = {
      code: `${code}.${String(place).padStart(3, '0')}-${days.received.replaceAll('-', '').slice(2)}-${String(i + 1).padStart(4, '0')}`,
      procedure: '1.001612',
      unit: unit.unit,
      officer: null,
      channel: 'counter',
      state: 'returned',
      received: `${days.received}T08:00`,
      promised,
      reappointed: [],
      ready: at(points[1]),
      returned: at(points[1]),
      pauses: [],
      supplements: 0,
      limitDays: 5,
      steps: [{ unit: unit.unit, officer: null, due: promised, ended: at(points[2]) }],
    };
    const answers = form.answers(points);
    const item: IntakeItem = {
      tenant,
      id: idOf(first + i, tenant),
      bodyHash: bodyHash(answers),
      aged: false,
      dossier: dossier.code,
      linkStage: 'returned',
      row: {
        ...{ unit: unit.unit, procedure: dossier.procedure, survey: form.survey, version: 1, stage: 'returned' },
        ...{ channel: 'paper', proof: 'paper', lang: 'vi', assisted: null, way: null, helper: null },
        ...{ day: days.after, answers, comment: null },
      },
    };
    return { dossier, item };
  });
}

/** Puts the rows of a province in, as they stood on the last day of its period. @param more answers that are of no dossier. */
export async function rebuild(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  province: RebuiltProvince,
  more: readonly IntakeItem[] = [],
): Promise<void> {
  const { tenant, name, decision, period, days } = province;
  const at = new Date(`${days.after}T12:00:00+07:00`);
  if (!(await tenantOrNull(db, tenant)))
    await db.batch(insertTenant({ tenant, name, province: name, decision }, period.from, at));
  const { id, kind, from } = period;
  const asked = { period: id, kind, from, lastDay: lastDay(period) };
  await openPeriod({ db, now: () => at }, tenant, asked, 'user:quantri');
  const statements: Statement[] = [];
  const items: IntakeItem[] = [...more];
  province.units.forEach((unit, place) => {
    const { unit: code, level, declared } = unit;
    statements.push(
      ...putUnit(
        tenant,
        { unit: code, name: unit.name, parent: null, level, from: period.from, to: null },
        period.from,
      ),
    );
    const records = recordsOf(province, unit, place, more.length + items.length + 1);
    for (const { dossier, item } of records) {
      statements.push(putDossier(tenant, dossier, CALENDAR_VERSION, 'x', at));
      items.push(item);
    }
    if (!declared) return;
    statements.push(...putUnitFacts(tenant, period.id, code, factsOf(level, declared), 'x', at));
    const [first] = records;
    if (first)
      statements.push(
        insertSelfScore(tenant, code, {
          ...{ dossier: first.dossier.code, revision: 1, id: `tc-${code}-${period.id}`, officer: 'CB-01' },
          ...{
            values: { 1: { shown: null, points: 20 } },
            bodyHash: code,
            scoredAt: at.toISOString(),
            named: false,
            looked: null,
          },
        }),
      );
  });
  await db.batch(statements);
  keys.create(tenant, period.id);
  const intake = createIntake({ db, keys, now: () => at, windowMs: 0 });
  await Promise.all(items.map((item) => intake.add(item)));
  await intake.close();
}

/** Takes the period to the public, in the time it was in. */
export async function bringOut(
  { db, keys }: Pick<Services, 'db' | 'keys'>,
  { tenant, period }: Pick<RebuiltProvince, 'tenant' | 'period'>,
): Promise<void> {
  const now = () => new Date(`${period.to}T12:00:00+07:00`);
  for (const act of [closePeriod, sealPeriod, publishPeriod]) {
    const stored = await periodOrNull(db, tenant, period.id);
    if (stored) await act({ db, keys, now }, tenant, stored, 'user:quantri');
  }
}
