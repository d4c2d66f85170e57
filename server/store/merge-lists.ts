import type { Handler, Step } from '#rules/dossier.ts';

/** `step` with what `seen` of it leaves out taken from what is known. */
function filled(known: Step, { unit, officer, due, ended }: Step): Step {
  return { unit, officer: officer ?? known.officer, due: due ?? known.due, ended: ended ?? known.ended };
}

/**
 * Steps of a dossier after a screen showed `seen` of them, each unit's first with its first, second with its second. A screen
 * that shows all that are known gives their order; one that shows a part adds its new ones at the end.
 */
export function mergeSteps(known: readonly Step[], seen: readonly Step[]): readonly Step[] {
  const left = [...known];
  const told = seen.map((step) => {
    const at = left.findIndex(({ unit }) => unit === step.unit);
    const before = at < 0 ? undefined : left.splice(at, 1)[0];
    return { before, now: before ? filled(before, step) : step };
  });
  if (left.length === 0) return told.map(({ now }) => now);
  const now = new Map(told.map((step) => [step.before, step.now]));
  const added = told.filter(({ before }) => !before).map((step) => step.now);
  return [...known.map((step) => now.get(step) ?? step), ...added];
}

/** Who had a dossier, by when: a screen that shows the present one adds it and takes away none before. */
export function mergeHandlers(known: readonly Handler[], seen: readonly Handler[]): readonly Handler[] {
  const byTime = new Map([...known, ...seen].map((handler) => [handler.from, handler]));
  return [...byTime.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}
