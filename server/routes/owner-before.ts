import type { CaseStep } from '../store/cases.ts';

/**
 * Who had the case before the one who took it last: the acts in their order, each giving back undoing the taking before it. `null` = nobody.
 * What the citizen changed may have made it a matter of others, so nobody from before that gets it back.
 */
export function ownerBefore(history: readonly CaseStep[]): string | null {
  const held: string[] = [];
  for (const { step, actor } of history) {
    if (step === 'taken') held.push(actor);
    else if (step === 'released') held.pop();
    else if (step === 'changed') held.length = 0;
  }
  return held.at(-2) ?? null;
}
