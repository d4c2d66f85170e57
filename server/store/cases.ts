import type { IsoDate } from '#rules/law.ts';
import type { Topic } from '#rules/surveys/reply.ts';
import type { Lang, Stage } from '#rules/surveys/survey.ts';
import type { CaseState } from '#wire/case.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

/** One thing done about a case, and the day; its month once the period is sealed. */
export interface CaseStep {
  readonly on: string;
  readonly actor: string;
  readonly step: 'taken' | 'released' | 'answered' | 'corrected' | 'closed' | 'changed';
}

/** What a citizen said who asked for a reply. Neither contact data nor a dossier code. */
export interface CaseContent {
  readonly unit: string;
  readonly procedure: string | null;
  readonly topic: Topic;
  /** For the inspectorate alone. */
  readonly grave: boolean;
  readonly survey: string;
  readonly version: number;
  readonly stage: Stage;
  readonly lang: Lang;
  readonly answers: Readonly<Record<string, string>>;
  readonly comment: string | null;
}

export interface StoredCase extends CaseContent {
  readonly id: string;
  readonly period: string;
  /** Keyed by `CaseKeys`. */
  readonly receiptHash: string;
  /** Day of asking; its month once the period is sealed. */
  readonly asked: string;
  readonly due: IsoDate;
  readonly state: CaseState;
  readonly owner: string | null;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly shownUntil: IsoDate | null;
  readonly history: readonly CaseStep[];
  readonly revision: number;
}

export type CaseRow = Omit<StoredCase, 'grave' | 'answers' | 'history'> & {
  readonly grave: 0 | 1;
  readonly answers: string;
  readonly history: string;
};

export const CASE_COLUMNS = `case_id as id, period, receipt_hash as "receiptHash", unit, procedure, topic, grave, survey, version,
  stage, lang, answers, comment, asked, due_day as due, state, owner, answer, answered_on as "answeredOn",
  shown_until as "shownUntil", history, revision`;

export function toCase({ grave, answers, history, ...row }: CaseRow): StoredCase {
  return {
    ...row,
    grave: grave === 1,
    answers: JSON.parse(answers) as StoredCase['answers'],
    history: JSON.parse(history) as StoredCase['history'],
  };
}

/** `seq`: place of the response in its period, `null` once that is sealed. */
export function insertCase(tenant: string, seq: number | null, it: StoredCase): Statement {
  return {
    sql: `insert into cases (tenant, case_id, period, seq, receipt_hash, unit, procedure, topic, grave, survey, version, stage,
        lang, answers, comment, asked, due_day, state, owner, answer, answered_on, shown_until, history, revision)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      ...[tenant, it.id, it.period, seq, it.receiptHash, it.unit, it.procedure, it.topic, it.grave ? 1 : 0],
      ...[it.survey, it.version, it.stage, it.lang, JSON.stringify(it.answers), it.comment, it.asked, it.due],
      ...[it.state, it.owner, it.answer, it.answeredOn, it.shownUntil, JSON.stringify(it.history), it.revision],
    ],
  };
}

export async function caseOrNull(db: Db, tenant: string, id: string): Promise<StoredCase | null> {
  const row = await oneOrNull<CaseRow>(db, `select ${CASE_COLUMNS} from cases where tenant = ? and case_id = ?`, [
    tenant,
    id,
  ]);
  return row && toCase(row);
}

/** The case of the response at `seq`, while its period is not sealed. */
export async function caseOfResponseOrNull(
  db: Db,
  tenant: string,
  period: string,
  seq: number,
): Promise<StoredCase | null> {
  const row = await oneOrNull<CaseRow>(
    db,
    `select ${CASE_COLUMNS} from cases where tenant = ? and period = ? and seq = ?`,
    [tenant, period, seq],
  );
  return row && toCase(row);
}

/**
 * Writes all that may change of a case, only over `revision`: otherwise its state would become null, which the column
 * refuses, and the whole transaction falls.
 */
export function updateCase(tenant: string, revision: number, it: StoredCase): Statement {
  return {
    sql: `update cases set state = case when revision = ? then ? end, unit = ?, procedure = ?, topic = ?, grave = ?, stage = ?,
        lang = ?, answers = ?, comment = ?, owner = ?, answer = ?, answered_on = ?, shown_until = ?, history = ?,
        revision = revision + 1
      where tenant = ? and case_id = ?`,
    params: [
      ...[revision, it.state, it.unit, it.procedure, it.topic, it.grave ? 1 : 0, it.stage, it.lang],
      ...[JSON.stringify(it.answers), it.comment, it.owner, it.answer, it.answeredOn, it.shownUntil],
      ...[JSON.stringify(it.history), tenant, it.id],
    ],
  };
}

/** Lets the transaction through only while the case stands at `revision`. */
export function holdCase(tenant: string, id: string, revision: number): Statement {
  return {
    sql: 'update cases set state = case when revision = ? then state end where tenant = ? and case_id = ?',
    params: [revision, tenant, id],
  };
}

/** Erases what a response asked for, together with the response. */
export function deleteCaseOf(tenant: string, period: string, seq: number): Statement {
  return { sql: 'delete from cases where tenant = ? and period = ? and seq = ?', params: [tenant, period, seq] };
}
