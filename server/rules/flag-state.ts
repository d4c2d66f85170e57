export type FlagVerdictWord = 'accepted' | 'verify' | 'withdrawn';

/** The verdicts that stand, in their order: a withdrawal takes back the one before it. */
export function standingVerdicts<V extends { readonly verdict: FlagVerdictWord }>(inOrder: readonly V[]): V[] {
  const standing: V[] = [];
  for (const each of inOrder)
    if (each.verdict === 'withdrawn') standing.pop();
    else standing.push(each);
  return standing;
}

/** Mới · Đã giải trình · Chấp nhận · Cần xác minh: the last verdict that stands, else whether anybody has answered. */
export function flagState(
  answers: number,
  verdicts: readonly { readonly verdict: FlagVerdictWord }[],
): 'new' | 'answered' | 'accepted' | 'verify' {
  const last = standingVerdicts(verdicts).at(-1)?.verdict;
  if (last !== undefined && last !== 'withdrawn') return last;
  return answers > 0 ? 'answered' : 'new';
}
