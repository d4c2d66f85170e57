import { CALENDAR_VERSION } from '#rules/calendar/calendar.ts';
import { quarter } from '#rules/period.ts';
import { drawCourse } from '../../server/simulate/course.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import type { SimulatedRecord } from '../../server/simulate/simulate-record.ts';
import { putCourse } from '../../server/store/courses.ts';
import type { Db, Statement } from '../../server/store/db.ts';
import { putDossier } from '../../server/store/dossiers.ts';
import { insertLink, voiceOf } from '../../server/store/links.ts';
import type { PeriodKeys } from '../../server/store/period-keys.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { insertResponse } from '../../server/store/responses.ts';
import { insertSelfScore } from '../../server/store/self-scores.ts';
import { insertTenant } from '../../server/store/tenants.ts';
import { putUnitFacts } from '../../server/store/unit-facts.ts';
import { insertUnit } from '../../server/store/units.ts';
import { idOf } from './test-server.ts';

export const TENANT = 'lon';
/** A quarter of which the calendar knows every day. */
export const PERIOD = quarter(2026, 2);
const AT = new Date('2026-07-01T02:00:00Z');
const TOGETHER = 2000;

export interface Filled {
  readonly dossiers: number;
  readonly responses: number;
}

function rowsOf(unit: string, { dossier, selfValues }: SimulatedRecord, n: number, isRead: boolean): Statement[] {
  const rows = [putDossier(TENANT, dossier, CALENDAR_VERSION, 'x', AT)];
  const course = isRead ? drawCourse(dossier) : null;
  if (course) rows.push(putCourse(TENANT, dossier.code, course, 'x', AT));
  if (selfValues)
    rows.push(
      insertSelfScore(TENANT, unit, {
        ...{ dossier: dossier.code, revision: 1, id: idOf(n, TENANT), officer: dossier.officer ?? '' },
        ...{ values: selfValues, bodyHash: String(n), scoredAt: AT.toISOString(), named: false, looked: null },
      }),
    );
  return rows;
}

/** The answer to a dossier, as the intake stores it. */
function answerOf(keys: PeriodKeys, unit: string, { dossier, response }: SimulatedRecord, seq: number): Statement[] {
  if (!response) return [];
  const { survey, version, stage, day, channel, lang, answers, proof } = response;
  const row = { unit, procedure: dossier.procedure, survey, version, stage, day, lang, channel, proof };
  const stored = insertResponse(
    TENANT,
    PERIOD.id,
    seq,
    { ...row, answers, assisted: null, way: null, helper: null, comment: null },
    false,
  );
  if (proof === 'open') return [stored];
  const link = keys.link(TENANT, PERIOD.id, stage, voiceOf(proof), dossier.code);
  return [stored, insertLink(TENANT, PERIOD.id, link, seq)];
}

/**
 * An invented province with about `dossiers` dossiers and an answer for every fourth of them, written straight into the store: through the
 * doors a million would take hours. With `courses`, the steps of six dossiers in ten. The same plan gives the same rows; only the period's key, and with it the links, are new each time.
 */
export async function fillProvince(
  { db, keys }: { readonly db: Db; readonly keys: PeriodKeys },
  { courses = false, ...plan }: { readonly units: number; readonly dossiers: number; readonly courses?: boolean },
): Promise<Filled> {
  const { province, recordsOf, factsOf } = simulate({ seed: 7, period: PERIOD, ...plan });
  const decision = { act: 'QĐ 1/QĐ-UBND (Mẫu)', ruleset: 'tt01-2018', from: '2025-07-01', to: null } as const;
  await db.batch([
    ...insertTenant({ tenant: TENANT, name: 'Tỉnh lớn', province: TENANT, decision }, '2026-01-01', AT),
    insertPeriod(TENANT, {
      ...{ period: PERIOD.id, kind: PERIOD.kind, from: PERIOD.from, to: PERIOD.to },
      ...{ ruleset: 'tt01-2018', decision: decision.act, choices: '{}' },
    }),
  ]);
  keys.create(TENANT, PERIOD.id);
  let [dossiers, responses] = [0, 0];
  let rows: Statement[] = [];
  for (const unit of province.units) {
    const { unit: code, name, level } = unit;
    rows.push(
      insertUnit(TENANT, { unit: code, name, level, parent: null, from: '2026-01-01', to: null }),
      ...putUnitFacts(TENANT, PERIOD.id, code, factsOf(unit, { dossiers: 400, online: 200 }), 'x', AT),
    );
    for (const record of recordsOf(unit)) {
      dossiers += 1;
      rows.push(...rowsOf(code, record, dossiers, courses));
      if (record.response) {
        responses += 1;
        rows.push(...answerOf(keys, code, record, responses));
      }
      if (rows.length < TOGETHER) continue;
      await db.batch(rows);
      rows = [];
    }
  }
  await db.batch(rows);
  return { dossiers, responses };
}
