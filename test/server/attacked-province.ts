import type { UnitResult } from '#wire/results.ts';
import type { Db, Statement } from '../../server/store/db.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { putProcedure } from '../../server/store/procedures.ts';
import { insertSnapshot, putUnitResult } from '../../server/store/snapshots.ts';
import { dropSmallProcedures, tallyStatements } from '../../server/store/tallies.ts';
import { insertTenant } from '../../server/store/tenants.ts';
import { unitResult } from '../admin/sample.ts';

/** One form as somebody filled it in. */
export interface Form {
  readonly unit: string;
  readonly procedure: string | null;
  readonly survey: string;
  readonly proof: 'portal' | 'open';
  readonly answers: Readonly<Record<string, string>>;
}
type Level = 'province' | 'commune';

export const YEAR = '2025';
export const QUARTERS = ['2025-q1', '2025-q2', '2025-q3', '2025-q4'] as const;
const STARTS = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'] as const;
const AT = '2026-02-01T00:00:00.000Z';
/** Many near the smallest group, where suppression decides. */
const SIZES = [0, 0, 1, 2, 3, 4, 4, 5, 5, 6, 7, 12, 25];

/** Mulberry32: the same province for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function resultOf(unit: string, level: Level, forms: readonly Form[], total: number): UnitResult {
  const own = forms.filter((form) => form.unit === unit);
  const official = own.filter(({ proof }) => proof === 'portal').length;
  const n = { dossiers: official + 3, official, officerLink: 0, open: own.length - official, selfScores: 0 };
  const punctuality = { early: n.dossiers, onTime: 0, overdue: 0, unknown: 0, otherPeriod: 0 };
  return unitResult(unit, `Nơi ${unit}`, { level, total, n, punctuality, satisfactionShare: null });
}

/** The truth behind what is published: every count an attacker may be after, by the name the attacker gives it. */
export type Truth = Map<string, number>;

function countTruth(truth: Truth, period: string, forms: readonly Form[], units: readonly string[]): void {
  const add = (name: string, n = 1) => truth.set(name, (truth.get(name) ?? 0) + n);
  for (const unit of units) add(`n|${period}|${unit}`, 0);
  for (const { unit, survey, proof, procedure, answers } of forms) {
    if (proof === 'portal') add(`n|${period}|${unit}`);
    for (const [question, option] of Object.entries(answers)) {
      if (proof === 'portal') add(`c|${period}|${unit}|${survey}|${question}|${option}`);
      if (procedure !== null) add(`p|${period}|${procedure}|${survey}|${question}|${option}`);
    }
  }
}

/**
 * Writes a province of 2 levels with four sealed and published quarters, the year made of them, a correction of the second quarter
 * that adds a unit nobody was asked about, and the third withdrawn and published again. Returns what is true of it.
 * @param change other forms of a quarter than those the seed makes.
 */
export async function attackedProvince(
  db: Db,
  tenant: string,
  seed: number,
  change: (quarter: string, forms: readonly Form[]) => readonly Form[] = (_, forms) => forms,
): Promise<Truth> {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const units: [string, Level][] = [];
  for (const [level, most] of [
    ['province', 6],
    ['commune', 4],
  ] as const)
    for (let i = 0, n = 1 + Math.floor(random() * most); i < n; i += 1) units.push([`${level}-${i}`, level]);
  const procedures = ['1.001', '1.002', '1.003'];
  const truth: Truth = new Map();
  const statements: Statement[] = [
    ...insertTenant({ tenant, name: `Tỉnh ${tenant}`, province: tenant }, '2025-01-01', new Date(AT)),
    ...procedures.map((procedure) => putProcedure(tenant, { procedure, name: procedure, sector: null, limitDays: 5 })),
  ];

  function period(id: string, from: string, to: string, parts: readonly string[], current: string): void {
    const kind = parts.length ? 'year' : 'quarter';
    statements.push(
      insertPeriod(tenant, { period: id, kind, from, to, ruleset: 'tt01-2018', decision: null, choices: '{}' }, parts),
      {
        sql: `update periods set state = 'sealed', closed_at = ?, sealed_at = ?, published_at = ?, snapshot = ?
          where tenant = ? and period = ?`,
        params: [AT, AT, AT, current, tenant, id],
      },
    );
  }
  function snapshot(of: string, number: number, results: readonly UnitResult[]): string {
    const id = `${of}.${number}`;
    const rest = { reason: 'Chốt kỳ', ruleset: 'tt01-2018', choices: '{}', factsHash: 'ab', auditHead: 'cd' };
    const origin = { records: null, citizenFrozenFrom: null, findingsOf: id };
    statements.push(
      insertSnapshot(
        tenant,
        { snapshot: id, period: of, number, createdAt: AT, contentHash: 'ef', ...rest, citizenFrozenFrom: null },
        origin,
      ),
      ...results.map((result) => putUnitResult(tenant, id, result)),
    );
    return id;
  }
  const publication = (of: string, seq: number, shown: string, endedAs: string | null) =>
    statements.push({
      sql: `insert into publications (tenant, period, seq, snapshot, shown_from, ordered_by, ordered_at, ended_as, ended_at)
        values (?, ?, ?, ?, ?, 'user:a', ?, ?, ?)`,
      params: [tenant, of, seq, shown, seq === 1 ? '2026-01-20T00:00:00.000Z' : AT, AT, endedAs, endedAs && AT],
    });

  const all: Form[] = [];
  for (const [i, quarter] of QUARTERS.entries()) {
    const drawn: Form[] = [];
    for (const [unit] of units)
      for (const proof of ['portal', 'open'] as const)
        for (let k = 0, n = pick(SIZES); k < n; k += 1)
          drawn.push({
            ...{ unit, proof, procedure: random() < 0.3 ? null : pick(procedures) },
            survey: random() < 0.9 ? 'danhgia-2026' : 'tt32-3',
            answers: { ...(random() < 0.9 ? { overall: pick(['s1', 's4', 's5']) } : {}), q1: pick(['on', 'after']) },
          });
    const forms = change(quarter, drawn);
    all.push(...forms);
    countTruth(
      truth,
      quarter,
      forms,
      units.map(([unit]) => unit),
    );
    const counts = forms.map((form) => ({
      row: { ...form, stage: 'returned', channel: 'portal', day: STARTS[i] ?? '' } as const,
      by: 1 as const,
    }));
    statements.push(...tallyStatements(tenant, quarter, counts), dropSmallProcedures(tenant, quarter, 5));
    const results = units.map(([unit, level], j) => resultOf(unit, level, forms, 100 + j));
    const first = snapshot(quarter, 1, results);
    const corrected = quarter === '2025-q2';
    if (corrected) {
      truth.set(`n|${quarter}|commune-new`, 0);
      const second = snapshot(quarter, 2, [...results, resultOf('commune-new', 'commune', [], 90)]);
      statements.push({
        sql: `insert into errata (tenant, snapshot, previous, shown, erratum, ordered_by, ordered_at)
          values (?, ?, ?, ?, 'Bổ sung một đơn vị.', 'user:a', ?)`,
        params: [tenant, second, first, first, AT],
      });
      publication(quarter, 1, first, 'corrected');
      publication(quarter, 2, second, null);
    } else if (quarter === '2025-q3') {
      publication(quarter, 1, first, 'withdrawn');
      publication(quarter, 2, first, null);
    } else publication(quarter, 1, first, null);
    period(quarter, STARTS[i] ?? '', STARTS[i + 1] ?? '', [], corrected ? `${quarter}.2` : first);
  }
  countTruth(
    truth,
    YEAR,
    all,
    units.map(([unit]) => unit),
  );
  const whole = snapshot(
    YEAR,
    1,
    units.map(([unit, level], j) => resultOf(unit, level, all, 100 + j)),
  );
  publication(YEAR, 1, whole, null);
  period(YEAR, STARTS[0], STARTS[4], QUARTERS, whole);
  await db.batch(statements);
  return truth;
}
