import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { StoredResponse } from './responses.ts';

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
  readonly row: StoredResponse;
}

export interface Accepted {
  readonly status: 'created' | 'repeated';
  readonly receipt: string;
  readonly editableUntil: IsoDate;
}
