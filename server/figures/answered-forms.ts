import type { Channel, Proof } from '#wire/response.ts';
import type { AnswerCount } from '../store/read-tallies.ts';
import { SMALLEST_GROUP } from './suppress.ts';

export type FormAnswers = AnswerCount & { readonly channel: Channel; readonly proof: Proof };

/** Forms of one unit, survey, channel and proof. */
export interface FormCell {
  readonly unit: string;
  readonly survey: string;
  readonly channel: Channel;
  readonly proof: Proof;
  readonly n: number;
}

/** What of the answers may be told: those of each unit to each survey it has at least 5 forms of. */
export interface AnsweredForms {
  readonly cells: readonly FormCell[];
  readonly answers: readonly FormAnswers[];
}

const nameOf = ({ member, survey, channel, proof }: FormAnswers) => JSON.stringify([member, survey, channel, proof]);

/** How many forms each cell holds, by its most answered question. */
function cellsOf(answers: readonly FormAnswers[]): FormCell[] {
  const cells = new Map<string, FormCell & { readonly questions: Map<string, number> }>();
  for (const each of answers) {
    const { member: unit, survey, channel, proof, question, n } = each;
    const cell = cells.get(nameOf(each)) ?? { unit, survey, channel, proof, n: 0, questions: new Map() };
    const asked = (cell.questions.get(question) ?? 0) + n;
    cell.questions.set(question, asked);
    cells.set(nameOf(each), { ...cell, n: Math.max(cell.n, asked) });
  }
  return [...cells.values()].map(({ questions: _, ...cell }) => cell);
}

/**
 * What is kept of the forms of a period. A sum over units leaves out what a unit does not show: with it, the sum minus the others would
 * be what few people said.
 */
export function answeredForms(answers: readonly FormAnswers[]): AnsweredForms {
  const cells = cellsOf(answers);
  const sizes = new Map<string, number>();
  const group = (unit: string, survey: string) => JSON.stringify([unit, survey]);
  for (const { unit, survey, n } of cells) sizes.set(group(unit, survey), (sizes.get(group(unit, survey)) ?? 0) + n);
  const isKept = (unit: string, survey: string) => (sizes.get(group(unit, survey)) ?? 0) >= SMALLEST_GROUP;
  return {
    cells: cells.filter(({ unit, survey }) => isKept(unit, survey)),
    answers: answers.filter(({ member, survey }) => isKept(member, survey)),
  };
}

/** Forms of `cells` by what `keyOf` names. */
export function formsBy<Key>(cells: readonly FormCell[], keyOf: (cell: FormCell) => Key): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const cell of cells) sums.set(keyOf(cell), (sums.get(keyOf(cell)) ?? 0) + cell.n);
  return sums;
}
