import type { UnitFacts } from '#rules/facts.ts';
import type { Unit } from '#wire/unit.ts';

/** The counts of each indicator a unit declares, in the order they are asked; all of a group or none. */
export const GROUPS = {
  oneStop: ['listed', 'receivedAndReturned', 'wholeCycle'],
  petitions: ['received', 'onTime', 'prolonged'],
  online: ['eligibleProcedures', 'onlineProcedures', 'dossiers', 'onlineDossiers', 'abandonedOrOverdue'],
} as const;
export type Group = keyof typeof GROUPS;

/** Counts that may stay empty beside a full group: they are asked where a province reads indicator 9 by whole services alone. */
const OPTIONAL: Readonly<Partial<Record<Group, readonly string[]>>> = { online: ['wholeProcedures', 'wholeDossiers'] };

/** Every count of a group, in the order it is asked. */
export const countsOf = (group: Group): readonly string[] => [...GROUPS[group], ...(OPTIONAL[group] ?? [])];

/** What stands in the fields, by `oneStop.listed`; empty = not declared. */
export interface FactsTyped {
  readonly counts: Readonly<Record<string, string>>;
  readonly disclosure: '' | NonNullable<UnitFacts['disclosure']>;
}

export function typedFacts(facts: UnitFacts): FactsTyped {
  const counts = (Object.keys(GROUPS) as Group[]).flatMap((group) =>
    countsOf(group).map((name) => {
      const known = facts[group] as Readonly<Record<string, unknown>> | undefined;
      const count = known?.[name];
      return [`${group}.${name}`, typeof count === 'number' ? String(count) : ''] as const;
    }),
  );
  return { counts: Object.fromEntries(counts), disclosure: facts.disclosure ?? '' };
}

/** `1.200` and `1200` → 1200; anything that is no whole number → `null`. */
function countOf(typed: string): number | null {
  const digits = typed.trim().replace(/\.(?=\d{3}(\D|$))/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

const isEmpty = (typed: string | undefined) => (typed ?? '').trim() === '';

/** What is wrong with a field before anything is sent: `part` of its group is empty, or it is no `count`. */
export function faultIn(typed: FactsTyped, group: Group, name: string): 'part' | 'count' | null {
  const value = typed.counts[`${group}.${name}`] ?? '';
  if (!isEmpty(value)) return countOf(value) === null ? 'count' : null;
  const begun = countsOf(group).some((each) => !isEmpty(typed.counts[`${group}.${each}`]));
  return begun && !OPTIONAL[group]?.includes(name) ? 'part' : null;
}

/** The facts to declare; a group left empty is not declared. The threshold of indicator 5 follows the unit's level. */
export function factsOf(typed: FactsTyped, level: Unit['level']): UnitFacts {
  const group = (name: Group): object =>
    GROUPS[name].every((each) => isEmpty(typed.counts[`${name}.${each}`]))
      ? {}
      : {
          [name]: Object.fromEntries([
            ...countsOf(name)
              .filter((each) => !isEmpty(typed.counts[`${name}.${each}`]))
              .map((each) => [each, countOf(typed.counts[`${name}.${each}`] ?? '')]),
            ...(name === 'oneStop' ? [['level', level]] : []),
          ]),
        };
  return {
    ...group('oneStop'),
    ...(typed.disclosure ? { disclosure: typed.disclosure } : {}),
    ...group('petitions'),
    ...group('online'),
  };
}
