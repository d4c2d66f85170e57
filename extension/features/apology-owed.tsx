import { type Apology, type ApologyState, apologyOwed } from '#rules/duties/apology.ts';
import { citationText } from '#rules/law.ts';
import type { Feature, Seen } from './feature.ts';

const DUTIES: ReadonlySet<ApologyState> = new Set(['dueToday', 'late']);

function apologyOf({ dossier, now, office, settings }: Seen): Apology | null {
  return dossier && apologyOwed(dossier, now, office, settings.choices);
}

/** An overdue dossier whose applicant was not written to in time: a letter of apology with a new date is owed. */
export const apologyOwedMark: Feature = {
  id: 'apology-owed',
  sign: (seen) => (apologyOf(seen)?.owed ? { sign: 'apology', name: 'Cần xin lỗi' } : null),
  task: (seen) => {
    const apology = apologyOf(seen);
    if (!apology?.cite || !DUTIES.has(apology.state)) return null;
    const text = apology.owed ? `Gửi văn bản xin lỗi và hẹn lại ngày trả. ${apology.because}` : apology.because;
    return { text, cite: citationText(apology.cite), urgent: apology.owed };
  },
};
