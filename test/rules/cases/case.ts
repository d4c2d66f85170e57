import type { IsoDate } from '#rules/law.ts';

/** One worked case a lawyer can read: facts, and what the article makes of them, worked out by hand. */
export interface LawCase<Given, Expect> {
  /** The facts in one Vietnamese sentence. */
  readonly name: string;
  /** The day whose rules apply. */
  readonly on: IsoDate;
  readonly given: Given;
  readonly expect: Expect;
  /** What the expectation follows from: `Điều 13 TT 01/2018/TT-VPCP, chỉ số 1`. */
  readonly article: string;
  /** The arithmetic by hand, where the sentence does not show it: `29 : 20 = 1,45, làm tròn 1,5`. */
  readonly worked?: string;
}

/** Cases answered by one function of the rules. */
export interface CaseGroup {
  readonly title: string;
  readonly cases: readonly LawCase<unknown, unknown>[];
  /** What the rules say; compared with `expect` as a whole. */
  readonly run: (given: never, on: IsoDate) => unknown;
}

/** A group whose cases and function must fit each other. */
export function group<Given, Expect>(
  title: string,
  run: (given: Given, on: IsoDate) => unknown,
  cases: readonly LawCase<Given, Expect>[],
): CaseGroup {
  return { title, run, cases };
}
