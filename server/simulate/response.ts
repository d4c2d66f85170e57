import { addDays, dateOf } from '#rules/calendar/date.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { Proof } from '#rules/dossier-record.ts';
import type { IsoDate } from '#rules/law.ts';
import { binhThuan2019 } from '#rules/surveys/binh-thuan-2019.ts';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';
import { type Answers, answersToForm, answersToOldForm, type Experience } from './answers.ts';
import type { Habits } from './habits.ts';
import { between, chance, pick, type Random } from './random.ts';

/** One citizen's answers after the result. */
export interface SimulatedResponse {
  readonly survey: typeof danhgia2026.id | typeof binhThuan2019.id;
  readonly version: number;
  readonly stage: 'returned';
  readonly day: IsoDate;
  readonly proof: Proof;
  readonly channel: 'portal' | 'qr' | 'paper';
  readonly lang: 'vi' | 'en';
  readonly answers: Answers;
}

/** The day on which the citizen of `dossier` answers, `null` = has no result yet, or does not answer. */
export function answerDay(random: Random, { ready }: Dossier, habits: Habits): IsoDate | null {
  if (!ready || !chance(random, habits.answered)) return null;
  return addDays(dateOf(ready), between(random, 0, 4));
}

/** A response over the portal, or by the code printed on the receipt. */
export function onNewForm(random: Random, experience: Experience, day: IsoDate) {
  const proof = pick(random, { portal: 60, citizen: 4, receipt: 18, officerLink: 10, open: 8 });
  return {
    survey: danhgia2026.id,
    version: danhgia2026.version,
    stage: 'returned',
    day,
    proof,
    channel: proof === 'receipt' ? 'qr' : 'portal',
    lang: chance(random, 97) ? 'vi' : 'en',
    answers: answersToForm(random, experience),
  } as const satisfies SimulatedResponse;
}

/** A paper form, matched to its dossier. */
export function onOldForm(random: Random, experience: Experience, day: IsoDate): SimulatedResponse {
  const { id: survey, version } = binhThuan2019;
  const answers = answersToOldForm(random, experience);
  return { survey, version, stage: 'returned', day, proof: 'paper', channel: 'paper', lang: 'vi', answers };
}

/** What the citizen of a dossier answers some days after its result; `null` = does not answer, or no form is in use on that day. */
export function simulateResponse(random: Random, experience: Experience, habits: Habits): SimulatedResponse | null {
  const day = answerDay(random, experience.dossier, habits);
  if (day === null || day < binhThuan2019.from) return null;
  const old = chance(random, habits.oldForms) || day < danhgia2026.from;
  return old ? onOldForm(random, experience, day) : onNewForm(random, experience, day);
}
