import type { Lang } from '#rules/surveys/survey.ts';
import type { Assisted, Way } from '#wire/response.ts';
import type { Statement } from './db.ts';
import type { Counted } from './tallies.ts';

/** One stored response. Never a dossier code, never an officer's name, no time finer than the day. */
export interface StoredResponse extends Counted {
  readonly version: number;
  readonly lang: Lang;
  readonly assisted: Assisted | null;
  readonly way: Way | null;
  /** Code of the officer who filled the form in for the respondent. */
  readonly helper: string | null;
  /** Already scrubbed of personal data. */
  readonly comment: string | null;
}

/** `aged`: the sender's clock set its day, or claimed more than was believed. */
export function insertResponse(
  tenant: string,
  period: string,
  seq: number,
  row: StoredResponse,
  aged: boolean,
): Statement {
  return {
    sql: `insert into responses (tenant, period, seq, unit, procedure, officer, survey, version, stage, channel, proof,
        lang, day, aged, assisted, way, helper, answers, comment)
      values (?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    params: [
      tenant,
      period,
      seq,
      row.unit,
      row.procedure,
      row.survey,
      row.version,
      row.stage,
      row.channel,
      row.proof,
      row.lang,
      row.day,
      aged ? 1 : 0,
      row.assisted,
      row.way,
      row.helper,
      JSON.stringify(row.answers),
      row.comment,
    ],
  };
}

/** What an edit may change; place, survey, proof, helper and day stay as first stored. */
export function updateResponse(tenant: string, period: string, seq: number, row: StoredResponse): Statement {
  return {
    sql: `update responses set stage = ?, lang = ?, answers = ?, comment = ?
      where tenant = ? and period = ? and seq = ?`,
    params: [row.stage, row.lang, JSON.stringify(row.answers), row.comment, tenant, period, seq],
  };
}

export function deleteResponse(tenant: string, period: string, seq: number): Statement {
  return { sql: 'delete from responses where tenant = ? and period = ? and seq = ?', params: [tenant, period, seq] };
}
