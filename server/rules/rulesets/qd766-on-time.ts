import type { Citation, Dated } from '../law.ts';
import { OFFICIAL_FROM } from './qd766-groups.ts';

/** The formula note on index 2.1. */
export const ON_TIME_NOTE: Citation = {
  act: 'QĐ 766/QĐ-TTg',
  certainty: 'secondary',
  note: 'Theo mô tả công thức của chỉ số 2.1.',
};

/** Requests for a supplement a waiting dossier may have had; with more it is late. */
export const MOST_REQUESTS: Dated<number> = [{ from: OFFICIAL_FROM, value: 1, cite: ON_TIME_NOTE }];
