import type { IsoDate } from '#rules/law.ts';
import type { Pace } from '#rules/pace.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Statement } from './db.ts';
import type { StoredResponse } from './responses.ts';

/** Where a response is stored and what opens it. */
export interface Placed {
  readonly period: string;
  readonly seq: number;
  readonly receipt: string;
}

/** One response, checked and ready to be stored; its period follows from its day. */
export interface IntakeItem {
  readonly tenant: string;
  /** Made by the client; the same id twice is the same response. */
  readonly id: string;
  readonly bodyHash: string;
  /** Whether its day comes from the sender's clock. */
  readonly aged: boolean;
  /** Dossier named by the token, and the stage the token is for; kept only as a keyed hash. */
  readonly dossier: string | null;
  readonly linkStage: Stage;
  /** Day on which its unit must be there; absent = that was made sure of. */
  readonly unitOn?: IsoDate | null;
  readonly row: StoredResponse;
  /** How long filling it in took, where that is known; only counted. */
  readonly pace?: Pace | null;
  /** What is written in the same transaction: the case of a response whose giver asks for a reply, a count of its link's key. */
  readonly also?: (placed: Placed) => readonly Statement[];
}

export interface Accepted {
  readonly status: 'created' | 'repeated';
  readonly receipt: string;
  readonly editableUntil: IsoDate;
}
